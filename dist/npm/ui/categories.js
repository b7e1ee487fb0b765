/** What the categories are called, in the words of the interface. */
import { categories as english } from '../locales/en.js';
/** English, with the language's own words over it, and what the site says in another language alone: better that than nothing. */
export function categoryWords(words, config) {
    const categories = { ...english };
    const texts = Object.values(config?.texts ?? {});
    for (const described of [...texts.map((text) => text.categories), words?.categories]) {
        for (const [id, text] of Object.entries(described ?? {})) {
            if (described === words?.categories || !(id in english))
                categories[id] = { ...categories[id], ...text };
        }
    }
    return categories;
}
