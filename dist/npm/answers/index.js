/**
 * What happens when somebody answers: the record is made and stored, what was refused is erased, and the page learns what changed. A
 * chunk of its own: it is fetched behind the question, so that whoever has answered before, and only reads, never loads it.
 */
import { NECESSARY } from '../core/necessary.js';
import { expiryOf, fingerprint, printOf, writeRecord } from '../core/record.js';
import { cookieValues, readJar } from '../core/storage.js';
import { table } from '../core/table.js';
import { setCookie } from './cookie.js';
import { removeCookie } from './sweep.js';
export { describe } from './describe.js';
export { inspect } from './inspect.js';
export { sweep } from './sweep.js';
const MINUTE = 60_000;
/** Browsers cap a cookie's life at 400 days (RFC 6265bis). */
const LONGEST_SECONDS = 400 * 24 * 60 * 60;
/** Finer would tell visitors apart (F5). */
const fullMinute = (time) => Math.floor(time / MINUTE) * MINUTE;
/** All answers of a record, one letter each. */
const lettersOf = ({ entries }) => Object.values(entries)
    .flatMap(({ answer, services }) => [answer, ...Object.values(services)])
    .join('');
/** What of an earlier record still counts: not what has ended (F4), nor a yes that the signal has overruled (K7, K8). */
function carriedOver({ config, state, record }) {
    const entries = table(state.decidedAt === null ? [] : Object.entries(record?.entries ?? {}));
    for (const [id, { revision = 1 }] of Object.entries(config.categories)) {
        const { by, decided } = state.categories[id] ?? {};
        const { answer, services = {}, revision: asked = revision, } = entries[printOf(id)] ?? table();
        const ofServices = config.services
            .filter(({ category }) => category === id)
            .map((service) => [fingerprint(service), state.services[service.id]]);
        // A yes of which the state knows nothing any more has ended, or is asked again.
        const hasEnded = (letter, isDecided = false) => !isDecided && letter !== 'D' && letter !== letter?.toLowerCase();
        const own = by === 'gpc' ? 'g' : answer === undefined || hasEnded(answer, decided) ? '-' : answer;
        const marks = table(Object.entries(services));
        for (const [key, of] of ofServices) {
            const mark = marks[key] ?? '-';
            if (of?.by === 'gpc')
                marks[key] = own === 'g' ? '-' : 'g';
            else if (hasEnded(mark, of?.decided))
                marks[key] = '-';
            // What the signal does not speak of goes on beside a category that it shuts (K9).
            else if (own === 'g' && of?.granted && mark === '-')
                marks[key] = of.decided && answer ? answer : 'D';
        }
        if (answer !== undefined || own === 'g' || Object.values(marks).includes('g'))
            entries[printOf(id)] = { answer: own, revision: asked, services: marks };
    }
    return entries;
}
/**
 * The record after these answers. They name what they change, categories or services; a service beats its category. A category's answer
 * covers its services, and replaces what was said of them before; but a yes covers nothing that shares what is sensitive (L2).
 * @param by - Who answers. A yes to what runs by default is nobody's act, and stays a default (I4), unless it is `outright`.
 */
