/** By keyboard alone, and by ear: where the focus goes, and what is said. */
import assert from 'node:assert/strict';
import { TAG, put } from './pages/page.mjs';
import { BANNER, REJECT, SAVE, SETTINGS, decided, granted, library, ready, record } from './pages/story.mjs';
import { journey, quiet, until } from './support/journey.mjs';

/** Presses Tab until the focus is where `there` says. */
async function tabsTo(visitor, there, most = 12) {
  const seen = [];
  for (let stop = 0; stop < most; stop += 1) {
    await visitor.presses('Tab');
    const focus = await visitor.focused();
    if (there(focus)) return;
    seen.push(focus.action || focus.name || focus.text || focus.tag);
  }
  assert.fail(`Tab never gets there: ${seen.join(', ')}`);
}
const action = (name) => (focus) => focus.action === name;
const focusIs = (visitor, name) =>
  until(
    async () => (await visitor.focused()).action === name,
    () => `the focus is not on ${name}`,
  );
const said = (visitor) =>
  visitor.evaluates(
    () => document.querySelector('cookie-consent').shadowRoot.querySelector('[role=status]').textContent,
  );
const hears = (visitor, text) =>
  until(
    async () => (await said(visitor)) === text,
    () => `never said: ${text}`,
  );

for (const key of ['Enter', 'Space']) {
  journey(
    `refuses by ${key}: the focus goes to the way back, and then on with the page`,
    async ({ visitor, server }) => {
      put(server, '/keys');
      await visitor.goes(`${server.origin}/keys`);
      await visitor.sees(REJECT);
      await visitor.presses('Tab', 'Escape');
      assert.equal((await visitor.focused()).action, 'reject-all');
      assert.equal((await visitor.state()).status, 'undecided');
      await visitor.presses(key);
      await decided(visitor);
      await visitor.seesNot(BANNER);
      await focusIs(visitor, 'settings');
      await hears(visitor, 'Saved. All optional cookies are off.');
      assert.deepEqual(await granted(visitor), []);
      await visitor.presses('Tab');
      assert.equal((await visitor.focused()).id, 'first');
    },
  );
}

journey('allows analytics, and takes it back, without a pointer', async ({ visitor, server }) => {
  put(server, '/keys', { config: { withdrawal: { reload: false } } });
  await visitor.goes(`${server.origin}/keys`);
  await visitor.sees(REJECT);
  await tabsTo(visitor, action('manage'));
  await visitor.presses('Enter');
  await visitor.sees(SAVE);
  // On the title, so that a key pressed too early answers nothing.
  assert.deepEqual([(await visitor.focused()).tag, (await visitor.focused()).text], ['h2', 'Cookie preferences']);
  await visitor.presses('Space', 'Enter');
  assert.equal((await visitor.state()).status, 'undecided');
  await tabsTo(visitor, (focus) => focus.name === 'analytics');
  await visitor.presses('Space');
  await tabsTo(visitor, action('save'));
  await visitor.presses('Enter');
  await decided(visitor);
  await visitor.seesNot(SAVE);
  await focusIs(visitor, 'settings');
  await hears(visitor, 'Saved. On: analytics. Off: marketing, personalization.');
  assert.deepEqual(await granted(visitor), ['analytics']);

  // And back: two activations.
  await visitor.presses('Enter');
  await visitor.sees(SAVE);
  await tabsTo(visitor, action('reject-all'));
  await visitor.presses('Space');
  await visitor.waitsFor(() => !window.askFirst.state.categories.analytics.granted);
  await visitor.seesNot(SAVE);
  await focusIs(visitor, 'settings');
  await hears(visitor, 'Saved. All optional cookies are off.');
});

