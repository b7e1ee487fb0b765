/**
 * The record of a choice, as cookie text and back. The format, so that any server can read it:
 *
 *     1.<revision>.<minutes>.<regime><gpc>.<entry>.<entry>…
 *     entry = <category>~<answer><revision>[~<service><answer>…]
 *
 * Numbers are written in base 36, the time in minutes since the epoch (finer would tell visitors apart). Regime is `i` (opt-in), `o`
 * (opt-out) or `n` (notice); gpc is `1` where the browser sent the signal. An answer is one letter: who answered (`u` visitor, `a`
 * script, `g` Global Privacy Control, `d` default), a capital for granted; `-` for none of its own. A service stands as a fingerprint of
 * four characters with its answer, `-` where it was covered by its category's.
 * Example: `1.1.ntu00w.i0.marketing~u1~a3f2-.analytics~U1~x9zq-`.
 */
import { table } from './table.js';
const MINUTE = 60_000;
/** A number in base 36, as it is written: no leading nought. */
const NUMBER = '(0|[1-9a-z][0-9a-z]{0,7})';
const HEAD = new RegExp(`^1 ${NUMBER} ${NUMBER} ([ion])([01])$`);
const ENTRY = new RegExp(`^([a-zA-Z][\\w-]*)~([-uagdUAD])${NUMBER}(?:~((?:[a-z][0-9a-z]{3}[-uagdUAD])+))?$`);
/** Short fingerprint of what a visitor was asked for: the service and its revision, not its wording (requirement B7). FNV-1a. */
export function fingerprint({ id, revision = 1 }) {
    let hash = 0x811c9dc5;
    for (const char of `${id}~${String(revision)}`)
        hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
    // From a000 to zzzz: a letter first, since keys that look like numbers would change places in an object.
    return (((hash >>> 0) % (26 * 36 ** 3)) + 10 * 36 ** 3).toString(36);
}
/** Cookie text of a record. Only characters that a cookie carries unescaped. */
export function writeRecord({ revision, decidedAt, regime, gpc, entries }) {
    return [
        1,
        revision.toString(36),
        Math.floor(decidedAt / MINUTE).toString(36),
        `${regime}${String(Number(gpc))}`,
        ...Object.entries(entries).map(([id, entry]) => {
            const services = Object.entries(entry.services).map((pair) => pair.join(''));
            return [id, entry.answer + entry.revision.toString(36), ...(services.length ? [services.join('')] : [])].join('~');
        }),
    ].join('.');
}
/** @returns `undefined` for any text that `writeRecord` would not have written, a later schema included. Never throws. */
export function readRecord(text) {
    const [schema, revision, minutes, flags, ...fields] = text.split('.');
    const head = HEAD.exec([schema, revision, minutes, flags].join(' '));
    const entries = table();
    for (const field of fields) {
        const [, id, answer, asked, marks] = ENTRY.exec(field) ?? [];
        const services = marks?.match(/.{5}/g)?.map((mark) => [mark.slice(0, 4), mark.slice(4)]) ?? [];
        if (!id || id in entries || new Map(services).size < services.length)
            return undefined;
        entries[id] = {
            answer,
            revision: parseInt(asked, 36),
            services: table(services),
        };
    }
    return head
        ? {
            revision: parseInt(head[1], 36),
            decidedAt: parseInt(head[2], 36) * MINUTE,
            regime: head[3],
            gpc: head[4] === '1',
            entries,
        }
        : undefined;
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
