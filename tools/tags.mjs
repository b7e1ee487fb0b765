/**
 * Prints the tags for the built files: with integrity, with preload hints, and inlined with its hash for a Content-Security-Policy.
 *
 *     npm run tags -- [--base https://cdn.example/askfirst/] [--lang de] [--inline]
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inlined } from './inlined.mjs';
import { languages } from './sheet/languages.mjs';

const { values } = parseArgs({
  options: {
    base: { type: 'string', default: '' },
    lang: { type: 'string', default: 'en' },
    inline: { type: 'boolean', default: false },
  },
});
const { base, lang } = values;
if (!languages.includes(lang)) {
  console.error(`--lang is one of ${languages.join(', ')}; found "${lang}". Nothing is printed.`);
  process.exit(1);
}

const DIST = new URL('../dist/', import.meta.url);
const read = (name) => readFileSync(new URL(name, DIST), 'utf8');
const hash = (text, kind = 'sha256') => createHash(kind).update(text).digest('base64');

/** What a first banner waits for, as the gate will ask for it: the interface, and the words unless they are English. */
const hints = ['askfirst-ui.js', ...(lang === 'en' ? [] : [`locales/${lang}.js`])]
  .map((name) => [name, hash(read(name))])
  .map(
    ([name, sum]) =>
      `<link rel="modulepreload" href="${base}${name}?${sum.slice(0, 8)}" integrity="sha256-${sum}" crossorigin>`,
  )
  .join('\n');

const gate = read('askfirst.js');
if (values.inline) {
  const text = inlined(gate);
  console.log(`${hints}\n<script data-base="${base || './'}">${text}</script>`);
  console.error(`
For the Content-Security-Policy: script-src 'sha256-${hash(text)}'
The hints are for sites with many new visitors; leave them out where most come back. All goes into <head>, behind the configuration and before your
style sheet, with <link rel="preload" as="style" href="…"> for that one first: nothing then waits for anything.`);
} else {
  console.log(`<!-- The default -->
<script async src="${base}askfirst.js" integrity="sha384-${hash(gate, 'sha384')}" crossorigin></script>

<!-- Before it, for sites with many new visitors: the first banner comes a round trip sooner -->
${hints}`);
}
