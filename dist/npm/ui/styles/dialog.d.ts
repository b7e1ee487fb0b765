import { type CSSResult } from 'lit';
/** What dialogs share: the page dimmed behind them, the X, icons. */
export declare const dialogStyles: CSSResult;
