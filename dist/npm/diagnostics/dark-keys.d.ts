/**
 * Keys that other libraries have, or that people try, and that AskFirst will never have: each would be a way to break a rule (requirement
 * H3). To the gate they are unknown keys like any other. Here it is told why there is none.
 */
import { type Lint } from './lint.js';
import type { UnknownKey } from './unknown-keys.js';
/**
 * @param isOptIn - Whether there are visitors who are asked first: elsewhere everything starts on without a key for it (H4).
 * @returns what is said of an unknown key in the place of "is not a key"; nothing of one that means no harm.
 */
export declare function lintDarkKey({ path, key, value }: UnknownKey, isOptIn: boolean): readonly Lint[];
