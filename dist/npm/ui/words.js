/** Words for the interface: the language's, with the site's own over them. */
import { question } from '../locales/en.js';
import { loadLocale } from './chunks.js';
import { english, entryOf } from './text.js';
const RIGHT_TO_LEFT = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/;
/** Texts with others over them, key by key: a site that names one category anew keeps the others. */
const over = (under, own) => {
    const all = { ...under };
    for (const [key, text] of Object.entries(own ?? {}))
        all[key] = Object(text) === text ? over(all[key], text) : (text ?? all[key]);
    return all;
};
/**
 * The words for a consent's language; English where that language is neither shipped nor written by the site. A site that writes a
 * language of its own writes at least `intro`, and what it leaves out is English among its words.
 */
export async function loadWords({ language: named, config, report }) {
    const texts = (config?.texts ?? {});
    let wanted = 'en';
    let shipped;
    try {
        // Pages also write `en_US`, or anything: what follows takes only what `Intl` takes.
        wanted = new Intl.Locale(named.replaceAll('_', '-')).toString();
        shipped = await loadLocale(wanted);
    }
    catch (error) {
        report('chunk', `locales/${named}.js`, error);
    }
    const language = (shipped ?? entryOf(texts, wanted)?.intro ?? wanted.startsWith('en')) ? wanted : 'en';
    const words = over({ ...english(question, language), ...shipped }, entryOf(texts, language));
    return {
        ...words,
        language,
        direction: RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr',
    };
}
