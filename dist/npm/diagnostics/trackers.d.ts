/**
 * Well-known trackers, by the hosts they are fetched from and the cookies they set. For the linter alone: the gate knows no names, and
 * holds what the site declares. Products that a site usually serves itself (Matomo, Plausible, Snowplow) are left out.
 */
export declare const TAG_MANAGER = "Google Tag Manager";
/** Whose an address is, or a pattern for addresses as in `match`: "https://www.google-analytics.com/*", "*.hotjar.com". */
export declare function trackerOf(address: string): string | undefined;
/** Whose a cookie is, or a pattern for cookies as in `cookies`: "_ga", "_ga*"; what stands before its first star counts. */
export declare function trackerOfCookie(name: string): string | undefined;
