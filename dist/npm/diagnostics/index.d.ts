import type { Finding, Problem } from '../types.js';
export type { Finding, Problem };
/**
 * Checks a configuration in full.
 * @returns findings in the order of the file, each once; empty where nothing is wrong.
 * @throws with `strict`, an Error that holds every message, if there is an error among the findings (requirement H1).
 */
export declare function validateConfig(input: unknown, { strict }?: {
    strict?: boolean;
}): readonly Finding[];
/** Puts what was noticed into words. Faults of the configuration are looked up afresh, all of them, in the configuration itself. */
export declare function explain(problems: readonly Problem[], input: unknown): readonly Finding[];
