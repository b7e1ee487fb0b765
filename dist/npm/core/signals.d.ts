/** The port to what the browser says by itself. A signal to come (a law's, a wallet's) is read here, and nowhere else (K13). */
import type { Config, Signals } from '../types.js';
export type { Signals };
/**
 * Reads the signals of this navigation. Of Global Privacy Control only `true` counts; `1` and `"1"` come from old extensions (K1).
 * "Do Not Track" counts where the site has said so (K12).
 */
export declare function readSignals({ dnt }?: Config['signals']): Signals;
