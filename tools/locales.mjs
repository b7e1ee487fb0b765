/**
 * Writes what follows from the languages in src/locales/, so that one more is one file there: src/gate/labels.ts, the name of the settings
 * button in each, which the gate has without them; and src/ui/locales.ts, by which bundlers find the others.
 */
import { readdir } from 'node:fs/promises';
import { importSource } from './import-source.mjs';
import { writeSource } from './write-source.mjs';

/** Languages, without English, which comes with the interface. */
const languages = (await readdir('src/locales'))
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((language) => language !== 'en')
  .sort();

/** What each language calls the settings button, English first: it stands in for all others. */
const readLabels = () =>
  Promise.all(
    ['en', ...languages].map(async (language) => {
      const messages = await importSource(`src/locales/${language}.ts`);
      return [language, messages.default.settings];
    }),
  );

export async function writeLocales() {
  const note = '/** Written by tools/locales.mjs from src/locales/. Do not edit: write a language there and build. */';
  const labels = (await readLabels()).map(([language, text]) => `${JSON.stringify(language)}: ${JSON.stringify(text)}`);
  await writeSource(
    'src/gate/labels.ts',
    `${note}
/** \`settings\` of each language. Every page view of every visitor pays for them. */
export const labels: Readonly<Record<string, string>> = { ${labels.join(', ')} };`,
  );
  const imports = languages.map((language) => `${JSON.stringify(language)}: () => import('../locales/${language}.js')`);
  await writeSource(
    'src/ui/locales.ts',
    `${note}
import type { Messages } from '../locales/en.js';

/** Every language but English, which comes with the interface. */
export const locales: Readonly<Record<string, () => Promise<{ readonly default: Messages }>>> = { ${imports.join(', ')} };`,
  );
}

if (process.argv[1] === new URL(import.meta.url).pathname) await writeLocales();
