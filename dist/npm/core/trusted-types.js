/** Trusted Types: the page's policy lets AskFirst, by name, hand text to the browser as script. What it hands on is the site's own markup. */
const same = (text) => text;
let policy;
/** `text` as the browser wants it in a place where scripts come from. The policy `askfirst` is created once, at the first need. */
export function trusted(kind, text) {
    const factory = window.trustedTypes;
    policy ??= factory?.createPolicy?.('askfirst', { createHTML: same, createScript: same, createScriptURL: same });
    return (policy ? policy[kind](text) : text);
}
