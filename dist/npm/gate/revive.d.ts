/** Addresses that an element will be given; for a script also the one that it has, since as text it is not fetched. */
export declare const addressesOf: (element: HTMLElement) => string[];
/**
 * Puts a live script in the place of an inert one. It keeps every attribute but `type`, which `data-type` replaces.
 * @returns a promise of its end (load, error, or `timeout` milliseconds) where the next one has to wait for it: an external script
 * without `async`; otherwise `undefined`. An inline module runs later and tells nobody when it is done.
 */
export declare function reviveScript(inert: HTMLScriptElement, timeout: number): Promise<unknown> | undefined;
/** Of a sensitive page nobody who is fetched learns more than the site it is on (requirement L4). */
export declare function hideAddress(element: Element): void;
/** Gives an element its addresses, `data-src` as `src` and so on, or takes them away again. */
export declare function setAddresses(element: HTMLElement, live: boolean): void;
/**
 * What a gated template holds, as nodes of this document, its scripts inert and gated like the template.
 * Text in one `<textarea>` is parsed here and now: live addresses of a plain template are fetched ahead by Firefox's speculative parser.
 */
export declare function unpack(template: HTMLTemplateElement, sensitive: boolean): DocumentFragment;
