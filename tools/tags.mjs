/**
 * Prints the tags for the built files: with integrity, with the preload hint, and inlined with its hash for a Content-Security-Policy.
 *
 *     npm run tags -- [--base https://cdn.example/askfirst/] [--inline]
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inlined } from './inlined.mjs';

const { values } = parseArgs({
  options: { base: { type: 'string', default: '' }, inline: { type: 'boolean', default: false } },
});
const { base } = values;
const hash = (text, kind) => createHash(kind).update(text).digest('base64');

const gate = readFileSync('dist/askfirst.js', 'utf8');
const address = (name) => `${base}${name}?${hash(readFileSync(`dist/${name}`), 'sha256').slice(0, 8)}`;

if (values.inline) {
  const text = inlined(gate);
  console.log(`<script data-base="${base || './'}">${text}</script>`);
  console.error(`\nFor the Content-Security-Policy: script-src 'sha256-${hash(text, 'sha256')}'`);
} else {
  console.log(`<!-- The default -->
<script async src="${base}askfirst.js" integrity="sha384-${hash(gate, 'sha384')}" crossorigin></script>

<!-- Before it, for sites with many new visitors: the first banner comes one round trip sooner -->
<link rel="modulepreload" href="${address('askfirst-ui.js')}" integrity="sha256-${hash(readFileSync('dist/askfirst-ui.js'), 'sha256')}" crossorigin>`);
}
