import type { By, Config, ConsentChange, ConsentState } from '../types.js';
/** What a change means for the page: what was granted, what was withdrawn, and what of that could not be erased. */
export declare function describe(config: Config, before: ConsentState, state: ConsentState, by: By): ConsentChange;
