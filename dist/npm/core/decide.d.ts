import type { Signals } from './signals.js';
import type { Config, ConsentRecord, ConsentState } from '../types.js';
export interface Facts {
    readonly config: Config;
    readonly record: ConsentRecord | undefined;
    readonly signals: Signals;
    /** Milliseconds since the epoch, UTC. */
    readonly now: number;
}
export declare const NECESSARY = "necessary";
/** What counts before anything is known. */
export declare const UNDECIDED: ConsentState;
export declare function decide({ config, record, signals: { gpc }, now }: Facts): ConsentState;
