/** What the categories are called, in the words of the interface. */
import { categories as shipped, type CategoryMessages, type Messages } from '../locales/en.js';
import { english, type Words } from './text.js';
import type { Config } from '../types.js';

/** English, with the language's own words over it, and what the site says in another language alone: better that than nothing. */
export function categoryWords(words: Words | undefined, config: Config | undefined): CategoryMessages {
  const categories: Record<string, CategoryMessages[string]> = { ...english(shipped, words?.language) };
  const texts = Object.values(config?.texts ?? {}) as Partial<Messages>[];
  for (const described of [...texts.map((text) => text.categories), words?.categories]) {
    for (const [id, text] of Object.entries(described ?? {})) {
      if (described === words?.categories || !(id in shipped)) categories[id] = { ...categories[id], ...text };
    }
  }
  return categories;
}
