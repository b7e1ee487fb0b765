import { type CSSResult, type LitElement } from 'lit';
/**
 * Colours and measures. A page sets `--consent-…` anywhere above the element; the short names in here take its value or the default. They
 * stand on an inner root, and with them every inherited text property, because page rules reach `:host`. The scheme comes from the host.
 */
export declare const tokens: CSSResult;
/**
 * Gives an element its font, unless one is set above it. It stands on the host, so that a page's `cookie-consent { --consent-font: inherit }`
 * goes before it and lets the page's own font in: anywhere deeper that would be the same as nothing set.
 */
export declare function setFont(host: LitElement): void;
