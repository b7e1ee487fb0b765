/**
 * What waits and is no script: embeds, media, links, and templates with a vendor's snippet. A chunk of its own, fetched where a page
 * holds one, so that no other page pays for it. The placeholder, which needs the interface, is one more behind it.
 */
import { isSafeUrl } from '../core/url.js';
import { BROUGHT, DECLARED, GATED, HIDDEN, idsOf, INERT, said, WAITING } from '../core/markup.js';
import { hideAddress, RUNS } from './scripts.js';
/** Attributes by which declared markup holds an address back, as `data-src` and so on. */
const HELD = ['src', 'srcset', 'href', 'poster', 'data'];
/** What has a place on the page that a placeholder can take. */
const SHOWN = 'iframe,video,audio,img,object,embed';
/** CSS pixels of width and height from which on something is there to be seen: smaller ones count visitors. */
const SMALLEST = 40;
const EMBED = 'consent-embed';
/** Gives an element its addresses, `data-src` as `src` and so on, or takes them away again. */
function setAddresses(element, live) {
    for (const name of HELD) {
        const address = said(element, name);
        if (!address)
            continue;
        if (live)
            element.setAttribute(name, address);
        else
            element.removeAttribute(name);
    }
    // Media look at their sources once, and go on playing what they have. Captions come by themselves.
    if (element.localName !== 'track')
        element.closest('audio,video')?.load();
}
/**
 * What a gated template holds, as nodes of this document, its scripts inert and gated like the template.
 * Text in one `<textarea>` is parsed here and now: live addresses of a plain template are fetched ahead by Firefox's speculative parser.
 */
