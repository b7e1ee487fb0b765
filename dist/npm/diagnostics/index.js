/**
 * Plain words for what is wrong: each finding names the key's path, what was expected, what was found, and what happens now.
 * Loaded only with `data-debug`, in build scripts, or when the gate's cheap checks found something.
 */
import { explainWith } from './explain.js';
import { findFaults } from './find-faults.js';
import { isError, merge, messagesOf } from './findings.js';
import * as linter from './linter.js';
/**
 * Checks a configuration in full: what the gate refuses (`error`), what a default takes the place of (`warning`), and then what works and
 * still breaks a requirement: a warning, and in strict mode most of it an error.
 * @returns each finding once; empty where nothing is wrong.
 * @throws with `strict`, an Error that holds every message, if there is an error among the findings (requirement H1).
 */
export function validateConfig(input, { strict = false } = {}) {
    const findings = merge(findFaults(input), linter.lintConfig(input), strict);
    if (strict && findings.some(isError))
        throw new Error(messagesOf(findings));
    return findings;
}
/** Puts what a consent noticed into words: hand it to `createConsent(config, { explain })`. */
export const explain = (problems, input) => explainWith(() => Promise.resolve(linter), problems, input);
