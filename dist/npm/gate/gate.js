/** Follows the consent, and opens what waits on the page: in document order, each element once. */
import { NECESSARY } from '../core/decide.js';
import { isSafeUrl } from '../core/url.js';
import { startHost } from './host.js';
import { addressesOf, hideAddress, reviveScript, setAddresses, unpack } from './revive.js';
const GATED = '[data-consent]';
const INERT = 'script[type="text/plain"]';
/** What can wait: a script that came alive keeps its attributes, and waits no more. */
const WAITING = `${GATED}:not(script),${INERT}${GATED}`;
/** Marks what a template has brought. */
const BROUGHT = 'data-askfirst-brought';
/**
 * Erases what a refused service left: it was there before, or a tracker wrote it while its page ended. A look by name is enough here:
 * what erases looks closer.
 */
async function eraseLeftovers({ config, state, erase }) {
    const names = (config?.services ?? []).flatMap(({ id, cookies = [], storage = [] }) => {
        const { decided, granted } = state.services[id] ?? {};
        return decided && !granted ? [...cookies.map(({ name }) => name), ...storage] : [];
    });
    if (!names.length)
        return;
    try {
        const databases = await indexedDB.databases().catch(() => []);
        const left = [
            document.cookie,
            ...[localStorage, sessionStorage].map(Object.keys),
            ...databases.map(({ name }) => name),
        ];
        if (names.some((name) => left.join().includes(name.replace(/^\w+:|\*$/g, ''))))
            erase();
    }
    catch {
        // Where the browser gives no access, nothing is left.
    }
}
/** Starts the gate. Until the consent is ready, and wherever it says no, all declared markup stays inert. */
export function startGate(consent, { nonce, ...hostOptions } = {}) {
    /** Found and not yet live, in document order. */
    let waiting = [];
    const seen = new WeakSet();
    /** What withdrawal puts back, with the nodes that a template brought. */
    const live = new Map();
    /** Templates that are not unpacked a second time. */
    const once = new Set();
    /** Ids in whose name a script has run: only a reload ends it. */
    const ran = new Set();
    let opening = false;
    /** Whether something came since `waiting` was last gone through. */
    let arrived = false;
    const idsOf = ({ dataset: { consent: ids, service = '' } }) => `${ids ?? ''} ${service}`.trim().split(/\s+/);
    /** Every id must be granted (A10), but a service beats its own category. What is necessary is not gated: that is a mistake. */
    const isAllowed = (element) => {
        const { config, state } = consent;
        const own = config?.services.find(({ id }) => id === element.dataset.service)?.category;
        return idsOf(element).every((id) => id === own || (id !== NECESSARY && (state.categories[id] ?? state.services[id])?.granted));
    };
    /** Brings one element to life. @returns what the next one has to wait for. */
    const open = (element) => {
        const unsafe = addressesOf(element).find((address) => !isSafeUrl(address));
        const isScript = element.matches(INERT);
        const { sensitive = false, timeout = 0 } = consent.config ?? {};
        if (sensitive)
            hideAddress(element);
        if (isScript && nonce && element.nonce !== nonce) {
            consent.report('nonce', 'script', element);
        }
        else if (unsafe !== undefined) {
            consent.report('address', unsafe, element);
        }
        else if (isScript) {
            for (const id of idsOf(element))
                ran.add(id);
            return reviveScript(element, timeout);
        }
        else if (element instanceof HTMLTemplateElement) {
            const nodes = unpack(element, sensitive);
            const children = [...nodes.childNodes];
            // A script runs once a page view: a template that brought one is not unpacked again.
            if (nodes.querySelector(INERT))
                once.add(element);
            live.set(element, children);
            for (const child of nodes.children)
                child.toggleAttribute(BROUGHT, true);
            element.after(nodes);
            children.forEach(find);
        }
        else {
            live.set(element, []);
            element.toggleAttribute('data-turbo-permanent', true);
            // WebKit asks for the policy of addresses only where a frame is new on the page.
            const { parentNode, nextSibling } = element;
            const isNew = sensitive && element.localName === 'iframe';
            if (isNew)
                element.remove();
            setAddresses(element, true);
            if (isNew)
                parentNode?.insertBefore(element, nextSibling);
        }
        return undefined;
    };
    /** Opens what may open, one behind the other. What arrives meanwhile is taken in its turn. */
    const openAll = async () => {
        arrived = true;
        if (opening)
            return;
        opening = true;
        while (arrived) {
            arrived = false;
            for (const element of [...waiting]) {
                if (!isAllowed(element))
                    continue;
                waiting = waiting.filter((one) => one !== element);
                try {
                    if (element.isConnected)
                        await open(element);
                    else
                        seen.delete(element);
                }
                catch (error) {
                    // One that cannot be brought to life holds up none of the others.
                    consent.report('release', String(error), element);
                }
                // Something came, perhaps ahead of what is next here: begin again at the start of the document.
                // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- open() and the observer set it
                if (arrived)
                    break;
            }
        }
        opening = false;
    };
    /** Notes what waits in a node. */
    const find = (root) => {
        if (!('querySelectorAll' in root))
            return;
        for (const element of [root, ...root.querySelectorAll(GATED)]) {
            if (seen.has(element) || !(element instanceof Element) || !element.matches(WAITING))
                continue;
            seen.add(element);
            waiting.push(element);
            arrived = true;
        }
        if (arrived)
            waiting.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    };
    const observer = new MutationObserver((records) => {
        for (const { addedNodes } of records)
            addedNodes.forEach(find);
        if (arrived)
            void openAll();
    });
    const watch = (root) => {
        find(root);
        observer.observe(root, { childList: true, subtree: true });
        void openAll();
    };
    consent.on('gate', () => {
        for (const [element, brought] of live) {
            if (isAllowed(element))
                continue;
            live.delete(element);
            if (!once.has(element))
                waiting.push(element);
            setAddresses(element, false);
            for (const node of brought)
                node.remove();
        }
        void openAll();
    });
    consent.on('done', ({ withdrawn }) => {
        const { withdrawal, sensitive } = consent.config ?? {};
        // On a sensitive page nothing that was seen stays in memory either (L8).
        if (withdrawn.some((id) => sensitive || (withdrawal?.reload && ran.has(id))))
            location.reload();
    });
    // Turbo's copy of a page holds what was released on it. It waits again, like the first time, since the answer may be another one now.
    addEventListener('turbo:before-render', (event) => {
        const { newBody } = event.detail;
        for (const element of newBody.querySelectorAll(`${GATED},[${BROUGHT}]`)) {
            if (element.hasAttribute(BROUGHT))
                element.remove();
            else if (element instanceof HTMLScriptElement)
                element.type = 'text/plain';
            else
                setAddresses(element, false);
        }
    });
    void consent.ready.then(() => eraseLeftovers(consent));
    watch(document);
    startHost(consent, hostOptions);
    return { watch };
}
