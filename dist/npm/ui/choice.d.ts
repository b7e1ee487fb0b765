/** The choice that stands, in words: when and how it was made, until when, and the signal that the browser sends (requirement D7). */
import { type Words } from './text.js';
import type { CategoryMessages, ChoiceMessages } from '../locales/en.js';
import type { Config, Consent, Localized } from '../types.js';
/** What people read of a consent, and in which words. */
export interface Told {
    readonly consent: Consent;
    readonly words: ChoiceMessages & Words & {
        readonly categories: CategoryMessages;
    };
}
/** Who tells of services, besides. */
export interface Teller extends Told {
    /** A link, unless it is none, or one that is not safe (H2). */
    readonly link: (url: Localized | undefined, text: unknown, path: string) => unknown;
}
/** What a category is called. */
export declare const titleOf: ({ words }: Told, id: string) => string;
/** The same inside of a sentence. */
export declare const nameOf: (told: Told, id: string) => string;
/** Whether a site tells of the library's own cookie by itself. */
export declare const isOwnDeclared: (config: Config | undefined) => boolean | undefined;
/** Ids of the categories that Global Privacy Control speaks about. */
export declare const soldOf: ({ consent }: Told) => readonly string[];
export declare function choiceOf(told: Told): string;
