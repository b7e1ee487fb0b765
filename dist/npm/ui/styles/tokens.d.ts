import { type CSSResult } from 'lit';
/**
 * Colours and measures. A page sets `--consent-…` anywhere above the element; the short names in here take its value or the default. They
 * stand on an inner root, and with them every inherited text property, because page rules reach `:host`. The scheme comes from the host.
 */
export declare const tokens: CSSResult;