export function makeRecord(core, answers, by, outright = false) {
    const { config, state, record, gpc, now } = core;
    const [no, yes] = by === 'user' ? 'uU' : 'aA';
    const letter = (id, granted) => {
        const before = state.categories[id] ?? state.services[id];
        const byDefault = before?.granted && !before.decided && !outright;
        return (granted ? (byDefault ? 'D' : yes) : no);
    };
    const entries = carriedOver(core);
    const given = new Map(Object.entries(answers));
    /** Whether anything that the signal is about is answered here. */
    let ofSale = false;
    for (const [id, { revision = 1, saleOrShare }] of Object.entries(config.categories)) {
        if (id === NECESSARY)
            continue;
        const category = printOf(id);
        const covered = config.services.filter((service) => service.category === id);
        const answer = given.get(id);
        if (answer !== undefined) {
            ofSale ||= saleOrShare === true;
            const marks = covered.map((service) => {
                const key = fingerprint(service);
                const before = entries[category]?.services[key] ?? '-';
                const stays = answer && service.sensitiveSharing && /[UA]/.test(before);
                return [key, stays ? before : '-'];
            });
            entries[category] = { answer: letter(id, answer), revision, services: table(marks) };
        }
        for (const service of covered) {
            const own = given.get(service.id);
            if (own === undefined)
                continue;
            ofSale ||= service.saleOrShare === true;
            const entry = entries[category] ?? { answer: '-', revision, services: {} };
            const said = letter(service.id, own);
            // A category that is asked anew covers nothing for the time being.
            const isCovered = said === entry.answer && entry.revision >= revision && !(own && service.sensitiveSharing);
            const mark = isCovered ? '-' : said;
            entries[category] = {
                ...entry,
                services: table([...Object.entries(entry.services), [fingerprint(service), mark]]),
            };
        }
    }
    const isOld = state.decidedAt !== null && record;
    return {
        revision: config.revision,
        // What the signal says makes no earlier answer younger (F8).
        decidedAt: by === 'gpc' && isOld ? record.decidedAt : fullMinute(now()),
        regime: state.regime.replace('opt-', '').charAt(0),
        // Whether a yes to sale or sharing was given in the face of the signal (K7).
        gpc: isOld && !ofSale ? record.gpc : gpc,
        entries,
    };
}
/** Stores a record in its cookie: first-party, host-only unless a domain is configured (requirement F5). @returns whether it is there. */
export function storeRecord(record, config, { regime }, now) {
    const { cookie } = config;
    const text = writeRecord(record);
    // As long as the last of its answers speaks: a no outlives a yes.
    const end = expiryOf(record, config, regime, !/[uag]/.test(lettersOf(record)));
    const seconds = Math.min(Math.floor((end - now) / 1000), LONGEST_SECONDS);
    const values = () => cookieValues(readJar(), cookie.name);
    try {
        setCookie(cookie.name, text, cookie, seconds);
        let kept = values();
        if (kept.length > 1) {
            // Another stands at another domain or path, from an earlier configuration: it must not win at a tie, nor outlive this one.
            removeCookie(cookie.name);
            setCookie(cookie.name, text, cookie, seconds);
            kept = values();
        }
        return kept.includes(text);
    }
    catch {
        // A sandboxed document has no cookies.
        return false;
    }
}
/** Stores a record, says so where that fails, and lets it count. */
function store(core, record, by) {
    const { config, state, now, report, take } = core;
    const kept = storeRecord(record, config, state, now());
    if (!kept)
        report('storage', config.cookie.name);
    take(record, kept, by);
}
export function choose(core, answers, outright = false) {
    const { config, state, report } = core;
    if (!config)
        return;
    // A click or key press of the visitor just now (B8). Where the browser cannot tell, the benefit of the doubt.
    const acted = navigator.userActivation?.isActive ?? true;
    const isKnown = (id) => id in state.categories || id in state.services;
    for (const [id, granted] of Object.entries(answers)) {
        if (!isKnown(id))
            report('unknown-id', 'choose', id);
        else if (granted && !acted)
            report('api-grant', id);
    }
    // What names nothing is no answer, and does not make an old one younger (F8).
    if (!Object.keys(answers).some((id) => id !== NECESSARY && isKnown(id)))
        return;
    const by = acted ? 'user' : 'api';
    store({ ...core, config }, makeRecord({ ...core, config }, answers, by, outright), by);
}
const all = (core, granted, ids = Object.keys(core.config?.categories ?? {})) => {
    choose(core, Object.fromEntries(ids.filter((id) => id !== NECESSARY).map((id) => [id, granted])), granted);
};
export const acceptAll = (core) => {
    all(core, true);
};
export const rejectAll = (core) => {
    all(core, false);
};
export const withdraw = (core, ids) => {
    all(core, false, ids);
};
/**
 * Keeps what holds without an answer of now: what the browser's signal decided, since a later page without the signal is no yes (K8); and
 * a record that lasts longer than the 400 days after which browsers forget a cookie.
 */
export function keep(core) {
    const { config, state, now } = core;
    if (!config)
        return;
    const made = state.gpc.applied ? makeRecord({ ...core, config }, {}, 'gpc') : core.record;
    if (!made)
        return;
    // An opt-out may be renewed, and is then old enough once; a yes is not (F8).
    const isRefusal = state.regime !== 'opt-in' && !/[UAG]/.test(lettersOf(made));
    const isOld = now() - made.decidedAt > (LONGEST_SECONDS / 2) * 1000;
    const record = isRefusal && isOld ? { ...made, decidedAt: fullMinute(now()) } : made;
    if (state.gpc.applied)
        store({ ...core, config }, record, 'gpc');
    else
        storeRecord(record, config, state, now());
}
export function reset(core) {
    try {
        if (core.config)
            removeCookie(core.config.cookie.name);
    }
    catch {
        // Nothing is stored where nothing can be.
    }
    core.take(undefined, true, 'user');
}
