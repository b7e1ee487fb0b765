/**
 * What happens when somebody answers: the record is made and stored, what was refused is erased, and the page learns what changed. A
 * chunk of its own: it is fetched behind the question, so that whoever has answered before, and only reads, never loads it.
 */
import { NECESSARY } from '../core/decide.js';
import { expiryOf, fingerprint, writeRecord } from '../core/record.js';
import { readSignals } from '../core/signals.js';
import { cookieValues } from '../core/storage.js';
import { setCookie } from './cookie.js';
import { table } from '../core/table.js';
export { describe } from './describe.js';
export { inspect } from './inspect.js';
export { sweep } from './sweep.js';
const MINUTE = 60_000;
/** Browsers cap a cookie's life at 400 days (RFC 6265bis). */
const LONGEST_SECONDS = 400 * 24 * 60 * 60;
/**
 * The record after these answers. They name what they change, categories or services; a service beats its category. A category's answer
 * covers all its services, and replaces what was said of them before. What expired is not carried over.
 */
export function makeRecord({ config, state, record, now }, answers, acted) {
    const letter = (granted) => (acted ? 'uU' : 'aA').charAt(Number(granted));
    const entries = table(state.decidedAt === null ? [] : Object.entries(record?.entries ?? {}));
    const given = new Map(Object.entries(answers));
    for (const [id, { revision = 1 }] of Object.entries(config.categories)) {
        if (id === NECESSARY)
            continue;
        const covered = config.services.filter((service) => service.category === id);
        const answer = given.get(id);
        if (answer !== undefined) {
            entries[id] = {
                answer: letter(answer),
                revision,
                services: table(covered.map((service) => [fingerprint(service), '-'])),
            };
        }
        for (const service of covered) {
            const own = given.get(service.id);
            if (own === undefined)
                continue;
            const entry = entries[id] ?? { answer: '-', revision, services: {} };
            // A category that is asked anew covers nothing for the time being.
            const mark = letter(own) === entry.answer && entry.revision >= revision ? '-' : letter(own);
            entries[id] = { ...entry, services: table([...Object.entries(entry.services), [fingerprint(service), mark]]) };
        }
    }
    return {
        revision: config.revision,
        decidedAt: Math.floor(now() / MINUTE) * MINUTE,
        regime: state.regime.replace('opt-', '').charAt(0),
        gpc: readSignals().gpc,
        entries,
    };
}
/** Stores a record in its cookie: first-party, host-only unless a domain is configured (requirement F5). @returns whether it is there. */
export function storeRecord(record, config, now) {
    const { cookie } = config;
    const text = writeRecord(record);
    const seconds = Math.min(Math.floor((expiryOf(record, config) - now) / 1000), LONGEST_SECONDS);
    try {
        setCookie(cookie.name, text, cookie, seconds);
        return cookieValues(document.cookie, cookie.name).includes(text);
    }
    catch {
        // A sandboxed document has no cookies.
        return false;
    }
}
export function choose(core, answers) {
    const { config, state, report, now } = core;
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
    const record = makeRecord({ ...core, config, state, record: core.record }, answers, acted);
    const kept = storeRecord(record, config, now());
    if (!kept)
        report('storage', config.cookie.name);
    core.take(record, kept, acted);
}
const all = (core, granted, ids = Object.keys(core.config?.categories ?? {})) => {
    choose(core, Object.fromEntries(ids.filter((id) => id !== NECESSARY).map((id) => [id, granted])));
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
export function reset(core) {
    try {
        if (core.config)
            setCookie(core.config.cookie.name, '', core.config.cookie, 0);
    }
    catch {
        // Nothing is stored where nothing can be.
    }
    core.take(undefined, true, true);
}
