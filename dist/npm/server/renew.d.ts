import { type HeadersLike } from './headers.js';
import { type ReadConsentOptions, type Reading } from './read.js';
import type { Config } from '../types.js';
export interface RenewOptions extends ReadConsentOptions {
    /**
     * Whether visitors come by https, as they do by default: behind a proxy that ends TLS no request shows it. A browser on plain http
     * ignores what is set so, and keeps the cookie that the page wrote.
     */
    readonly secure?: boolean;
}
/** @throws TypeError for what would end the attribute that it stands in. */
export declare function checkAttributes({ cookie }: Config): void;
/** @returns the value for `Set-Cookie`, in the attributes that the page writes (F5); `undefined` where there is nothing to renew. */
export declare function renewalOf({ config, record, state, now }: Reading, headers: HeadersLike, secure?: boolean): string | undefined;
/**
 * The consent cookie as a value for `Set-Cookie`, for as long as is left of its record's life; `undefined` for a visitor who has not
 * decided, and for a request that opens no page. Send it with `Cache-Control: private`: it belongs to one visitor.
 * @param headers - Of the request: a `Headers`, or Node's `request.headers`.
 * @throws TypeError where the configuration cannot be trusted.
 */
export declare function renewConsentCookie(headers: HeadersLike, { secure, ...options }?: RenewOptions): string | undefined;
