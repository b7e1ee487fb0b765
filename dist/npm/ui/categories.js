/** What the categories are called, in the words of the interface. */
import { categories as shipped } from '../locales/en.js';
import { english } from './text.js';
/** English, with the language's own words over it, and what the site says in another language alone: better that than nothing. */
export function categoryWords(words, config) {
    const categories = { ...english(shipped, words?.language) };
    const texts = Object.values(config?.texts ?? {});
    for (const described of [...texts.map((text) => text.categories), words?.categories]) {
        for (const [id, text] of Object.entries(described ?? {})) {
            if (described === words?.categories || !(id in shipped))
                categories[id] = { ...categories[id], ...text };
        }
    }
    return categories;
}
