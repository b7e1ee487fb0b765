import type * as Answers from '../answers/index.js';
import type { Config, Consent, Finding, Problem, Signals } from '../types.js';
export interface ConsentOptions {
    /** What is needed only when somebody answers; or a way to fetch it then. */
    readonly answers?: typeof Answers;
    readonly loadAnswers?: () => Promise<typeof Answers>;
    /** Puts problems into words. Without it, or where it fails, a message names kind, path and what was found. */
    readonly explain?: (problems: readonly Problem[], input: unknown) => Promise<readonly Finding[]> | readonly Finding[];
    /** What the browser says by itself; by default what core/signals.ts reads. */
    readonly signals?: (wishes: Config['signals']) => Signals;
    /** Milliseconds since the epoch, UTC. */
    readonly now?: () => number;
}
/** Starts a consent: `pending`, and everything denied, until `configure()` is called. */
export declare function createConsent({ answers, now, explain, loadAnswers, signals, }: ConsentOptions): Consent;
