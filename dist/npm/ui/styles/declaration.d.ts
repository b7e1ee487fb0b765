import { type CSSResult } from 'lit';
/**
 * A declaration is content of the page, and looks like it: its type, its colours, its ground. What a page sets by `--consent-…` goes
 * before that.
 */
export declare const declarationStyles: CSSResult;
