/** docs/vendors: a page for each vendor that can be configured, and configurations in it that are right. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { validateConfig } from 'askfirst/diagnostics';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const pages = readdirSync(new URL('../../docs/vendors/', import.meta.url)).filter(
  (file) => file.endsWith('.md') && file !== 'README.md',
);
const blocks = (text, language) =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, 'gm'))].map(([, block]) => block);

/** Configurations of a page: whole ones in the snippets, and what is shown of them by itself. */
const configurationsOf = (text) => [
  ...blocks(text, 'html').flatMap((html) =>
    [...html.matchAll(/data-askfirst>([^]*?)<\/script>/g)].map(([, block]) => block),
  ),
  ...blocks(text, 'json').filter((block) => !block.includes('"event"')),
];

test('each vendor that can be configured has its page', () => {
  const { integrations } = JSON.parse(read('dist/askfirst.schema.json')).properties;
  assert.deepEqual(
    Object.keys(integrations.properties).filter(
      (key) => !pages.includes(`${key}.md`) && !pages.includes(`${key.replace(/[A-Z]/g, '-$&').toLowerCase()}.md`),
    ),
    [],
  );
});

for (const page of pages) {
  const text = read(`docs/vendors/${page}`);

  test(`${page} begins with a snippet that holds all: configuration or none, gate, gated script`, () => {
    const [html = ''] = blocks(text, 'html');
    assert.match(html, /<script async src="askfirst\.js"><\/script>/);
    assert.match(html, /data-consent="/);
  });

  test(`${page} configures nothing that is wrong, or is not there`, () => {
    for (const configuration of configurationsOf(text)) {
      const findings = validateConfig(JSON.parse(configuration)).filter(
        ({ level, path, rule }) => level === 'error' || rule === 'H1' || path.startsWith('integrations'),
      );
      assert.deepEqual(findings, [], configuration);
    }
  });
}

test('google.md says for whom this is not enough (M12)', () => {
  assert.match(read('docs/vendors/google.md'), /AdSense, Ad Manager and AdMob .*\s.*certified/);
});
