/** What few sites have of the first layer: the dialog that the page waits for, and the X that refuses. Fetched where one is wanted. */
import { type TemplateResult } from 'lit';
import type { CookieConsent } from './cookie-consent.js';
export declare class Layouts {
    #private;
    constructor(host: CookieConsent);
    readonly show: (dialog: HTMLDialogElement) => boolean;
    /** The first layer as a dialog. Escape leaves it, and answers nothing. */
    dialog(content: TemplateResult, look: string): TemplateResult;
    /** Continue without accepting: a no to all that is asked, and remembered as one (C6). */
    closeButton(): TemplateResult;
}
