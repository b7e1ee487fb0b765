import type { Consent, Integration } from '../types.js';
declare global {
    interface Window {
        dataLayer?: unknown[];
    }
}
/**
 * Google Consent Mode v2 (rules M1 to M5): denied by default with all seven keys, and an update at each decision and on each page.
 * marketing speaks for the three ad keys, analytics for `analytics_storage`, personalization for the other two.
 * @see https://developers.google.com/tag-platform/security/guides/consent
 */
export declare function google({ report }: Pick<Consent, 'report'>): Integration;
