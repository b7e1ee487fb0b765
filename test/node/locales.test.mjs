/** The languages: complete, fair, and the same in all places where a text is written. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRightToLeft, languages } from '../../tools/sheet/languages.mjs';
import { importSource } from '../../tools/import-source.mjs';

const messages = Object.fromEntries(
  await Promise.all(
    languages.map(async (language) => [language, (await importSource(`src/locales/${language}.ts`)).default]),
  ),
);
const { labels } = await importSource('src/gate/labels.ts');
const { findSteering, steering } = await importSource('src/diagnostics/steering.ts');

/** Every text, by the path of its key. Plural forms differ from language to language: they are checked apart. */
const textsOf = (part, path = '') =>
  Object.entries(part).flatMap(([key, value]) =>
    key === 'partners' ? [] : typeof value === 'string' ? [[path + key, value]] : textsOf(value, `${path}${key}.`),
  );
const placeholders = (text) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

/**
 * What a language must say, and must not. Whoever adds a language adds a row: `pair` is its reject and accept (R1), `similar` how it calls
 * what is like cookies (R5), `forbidden` what no text of it says, whatever stands beside it (C9).
 */
const RULES = {
  en: {
    pair: ['Reject all', 'Accept all'],
    similar: /cookies and similar technologies/,
    forbidden:
      /legitimate interest|best experience|improve your experience|enhance|enjoy|we value|we care|unfortunately|limited|miss out|recommend|do not refuse/i,
  },
  ar: {
    pair: ['رفض الكل', 'قبول الكل'],
    similar: /ملفات تعريف الارتباط وتقنيات مشابهة/,
    forbidden: /مشروع|تجربت|استمتع|نقدر|للأسف|محدود|ننصح|نوصي/,
  },
  de: {
    pair: ['Alle ablehnen', 'Alle annehmen'],
    similar: /Cookies und ähnliche Technologien/,
    forbidden:
      /berechtigt|erlebnis|erfahrung|genieß|wir schätzen|am herzen|leider|eingeschränkt|verpass|empf(ehl|ohl)|nicht ablehn/i,
  },
  es: {
    pair: ['Rechazar todo', 'Aceptar todo'],
    similar: /cookies y tecnologías similares/,
    forbidden:
      /leg[ií]tim|experiencia|disfrut|valoramos|nos importa|lamenta|desafortunad|limitad|perder[áa]|recomend|no rechaz/i,
  },
  fr: {
    pair: ['Tout refuser', 'Tout accepter'],
    similar: /cookies et des technologies similaires/,
    forbidden:
      /légitime|expérience|profite|nous respectons|importante|malheureus|limité|dégradé|manque|recommand|conseill|ne pas refuser/i,
  },
  he: {
    pair: ['דחיית הכול', 'אישור הכול'],
    similar: /בעוגיות ובטכנולוגיות דומות/,
    forbidden: /לגיטימי|חווי|ליהנות|תיהנו|מעריכים|לצערנו|מוגבל|תפספסו|מומלץ|ממליצים|לא לסרב/,
  },
  it: {
    pair: ['Rifiuta tutto', 'Accetta tutto'],
    similar: /cookie e tecnologie simili/,
    forbidden:
      /legittim|esperienz|god(i|ere)|ci sta a cuore|purtroppo|limitat|perder|consigli|raccomand|non rifiutare/i,
  },
  nl: {
    pair: ['Alles weigeren', 'Alles accepteren'],
    similar: /cookies en vergelijkbare technieken/,
    forbidden:
      /gerechtvaardigd|ervaring|beleving|geniet|waarderen|helaas|beperkt|mislop|mist u|aanbevolen|aanbevelen|raden aan|niet weigeren/i,
  },
  pl: {
    pair: ['Odrzuć wszystkie', 'Zaakceptuj wszystkie'],
    similar: /plików cookie i podobnych technologii/,
    forbidden: /uzasadnion|doświadcze|wrażeń|ciesz|cenimy|dbamy|niestety|ograniczon|strac|zalec|polecamy|nie odrzuca/i,
  },
  pt: {
    pair: ['Rejeitar tudo', 'Aceitar tudo'],
    similar: /cookies e tecnologias semelhantes/,
    forbidden:
      /legítim|experiência|aproveit|desfrut|valorizamos|prezamos|infelizmente|limitad|perder|recomend|não (rejeit|recus)/i,
  },
};

test('there are several languages', () => {
  assert.ok(languages.includes('en') && languages.length > 1);
});

