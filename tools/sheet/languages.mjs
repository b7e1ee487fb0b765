/** The languages that are shipped, by the files in src/locales/. */
import { readdirSync } from 'node:fs';

export const languages = readdirSync(new URL('../../src/locales/', import.meta.url)).map((file) =>
  file.replace(/\.ts$/, ''),
);

/** As Unicode has it, and not as src/ui/words.ts says: one is held against the other. */
export const isRightToLeft = (language) => {
  const locale = new Intl.Locale(language);
  return (locale.getTextInfo?.() ?? locale.textInfo).direction === 'rtl';
};
