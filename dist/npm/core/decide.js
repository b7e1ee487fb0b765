/**
 * The one place that answers "may it?". Pure: the same input gives the same state, in the browser and on a server.
 * A yes comes from a current record or, where the regime is not `opt-in`, from the regime; from nowhere else.
 */
import { expiryOf, fingerprint, isCurrent } from './record.js';
import { regimeOf } from './region.js';
import { table } from './table.js';
export const NECESSARY = 'necessary';
/** Who answered, by the record's letter. A default (`d`) is no answer: under a stricter law it never counts (requirement I4). */
const answerers = { u: 'user', a: 'api', g: 'gpc' };
/** What counts before anything is known. */
export const UNDECIDED = Object.freeze({
    status: 'pending',
    regime: 'opt-in',
    region: null,
    gpc: { present: false, applied: false },
    decidedAt: null,
    expiresAt: null,
    categories: table(),
    services: table(),
});
export function decide({ config, record, signals: { gpc }, now }) {
    const current = record && isCurrent(record, config, now) ? record : undefined;
    const regime = regimeOf(config);
    const categories = table();
    const services = table();
    /** Whether nothing is left to ask. */
    let decided = true;
    let applied = false;
    /** A recorded answer, unless Global Privacy Control overrules it (K7); else what the regime says, after the signal (K4). */
    const answer = (letter, saleOrShare) => {
        const by = answerers[letter?.toLowerCase() ?? ''];
        const granted = by ? letter !== letter?.toLowerCase() : regime !== 'opt-in';
        const overruled = granted && saleOrShare && gpc && !(by && current?.gpc);
        applied ||= overruled;
        decided &&= Boolean(by);
        return Object.freeze({
            granted: granted && !overruled,
            decided: Boolean(by),
            by: overruled ? 'gpc' : (by ?? 'default'),
        });
    };
    for (const [id, { saleOrShare = false, revision = 1 }] of Object.entries(config.categories)) {
        const entry = current?.entries[id];
        categories[id] =
            id === NECESSARY
                ? Object.freeze({ granted: true, decided: true, by: 'default' })
                : answer(entry && entry.revision >= revision ? entry.answer : '', saleOrShare);
    }
    for (const service of config.services) {
        const category = categories[service.category];
        const entry = current?.entries[service.category];
        const own = entry?.services[fingerprint(service)];
        if (!category)
            continue;
        services[service.id] =
            // A yes covers the services that were shown with it; a no covers whatever comes later too (B6, and no nagging).
            service.category === NECESSARY || (category.decided && !category.granted && (!own || own === '-'))
                ? category
                : answer(own === '-' && category.decided ? entry?.answer : own, service.saleOrShare ?? config.categories[service.category]?.saleOrShare ?? false);
    }
    return Object.freeze({
        status: decided ? 'decided' : 'undecided',
        regime,
        region: config.region || null,
        gpc: Object.freeze({ present: gpc, applied }),
        decidedAt: current?.decidedAt ?? null,
        expiresAt: current ? expiryOf(current, config) : null,
        categories: Object.freeze(categories),
        services: Object.freeze(services),
    });
}
