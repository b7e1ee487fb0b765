import { type RenewOptions } from './renew.js';
import type { HeadersLike } from './headers.js';
import type { ConsentState } from '../types.js';
export interface ConsentMiddlewareOptions extends RenewOptions {
    /** Whether the consent cookie is set again by the server as pages are opened: for browsers that forget what a script wrote. */
    readonly renew?: boolean;
}
/** Headers of an answer. Names come in small letters, which both kinds of server take. */
export interface AnswerHeaders {
    get(name: string): string | null;
    set(name: string, value: string): void;
    append(name: string, value: string): void;
}
export interface Visit {
    /** Read at the first look. From then on the answer depends on the consent, and says so. */
    readonly state: ConsentState;
    /** Adds to the headers of the answer what has to be there, once they are complete otherwise. */
    finish(headers: AnswerHeaders): void;
}
/**
 * Reads the options once, for as many requests as come.
 * @throws TypeError where the configuration cannot be trusted.
 */
export declare function visitsOf({ renew, secure, ...options }: ConsentMiddlewareOptions): (headers: HeadersLike) => Visit;
export declare const remember: (request: object, visit: Visit) => void;
/**
 * The state of a request that has come through `consentMiddleware()`, `consentHook()` or `withConsent()`.
 * @throws TypeError for any other: nobody knows what its visitor allows.
 */
export declare function consentOf(request: object): ConsentState;
