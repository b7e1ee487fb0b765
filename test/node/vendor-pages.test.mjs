/** Pages on vendors: what people copy is whole, lawful and inert. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { importSource } from '../../tools/import-source.mjs';

const { validateConfig } = await importSource('src/diagnostics/index.ts');
const ROOT = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, ROOT), 'utf8');

/** What each vendor leaves on the device: requirements, section N. */
const CLEAR = {
  microsoft: '_uetsid _uetvid _clck _clsk',
  meta: '_fbp _fbc',
  tiktok: '_ttp ttcsid* ttclid _tt_enable_cookie',
  linkedin: 'li_*',
  pinterest: '_pin_unauth _epik',
  x: '_twclid',
  matomo: '_pk_*',
  posthog: 'ph_*',
  mixpanel: 'mp_*',
  amplitude: 'AMP_*',
  segment: 'ajs_*',
  shopify: '',
  wordpress: '',
};

/** They have no call for consent, so there is nothing to configure. */
const GATE_ALONE = ['linkedin', 'x'];
/** They have no script of their own to gate. */
const SCRIPTLESS = ['shopify', 'wordpress'];

const pages = readdirSync(new URL('docs/vendors/', ROOT)).map((file) => file.replace('.md', ''));
const blocks = (key) => [...read(`docs/vendors/${key}.md`).matchAll(/```html\n(.*?)```/gs)].map(([, block]) => block);
const configOf = (block) => JSON.parse(/data-askfirst>(.*?)<\/script>/s.exec(block)[1]);

test('there is a page for each vendor, and a line in the list', () => {
  assert.deepEqual(pages.sort(), [...Object.keys(CLEAR), 'google', 'README'].sort());
  for (const key of ['google', ...Object.keys(CLEAR)])
    assert.ok(read('docs/vendors/README.md').includes(`(${key}.md)`), key);
});

test('each vendor that has a file has a page by that name', () => {
  const files = readdirSync(new URL('src/integrations/', ROOT), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name.replace('.ts', ''));
  for (const file of files.filter((name) => !/^(connect|google-default)$/.test(name)))
    assert.ok(pages.includes(file), file);
});

test('it is said that some of Google asks for a certified platform (M12)', () => {
  assert.match(
    read('docs/vendors/README.md'),
    /AdSense, Ad Manager and AdMob ask for a Google-certified[^]*AskFirst is not one/,
  );
  assert.match(read('docs/vendors/google.md'), /AdSense, Ad Manager and AdMob .*\s.*certified[^]*AskFirst is none/);
});

for (const key of pages.filter((name) => name !== 'README')) {
  test(`${key}: nothing is configured that is wrong, or is not there`, () => {
    const text = read(`docs/vendors/${key}.md`);
    const alone = [...text.matchAll(/```json\n(.*?)```/gs)]
      .map(([, block]) => block)
      .filter((block) => !block.includes('"event"'));
    const configurations = [
      ...blocks(key)
        .filter((block) => block.includes('data-askfirst>'))
        .map(configOf),
      ...alone.map((block) => JSON.parse(block)),
    ];
    for (const configuration of configurations) {
      const findings = validateConfig(configuration).filter(
        ({ level, path, rule }) => level === 'error' || rule === 'H1' || path.startsWith('integrations'),
      );
      assert.deepEqual(findings, []);
    }
  });
}

for (const [key, clear] of Object.entries(CLEAR)) {
  test(`${key}: what people copy is a configuration without a fault, the tag, and markup that is inert by itself (A4)`, () => {
    assert.ok(blocks(key).length > 0);
    for (const block of blocks(key)) {
      const config = configOf(block);
      assert.deepEqual(validateConfig(config), []);
      assert.deepEqual(Object.keys(config.integrations ?? {}), GATE_ALONE.includes(key) ? [] : [key]);
      const declared = config.services.flatMap(({ cookies = [] }) => cookies.map(({ name }) => name));
      for (const name of clear.split(' ').filter(Boolean)) assert.ok(declared.includes(name), name);
      const tags = [...block.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
      const [configuration, gate, ...scripts] = tags;
      assert.equal(configuration, '<script type="application/json" data-askfirst>');
      assert.equal(gate, '<script async src="askfirst.js">');
      for (const tag of scripts) {
        assert.match(tag, /^<script type="text\/plain" data-consent="(marketing|analytics)"/);
        const service = /data-service="([^"]+)"/.exec(tag)?.[1];
        if (service)
          assert.ok(
            config.services.some(({ id }) => id === service),
            service,
          );
      }
      assert.doesNotMatch(block, /<(noscript|img|iframe|link)/);
    }
    const [first] = blocks(key);
    assert.equal(/text\/plain/.test(first), !SCRIPTLESS.includes(key));
  });
}
