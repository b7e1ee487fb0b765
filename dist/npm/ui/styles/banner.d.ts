import { type CSSResult } from 'lit';
/** The first layer: a bar that keeps to an edge of the window, and a sheet where the window is small. It never moves (C13). */
export declare const banner: CSSResult;
