/** How declared markup is told apart. */
export const GATED = '[data-consent]';
export const INERT = 'script[type="text/plain"]';
/** Waits for no yes, but for the consent that it tells of. */
export const DECLARED = 'cookie-declaration';
/** What can wait: a script that came alive keeps its attributes, and waits no more. */
export const WAITING = `${GATED}:not(script),${INERT}${GATED},${DECLARED}`;
/** What of it needs more than a script does. */
export const EMBEDDED = `${GATED}:not(script),consent-embed ${GATED},${DECLARED}`;
/** Marks what a template has brought, and placeholders: nothing of it belongs to the page. */
export const BROUGHT = 'data-askfirst-brought';
/** Set on what a placeholder stands for: it has no box meanwhile. */
export const HIDDEN = 'data-askfirst-hidden';
/** What markup says in a `data-` attribute. `dataset` would also answer with what another script wrote into `Object.prototype`. */
export const said = (element, name) => element.getAttribute(`data-${name}`);
/** What an element names, as one text: ids that all must be granted, among blanks. */
export const namesOf = (element) => `${said(element, 'consent')} ${said(element, 'service') ?? ''}`;
/** The ids in such a text. */
export const idsIn = (names) => names.trim().split(/\s+/);
/** Ids that all must be granted. */
export const idsOf = (element) => idsIn(namesOf(element));
