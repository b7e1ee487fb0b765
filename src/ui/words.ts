/** Words for the interface: the language's, with the site's own over them. */
import { question, type Messages, type QuestionMessages } from '../locales/en.js';
import { loadLocale } from './chunks.js';
import { english, entryOf, type Words } from './text.js';
import type { Consent } from '../types.js';

const RIGHT_TO_LEFT = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/;

type Texts = Readonly<Record<string, unknown>>;

/** Texts with others over them, key by key: a site that names one category anew keeps the others. */
const over = (under: unknown, own: unknown): Texts => {
  const all: Record<string, unknown> = { ...(under as Texts) };
  for (const [key, text] of Object.entries(own ?? {}))
    all[key] = Object(text) === text ? over(all[key], text) : (text ?? all[key]);
  return all;
};

/**
 * The words for a consent's language; English where that language is neither shipped nor written by the site. A site that writes a
 * language of its own writes at least `intro`, and what it leaves out is English among its words.
 */
export async function loadWords({ language: named, config, report }: Consent): Promise<Words> {
  const texts = (config?.texts ?? {}) as Readonly<Record<string, Partial<Messages>>>;
  let wanted = 'en';
  let shipped: Messages | undefined;
  try {
    // Pages also write `en_US`, or anything: what follows takes only what `Intl` takes.
    wanted = new Intl.Locale(named.replaceAll('_', '-')).toString();
    shipped = await loadLocale(wanted);
  } catch (error) {
    report('chunk', `locales/${named}.js`, error);
  }
  const language = (shipped ?? entryOf(texts, wanted)?.intro ?? wanted.startsWith('en')) ? wanted : 'en';
  const words = over({ ...english(question, language), ...shipped }, entryOf(texts, language));
  return {
    ...(words as unknown as QuestionMessages),
    language,
    direction: RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr',
  };
}
