/** Words for the interface: the language's, with the site's own over them. */
import { question } from '../locales/en.js';
import { loadLocale } from './chunks.js';
import { entryOf } from './text.js';
const RIGHT_TO_LEFT = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/;
/** The words for a consent's language; English where that language is neither shipped nor written by the site. */
export async function loadWords({ language: named, config, report }) {
    const texts = (config?.texts ?? {});
    let wanted = 'en';
    let shipped;
    try {
        // Pages also write `en_US`, or anything: what follows takes only what `Intl` takes.
        wanted = new Intl.Locale(named.replace('_', '-')).toString();
        shipped = await loadLocale(wanted);
    }
    catch (error) {
        report('chunk', `locales/${named}.js`, error);
    }
    const language = (shipped ?? entryOf(texts, wanted)?.intro) ? wanted : 'en';
    const words = { ...question, ...shipped, ...entryOf(texts, language) };
    return { ...words, language, direction: RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr' };
}
