/** The languages: complete, fair, and the same in all places where a text is written. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { importSource } from '../support/bundle.mjs';

const languages = readdirSync(new URL('../../src/locales/', import.meta.url)).map((file) => file.replace(/\.ts$/, ''));
const messages = Object.fromEntries(
  await Promise.all(
    languages.map(async (language) => [language, (await importSource(`src/locales/${language}.ts`)).default]),
  ),
);
const { labels } = await importSource('src/gate/settings-button.ts');
const { findSteering, steering } = await importSource('src/diagnostics/steering.ts');

/** Every text, by the path of its key. Plural forms differ from language to language: they are checked apart. */
const textsOf = (part, path = '') =>
  Object.entries(part).flatMap(([key, value]) =>
    key === 'partners' ? [] : typeof value === 'string' ? [[path + key, value]] : textsOf(value, `${path}${key}.`),
  );
const placeholders = (text) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

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

  test(`${language} has the plural forms that it needs`, () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const form of forms)
      assert.equal(typeof (messages[language].partners[form] ?? messages[language].partners.other), 'string');
    for (const form of Object.keys(messages[language].partners))
      assert.ok(forms.includes(form), `${form} is no form of ${language}`);
  });

  test(`${language} makes accepting and rejecting about as long (R1)`, () => {
    const { acceptAll, rejectAll } = messages[language];
    const ratio = [...acceptAll].length / [...rejectAll].length;
    assert.ok(ratio >= 0.5 && ratio <= 1.5, `${acceptAll} / ${rejectAll}`);
  });

  test(`${language} is neutral: no praise, no threat, no interest that is called legitimate (C9)`, () => {
    // A language without a list would pass unread: src/diagnostics/steering.ts wants a row for each.
    assert.ok(steering.has(language.replace(/-.*/, '')), `no list of words for ${language}`);
    const partners = Object.values(messages[language].partners).map((text) => ['partners', text]);
    for (const [key, text] of [...texts, ...partners])
      assert.equal(findSteering(text, language), undefined, `${key}: ${text}`);
  });

  test(`${language} names the settings button as the gate does`, () => {
    assert.equal(labels[language], messages[language].settings);
  });

  test(`${language} keeps the first layer short (R2)`, () => {
    const { intro, categories } = messages[language];
    assert.ok([...intro].length <= 220, `${[...intro].length} characters`);
    for (const { description } of Object.values(categories)) assert.ok([...description].length <= 300);
  });
}

test('the gate has labels for the languages that are shipped, and no other', () => {
  assert.deepEqual(Object.keys(labels).sort(), languages.sort());
});

test('English is more than neutral: none of these words, whatever stands beside them (C9)', () => {
  const forbidden =
    /legitimate interest|best experience|improve your experience|enhance|enjoy|we value|we care|unfortunately|limited|miss out|recommend|do not refuse/i;
  for (const [key, text] of textsOf(messages.en)) assert.doesNotMatch(text, forbidden, key);
});

test('English speaks of similar technologies too, not of cookies alone (R5)', () => {
  assert.match(messages.en.intro, /similar technologies|store and read information/);
});
