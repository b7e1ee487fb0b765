/** Words for the interface: the language's, with the site's own over them. */
import { question, type Messages, type QuestionMessages } from '../locales/en.js';
import { locales } from './chunks.js';
import { entryOf, type Words } from './text.js';
import type { Consent } from '../types.js';

const RIGHT_TO_LEFT = /^(ar|arc|ckb|dv|fa|he|ks|ps|sd|ug|ur|yi)\b/i;

/** A tag that `Intl` takes: pages also write `en_US`, or anything. */
function tagOf(language: string): string {
  try {
    return new Intl.Locale(language.replace('_', '-')).toString();
  } catch {
    return 'en';
  }
}

/** The words for a consent's language; English where that language is neither shipped nor written by the site. */
export async function loadWords({ language: named, config, report }: Consent): Promise<Words> {
  const wanted = tagOf(named);
  const texts = (config?.texts ?? {}) as Readonly<Record<string, Partial<Messages>>>;
  let shipped: Messages | undefined;
  try {
    shipped = await entryOf(locales, wanted)?.();
  } catch (error) {
    report('chunk', `locales/${wanted}.js`, error);
  }
  const language = (shipped ?? entryOf(texts, wanted)?.intro) ? wanted : 'en';
  const words: QuestionMessages = { ...question, ...shipped, ...entryOf(texts, language) };
  return { ...words, language, direction: RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr' };
}
