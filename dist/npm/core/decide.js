/**
 * The one place that answers "may it?". Pure: the same input gives the same state, in the browser and on a server.
 * A yes comes from a current record, from the regime where that is not `opt-in`, or from an exemption; from nowhere else.
 */
import { NECESSARY } from './necessary.js';
import { expiryOf, fingerprint, isCurrent, printOf } from './record.js';
import { REGION, regimeOf } from './region.js';
import { table } from './table.js';
/** Who answered, by the record's letter. A default (`d`) is no answer: under a stricter law it never counts (requirement I4). */
const answerers = table([
    ['u', 'user'],
    ['a', 'api'],
    ['g', 'gpc'],
]);
/** What counts before anything is known. */
export const UNDECIDED = Object.freeze({
    status: 'pending',
    regime: 'opt-in',
    region: null,
    gpc: Object.freeze({ present: false, applied: false }),
    decidedAt: null,
    expiresAt: null,
    categories: Object.freeze(table()),
    services: Object.freeze(table()),
});
/** @param overrule - Called where the signal decides what no record says yet. */
export function decide({ config, record, signals: { gpc, optIn }, now }, overrule) {
    const { age, signals } = config;
    const regime = regimeOf(config, optIn);
    const current = record && isCurrent(record, config, regime, now, false) ? record : undefined;
    /** A yes may end before a no does: only what it granted is then asked again. */
    const stillYes = current && isCurrent(current, config, regime, now, true);
    /** Under opt-in the signal may stand for a refusal of all that is not answered (K5). */
    const refuses = gpc && regime === 'opt-in' && signals.gpcInOptIn === 'refuse';
    const categories = table();
    const services = table();
    /** Whether nothing is left to ask. */
    let decided = true;
    let applied = false;
    /**
     * A recorded answer, unless Global Privacy Control overrules it (K7); else what the regime says, after the signal (K4).
     * @param needsYes - Nothing but a yes to it opens it, in any regime.
     * @param exempt - It is open without a yes, until a no (A21).
     */
    const answer = (letter, saleOrShare, needsYes, exempt = false) => {
        const small = letter.toLowerCase();
        const by = letter === small || stillYes ? answerers[small] : undefined;
        const granted = by ? letter !== small : (exempt && !refuses) || (regime !== 'opt-in' && !needsYes);
        const overruled = granted ? saleOrShare && gpc && !(by && current?.gpc) : refuses && !by;
        if (overruled)
            overrule?.();
        applied ||= gpc && (overruled || by === 'gpc');
        const isDecided = Boolean(by) || (overruled && !granted);
        decided &&= isDecided || (exempt && regime === 'opt-in');
        return Object.freeze({
            granted: granted && !overruled,
            decided: isDecided,
            by: overruled ? 'gpc' : (by ?? 'default'),
        });
    };
    /** Known minors are asked before anything is sold or shared (J11). */
    const isMinors = (saleOrShare) => saleOrShare && age !== undefined;
    /** Recorded answers to the categories as they are asked now. */
    const letters = table();
    for (const [id, { saleOrShare = false, revision = 1 }] of Object.entries(config.categories)) {
        const entry = current?.entries[printOf(id)];
        const letter = (letters[id] = entry && entry.revision >= revision ? entry.answer : '');
        categories[id] =
            id === NECESSARY
                ? Object.freeze({ granted: true, decided: true, by: 'default' })
                : answer(letter, saleOrShare, isMinors(saleOrShare));
    }
    for (const service of config.services) {
        const { id, category, saleOrShare = false, sensitiveSharing = false, exempt } = service;
        const own = current?.entries[printOf(category)]?.services[fingerprint(service)] ?? '';
        const ofCategory = letters[category] ?? '';
        // A yes covers the services that were shown with it; a no covers whatever comes later too (B6, and no nagging).
        const covered = own === '-' || (own === '' && /[uag]/.test(ofCategory));
        // What is shared of somebody's health is covered by a no alone: its yes is its own (L2).
        const letter = !covered ? own : sensitiveSharing ? ofCategory.toLowerCase() : ofCategory;
        services[id] =
            category === NECESSARY
                ? categories[category]
                : answer(letter, saleOrShare, sensitiveSharing || isMinors(saleOrShare), Boolean(exempt));
    }
    const ends = current && expiryOf(current, config, regime, stillYes ? undefined : false);
    return Object.freeze({
        status: decided ? 'decided' : 'undecided',
        regime,
        region: config.region && REGION.test(config.region) ? config.region : null,
        gpc: Object.freeze({ present: gpc, applied }),
        decidedAt: current?.decidedAt ?? null,
        expiresAt: ends === undefined || ends === Infinity ? null : ends,
        categories: Object.freeze(categories),
        services: Object.freeze(services),
    });
}
