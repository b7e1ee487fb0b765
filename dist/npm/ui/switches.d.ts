/** The switches of the second layer: how they stand until they are saved, and which services have one of their own. */
import { type TemplateResult } from 'lit';
import type { CookieConsent } from './cookie-consent.js';
import type { ChoiceMessages, PreferencesMessages } from '../locales/en.js';
import type { Service } from '../types.js';
export declare class Switches {
    #private;
    constructor(host: CookieConsent, words: PreferencesMessages & ChoiceMessages);
    /** Whether anything has been switched, and not saved. */
    get isTouched(): boolean;
    reset(): void;
    isOn(id: string): boolean;
    /** Services of a category that have a switch of their own: all, where the site says so; and those that the category does not cover. */
    of(id: string): readonly Service[];
    /** An answer for each switch. */
    get answers(): Readonly<Record<string, boolean>>;
    /** A switch with its state in words; a checkbox, which can be mixed, where services go with it. */
    render(id: string): TemplateResult;
}
