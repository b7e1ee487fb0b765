/** Words for the interface: the language's, with the site's own over them. */
import { question } from '../locales/en.js';
import { locales } from './chunks.js';
import { entryOf } from './text.js';
const RIGHT_TO_LEFT = /^(ar|arc|ckb|dv|fa|he|ks|ps|sd|ug|ur|yi)\b/i;
/** A tag that `Intl` takes: pages also write `en_US`, or anything. */
function tagOf(language) {
    try {
        return new Intl.Locale(language.replace('_', '-')).toString();
    }
    catch {
        return 'en';
    }
}
/** The words for a consent's language; English where that language is neither shipped nor written by the site. */
export async function loadWords({ language: named, config, report }) {
    const wanted = tagOf(named);
    const texts = (config?.texts ?? {});
    let shipped;
    try {
        shipped = await entryOf(locales, wanted)?.();
    }
    catch (error) {
        report('chunk', `locales/${wanted}.js`, error);
    }
    const language = (shipped ?? entryOf(texts, wanted)?.intro) ? wanted : 'en';
    const words = { ...question, ...shipped, ...entryOf(texts, language) };
    return { ...words, language, direction: RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr' };
}
