import type { Finding } from '../types.js';
export declare function checkMeaning(input: unknown): readonly Finding[];
