/** Trusted Types: the page's policy lets AskFirst, by name, hand text to the browser as script. What it hands on is the site's own markup. */

interface Policy {
  createHTML(text: string): unknown;
  createScript(text: string): unknown;
  createScriptURL(text: string): unknown;
}
interface Factory {
  /** Missing where an element of that id is what answers. */
  createPolicy?(name: string, rules: Record<keyof Policy, (text: string) => string>): Policy;
}

const same = (text: string): string => text;
let policy: Policy | undefined;

/** `text` as the browser wants it in a place where scripts come from. The policy `askfirst` is created once, at the first need. */
export function trusted(kind: keyof Policy, text: string): string {
  const factory = (window as { trustedTypes?: Factory }).trustedTypes;
  policy ??= factory?.createPolicy?.('askfirst', { createHTML: same, createScript: same, createScriptURL: same });
  return (policy ? policy[kind](text) : text) as string;
}
