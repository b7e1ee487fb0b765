import { type CSSResult } from 'lit';
/** Buttons, links, focus ring. Reject and Accept share one rule: nothing here can style one of them alone (C3). */
export declare const controls: CSSResult;