for (const language of languages) {
  const texts = textsOf(messages[language]);

  test(`${language} has exactly the keys of English (B11)`, () => {
    const keys = (pairs) => pairs.map(([key]) => key).sort();
    assert.deepEqual(keys(texts), keys(textsOf(messages.en)));
  });

  test(`${language} has no empty text, and no blank at an end`, () => {
    assert.deepEqual(
      texts.filter(([, text]) => text.trim() !== text || text === ''),
      [],
    );
  });

  test(`${language} fills in what English fills in`, () => {
    const english = Object.fromEntries(textsOf(messages.en));
    for (const [key, text] of texts) assert.deepEqual(placeholders(text), placeholders(english[key]), key);
  });

  test(`${language} has every plural form that it needs, and no other`, () => {
    const { partners } = messages[language];
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    assert.deepEqual(Object.keys(partners).sort(), forms.sort());
    // None, one and two may be words; what stands for many numbers names the number.
    for (const [form, text] of Object.entries(partners)) {
      assert.ok(text.trim() === text && text !== '');
      const named = ['zero', 'one', 'two'].includes(form) && !text.includes('{') ? [] : ['{count}'];
      assert.deepEqual(placeholders(text), named, `${form}: ${text}`);
    }
  });

  test(`${language} rejects in plain words, and accepts in the same grammar and length (R1)`, () => {
    const { acceptAll, rejectAll } = messages[language];
    assert.deepEqual([rejectAll, acceptAll], RULES[language]?.pair, `no row for ${language} at the head of this file`);
    const ratio = [...acceptAll].length / [...rejectAll].length;
    assert.ok(ratio >= 0.5 && ratio <= 1.5, `${acceptAll} / ${rejectAll}`);
    // One word is the same in both and stands in the same place, and there is one other.
    const [reject, accept] = [rejectAll, acceptAll].map((text) => text.split(' '));
    assert.deepEqual([reject.length, accept.length], [2, 2]);
    assert.equal(reject.filter((word, index) => word === accept[index]).length, 1);
  });

  test(`${language} is neutral: no praise, no threat, no interest that is called legitimate (C9)`, () => {
    // A language without a list would pass unread: src/diagnostics/steering.ts wants a row for each.
    assert.ok(steering.has(language.replace(/-.*/, '')), `no list of words for ${language}`);
    const partners = Object.values(messages[language].partners).map((text) => ['partners', text]);
    for (const [key, text] of [...texts, ...partners])
      assert.equal(findSteering(text, language), undefined, `${key}: ${text}`);
    for (const [key, text] of texts) assert.doesNotMatch(text, RULES[language].forbidden, key);
  });

  test(`${language} speaks of similar technologies too, not of cookies alone (R5)`, () => {
    assert.match(messages[language].intro, RULES[language].similar);
  });

  test(`${language} has its own quotation marks, and no blank too many`, () => {
    for (const [key, text] of texts) {
      assert.doesNotMatch(text, /['"`]/, `${key}: typewriter's marks in ${text}`);
      assert.doesNotMatch(text, /\s\s|[\t\n]|\.{3}|\s[,.]/, `${key}: ${text}`);
      // French alone has a space before these, narrow, and one that no line ends at.
      if (language === 'fr') assert.doesNotMatch(text, /(?<!\u202f)[:;!?»]|«(?!\u202f)/, `${key}: ${text}`);
      else assert.doesNotMatch(text, /\s[:;!?]|\u202f/, `${key}: ${text}`);
    }
  });

  test(`${language} names the settings button as the gate does`, () => {
    assert.equal(labels[language], messages[language].settings);
  });

  test(`${language} keeps the first layer short (R2)`, () => {
    const { intro, acceptAll, rejectAll, manage, save, categories } = messages[language];
    assert.ok([...intro].length <= 220, `${[...intro].length} characters`);
    for (const { description } of Object.values(categories)) assert.ok([...description].length <= 120, description);
    for (const label of [acceptAll, rejectAll, manage, save]) assert.ok([...label].length <= 22, label);
  });
}

test('a name of the site, which may be Latin, keeps its own order where all else runs right to left', () => {
  for (const language of languages.filter(isRightToLeft))
    for (const [key, text] of textsOf(messages[language]))
      assert.doesNotMatch(text, /(?<!\u2068)\{(provider|site)\}|\{(provider|site)\}(?!\u2069)/, `${language} ${key}`);
});

test('the gate has labels for the languages that are shipped, and no other', () => {
  assert.deepEqual(Object.keys(labels).sort(), languages.sort());
});
