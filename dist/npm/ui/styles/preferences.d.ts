import { type CSSResult } from 'lit';
/** The second layer: a dialog, and a sheet where the window is small. Its header and footer stay while the list scrolls. */
export declare const preferencesStyles: CSSResult;
