/** Words for what the gate notices while a page runs. Each tells what was expected, what was found, and what happens now. */
import { tagOf } from './tag-of.js';
import { DENIED, shown } from './words.js';
const said = (found) => found instanceof Error ? found.message : found instanceof Element ? tagOf(found) : shown(found);
/** Where in a text `JSON.parse` stopped, in words. */
function jsonFault(text) {
    try {
        JSON.parse(text);
        return 'it is JSON now';
    }
    catch (error) {
        return text.trimStart().startsWith('<') ? 'it is a page of HTML' : error.message;
    }
}
/** Why a configuration was not to be had. */
const whyNot = (path, found) => path.startsWith('#')
    ? 'no element has this id'
    : found instanceof Error && /^\d+$/.test(found.message)
        ? `the server answered ${found.message}`
        : said(found);
const words = {
    json: [
        'A14',
        'error',
        (path, found) => `the configuration (${path}) should be JSON, but ${jsonFault(String(found))}. ${DENIED}`,
    ],
    'config-source': [
        'A14',
        'error',
        (path, found) => `the configuration should be at "${path}", but ${whyNot(path, found)}. ${DENIED}`,
    ],
    'second-configuration': [
        'C12',
        'error',
        (path) => `a page has one configuration, before the tag; another${path && ` (${path})`} was found. The first one counts, the other is left aside.`,
    ],
    'second-tag': [
        'C12',
        'warning',
        (path) => `a page has one tag for ${path}; another was found. The first one works, the other does nothing.`,
    ],
    record: [
        'F4',
        'warning',
        (path, found) => `the cookie "${path}" should hold a record of this version, but holds ${said(found)}. It is left as it is, and the question is asked again.`,
    ],
    storage: [
        'F6',
        'warning',
        (path) => `the choice should be kept in the cookie "${path}", but the browser does not keep it. It counts for this page view, and is asked again on the next.`,
    ],
    'unknown-id': [
        'A14',
        'error',
        (path, found) => `${path}() should name a category or a service of the configuration, but names ${said(found)}. It counts as not granted.`,
    ],
    'gated-id': [
        'A14',
        'error',
        (path, found) => `${said(found)} should name categories or services of the configuration, but "${path}" is none of them. It stays off.`,
    ],
    necessary: [
        'A4',
        'error',
        (_, found) => `${said(found)} is gated, but what is necessary needs no gate: write it as ordinary markup. Until then it stays off.`,
    ],
    nonce: [
        'A12',
        'error',
        (_, found) => `${said(found)} should carry the nonce of the AskFirst tag, since the gate never lends it, but does not. It stays off.`,
    ],
    release: [
        'A14',
        'error',
        (path, found) => `${said(found)} could not be brought to life: ${path}. It stays off, and those behind it go on.`,
    ],
    embeds: [
        'A14',
        'error',
        (path, found) => `${path} could not be loaded: ${said(found)} was not found, or is not what was built. Embeds and templates stay off, scripts go on.`,
    ],
    integrations: [
        'N1',
        'error',
        (_, found) => `the vendors of "integrations" should be told before any script runs, but one could not be: ${said(found)} was not found, is not what was built, or was refused. Gated scripts stay off; embeds and the page go on.`,
    ],
    'import-map': [
        'A12',
        'warning',
        () => 'a gated import map was refused by this browser, which takes none once a module was asked for, or no second one. Modules that need it fail here: bundle them, or use full addresses.',
    ],
    address: [
        'H2',
        'error',
        (path, found) => `${said(found)} should have an address that is fetched, but has "${path}". It stays off.`,
    ],
    link: [
        'H2',
        'error',
        (path, found) => `"${path}" should be an address with https:, http: or mailto:, or a relative one, but is ${said(found)}. The link is left out.`,
    ],
    interface: [
        'Q2',
        'error',
        (path, found) => `the ${path} could not be shown: ${said(found)} was not found, or is not what was built. Nothing is granted, and the page works on.`,
    ],
    hidden: [
        'Q2',
        'error',
        (path) => `the ${path} should be seen, but the page gives <cookie-consent> no box. It was closed again, so that the page works on; nothing is granted.`,
    ],
    answers: [
        'A14',
        'error',
        (_, found) => `the answer could not be stored: ${said(found)} was not found, or is not what was built. Nothing is changed; the next try fetches it again.`,
    ],
    chunk: ['B11', 'warning', (path, found) => `"${path}" could not be loaded: ${said(found)}. English takes its place.`],
    subscriber: [
        'A14',
        'error',
        (path, found) => `a listener${path && ` for "${path}"`} failed: ${said(found)}. The others were called all the same.`,
    ],
    'api-grant': [
        'B8',
        'warning',
        (path) => `${path} was granted by a script without a click or key press of the visitor just before. Consent is a clear act by a person; this one is recorded as "api".`,
    ],
    region: [
        'I3',
        'warning',
        (path, found) => `"${path}" should be known within a second, but came to ${typeof found === 'string' ? found : said(found)}. "opt-in", the strictest, is taken for this page view.`,
    ],
    'google-late': [
        'M3',
        'error',
        (path) => `the default of Google Consent Mode should be the first thing in ${path}, but a Google tag came first and did not wait for it. Put the AskFirst tag before it, and gate it.`,
    ],
};
/** @returns nothing for what the configuration's own findings say better. */
export function describeProblem({ rule: code, path, found }) {
    const known = words[code];
    if (!known)
        return undefined;
    const [rule, level, text] = known;
    return { rule, level, path, message: `AskFirst: ${text(path, found)}` };
}
