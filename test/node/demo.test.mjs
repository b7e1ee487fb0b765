/** The demo is configured as a site would be. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { validateConfig } from 'askfirst/diagnostics';

const read = (name) => readFileSync(new URL(`../../demo/${name}`, import.meta.url), 'utf8');
const inlineOf = (name) => /<script type="application\/json" data-askfirst>([^]*?)<\/script>/.exec(read(name))?.[1];
const pages = readdirSync(new URL('../../demo/', import.meta.url)).filter((name) => name.endsWith('.html'));

test('consent.json is the inline configuration of the first page', () => {
  assert.deepEqual(JSON.parse(read('consent.json')), JSON.parse(inlineOf('index.html')));
});

test('consent.json holds nothing that diagnostics would speak of (H1)', () => {
  assert.deepEqual(validateConfig(JSON.parse(read('consent.json')), { strict: true }), []);
});

for (const page of pages.filter((name) => inlineOf(name))) {
  test(`the configuration in ${page} holds nothing that diagnostics would speak of (H1)`, () => {
    assert.deepEqual(validateConfig(JSON.parse(inlineOf(page))), []);
  });
}

test('the demo says that it honours Global Privacy Control, as the specification wants it said (K10)', () => {
  const { gpc, lastUpdate, ...rest } = JSON.parse(read('.well-known/gpc.json'));
  assert.deepEqual([gpc, rest], [true, {}]);
  assert.match(lastUpdate, /^\d{4}-\d\d-\d\d$/);
  assert.ok(Date.parse(lastUpdate) > 0);
});
