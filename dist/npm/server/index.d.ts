import type { ConfigInput, ConsentState } from '../types.js';
/** Headers as a `Request` carries them, or as Node does. */
export type HeadersLike = {
    get(name: string): string | null;
} | Readonly<Record<string, string | readonly string[] | undefined>>;
export interface ReadConsentOptions {
    /** The page's configuration. The defaults, if there is none: a category that it does not name is then never granted. */
    readonly config?: ConfigInput;
    /** ISO 3166 code of the visitor's region, where the server knows it. */
    readonly region?: string;
    /** Milliseconds since the epoch, UTC. */
    readonly now?: number;
}
/**
 * The state that the page will have: from the consent cookie, and from `Sec-GPC`, of which exactly `1` counts (rule K2).
 * @param headers - Of the request: a `Headers`, or Node's `request.headers`.
 * @throws TypeError where the configuration cannot be trusted: on a server that is a fault to mend, not to live with.
 */
export declare function readConsent(headers: HeadersLike, { config, region, now }?: ReadConsentOptions): ConsentState;
