/** English, and the shape of every other language. What stands in braces is filled in; a site's own may hold `[words](address)`. */
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
    readonly cookiePolicy: string;
    /** The title that the law of Washington gives to it. */
    readonly healthPolicy: string;
    readonly rejectAll: string;
    readonly acceptAll: string;
    readonly manage: string;
    /** Name of the X, where there is one: it refuses. */
    readonly continueWithout: string;
    readonly savedAllOn: string;
    readonly savedAllOff: string;
    readonly appeared: string;
}
/** Texts of the placeholder of an embed: they come with it. */
export interface EmbedMessages {
    readonly embedVideo: string;
    readonly embedAudio: string;
    readonly embedMap: string;
    readonly embedImage: string;
    readonly embedContent: string;
    /** What `{provider}` may do once it plays; `{categories}` are the names of the categories, as inside a sentence. */
    readonly embedPlays: string;
    /** The same of what is not played but shown. */
    readonly embedShows: string;
    readonly loadVideo: string;
    readonly loadAudio: string;
    readonly loadMap: string;
    readonly loadImage: string;
    readonly loadContent: string;
    readonly alwaysAllow: string;
    readonly watchOn: string;
    readonly openOn: string;
    readonly serviceSaved: string;
}
/** What is told of services and of all that they store, in the second layer and in a declaration: it comes behind either. */
export interface ServicesMessages {
    readonly cookieName: string;
    readonly cookiePurpose: string;
    readonly cookieDuration: string;
    readonly cookieProvider: string;
    readonly servicePolicy: string;
    /** Whether a third party gets at what a service stores (requirement D2). */
    readonly sharedWith: string;
    readonly notShared: string;
    /** What is stored and is no cookie, by its kind: local and session storage and databases; the cache; a service worker. */
    readonly storageBrowser: string;
    readonly storageCache: string;
    readonly storageWorker: string;
    /** How long that is kept: session storage, and all the rest. */
    readonly keptTab: string;
    readonly keptErased: string;
    /** What the library's own cookie is for. */
    readonly ownCookie: string;
}
/** What is told of the choice that stands, in the second layer and in a declaration: it comes with either. */
export interface ChoiceMessages {
    readonly alwaysOn: string;
    readonly on: string;
    readonly off: string;
    readonly chosen: string;
    /** Where the answer stays until it is changed. */
    readonly chosenForGood: string;
    /** How the choice came about, each a sentence behind the one before (requirement D7). */
    readonly madeByUser: string;
    readonly madeByPage: string;
    readonly madeByGpc: string;
    readonly notChosen: string;
    /** Where the law lets things run until a no. */
    readonly notChosenOptOut: string;
    /** `{categories}`: names of what the signal speaks about, each with how it stands, "marketing (not allowed)". */
    readonly gpcSeen: string;
}
/** Texts of the second layer: they come with it. */
export interface PreferencesMessages {
    readonly preferencesTitle: string;
    readonly preferencesLead: string;
    readonly save: string;
    readonly close: string;
    /** Of a category, where its services stand otherwise. */
    readonly mixed: string;
    readonly services: string;
    /** Under opt-in, where the browser sends the signal. */
    readonly gpc: string;
    /** Behind it, where the question is asked (requirement K7). `{accept}` is what the button says. */
    readonly gpcAccept: string;
    /** Under opt-out: the dialog speaks of sale and sharing (requirement J5). */
    readonly optOutTitle: string;
    readonly optOutLead: string;
    /** Under opt-out, once the visitor, or the signal for them, has said no to sale and sharing (requirement J6). */
    readonly optOutHonored: string;
    readonly optOutHonoredGpc: string;
    /** Beside the switch of a service that shares what is sensitive: names who gets it (requirement L2). */
    readonly sensitiveSharing: string;
    /** Beside the switch of measurement that starts without a yes (requirement A21). */
    readonly exempt: string;
    readonly exemptMore: string;
    readonly saved: string;
    readonly unchanged: string;
    /** Of the button that hands visitors their own record (requirement G6). */
    readonly download: string;
}
/** Texts of a declaration alone: they come with it. */
export interface DeclarationMessages {
    /** Of the button that opens the second layer. */
    readonly change: string;
}
/** What the categories are called. */
export type CategoryMessages = Readonly<Record<string, {
    readonly title: string;
    readonly description: string;
}>>;
/**
 * Titles of the link to the opt-out that United States law prescribes, word by word (requirement J3). They stand in the page itself, in
 * English as the law has them, on a link that leads somewhere without scripts too: `<a href="/privacy" data-askfirst-open>…</a>`.
 */
export declare const optOutLinks: readonly string[];
export interface Messages extends QuestionMessages, ServicesMessages, ChoiceMessages, PreferencesMessages, DeclarationMessages, EmbedMessages {
    readonly categories: CategoryMessages;
    /** Name of the settings button: the gate has it too (gate/settings-button.ts). */
    readonly settings: string;
}
export declare const question: QuestionMessages;
export declare const categories: CategoryMessages;
export declare const services: ServicesMessages;
export declare const choice: ChoiceMessages;
export declare const preferences: PreferencesMessages;
export declare const declaration: DeclarationMessages;
export declare const embed: EmbedMessages;
declare const en: Messages;
export default en;
