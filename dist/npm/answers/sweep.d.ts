import type { Config, ConsentState } from '../types.js';
/** What was erased, and what was not. */
export interface Erasure {
    /** What is still there, so far: it shrinks and grows until `end`. */
    readonly left: ReadonlySet<string>;
    /** Settles when nothing more is waited for; missing where all that could be done is done. */
    readonly end?: Promise<unknown>;
}
/** A cookie may have been set for this host or any parent domain, at this path or any parent path; nobody can read which. */
export declare function removeCookie(name: string): void;
/**
 * Erases the declared cookies and storage of each service that somebody refused. Cookies and keys are gone when it returns; databases,
 * caches and workers a little later.
 * @param withdrawn - Ids that were granted until now: they are erased though nobody answered for them alone.
 * @param brief - Leave alone what takes time: the page is being left.
 */
export declare function sweep({ services, cookie }: Config, state: ConsentState, withdrawn: readonly string[], brief?: boolean): Erasure;
