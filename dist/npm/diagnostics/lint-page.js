/** The linter, of a page with `data-debug`, as it stands once it is parsed and its consent is ready. */
import { optOutLinks } from '../locales/en.js';
import { lint } from './lint.js';
import { listed } from './read-json.js';
import { tagOf } from './tag-of.js';
import { trackerOf } from './trackers.js';
import { shown } from './words.js';
const FETCHED = ['src', 'srcset', 'href', 'poster', 'data'];
/** A link is followed by people, and fetched by nobody before. */
const LINKS = 'a, area';
const WAY_BACK = '[data-askfirst-open]';
const TITLES = `${listed(optOutLinks.map((title) => `"${title}"`))} (CCPA regulations, sections 7013 to 7015)`;
/** What matches in the document and in the open shadow roots of what stands there. */
function findAll(root, selector) {
    const inShadows = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ? findAll(shadowRoot, selector) : []);
    return [...root.querySelectorAll(selector), ...inShadows];
}
/** Whether a browser goes and fetches an address: not what stands in the page itself. */
function isFetched(address) {
    try {
        return /^https?:$/.test(new URL(address, 'https://relative.invalid').protocol);
    }
    catch {
        return false;
    }
}
/** Names of the attributes that hold an address in the open. What came alive has the twin that held it back. */
const liveAttributes = (element) => element.matches(LINKS)
    ? []
    : FETCHED.filter((name) => {
        const address = element.getAttribute(name);
        return address && isFetched(address) && element.dataset[name] === undefined;
    });
const shownIn = (element, name) => `${name}=${shown(element.getAttribute(name))}`;
/** A gated element that holds an address in the open is no gated one (A5); nor is what stands in its like for its parent. */
function lintAddresses(page) {
    const parts = ':is(video, audio, picture)[data-consent] :is(source, track, img):not([data-consent])';
    return findAll(page, `[data-consent]:not(script), ${parts}`).flatMap((element) => liveAttributes(element).map((name) => lint('A5', tagOf(element), `${tagOf(element)} should hold its address back as data-${name}, since browsers fetch ${name} before anybody can be asked, but carries ${shownIn(element, name)}. It is fetched without a yes.`)));
}
/** Whether a script waits, or has come alive: then it has the type that `data-type` names, or an empty one. */
const isGated = (script) => {
    const type = script.getAttribute('type')?.toLowerCase();
    return type === 'text/plain' || type === (script.dataset.type ?? '');
};
/** Only `text/plain` keeps a script from running (A5). */
const lintScripts = (page) => findAll(page, 'script[data-consent]')
    .filter((script) => !isGated(script))
    .map((script) => {
    const type = script.getAttribute('type');
    const runs = type === null || /^(|module|\w+\/(x-)?(java|ecma|j)script)$/i.test(type.trim());
    return lint('A5', tagOf(script), `${tagOf(script)} should have type="text/plain", which holds it until it is granted, but has ${type === null ? 'no type' : `type=${shown(type)}`}. ${runs ? 'It runs without a yes.' : 'It never runs, a yes or not.'}`);
});
/** A template holds what is in its content, and of that not what Firefox fetches ahead (A4, A5). */
function lintTemplates(page) {
    return findAll(page, 'template[data-consent]').flatMap((template) => [
        ...[...template.children].map((child) => lint('A4', tagOf(template), `${tagOf(template)} should hold its markup in its content, best as text in one <textarea>, but ${tagOf(child)} was appended as a child, as some frameworks do. It is live without a yes.`)),
        ...[...template.content.querySelectorAll('*')].flatMap((element) => element.matches('script[type="text/plain"]')
            ? []
            : liveAttributes(element).map((name) => lint('A5', tagOf(template), `${tagOf(template)} should hold addresses back as data-${name}, or its markup as text in one <textarea>, since Firefox fetches ${name} in a template ahead, but holds ${tagOf(element)} with ${shownIn(element, name)}. It is fetched there without a yes.`))),
    ]);
}
/** An image or frame of a tracker for those without scripts is fetched by no gate's leave (A16). */
const lintNoscript = (page) => findAll(page, 'noscript').flatMap(({ innerHTML }) => [...innerHTML.matchAll(/<(img|iframe)\b[^>]*?\ssrc\s*=\s*["']?([^"'\s>]+)/gi)].flatMap(([, name = '', address = '']) => {
    const tracker = trackerOf(address);
    return tracker
        ? [
            lint('A16', 'noscript', `<noscript> should hold nothing of a tracker, since no gate works without scripts, but holds <${name.toLowerCase()}> of ${tracker} (${shown(address)}). It is fetched without a yes where scripts are off.`),
        ]
        : [];
}));
/** The way back to the question (E1). */
const lintWayBack = (page, { config }) => config?.ui.settingsButton === false && !findAll(page, WAY_BACK).length
    ? [
        lint('E1', 'data-askfirst-open', 'the page should hold an element with data-askfirst-open, since "ui.settingsButton" is false and taking consent back is as easy as giving it (GDPR art. 7(3)), but holds none. Nobody can change their mind here.'),
    ]
    : [];
/** The link to the opt-out, by the name that the law gives to it, with an address for those without scripts (J3). */
function lintOptOut(page, { config, state }) {
    if (!config || state.regime !== 'opt-out')
        return [];
    const titled = findAll(page, `a, ${WAY_BACK}`).filter(({ textContent }) => optOutLinks.includes(textContent.replace(/\s+/g, ' ').trim()));
    const leads = (link) => link.matches('a[href]') && !/^\s*(#|javascript:|$)/i.test(link.getAttribute('href') ?? '');
    if (titled.some((link) => link.matches(WAY_BACK) && leads(link)))
        return [];
    if (!titled.length)
        return [
            lint('J3', 'data-askfirst-open', `the page should hold a link with data-askfirst-open and one of the titles ${TITLES} where the regime is "opt-out", but holds none. Nobody finds the opt-out by the name that the law gives to it.`),
        ];
    return titled.map((link) => {
        const title = `"${link.textContent.replace(/\s+/g, ' ').trim()}"`;
        return lint('J3', tagOf(link), leads(link)
            ? `${tagOf(link)} ${title} should have data-askfirst-open, by which it opens the preferences, but has not. It leads away instead.`
            : `${tagOf(link)} ${title} should be a link with an address in href that leads to the opt-out where scripts are off, but has none. There it leads nowhere.`);
    });
}
/** @param consent - The running consent, where the page has one. */
export const lintPage = (page, consent) => [
    ...lintScripts(page),
    ...lintAddresses(page),
    ...lintTemplates(page),
    ...lintNoscript(page),
    ...(consent ? [...lintWayBack(page, consent), ...lintOptOut(page, consent)] : []),
];