journey(
  'leaves preferences by Escape: nothing changed, and the focus is where it came from',
  async ({ visitor, server }) => {
    await visitor.goes(`${server.origin}/no-configuration.html`);
    await visitor.accepts();
    await decided(visitor);
    await hears(visitor, 'Saved. All optional cookies are on.');
    const before = await record(visitor);
    await visitor.evaluates(() => document.querySelector('[data-askfirst-open]').focus());
    await visitor.presses('Enter');
    await visitor.sees(SAVE);
    await visitor.presses('Escape');
    await visitor.seesNot(SAVE);
    await until(
      async () => (await visitor.focused()).text === 'Cookie settings' && (await visitor.focused()).action === '',
      () => 'the focus is not on the link that opened it',
    );
    assert.notEqual(await said(visitor), 'Closed. Nothing was changed.'); // there was nothing to lose

    await visitor.opensSettings();
    await visitor.switches('marketing', false);
    await visitor.presses('Escape');
    await visitor.seesNot(SAVE);
    await hears(visitor, 'Closed. Nothing was changed.');
    await focusIs(visitor, 'settings');
    assert.equal(await record(visitor), before);
  },
);

journey('keeps the focus in the open preferences, and the page out of reach', async ({ visitor, server }) => {
  await visitor.goes(`${server.origin}/`);
  await visitor.opensPreferences();
  const stops = new Set();
  for (let stop = 0; stop < 24; stop += 1) {
    await visitor.presses('Tab');
    const outside = await visitor.evaluates(() => {
      const { activeElement } = document;
      return activeElement.matches('body, cookie-consent') ? '' : activeElement.outerHTML;
    });
    assert.equal(outside, ''); // body: the browser's own controls
    const { action: name, name: id } = await visitor.focused();
    stops.add(name || id);
  }
  for (const stop of ['close', 'marketing', 'analytics', 'personalization', 'reject-all', 'accept-all', 'save'])
    assert.ok(stops.has(stop), `${stop} is never reached`);
  assert.ok(
    await visitor.evaluates(() =>
      document.querySelector('cookie-consent').shadowRoot.querySelector('dialog').matches(':modal'),
    ),
  );
});

journey(
  'says nothing of a banner that is there from the start, and tells of one that comes later',
  async ({ visitor, server }) => {
    put(server, '/start');
    await visitor.goes(`${server.origin}/start`);
    await visitor.sees(REJECT);
    assert.equal(await said(visitor), '');
    await visitor.rejects();
    await hears(visitor, 'Saved. All optional cookies are off.');
    await visitor.evaluates(() => window.askFirst.reset());
    await visitor.sees(REJECT);
    await hears(visitor, 'Cookie choices are open at the start of the page.');
  },
);

journey(
  'counts from the page being there, not from its first byte: a slow page does not speak',
  async ({ visitor, server }) => {
    put(server, '/slow-page', {
      tag: TAG.replace('/dist/', '/slow/1300/dist/').replace('src', 'data-base="/dist/" src'),
    });
    await visitor.goes(`${server.origin}/slow-page`);
    await visitor.sees(REJECT);
    await quiet(server);
    assert.ok(library(server).length > 0);
    assert.equal(await said(visitor), '');
  },
);

journey('tells of a banner that comes long after the page', async ({ visitor, server }) => {
  server.pages.set('/later.json', { body: '{}' });
  put(server, '/late', { tag: TAG.replace('src', 'data-config="/slow/1300/later.json" src') });
  await visitor.goes(`${server.origin}/late`);
  await visitor.sees(REJECT);
  await hears(visitor, 'Cookie choices are open at the start of the page.');
});

journey('has its place for what is said outside both layers', async ({ visitor, server }) => {
  await visitor.goes(`${server.origin}/`);
  await visitor.opensPreferences();
  const places = await visitor.evaluates(() => {
    const root = document.querySelector('cookie-consent').shadowRoot;
    return [...root.querySelectorAll('[role=status]')].map((status) => Boolean(status.closest('dialog, section')));
  });
  assert.deepEqual(places, [false]);
  await ready(visitor);
  await visitor.accepts();
  await hears(visitor, 'Saved. All optional cookies are on.');
  await visitor.sees(SETTINGS);
});
