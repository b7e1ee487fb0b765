/** Findings as a list: each once, and each from whoever says it best. */
import { type Lint } from './lint.js';
import type { Finding } from '../types.js';
export declare const isError: ({ level }: Finding) => boolean;
export declare const messagesOf: (findings: readonly Finding[]) => string;
export declare const unique: (findings: readonly Finding[]) => readonly Finding[];
/** Whether the linter knows better: why there is no such key, or what the law says of it. What the gate refuses it says itself. */
export declare const isBetterSaid: (fault: Finding, lints: readonly Lint[]) => boolean;
export declare const merge: (faults: readonly Finding[], lints: readonly Lint[], isStrict: boolean) => readonly Finding[];
