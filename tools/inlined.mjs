/**
 * The gate's text as it stands inside a page. What asks the browser to compile a file ahead of time, while it comes, would hold up a page
 * that holds it already.
 */
export const inlined = (gate) => gate.replace(/^\/\/#.*\n/, '');
