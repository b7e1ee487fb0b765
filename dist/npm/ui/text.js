/** The entry for a language, in a table by BCP 47 tags: `pt-BR`, then `pt`. */
export const entryOf = (table, language) => table[language] ?? table[language.replace(/-.*/, '')];
/** A text in a language, else in English, else in any. */
export const localized = (value, language) => typeof value === 'object' ? (entryOf(value, language) ?? value.en ?? Object.values(value)[0] ?? '') : (value ?? '');
/** A text with its `{names}` replaced, as parts: what is put in may be markup of ours, the text itself never is. */
export const fill = (text, values) => text.split(/\{(\w+)\}/).map((part, index) => (index % 2 ? values[part] : part));
