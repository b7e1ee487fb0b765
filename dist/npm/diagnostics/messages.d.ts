import type { Finding, Problem } from '../types.js';
/** @returns nothing for what the configuration's own findings say better. */
export declare function describeProblem({ rule: code, path, found }: Problem): Finding | undefined;
