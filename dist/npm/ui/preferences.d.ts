/** The second layer: a modal dialog of the platform's own, with a switch for each category. Fetched when it is wanted. */
import { nothing, type TemplateResult } from 'lit';
import type { CookieConsent } from './cookie-consent.js';
export declare class Preferences {
    #private;
    constructor(host: CookieConsent);
    /** Opens the dialog. @returns whether it can be seen. */
    show(): boolean;
    close(): void;
    hide(): void;
    /** What stands now, in words. */
    saved(): string;
    render(): TemplateResult | typeof nothing;
    /**
     * What Global Privacy Control does, or that an opt-out is honoured; nothing, where there is neither.
     * @param isQuestion - Where the question is asked, Accept all says yes in the face of the signal (K7).
     */
    notice(isQuestion?: boolean): TemplateResult | typeof nothing;
}
