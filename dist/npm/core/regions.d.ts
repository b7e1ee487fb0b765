import type { Regime } from '../types.js';
/**
 * `"regions": "recommended"`, the table of the requirements, section I, as far as it differs from opt-in, which is what everybody else
 * gets. Every state of the United States is opt-out: those whose law says so, and the others by prudence. What is about health there
 * is opt-in all the same, by `"sensitive": true`.
 */
export declare const RECOMMENDED: Readonly<Record<string, Regime>>;
