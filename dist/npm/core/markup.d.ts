/** How declared markup is told apart. */
export declare const GATED = "[data-consent]";
export declare const INERT = "script[type=\"text/plain\"]";
/** Waits for no yes, but for the consent that it tells of. */
export declare const DECLARED = "cookie-declaration";
/** What can wait: a script that came alive keeps its attributes, and waits no more. */
export declare const WAITING: string;
/** What of it needs more than a script does. */
export declare const EMBEDDED: string;
/** Marks what a template has brought, and placeholders: nothing of it belongs to the page. */
export declare const BROUGHT = "data-askfirst-brought";
/** Set on what a placeholder stands for: it has no box meanwhile. */
export declare const HIDDEN = "data-askfirst-hidden";
/** What markup says in a `data-` attribute. `dataset` would also answer with what another script wrote into `Object.prototype`. */
export declare const said: (element: Element, name: string) => string | null;
/** What an element names, as one text: ids that all must be granted, among blanks. */
export declare const namesOf: (element: Element) => string;
/** The ids in such a text. */
export declare const idsIn: (names: string) => string[];
/** Ids that all must be granted. */
export declare const idsOf: (element: Element) => string[];
