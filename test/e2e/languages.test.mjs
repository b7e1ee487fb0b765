/** Every language at three sizes: nothing runs over, the answers are alike, the page keeps its room, and right to left is mirrored. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { isRightToLeft, languages } from '../../tools/sheet/languages.mjs';
import { WINDOWS, measure } from '../../tools/sheet/measure.mjs';
import { put } from './pages/page.mjs';
import { library } from './pages/story.mjs';
import { journey } from './support/journey.mjs';

const CONFIG = JSON.parse(await readFile(new URL('../../demo/consent.json', import.meta.url), 'utf8'));
const BANNER = 'cookie-consent >>> .banner';
const SAVE = 'cookie-consent >>> [data-action=save]';

for (const language of languages) {
  journey(
    `${language} fits, in both layers and at each size, and both answers are alike (R1, C3)`,
    async ({ visitor, server }) => {
      put(server, '/', { config: { ...CONFIG, language } });
      for (const { width, height, most } of WINDOWS) {
        await visitor.resizes(width, height);
        await visitor.goes(`${server.origin}/`);
        const wanted = { language, rightToLeft: isRightToLeft(language), most };
        const faults = async (layer) =>
          (await measure((...call) => visitor.evaluates(...call), { ...wanted, layer })).faults;
        await visitor.sees(BANNER);
        assert.deepEqual(await faults('banner'), [], `banner at ${width} x ${height}`);
        await visitor.opensPreferences();
        await visitor.sees(SAVE);
        assert.deepEqual(await faults('preferences'), [], `preferences at ${width} x ${height}`);
      }
      assert.deepEqual(visitor.errors, []);
    },
  );
}

journey('what is too long, too large or not mirrored is seen', async ({ visitor, server }) => {
  const texts = { de: { acceptAll: 'Donaudampfschifffahrtsgesellschaftskapitän', intro: 'Lang. '.repeat(99) } };
  put(server, '/', { config: { ...CONFIG, language: 'de', texts } });
  await visitor.goes(`${server.origin}/`);
  await visitor.sees(BANNER);
  const wanted = { layer: 'banner', language: 'ar', rightToLeft: true, most: 15 };
  const { faults } = await measure((...call) => visitor.evaluates(...call), wanted);
  for (const fault of [
    /^has more than two lines/,
    /^the answers stand in the wrong order/,
    /^is marked as "de"/,
    /^takes/,
  ])
    assert.ok(
      faults.some((text) => fault.test(text)),
      `${fault}: ${faults}`,
    );
});

journey('the language is the page’s; the tag’s or the configuration’s goes before it', async ({ visitor, server }) => {
  const said = async (parts) => {
    put(server, '/', parts);
    await visitor.goes(`${server.origin}/`);
    await visitor.sees(BANNER);
    return visitor.text('cookie-consent >>> .banner [data-action=reject-all]');
  };
  assert.equal(await said({ lang: 'it' }), 'Rifiuta tutto');
  assert.equal(await said({ lang: 'pt_BR' }), 'Rejeitar tudo');
  assert.equal(await said({ lang: 'it', config: { language: 'fr' } }), 'Tout refuser');
  const tag = '<script async src="/dist/askfirst.js" data-lang="he"></script>';
  assert.equal(await said({ lang: 'it', tag }), 'דחיית הכול');
});

journey('a page that names no language is asked in the visitor’s', async ({ newVisitor, server }) => {
  const visitor = await newVisitor({ lang: 'es-ES' });
  put(server, '/', { lang: '' });
  await visitor.goes(`${server.origin}/`);
  await visitor.sees(BANNER);
  assert.equal(await visitor.text('cookie-consent >>> .banner [data-action=reject-all]'), 'Rechazar todo');
  assert.match(
    await visitor.evaluates(() => document.querySelector('cookie-consent').shadowRoot.querySelector('.root').lang),
    /^es/,
  );
});

journey('only the page’s language is fetched, and English without another file', async ({ visitor, server }) => {
  const fetched = () => server.requests.map(({ path }) => path).filter((path) => path.includes('/locales/'));
  put(server, '/en', {});
  await visitor.goes(`${server.origin}/en`);
  await visitor.sees(BANNER);
  assert.deepEqual(fetched(), []);
  put(server, '/pl', { lang: 'pl' });
  await visitor.goes(`${server.origin}/pl`);
  await visitor.sees(BANNER);
  assert.deepEqual(fetched(), ['/dist/locales/pl.js']);
});

journey('by `npm run tags -- --lang de` the words come with the gate, and once', async ({ visitor, server }) => {
  const printed = execFileSync('node', ['tools/tags.mjs', '--base', '/dist/', '--lang', 'de'], { encoding: 'utf8' });
  const [tag] = printed.match(/<script.*/);
  put(server, '/hinted', { lang: 'de', head: printed.match(/<link.*/g).join('\n'), tag });
  await visitor.goes(`${server.origin}/hinted`);
  await visitor.sees(BANNER);
  assert.equal(await visitor.text('cookie-consent >>> .banner [data-action=reject-all]'), 'Alle ablehnen');
  const asked = library(server).filter((path) => !path.includes('answers'));
  assert.deepEqual(asked.toSorted(), ['/dist/askfirst-ui.js', '/dist/askfirst.js', '/dist/locales/de.js']);
  const [words, interfaceItself] = await visitor.evaluates(() =>
    ['de.js', 'askfirst-ui.js'].map((name) => {
      const [{ startTime, responseEnd }] = performance
        .getEntriesByType('resource')
        .filter((file) => file.name.includes(name));
      return { startTime, responseEnd };
    }),
  );
  assert.ok(words.startTime <= interfaceItself.responseEnd, 'the words are asked for only once the interface is there');
  assert.deepEqual(visitor.errors, []);
});
