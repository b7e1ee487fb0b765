import { type CSSResult } from 'lit';
/** The first layer: a bar at an edge of the window, a box in a corner, and a sheet where the window is small. It never moves (C13). */
export declare const banner: CSSResult;
