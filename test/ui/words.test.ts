/** Which language is spoken, what falls back to English, and what it then says of itself. */
import { expect } from '@open-wc/testing';
import { labels } from '../../src/gate/labels.js';
import { loadLocale } from '../../src/ui/chunks.js';
import { inSentence } from '../../src/ui/text.js';
import { loadWords } from '../../src/ui/words.js';
import { waitUntil } from '../support/wait-until.js';
import { CONFIG, ask, forget } from './question.js';
import type { ConfigInput, Consent } from '../../src/types.js';

const LANGUAGES = Object.keys(labels);
const RIGHT_TO_LEFT = ['ar', 'he'];

const text = (element: Element | null | undefined): string => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';

/** Language and direction of what an element says, from the innermost element that holds its text. */
function tongue(element: Element): (string | null)[] {
  const innermost = [...element.querySelectorAll('*')].filter((one) => text(one) === text(element)).at(-1) ?? element;
  const said = innermost.closest('[lang]');
  return [said?.getAttribute('lang') ?? null, said?.getAttribute('dir') ?? null];
}

const wordsOf = (language: string, texts: object = {}): ReturnType<typeof loadWords> =>
  loadWords({ language, config: { texts }, report: () => undefined } as unknown as Consent);

describe('the words', () => {
  const { lang } = document.documentElement;
  afterEach(async () => {
    document.documentElement.lang = lang;
    await forget();
  });

  for (const language of LANGUAGES) {
    it(`of ${language} are fetched, and marked with their language and direction (B11)`, async () => {
      const { language: spoken, direction, rejectAll } = await wordsOf(language);
      expect([spoken, direction]).to.deep.equal([language, RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr']);
      expect(rejectAll).to.be.a('string');
      if (language !== 'en') expect((await loadLocale(language))?.rejectAll).to.equal(rejectAll);
    });
  }

  it('are found by whatever a page calls its language', async () => {
    const found = await Promise.all(
      ['pt-BR', 'pt_PT', 'DE', 'iw', 'de_Latn_AT', 'en-GB'].map(async (named) => (await wordsOf(named)).language),
    );
    expect(found).to.deep.equal(['pt-BR', 'pt-PT', 'de', 'he', 'de-Latn-AT', 'en-GB']);
    expect((await wordsOf('pt_PT')).rejectAll).to.equal('Rejeitar tudo');
  });

  it('are the page’s language, and the visitor’s only where the page names none', async () => {
    document.documentElement.lang = 'fr';
    const { get } = await ask();
    expect(text(get('[data-action=reject-all]'))).to.equal('Tout refuser');
    await forget();

    document.documentElement.removeAttribute('lang');
    const own = Object.getOwnPropertyDescriptor(navigator, 'language');
    Object.defineProperty(navigator, 'language', { configurable: true, value: 'nl-BE' });
    try {
      const visitor = await ask();
      expect(text(visitor.get('[data-action=reject-all]'))).to.equal('Alles weigeren');
      expect(visitor.get('.root').lang).to.equal('nl-BE');
    } finally {
      if (own) Object.defineProperty(navigator, 'language', own);
      else delete (navigator as { language?: string }).language;
    }
  });

  it('of a site go over any of them, in whichever language, and leave the others (B11)', async () => {
    for (const language of LANGUAGES) {
      const shipped = await wordsOf(language);
      const words = await wordsOf(language, {
        [language]: { manage: 'X', categories: { marketing: { title: 'Y' }, social: { title: 'Z' } } },
      });
      expect(words.manage).to.equal('X');
      expect(words.title).to.equal(shipped.title);
      expect(words.categories?.social?.title).to.equal('Z');
      expect(words.categories?.marketing).to.deep.equal({ ...shipped.categories?.marketing, title: 'Y' });
      expect(words.categories?.analytics).to.deep.equal(shipped.categories?.analytics);
    }
  });

  it('make the title of a category small inside a sentence, but a German noun', () => {
    expect(['en', 'de', 'de-AT', 'nl'].map((language) => inSentence('Marketing', language))).to.deep.equal([
      'marketing',
      'Marketing',
      'Marketing',
      'marketing',
    ]);
  });

  it('of a site that are none are passed over', async () => {
    const { title, categories } = await wordsOf('de', { de: { title: null, categories: null } });
    expect(title).to.equal('Ihre Cookie-Auswahl');
    expect(categories?.marketing?.title).to.equal('Marketing');
  });

  it('are English, all of them, where nobody wrote a question in the page’s language', async () => {
    const { get } = await ask({ ...CONFIG, language: 'cs', texts: { cs: { manage: 'Nastavení' } } });
    expect(get('.root').lang).to.equal('en');
    expect(get('.banner').querySelector('[lang]')).to.equal(null);
    expect(text(get('.manage'))).to.equal('Manage preferences');
  });

  for (const [language, direction] of [
    ['cs', 'ltr'],
    ['fa', 'rtl'],
  ] as const) {
    it(`that a site leaves out of its own ${language} are English, and each says so (B11)`, async () => {
      const config: ConfigInput = {
        ...CONFIG,
        language,
        texts: { [language]: { title: 'T', intro: '{who} I', acceptAll: 'A' } },
      };
      const { get } = await ask(config);
      const { lang: own, dir } = get('.root');
      expect([own, dir]).to.deep.equal([language, direction]);
      expect(tongue(get('#title'))).to.deep.equal([language, direction]);
      expect(tongue(get('[data-action=accept-all]'))).to.deep.equal([language, direction]);
      for (const selector of ['[data-action=reject-all]', '.manage', '.intro a'])
        expect(tongue(get(selector)), selector).to.deep.equal(['en', 'ltr']);
      // Who asks, and with how many, is put into a sentence of the site's.
      expect(text(get('.intro'))).to.match(/^Bodywise Notes and . partners I Privacy policy$/);
      const [who] = get('.intro slot').children;
      expect(who?.getAttribute('lang')).to.equal('en');
      expect(text(who)).to.match(/^Bodywise Notes and . partners$/);
    });
  }

  it('of the second layer that a site leaves out say that they are English too (B11)', async () => {
    const texts = { fa: { intro: '{who} I', save: 'S', categories: { marketing: { title: 'M' } } } };
    const { opensPreferences } = await ask({ ...CONFIG, language: 'fa', texts });
    const dialog = await opensPreferences();
    for (const selector of ['.lead', '[part=state]', 'summary', 'h3 label[for=switch-analytics]'])
      expect(tongue(dialog.querySelector(selector)!), selector).to.deep.equal(['en', 'ltr']);
    for (const selector of ['[data-action=save]', 'h3 label[for=switch-marketing]'])
      expect(tongue(dialog.querySelector(selector)!), selector).to.deep.equal(['fa', 'rtl']);
    expect(dialog.querySelector('.close')!.ariaLabel).to.equal('Close without saving');
  });

  it('that a site has in another language alone say which, and keep their order', async () => {
    const [service] = CONFIG.services!;
    const purpose = { de: 'Zählt Besuche', he: 'סופר ביקורים' };
    const cookies = [{ name: 'c', purpose, duration: { en: '2 years' } }];
    const { opensPreferences } = await ask({
      ...CONFIG,
      language: 'he',
      services: [{ ...service!, purpose: { en: 'Counts visits' }, cookies }],
    });
    const dialog = await opensPreferences();
    await waitUntil(() => dialog.querySelector('.service'), 'nothing is told of services');
    const shown = new Map([...dialog.querySelectorAll('bdi')].map((one) => [text(one), one.getAttribute('lang')]));
    for (const [words, language] of [
      ['Counts visits', 'en'],
      ['סופר ביקורים', null],
      ['2 years', 'en'],
    ] as const) {
      expect([...shown.keys()]).to.include(words);
      expect(shown.get(words), words).to.equal(language);
    }
  });

  it('name the settings button in the page’s language, and otherwise say that it is English', async () => {
    for (const [named, name, spoken] of [
      ['pt_BR', 'Opções de cookies', 'pt'],
      ['HE', 'הגדרות עוגיות', 'he'],
      ['cs', 'Cookie settings', 'en'],
    ]) {
      document.documentElement.lang = named!;
      const { get } = await ask();
      expect([get('#settings').ariaLabel, get('#settings').lang]).to.deep.equal([name, spoken]);
      await forget();
    }
  });
});
