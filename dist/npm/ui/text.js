/** Texts in a language, filled in. */
import { html, nothing } from 'lit';
/** The entry for a language, in a table by BCP 47 tags: `pt-BR`, then `pt`. */
export const entryOf = (table, language) => table[language] ?? table[language.replace(/-.*/, '')];
/** A text in a language, else in English, else in any. */
export const localized = (value, language) => typeof value === 'object' ? (entryOf(value, language) ?? value.en ?? Object.values(value)[0] ?? '') : (value ?? '');
/** An English text that says so wherever it is shown; and is a string to all that want no more. */
const marked = (text, shown = text) => Object.assign(new String(text), html `<span lang="en" dir="ltr">${shown}</span>`);
/** English texts that stand in for words of another language: each says what it is. */
export const english = (texts, language = '') => language.startsWith('en')
    ? texts
    : JSON.parse(JSON.stringify(texts), (_, text) => typeof text === 'string' ? marked(text) : text);
/** The title of a category inside a sentence: small, but for German, where a noun is never small. */
export const inSentence = (title, language) => /^de\b/.test(language) ? title : title.toLocaleLowerCase(language);
/** A text with its `{names}` replaced, as parts: what is put in may be markup of ours, the text itself never is. */
export const fill = (text, values) => {
    const parts = text.split(/\{(\w+)\}/).map((part, index) => (index % 2 ? values[part] : part));
    return typeof text === 'string' ? parts : [marked(parts.join(''), parts)];
};
/**
 * A text that may hold links: `{names}` replaced as above, and `[words](address)` a link; of an address that is not safe the words stay.
 * That is all the notation there is: whatever else stands in a text is shown as it stands (H2).
 */
export const written = (text, link, values = {}) => {
    const linked = (words, address = '') => {
        const made = link(address, words, 'texts');
        return made === nothing ? words : made;
    };
    if (!text)
        return '';
    // English that stands in for another language is ours, and holds no link.
    if (typeof text !== 'string')
        return fill(text, values);
    return text
        .split(/\[([^\]]+)\]\(([^\s)]+)\)/)
        .map((part, index, parts) => index % 3 === 0 ? fill(part, values) : index % 3 === 1 ? linked(part, parts[index + 1]) : '');
};
