/** What the browser already says about its person. */
export interface Signals {
    /** Global Privacy Control (https://w3c.github.io/gpc/). */
    readonly gpc: boolean;
}
/** Reads the signals of this navigation. Only `true` counts; `1` and `"1"` come from old extensions (requirement K1). */
export declare function readSignals(): Signals;
