import { type Vendor } from './support/vendor.js';
export interface MatomoOptions {
    /** Without cookies it counts all the same before a yes: only where the law exempts that (requirement A21). */
    readonly mode?: 'cookieless';
}
/**
 * Matomo: waits for consent, and is told on each page. It is never asked to remember a yes, and one that it remembers is forgotten at a
 * no: the record is the one memory (N3).
 * @see https://developer.matomo.org/guides/tracking-consent
 */
export declare const matomo: Vendor<MatomoOptions>;
