import type { Finding } from '../types.js';
/** @returns each fault once: first what the schema finds, then unknown keys, then what does not fit together. */
export declare function findFaults(given: unknown): readonly Finding[];