function unpack(template, sensitive, trusted) {
    const { content } = template;
    const [first, second] = content.children;
    let source = content;
    if (first?.localName === 'textarea' && !second) {
        // In the body from the start: in a head, what stands inside <noscript> would be moved out of it.
        source = new DOMParser().parseFromString(trusted('createHTML', `<body>${first.textContent}`), 'text/html').body;
    }
    // Parsed without scripting, the inside of <noscript> would come alive: here scripts do run. An image starts as it is adopted.
    for (const alternative of source.querySelectorAll('noscript'))
        alternative.remove();
    // Before an image is adopted, since it starts by that.
    if (sensitive)
        source.querySelectorAll('[src],[data-src]').forEach(hideAddress);
    const nodes = document.createDocumentFragment();
    for (const node of source.childNodes)
        nodes.append(document.importNode(node, true));
    for (const script of nodes.querySelectorAll('script')) {
        // What is no script (JSON-LD, a template language), or gated by itself, stays what it is.
        if (!RUNS.test(script.type) && script.type !== 'importmap')
            continue;
        for (const { name, value } of template.attributes)
            if (name.startsWith('data-'))
                script.setAttribute(name, value);
        script.setAttribute('data-type', script.type);
        script.type = 'text/plain';
        script.nonce ||= template.nonce;
    }
    return nodes;
}
const isThere = ({ width, height }) => Math.min(width, height) >= SMALLEST;
/** Starts what waits and is no script. */
export function startEmbeds({ consent, done, permitted, isAllowed, release, trusted, loadPlaceholder, loadDeclaration, }) {
    /** What withdrawal puts back, with the nodes that a template brought. */
    const live = new Map();
    /** Templates that are not unpacked a second time. */
    const once = new WeakSet();
    /** How the ids of what was let through once stood at that moment. */
    const terms = new Map();
    /** Placeholders of this gate, by what they stand for. */
    const placeholders = new Map();
    /** Those of the site's own, around what waits. */
    const frames = new Set();
    const termsOf = (element) => idsOf(element)
        .map((id) => {
        const { granted, decided } = consent.state.categories[id] ?? consent.state.services[id] ?? {};
        return `${String(granted)} ${String(decided)}`;
    })
        .join();
    let defined;
    const define = () => (defined ??= Promise.resolve(loadPlaceholder?.()).then(() => customElements.whenDefined(EMBED), (error) => {
        consent.report('interface', EMBED, error);
        // Nobody waits for it any more: what is held stays held.
        return new Promise(() => undefined);
    }));
    const heldBy = (elements) => ({
        consent,
        elements,
        ids: [...new Set(elements.flatMap(idsOf))],
        loadOnce() {
            for (const element of elements) {
                permitted.add(element);
                terms.set(element, termsOf(element));
            }
            follow();
            void release();
        },
    });
    const place = (element) => {
        void define().then(() => {
            // One that has left by itself holds nothing. Whoever takes it away does not want it: then it comes no second time.
            if (isAllowed(element) || !element.isConnected || placeholders.get(element)?.held)
                return;
            const placeholder = document.createElement(EMBED);
            placeholder.toggleAttribute(BROUGHT, true);
            placeholder.held = heldBy([element]);
            placeholders.set(element, placeholder);
            element.before(placeholder);
        });
    };
    /** A frame in a closed tab has no box, and gets one when the tab is opened. */
    const sizes = new ResizeObserver((entries) => {
        for (const { target } of entries) {
            if (!isThere(target.getBoundingClientRect()))
                continue;
            sizes.unobserve(target);
            place(target);
        }
    });
    /** Shows what a frame of the site's own is around, or what stands in for it. */
    const update = (frame) => {
        const waiting = [...frame.querySelectorAll(WAITING)].filter((element) => !done.has(element) && !isAllowed(element));
        if (waiting.length)
            frame.held = heldBy(waiting);
        else if (frame.held) {
            if (frame.matches(':focus-within')) {
                frame.tabIndex = -1;
                frame.focus();
            }
            frame.held = undefined;
        }
    };
    const focusOn = (element) => {
        if (!(element instanceof HTMLElement))
            return;
        if (!element.matches('iframe,[controls],[tabindex]'))
            element.tabIndex = -1;
        element.focus({ preventScroll: true });
    };
    const open = (element) => {
        const { sensitive = false } = consent.config ?? {};
        const unsafe = HELD.map((name) => said(element, name)).find((address) => address && !isSafeUrl(address));
        if (unsafe) {
            consent.report('address', unsafe, element);
            return;
        }
        if (sensitive)
            hideAddress(element);
        const placeholder = placeholders.get(element);
        const hadFocus = [placeholder, element.closest(EMBED)].some((one) => one?.matches(':focus-within'));
        placeholders.delete(element);
        placeholder?.parentNode?.removeChild(placeholder);
        element.removeAttribute(HIDDEN);
        sizes.unobserve(element);
        if (element instanceof HTMLTemplateElement) {
            const nodes = unpack(element, sensitive, trusted);
            const children = [...nodes.childNodes];
            const scripts = nodes.querySelectorAll(INERT);
            // A script runs once a page view: a template that brought one is not unpacked again.
            if (scripts.length)
                once.add(element);
            if (permitted.has(element))
                for (const script of scripts)
                    permitted.add(script);
            live.set(element, children);
            for (const child of nodes.children)
                child.toggleAttribute(BROUGHT, true);
            const [first] = nodes.children;
            element.after(nodes);
            if (hadFocus)
                focusOn(first);
            return;
        }
        live.set(element, []);
        element.toggleAttribute('data-turbo-permanent', true);
        const isFrame = element.localName === 'iframe';
        const start = () => {
            if (!live.has(element))
                return;
            // WebKit asks for the policy of addresses only where a frame is new on the page.
            const { parentNode, nextSibling } = element;
            const isNew = sensitive && isFrame;
            if (isNew)
                element.remove();
            setAddresses(element, true);
            if (isNew)
                parentNode?.insertBefore(element, nextSibling);
            if (hadFocus)
                focusOn(element);
        };
        // Chromium 153 never loads a frame that is given its address in a microtask after the parser has met it.
        if (isFrame)
            setTimeout(start);
        else
            start();
    };
    const hold = (element) => {
        if (element.localName === DECLARED) {
            done.add(element);
            // It is there with the first update, however late the element comes alive.
            element.consent = consent;
            loadDeclaration?.().catch((error) => {
                consent.report('interface', DECLARED, error);
            });
            return;
        }
        const frame = element.closest(EMBED);
        if (frame) {
            if (!frames.has(frame))
                void define();
            frames.add(frame);
            update(frame);
        }
        else if (element.matches(SHOWN) && !placeholders.get(element)?.isConnected) {
            // A copy of one that was held is hidden as well, and has nobody in its place.
            element.removeAttribute(HIDDEN);
            // Without an address some browsers give an image no box, whatever its attributes say.
            const sizeOf = (name) => Number(element.getAttribute(name));
            if (element.localName === 'img' && isThere({ width: sizeOf('width'), height: sizeOf('height') }))
                place(element);
            else
                sizes.observe(element);
        }
    };
    const follow = () => {
        let isToEnd = false;
        for (const [element, then] of terms) {
            if (termsOf(element) === then)
                continue;
            terms.delete(element);
            permitted.delete(element);
            isToEnd ||= !isAllowed(element) && (once.has(element) || element.localName === 'script');
        }
        for (const [element, brought] of live) {
            if (isAllowed(element))
                continue;
            live.delete(element);
            if (!once.has(element))
                done.delete(element);
            setAddresses(element, false);
            // Firefox gives a frame back on a reload what it showed, whatever the markup says; not one that has just come.
            if (element.localName === 'iframe')
                element.replaceWith(element);
            // Not `remove()`: Prototype.js has one of its own, which takes no node that is gone already.
            for (const node of brought)
                node.parentNode?.removeChild(node);
        }
        frames.forEach(update);
        return isToEnd;
    };
    /** What scripts have written, by script, until it is taken over into the page. */
    const drafts = new Map();
    const write = async (script, texts) => {
        const draft = drafts.get(script) ?? document.implementation.createHTMLDocument('');
        const isFirst = !drafts.has(script);
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- what is written here is what the script has called by that name
        draft.write(...texts);
        drafts.set(script, draft);
        if (!isFirst)
            return;
        // All that it writes in one go belongs together, as a start tag and its end.
        await Promise.resolve();
        drafts.delete(script);
        // Gated like the script, so that it waits for its turn, and ends with it.
        const template = document.createElement('template');
        for (const name of ['consent', 'service']) {
            const ids = said(script, name);
            if (ids)
                template.setAttribute(`data-${name}`, ids);
        }
        template.content.append(...draft.head.childNodes, ...draft.body.childNodes);
        if (permitted.has(script))
            permitted.add(template);
        script.after(template);
    };
    // Turbo's copy of a page holds what was released on it. It waits again, like the first time, since the answer may be another one now.
    addEventListener('turbo:before-render', (event) => {
        const { newBody } = event.detail;
        for (const element of newBody.querySelectorAll(`${GATED}:not(script),[${BROUGHT}]`)) {
            if (element.hasAttribute(BROUGHT))
                element.remove();
            else
                setAddresses(element, false);
        }
    });
    return { open, hold, follow, write };
}
