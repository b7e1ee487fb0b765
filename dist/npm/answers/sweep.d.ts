import type { Config, ConsentState } from '../types.js';
/** A cookie may have been set for this host or any parent domain, at this path or any parent path; nobody can read which. */
export declare function removeCookie(name: string): void;
/**
 * Erases the declared cookies and storage of each service that somebody refused.
 * @param withdrawn - Ids that were granted until now: they are erased though nobody answered for them alone.
 * @returns names of the cookies and storage keys that are still there.
 */
export declare function sweep({ services, cookie }: Config, state: ConsentState, withdrawn: readonly string[]): string[];
