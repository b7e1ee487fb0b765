/** How declared markup is told apart. */
export const GATED = '[data-consent]';
export const INERT = 'script[type="text/plain"]';
/** What can wait: a script that came alive keeps its attributes, and waits no more. */
export const WAITING = `${GATED}:not(script),${INERT}${GATED}`;
/** Marks what a template has brought, and placeholders: nothing of it belongs to the page. */
export const BROUGHT = 'data-askfirst-brought';
/** Ids that all must be granted. */
export const idsOf = ({ dataset: { consent: ids, service = '' } }) => `${ids ?? ''} ${service}`.trim().split(/\s+/);
