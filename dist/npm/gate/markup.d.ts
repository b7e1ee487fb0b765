/** How declared markup is told apart. */
export declare const GATED = "[data-consent]";
export declare const INERT = "script[type=\"text/plain\"]";
/** What can wait: a script that came alive keeps its attributes, and waits no more. */
export declare const WAITING: string;
/** Marks what a template has brought, and placeholders: nothing of it belongs to the page. */
export declare const BROUGHT = "data-askfirst-brought";
/** Ids that all must be granted. */
export declare const idsOf: ({ dataset: { consent: ids, service } }: HTMLElement) => string[];
