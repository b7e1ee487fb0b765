/** What the linter says: a configuration or a page works, and still breaks a requirement. The gate never refuses anything for it. */
import type { Finding } from '../types.js';
export interface Lint extends Omit<Finding, 'level'> {
    /** Level in strict mode; everywhere else it is a warning. */
    readonly strict: Finding['level'];
}
/** What happens now, of a question that lacks something. */
export declare const ASKED = "The question is asked all the same.";
/** An error in strict mode. `text` is a whole sentence, and what happens now. */
export declare const lint: (rule: string, path: string, text: string) => Lint;
/** A warning in strict mode too: it may be meant so, or the linter cannot see enough. */
export declare const advise: (rule: string, path: string, text: string) => Lint;
export declare const toFinding: ({ strict, ...rest }: Lint, isStrict: boolean) => Finding;
