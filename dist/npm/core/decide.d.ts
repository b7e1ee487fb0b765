import type { Config, ConsentRecord, ConsentState, Signals } from '../types.js';
export interface Facts {
    readonly config: Config;
    readonly record: ConsentRecord | undefined;
    readonly signals: Signals;
    /** Milliseconds since the epoch, UTC. */
    readonly now: number;
}
/** What counts before anything is known. */
export declare const UNDECIDED: ConsentState;
/** @param overrule - Called where the signal decides what no record says yet. */
export declare function decide({ config, record, signals: { gpc, optIn }, now }: Facts, overrule?: () => void): ConsentState;
