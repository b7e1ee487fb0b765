import type * as LinterModule from './linter.js';
import type { Finding, Problem } from '../types.js';
export type Linter = typeof LinterModule;
/**
 * Puts what was noticed into words. Faults of the configuration are looked up afresh, all of them, in the configuration itself. What only
 * the linter minds is for whoever builds the site: it is said with `data-debug` (`debug` is among the problems), and there errors are
 * thrown too. A visitor's page throws nothing.
 */
export declare function explainWith(loadLinter: () => Promise<Linter>, problems: readonly Problem[], input: unknown): Promise<readonly Finding[]>;
