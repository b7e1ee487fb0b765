import { type HeadersLike } from './headers.js';
import type { Config, ConfigInput, ConsentRecord, ConsentState } from '../types.js';
export interface ReadConsentOptions {
    /** The page's configuration. The defaults, if there is none: a category that it does not name is then never granted. */
    readonly config?: ConfigInput;
    /** ISO 3166 code of the visitor's region, where the server knows it. */
    readonly region?: string;
    /**
     * Header in which the server in front tells the region, or the two that tell country and part of it: "cf-ipcountry", or
     * ["x-vercel-ip-country", "x-vercel-ip-country-region"]. `region` goes before it.
     */
    readonly regionHeader?: string | readonly [country: string, part: string];
    /** Milliseconds since the epoch, UTC. */
    readonly now?: number;
}
/** What one request says of its visitor. */
export interface Reading {
    /** With the visitor's own region. */
    readonly config: Config;
    readonly record: ConsentRecord | undefined;
    readonly state: ConsentState;
    readonly now: number;
}
/**
 * Where the visitor is, as headers tell it: "US-CA" of `["x-country", "x-region"]`, "FR" of "x-country". What is no ISO 3166 code is ""
 * (Cloudflare's "T1" for Tor, for example): unknown, and so opt-in. Write it into the page as `data-region`, so that both agree.
 */
export declare function readRegion(headers: HeadersLike, names: string | readonly [country: string, part: string]): string;
/**
 * Reads the configuration once, for as many requests as come.
 * @throws TypeError where it cannot be trusted: on a server that is a fault to mend, not to live with.
 */
export declare function readerOf({ config: input, region, regionHeader, now, }: ReadConsentOptions): ((headers: HeadersLike) => Reading) & {
    readonly config: Config;
};
/**
 * The state that the page will have: from the consent cookie, the region, and `Sec-GPC`, of which exactly `1` counts (rule K2).
 * @param headers - Of the request: a `Headers`, or Node's `request.headers`.
 * @throws TypeError where the configuration cannot be trusted: on a server that is a fault to mend, not to live with.
 */
export declare const readConsent: (headers: HeadersLike, options?: ReadConsentOptions) => ConsentState;
