/** How declared markup is told apart. */
export const GATED = '[data-consent]';
export const INERT = 'script[type="text/plain"]';
/** What can wait: a script that came alive keeps its attributes, and waits no more. */
export const WAITING: string = `${GATED}:not(script),${INERT}${GATED}`;
/** Marks what a template has brought, and placeholders: nothing of it belongs to the page. */
export const BROUGHT = 'data-askfirst-brought';

/** Set on what a placeholder stands for: it has no box meanwhile. */
export const HIDDEN = 'data-askfirst-hidden';

/** What markup says in a `data-` attribute. `dataset` would also answer with what another script wrote into `Object.prototype`. */
export const said = (element: Element, name: string): string | null => element.getAttribute(`data-${name}`);

/** Ids that all must be granted. */
export const idsOf = (element: Element): string[] =>
  `${said(element, 'consent') as string} ${said(element, 'service') ?? ''}`.trim().split(/\s+/);
