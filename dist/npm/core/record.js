/**
 * The record of a choice, as cookie text and back. It travels with every request of the site, so it is short. The format, so that any
 * server can read it:
 *
 *     1.<revision>.<minutes>.<regime><gpc>.<entry>.<entry>…
 *     entry = <category><answer><revision>[~<service><answer>…]
 *
 * Numbers are written in base 36, the time in minutes since the epoch (finer would tell visitors apart). Regime is `i` (opt-in), `o`
 * (opt-out) or `n` (notice); gpc is `1` where the browser sent the signal. An answer is one letter: who answered (`u` visitor, `a`
 * script, `g` Global Privacy Control, `d` default), a capital for granted; `-` for none of its own. Categories and services stand as
 * fingerprints of four characters; a service's answer is `-` where it was covered by its category's.
 * Example: `1.1.htdwl.i0.xvn8u1~a3f2-.iav1U1~x9zq-`.
 */
import { table } from './table.js';
const MINUTE = 60_000;
/** Letters that answer. */
const ANSWERS = '-uagdUAD';
/** Short fingerprint of a text: FNV-1a, 32 bits, modulo 26 · 36³, plus 10 · 36³, in base 36. */
export function printOf(text) {
    let hash = 0x811c9dc5;
    for (const char of text)
        hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
    // From a000 to zzzz: a letter first, since keys that look like numbers would change places in an object.
    return (((hash >>> 0) % (26 * 36 ** 3)) + 10 * 36 ** 3).toString(36);
}
/** Fingerprint of what a visitor was asked for: the service and its revision, not its wording (requirement B7). */
export const fingerprint = ({ id, revision = 1 }) => printOf(`${id}~${String(revision)}`);
/** Cookie text of a record. Only characters that a cookie carries unescaped. */
export function writeRecord({ revision, decidedAt, regime, gpc, entries }) {
    return [
        1,
        revision.toString(36),
        Math.floor(decidedAt / MINUTE).toString(36),
        `${regime}${String(Number(gpc))}`,
        ...Object.entries(entries).map(([category, { answer, revision: asked, services }]) => {
            const marks = Object.entries(services).flat().join('');
            return category + answer + asked.toString(36) + (marks && `~${marks}`);
        }),
    ].join('.');
}
/**
 * @returns `undefined` for any text that `writeRecord` would not have written, a later schema included: it is written again, and compared.
 * No pattern does that: browsers take longer to compile one than for all the rest of a return. Never throws.
 */
export function readRecord(text) {
    const [, revision = '', minutes = '', flags = '', ...fields] = text.split('.');
    const entries = table();
    let letters = '';
    for (const field of fields) {
        const [own = '', marks = ''] = field.split('~');
        const answer = own.charAt(4);
        const services = table();
        letters += answer;
        for (let at = 0; at < marks.length; at += 5)
            letters += (services[marks.slice(at, at + 4)] = marks.charAt(at + 4)) || '?';
        entries[own.slice(0, 4)] = { answer, revision: parseInt(own.slice(5), 36), services };
    }
    const record = {
        revision: parseInt(revision, 36),
        decidedAt: parseInt(minutes, 36) * MINUTE,
        regime: flags.charAt(0),
        gpc: flags.endsWith('1'),
        entries,
    };
    const isKnown = 'ion'.includes(record.regime) && letters.split('').every((each) => ANSWERS.includes(each));
    return isKnown && writeRecord(record) === text ? record : undefined;
}
/** How many answers of a record are a yes: capitals among the letters. */
const yesses = ({ entries }) => Object.values(entries).flatMap(({ answer, services }) => [answer, ...Object.values(services)].filter((letter) => letter > '-' && letter < 'a')).length;
/** The record that counts among several of one name (a host's and its parent domain's): the newer, at a tie the stricter. */
export const pickRecord = (texts) => texts.flatMap((text) => readRecord(text) ?? []).sort((a, b) => b.decidedAt - a.decidedAt || yesses(a) - yesses(b))[0];
/**
 * When an answer stops to speak: a yes after `consentMonths`, a no after `refusalMonths`, which is never sooner. Months are the
 * calendar's, in UTC (requirement F2): the same day of the month, or its last day where it has no such day; not 180 days. Under opt-out
 * and notice a visitor who has answered is not asked again (J8): it is `optOutMonths`, and `Infinity` by default.
 * @param granted - Of a yes, or of a no; by default of what the record holds first to end.
 */
export function expiryOf(record, { memory }, regime, granted = yesses(record) > 0) {
    const { optOutMonths = Infinity, consentMonths, refusalMonths } = memory;
    const months = regime === 'opt-in' ? (granted ? consentMonths : refusalMonths) : optOutMonths;
    if (months === Infinity)
        return months;
    const date = new Date(record.decidedAt);
    const day = date.getUTCDate();
    date.setUTCMonth(date.getUTCMonth() + months);
    if (date.getUTCDate() !== day)
        date.setUTCDate(0);
    return +date;
}
/**
 * Whether what a record says, yes or no, still speaks for its visitor.
 * @param now - Milliseconds since the epoch, UTC. A record from up to 24 h ahead reads as made now, from further ahead as none (F4).
 */
export const isCurrent = (record, config, regime, now, granted) => record.revision >= config.revision &&
    record.decidedAt <= now + 1440 * MINUTE &&
    now < expiryOf(record, config, regime, granted);
