import { type Lint } from './lint.js';
/**
 * What the gate has no say in.
 * @param input - As it was written. What is of the wrong type is the schema's business (find-faults.ts), and passed over here.
 */
export declare function lintConfig(input: unknown): readonly Lint[];
