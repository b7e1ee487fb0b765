/** AskFirst, in the three ways that its documentation offers. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { inlined } from '../../tools/inlined.mjs';
import { PRIVACY } from '../article.mjs';

const DIST = new URL('../../dist/', import.meta.url);
const read = (name) => readFileSync(new URL(name, DIST), 'utf8');
const { version } = JSON.parse(read('../package.json'));

/** Read once: a build that ends meanwhile would leave a gate with the hashes of other chunks. */
const scripts = Object.fromEntries(
  readdirSync(DIST)
    .filter((file) => file.endsWith('.js'))
    .map((file) => [file, read(file)]),
);
/** The address under which the gate fetches a chunk. */
const addressOf = (file) => `/dist/${file}?${createHash('sha256').update(scripts[file]).digest('base64').slice(0, 8)}`;

const CONFIGURATION = JSON.stringify({ site: { name: 'Bodywise Notes', privacyPolicyUrl: PRIVACY } });
const INLINE = `<script type="application/json" data-askfirst>${CONFIGURATION}</script>`;
const TAG = '<script async src="/dist/askfirst.js"></script>';
/** A script in the page runs before the parser comes to what is behind it. */
const STYLES_FIRST = '<link rel="preload" as="style" href="/article.css">';
const PRELOAD = `<link rel="modulepreload" href="${addressOf('askfirst-ui.js')}">`;

const gate = inlined(scripts['askfirst.js']);
if (/<\/script|<!--/i.test(gate))
  throw new Error('AskFirst: the gate cannot be inlined, for its text would end the script.');

const variant = (id, name, setup, parts) => ({
  id,
  name,
  version,
  setup,
  ours: true,
  page: ({ article, gated }) =>
    article({
      ...parts,
      gated: gated
        .map(
          ({ category, code = '', src }) =>
            `<script type="text/plain" data-consent="${category}"${src ? ` data-src="${src}"` : ''}>${code}</script>`,
        )
        .join('\n'),
    }),
  files: Object.fromEntries(Object.entries(scripts).map(([file, text]) => [`/dist/${file}`, text])),
  banner: ['cookie-consent', '.banner'],
  accept: ['cookie-consent', '.banner [data-action=accept-all]'],
  manage: ['cookie-consent', '.banner [data-action=manage]'],
  preferences: ['cookie-consent', 'dialog'],
  gatesMarkup: true,
});

export default [
  variant('askfirst', 'AskFirst', 'configuration in the page, tag with async: the default', { head: INLINE + TAG }),
  variant('askfirst-preload', 'AskFirst, preload hint', 'the same with a modulepreload link for the interface', {
    head: PRELOAD + INLINE + TAG,
  }),
  variant(
    'askfirst-inlined',
    'AskFirst, gate inlined',
    'the gate in the page, before the style sheet, whose preload hint goes before it; the interface fetched',
    { early: `${STYLES_FIRST}${INLINE}<script data-base="/dist/">${gate}</script>` },
  ),
];
