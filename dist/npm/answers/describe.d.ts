import type { By, Config, Consent, ConsentState } from '../types.js';
/**
 * Erases what was refused, and finds out what a change means for the page: what was granted, what was withdrawn, and what of that could
 * not be erased.
 * @returns what tells the page: at once, or as soon as all that browsers delete in their own time is deleted, or is known to stay.
 */
export declare function describe(config: Config, before: ConsentState, state: ConsentState, by: By): (emit: Consent['emit']) => void;
