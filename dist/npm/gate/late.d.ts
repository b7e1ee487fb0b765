/**
 * What a script expects that was written for a page which is still loading, and comes alive on one that has loaded: listeners for moments
 * that are past are called all the same, and `document.write()` writes behind the script, where the browser would clear the page.
 * Everybody else's calls go their way untouched.
 */
/** Takes what a script has written. */
type Write = (script: HTMLScriptElement, texts: readonly string[]) => void;
/**
 * Makes ready for a script that is about to run.
 * @returns a function to call once it has run.
 */
export declare function prepare(live: HTMLScriptElement, onWrite: Write): () => void;
export {};
