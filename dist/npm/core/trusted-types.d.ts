/** Trusted Types: the page's policy lets AskFirst, by name, hand text to the browser as script. What it hands on is the site's own markup. */
interface Policy {
    createHTML(text: string): unknown;
    createScript(text: string): unknown;
    createScriptURL(text: string): unknown;
}
/** `text` as the browser wants it in a place where scripts come from. The policy `askfirst` is created once, at the first need. */
export declare function trusted(kind: keyof Policy, text: string): string;
export {};
