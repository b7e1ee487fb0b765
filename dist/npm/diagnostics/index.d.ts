import type { Finding, Problem } from '../types.js';
export type { Finding, Problem };
/**
 * Checks a configuration in full: what the gate refuses (`error`), what a default takes the place of (`warning`), and then what works and
 * still breaks a requirement: a warning, and in strict mode most of it an error.
 * @returns each finding once; empty where nothing is wrong.
 * @throws with `strict`, an Error that holds every message, if there is an error among the findings (requirement H1).
 */
export declare function validateConfig(input: unknown, { strict }?: {
    strict?: boolean;
}): readonly Finding[];
/** Puts what a consent noticed into words: hand it to `createConsent(config, { explain })`. */
export declare const explain: (problems: readonly Problem[], input: unknown) => Promise<readonly Finding[]>;
