/** From an inert element to a live one: attributes kept, the nonce never lent. */
import { trusted } from '../core/trusted-types.js';
/** Attributes by which declared markup holds an address back, as `data-src` and so on. */
const HELD = ['src', 'srcset', 'href', 'poster', 'data'];
/** Addresses that an element will be given; for a script also the one that it has, since as text it is not fetched. */
export const addressesOf = (element) => [...HELD.map((name) => element.dataset[name]), element.getAttribute('src')].filter((address) => address != null);
/**
 * Puts a live script in the place of an inert one. It keeps every attribute but `type`, which `data-type` replaces.
 * @returns a promise of its end (load, error, or `timeout` milliseconds) where the next one has to wait for it: an external script
 * without `async`; otherwise `undefined`. An inline module runs later and tells nobody when it is done.
 */
export function reviveScript(inert, timeout) {
    const live = document.createElement('script');
    const [address] = addressesOf(inert);
    for (const attribute of inert.attributes) {
        // A copy of the node, since markup may hold names that setAttribute() refuses.
        if (attribute.name !== 'src')
            live.setAttributeNode(attribute.cloneNode());
    }
    live.type = inert.dataset.type ?? '';
    live.nonce = inert.nonce;
    // A script that is inserted by a script is asynchronous unless told otherwise.
    live.async = inert.hasAttribute('async');
    if (address)
        live.src = trusted('createScriptURL', address);
    else
        live.text = trusted('createScript', inert.text);
    const end = address && !live.async
        ? new Promise((resolve) => {
            live.onload = live.onerror = resolve;
            setTimeout(resolve, timeout);
        })
        : undefined;
    inert.replaceWith(live);
    return end;
}
/** Of a sensitive page nobody who is fetched learns more than the site it is on (requirement L4). */
export function hideAddress(element) {
    if (element.getAttribute('referrerpolicy') !== 'no-referrer')
        element.setAttribute('referrerpolicy', 'strict-origin');
}
/** Gives an element its addresses, `data-src` as `src` and so on, or takes them away again. */
export function setAddresses(element, live) {
    for (const name of HELD) {
        const address = element.dataset[name];
        if (!address)
            continue;
        if (live)
            element.setAttribute(name, address);
        else
            element.removeAttribute(name);
    }
    // Media look at their sources once, and go on playing what they have.
    element.closest('audio,video')?.load();
}
/**
 * What a gated template holds, as nodes of this document, its scripts inert and gated like the template.
 * Text in one `<textarea>` is parsed here and now: live addresses of a plain template are fetched ahead by Firefox's speculative parser.
 */
export function unpack(template, sensitive) {
    const { content } = template;
    const [first, second] = content.children;
    let source = content;
    if (first?.localName === 'textarea' && !second) {
        // In the body from the start: in a head, what stands inside <noscript> would be moved out of it.
        source = new DOMParser().parseFromString(trusted('createHTML', `<body>${first.textContent}`), 'text/html').body;
        // Parsed without scripting, the inside of <noscript> would come alive: here scripts do run. An image starts as it is adopted.
        for (const alternative of source.querySelectorAll('noscript'))
            alternative.remove();
    }
    // Before an image is adopted, since it starts by that.
    if (sensitive)
        source.querySelectorAll('[src],[data-src]').forEach(hideAddress);
    const nodes = document.createDocumentFragment();
    for (const node of source.childNodes)
        nodes.append(document.importNode(node, true));
    for (const script of nodes.querySelectorAll('script')) {
        // What is no script (JSON-LD, a template language), or gated by itself, stays what it is.
        if (!/^($|module|importmap|\w+\/javascript)/i.test(script.type))
            continue;
        Object.assign(script.dataset, template.dataset, { type: script.type });
        script.type = 'text/plain';
        script.nonce ||= template.nonce;
    }
    return nodes;
}
