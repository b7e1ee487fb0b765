/** English, and the shape of every other language. What stands in braces is filled in; nothing in a text is read as markup. */
/** Texts of the first layer, and of what is said after an answer. */
export interface QuestionMessages {
    readonly title: string;
    /** Up to 220 characters. `{who}` becomes one of the four subjects below. */
    readonly intro: string;
    readonly we: string;
    readonly weAndPartners: string;
    readonly site: string;
    readonly siteAndPartners: string;
    /** By plural category of `Intl.PluralRules`. */
    readonly partners: Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & {
        other: string;
    }>;
    readonly privacyPolicy: string;
    readonly rejectAll: string;
    readonly acceptAll: string;
    readonly manage: string;
    readonly savedAllOn: string;
    readonly savedAllOff: string;
    readonly appeared: string;
}
/** Texts of the second layer: they come with it. */
export interface PreferencesMessages {
    readonly preferencesTitle: string;
    readonly preferencesLead: string;
    readonly save: string;
    readonly close: string;
    readonly alwaysOn: string;
    readonly on: string;
    readonly off: string;
    readonly services: string;
    readonly cookieName: string;
    readonly cookiePurpose: string;
    readonly cookieDuration: string;
    readonly servicePolicy: string;
    readonly gpc: string;
    readonly chosen: string;
    readonly saved: string;
    readonly unchanged: string;
    readonly categories: Readonly<Record<string, {
        readonly title: string;
        readonly description: string;
    }>>;
}
export interface Messages extends QuestionMessages, PreferencesMessages {
    /** Name of the settings button: the gate has it too (gate/settings-button.ts). */
    readonly settings: string;
}
export declare const question: QuestionMessages;
export declare const preferences: PreferencesMessages;
declare const en: Messages;
export default en;
