import { type CSSResult } from 'lit';
/** The first layer as a dialog in the middle of the window, a sheet like the others where it is small; and the X at its top end. */
export declare const layoutsStyles: CSSResult;
