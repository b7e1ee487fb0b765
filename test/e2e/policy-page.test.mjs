/** A policy page says by itself what is stored, and whoever reads it can change their mind there, and take their choice along. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { put } from './pages/page.mjs';
import { BANNER, DIALOG, REJECT, SETTINGS, decided, granted, leavesNoTrace, library, ready } from './pages/story.mjs';
import { engineName, journey, quiet, until } from './support/journey.mjs';

const DECLARATION = 'cookie-declaration';
const CHANGE = 'cookie-declaration >>> [data-action=manage]';
const EXPORT = 'cookie-consent >>> [data-action=export]';

/** What the declaration says, once it says anything. */
async function written(visitor) {
  await visitor.sees(CHANGE);
  return visitor.text(DECLARATION);
}

const says = (visitor, words) =>
  visitor.waitsFor((text) => document.querySelector('cookie-declaration').shadowRoot.textContent.includes(text), words);

/** Names of the library's own files that were asked for. */
const files = (server) => library(server).map((path) => path.replace('/dist/', ''));

const SERVICES = [
  {
    id: 'counter',
    category: 'analytics',
    name: 'Counter',
    provider: 'Counter Ltd',
    cookies: [{ name: '_count', purpose: 'Counts visits', duration: '1 year' }],
    storage: ['local:count'],
  },
];

journey('the demo’s policy page lists all that is stored, and follows what is chosen', async ({ visitor, server }) => {
  await visitor.goes(`${server.origin}/privacy.html`);
  const before = await written(visitor);
  assert.match(before, /You have not chosen yet\. What needs your yes is off\./);
  for (const name of ['askfirst', '_sp_id.*', 'mp_bodywise_mixpanel', 'gbuuid', '__mpq_bodywise_*'])
    assert.ok(before.includes(name), `${name} is not listed`);
  // What stands inside of it is for those without scripts.
  assert.doesNotMatch(before, /needs JavaScript/);
  await quiet(server);
  assert.deepEqual(files(server).sort(), [
    'askfirst-answers.js',
    'askfirst-declaration.js',
    'askfirst-embeds.js',
    'askfirst-integrations.js',
    'askfirst-services.js',
    'askfirst-ui.js',
    'askfirst.js',
    'integrations/google.js',
  ]);
  await leavesNoTrace(visitor);

  await visitor.clicks(CHANGE);
  await visitor.sees(DIALOG);
  await visitor.switches('analytics', true);
  await visitor.saves();
  await decided(visitor);
  await says(visitor, 'You made this choice.');
  assert.deepEqual(await granted(visitor), ['analytics']);
  await visitor.seesNot(DIALOG);
  // Back to where the visitor came from: in Safari a button has no focus by a click, but this one takes it.
  assert.equal((await visitor.focused()).action, 'manage');

  // Whoever comes back reads it too, and no question is asked.
  await visitor.goes(`${server.origin}/privacy.html`);
  await written(visitor);
  await says(visitor, 'You made this choice.');
  await visitor.seesNot(BANNER);
  assert.deepEqual(visitor.errors, []);
});

journey(
  'a declaration that comes later is written too, and a page without one pays nothing',
  async ({ visitor, server }) => {
    put(server, '/page', { config: { services: SERVICES }, body: '' });
    await visitor.goes(`${server.origin}/page`);
    await visitor.rejects();
    await decided(visitor);
    await visitor.goes(`${server.origin}/page`);
    await ready(visitor);
    await visitor.sees(SETTINGS);
    server.requests.length = 0;
    await visitor.evaluates(() => document.body.append(document.createElement('cookie-declaration')));
    assert.match(await written(visitor), /Counter Ltd gets access to the data/);
    assert.ok(files(server).includes('askfirst-declaration.js'));
    // And another, as on the next page of a site that swaps its content.
    await visitor.evaluates(() => {
      const next = document.createElement('main');
      next.append(document.createElement('cookie-declaration'));
      document.querySelector('cookie-declaration').replaceWith(next);
    });
    await says(visitor, 'Counter Ltd gets access to the data');
    assert.equal(files(server).filter((name) => name === 'askfirst-declaration.js').length, 1);
    assert.deepEqual(visitor.errors, []);
  },
);

journey(
  'under a strict policy too: the list is written, and the choice is saved as a file (G6)',
  async ({ visitor, server }) => {
    await visitor.goes(`${server.origin}/strict-csp.html`);
    await visitor.sees(REJECT);
    await visitor.evaluates(() => document.querySelector('main').append(document.createElement('cookie-declaration')));
    await written(visitor);
    await visitor.opensPreferences();
    await visitor.seesNot(EXPORT);
    await visitor.saves();
    await decided(visitor);

    const folder = await mkdtemp(join(tmpdir(), 'askfirst-'));
    try {
      // The other two save it as well, where nobody looks.
      const saves = engineName === 'chromium';
      if (saves) await visitor.savesTo(folder);
      await visitor.opensSettings();
      await visitor.waitsFor(
        () => document.querySelector('cookie-consent').shadowRoot.querySelector('.service') !== null,
      );
      server.requests.length = 0;
      await visitor.clicks(EXPORT);
      if (saves) {
        const [file] = await until(
          async () => {
            const names = await readdir(folder);
            return names.length > 0 && !names[0].endsWith('.crdownload') && names;
          },
          () => 'nothing was saved',
        );
        assert.equal(file, 'askfirst.json');
        const text = await readFile(join(folder, file), 'utf8');
        const { decidedAt, expiresAt, ...record } = JSON.parse(text);
        const state = await visitor.state();
        assert.deepEqual(record, {
          schema: 1,
          library: `askfirst ${await visitor.evaluates(() => window.askFirst.version)}`,
          origin: server.origin,
          regime: 'opt-in',
          region: null,
          gpc: { present: false, applied: false },
          revision: 1,
          categories: state.categories,
          services: state.services,
        });
        assert.deepEqual([decidedAt, expiresAt].map(Date.parse), [state.decidedAt, state.expiresAt]);
        assert.doesNotMatch(text, /strict-csp/);
      }
      // It goes to nobody else, and the dialog stays where it is.
      await quiet(server);
      assert.deepEqual(
        server.requests.filter(({ method }) => method !== 'GET').map(({ path }) => path),
        [],
      );
      await visitor.sees(DIALOG);
    } finally {
      await rm(folder, { recursive: true });
    }
    assert.deepEqual(visitor.errors, []);
  },
);

for (const [name, path] of [
  ['askfirst-declaration.js', 'cookie-declaration'],
  ['askfirst-services.js', 'services'],
]) {
  journey(
    `without ${name} nothing is listed, one line says why, and the question takes a no`,
    async ({ visitor, server }) => {
      put(server, '/page', {
        config: { services: SERVICES },
        body: '<cookie-declaration>The list.</cookie-declaration>',
      });
      server.pages.set(`/dist/${name}`, { status: 404, body: 'gone' });
      await visitor.goes(`${server.origin}/page`);
      await visitor.waitsFor(() => window.noted.findings.length > 0);
      const [finding] = await visitor.evaluates(() => window.noted.findings);
      assert.match(finding.message, new RegExp(`the ${path} could not be shown: .*${name}`));
      await visitor.opensPreferences();
      await visitor.rejects();
      await decided(visitor);
      assert.deepEqual(await granted(visitor), []);
    },
  );
}
