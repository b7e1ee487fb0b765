import type { Config, ConsentState } from '../types.js';
/**
 * Erases the declared cookies and storage of each service that somebody refused.
 * @param withdrawn - Ids that were granted until now: they are erased though nobody answered for them alone.
 * @returns names of the cookies and storage keys that are still there.
 */
export declare function sweep({ services, cookie }: Config, state: ConsentState, withdrawn: readonly string[]): string[];
