/** Follows the consent, and opens what waits on the page: in document order, each element once. */
import { NECESSARY } from '../core/decide.js';
import { isSafeUrl } from '../core/url.js';
import { startHost } from './host.js';
import { addressOf, reviveScript, setAddresses, unpack } from './revive.js';
const GATED = '[data-consent]';
const INERT = 'script[type="text/plain"]';
/** What can wait: a script that came alive keeps its attributes, and waits no more. */
const WAITING = `${GATED}:not(script),${INERT}${GATED}`;
/**
 * Whether something that a refused service declares stands on the device: it was there before, or a tracker wrote it while its page
 * ended. A look by name is enough: what erases looks closer.
 */
async function hasLeftovers({ config, state }) {
    const names = (config?.services ?? []).flatMap(({ id, cookies = [], storage = [] }) => {
        const { decided, granted } = state.services[id] ?? {};
        return decided && !granted ? [...cookies.map(({ name }) => name), ...storage] : [];
    });
    if (!names.length)
        return false;
    const present = [
        document.cookie,
        ...Object.keys(localStorage),
        ...Object.keys(sessionStorage),
        ...(await indexedDB.databases()).map(({ name }) => name),
    ].join();
    return names.some((name) => present.includes(name.replace(/^\w+:|\*$/g, '')));
}
/** Starts the gate. Until the consent is ready, and wherever it says no, all declared markup stays inert. */
export function startGate(consent, { nonce, ...hostOptions } = {}) {
    /** Found and not yet live, in document order. */
    let waiting = [];
    const seen = new WeakSet();
    /** What withdrawal puts back, with the nodes that a template brought. */
    const live = new Map();
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
        const address = addressOf(element);
        const isScript = element.matches(INERT);
        if (isScript && nonce && element.nonce !== nonce) {
            consent.report('nonce', 'script', element);
        }
        else if (address && !isSafeUrl(address)) {
            consent.report('address', address, element);
        }
        else if (isScript) {
            for (const id of idsOf(element))
                ran.add(id);
            return reviveScript(element, consent.config?.timeout ?? 0);
        }
        else if (element instanceof HTMLTemplateElement) {
            const nodes = unpack(element);
            const children = [...nodes.childNodes];
            // A script runs once a page view: a template that brought one is not unpacked again.
            if (!nodes.querySelector(INERT))
                live.set(element, children);
            element.after(nodes);
            for (const child of children)
                find(child);
        }
        else {
            live.set(element, []);
            setAddresses(element, true);
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
                if (element.isConnected)
                    await open(element);
                else
                    seen.delete(element);
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
            waiting.push(element);
            setAddresses(element, false);
            for (const node of brought)
                node.remove();
        }
        void openAll();
    });
    consent.on('done', ({ withdrawn }) => {
        if (consent.config?.withdrawal.reload && withdrawn.some((id) => ran.has(id)))
            location.reload();
    });
    consent.on('ready', () => {
        // Where the browser gives no access, nothing is left.
        hasLeftovers(consent).then((left) => {
            if (left)
                consent.erase();
        }, () => undefined);
    });
    watch(document);
    startHost(consent, hostOptions);
    return { watch };
}
