/** Texts in a language, filled in. */
import { html, nothing } from 'lit';
import type { Messages, QuestionMessages } from '../locales/en.js';
import type { Localized } from '../types.js';

/** What the interface says. Texts of the second layer are here for every language but English, whose come with that layer. */
export interface Words extends QuestionMessages, Partial<Omit<Messages, keyof QuestionMessages>> {
  /** Language that the words are in, a BCP 47 tag. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/** The entry for a language, in a table by BCP 47 tags: `pt-BR`, then `pt`. */
export const entryOf = <Value>(table: Readonly<Record<string, Value>>, language: string): Value | undefined =>
  table[language] ?? table[language.replace(/-.*/, '')];

/** A text in a language, else in English, else in any. */
export const localized = (value: Localized | undefined, language: string): string =>
  typeof value === 'object' ? (entryOf(value, language) ?? value.en ?? Object.values(value)[0] ?? '') : (value ?? '');

/** An English text that says so wherever it is shown; and is a string to all that want no more. */
const marked = (text: string, shown: unknown = text): string =>
  Object.assign(new String(text), html`<span lang="en" dir="ltr">${shown}</span>`) as unknown as string;

/** English texts that stand in for words of another language: each says what it is. */
export const english = <Texts>(texts: Texts, language = ''): Texts =>
  language.startsWith('en')
    ? texts
    : (JSON.parse(JSON.stringify(texts), (_, text: unknown) =>
        typeof text === 'string' ? marked(text) : text,
      ) as Texts);

/** The title of a category inside a sentence: small, but for German, where a noun is never small. */
export const inSentence = (title: string, language: string): string =>
  /^de\b/.test(language) ? title : title.toLocaleLowerCase(language);

/** A text with its `{names}` replaced, as parts: what is put in may be markup of ours, the text itself never is. */
export const fill = (text: string, values: Readonly<Record<string, unknown>>): readonly unknown[] => {
  const parts = text.split(/\{(\w+)\}/).map((part, index) => (index % 2 ? values[part] : part));
  return typeof text === 'string' ? parts : [marked((parts as readonly unknown[]).join(''), parts)];
};

/** Makes a link, or `nothing` of an address that is not safe. */
type MakeLink = (address: string, words: string, path: string) => unknown;

/**
 * A text that may hold links: `{names}` replaced as above, and `[words](address)` a link; of an address that is not safe the words stay.
 * That is all the notation there is: whatever else stands in a text is shown as it stands (H2).
 */
export const written = (
  text: string | undefined,
  link: MakeLink,
  values: Readonly<Record<string, unknown>> = {},
): unknown => {
  const linked = (words: string, address = ''): unknown => {
    const made = link(address, words, 'texts');
    return made === nothing ? words : made;
  };
  if (!text) return '';
  // English that stands in for another language is ours, and holds no link.
  if (typeof (text as unknown) !== 'string') return fill(text, values);
  return text
    .split(/\[([^\]]+)\]\(([^\s)]+)\)/)
    .map((part, index, parts) =>
      index % 3 === 0 ? fill(part, values) : index % 3 === 1 ? linked(part, parts[index + 1]) : '',
    );
};
