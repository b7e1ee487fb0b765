import type { Messages, QuestionMessages } from '../locales/en.js';
import type { Localized } from '../types.js';
/** What the interface says. Texts of the second layer are here for every language but English, whose come with that layer. */
export interface Words extends QuestionMessages, Partial<Omit<Messages, keyof QuestionMessages>> {
    /** Language that the words are in, a BCP 47 tag. */
    readonly language: string;
    readonly direction: 'ltr' | 'rtl';
}
/** The entry for a language, in a table by BCP 47 tags: `pt-BR`, then `pt`. */
export declare const entryOf: <Value>(table: Readonly<Record<string, Value>>, language: string) => Value | undefined;
/** A text in a language, else in English, else in any. */
export declare const localized: (value: Localized | undefined, language: string) => string;
/** English texts that stand in for words of another language: each says what it is. */
export declare const english: <Texts>(texts: Texts, language?: string) => Texts;
/** The title of a category inside a sentence: small, but for German, where a noun is never small. */
export declare const inSentence: (title: string, language: string) => string;
/** A text with its `{names}` replaced, as parts: what is put in may be markup of ours, the text itself never is. */
export declare const fill: (text: string, values: Readonly<Record<string, unknown>>) => readonly unknown[];
/** Makes a link, or `nothing` of an address that is not safe. */
type MakeLink = (address: string, words: string, path: string) => unknown;
/**
 * A text that may hold links: `{names}` replaced as above, and `[words](address)` a link; of an address that is not safe the words stay.
 * That is all the notation there is: whatever else stands in a text is shown as it stands (H2).
 */
export declare const written: (text: string | undefined, link: MakeLink, values?: Readonly<Record<string, unknown>>) => unknown;
export {};
