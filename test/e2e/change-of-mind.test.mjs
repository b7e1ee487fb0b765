/** Change of mind: a yes is taken back as easily as it was given, and leaves a clean slate. */
import assert from 'node:assert/strict';
import { gated, put } from './pages/page.mjs';
import {
  BANNER,
  SETTINGS,
  cookieNames,
  decided,
  goesNowhere,
  granted,
  heard,
  leavesNoTrace,
  ready,
  record,
  recordText,
} from './pages/story.mjs';
import { engineName, journey, quiet, until } from './support/journey.mjs';

const times = (server, path) => server.requests.filter((request) => request.path === path).length;

/** Everything is allowed, and every tracker has sent and stored. */
async function acceptsEverything(visitor, server, path) {
  await visitor.goes(server.origin + path);
  await visitor.accepts();
  await until(
    () => heard(server).length === 3,
    () => `only ${heard(server)} in the sink`,
  );
  await quiet(server);
}

const WAYS = {
  'the settings button': (visitor) => visitor.opensSettings(),
  'a link of the page': (visitor) => visitor.clicks('[data-askfirst-open]'),
};

for (const [way, opens] of Object.entries(WAYS)) {
  journey(`takes everything back in two clicks, from ${way}`, async ({ visitor, server }) => {
    await acceptsEverything(visitor, server, '/');
    assert.ok((await cookieNames(visitor)).length > 1);
    assert.equal(times(server, '/'), 1);
    await opens(visitor);
    await visitor.rejects();
    // What ran ends with its page: one reload, and no more.
    await until(
      () => times(server, '/') === 2,
      () => 'no reload',
    );
    await visitor.waitsFor(() => window.askFirst?.state.categories.analytics?.granted === false);
    await visitor.sees(SETTINGS);
    await quiet(server);
    assert.equal(times(server, '/'), 2);
    const reload = server.requests.findLastIndex(({ path }) => path === '/');
    const after = server.requests.slice(reload + 1).map(({ path }) => path);
    assert.deepEqual(
      after.filter((path) => /^\/(sink|vendor)\//.test(path)),
      [],
    );
    assert.deepEqual(await granted(visitor), []);
    await visitor.seesNot(BANNER);
    assert.deepEqual(await cookieNames(visitor), ['askfirst']);
    const { local, session } = await visitor.storage();
    assert.deepEqual([local, session], [[], []]);
    // A page that still holds a database keeps WebKit from deleting it until that page is gone.
    if (engineName !== 'webkit') await visitor.waitsFor(async () => (await indexedDB.databases()).length === 0);

    server.sink.length = 0;
    await visitor.goes(`${server.origin}/article-2.html`);
    await visitor.sees(SETTINGS);
    await visitor.seesNot(BANNER);
    await quiet(server);
    assert.equal(server.sink.length, 0);
    await leavesNoTrace(visitor, ['askfirst']);
    assert.deepEqual(visitor.errors, []);
  });
}

journey('takes back marketing alone: the rest goes on', async ({ visitor, server }) => {
  await acceptsEverything(visitor, server, '/');
  const sales = (name) => name.startsWith('_sp_');
  assert.ok((await cookieNames(visitor)).some(sales));
  await visitor.opensSettings();
  await visitor.switches('marketing', false);
  await visitor.saves();
  await until(
    () => times(server, '/') === 2,
    () => 'no reload',
  );
  server.sink.length = 0;
  await until(
    () => heard(server).includes('mixpanel'),
    () => `only ${heard(server)} in the sink`,
  );
  await quiet(server);
  assert.ok(!heard(server).includes('snowplow'));
  assert.deepEqual(await granted(visitor), ['analytics', 'personalization']);
  const names = await cookieNames(visitor);
  assert.ok(names.includes('mp_bodywise_mixpanel') && !names.some(sales), names.join());
});

const SERVICE = {
  id: 'shop',
  category: 'marketing',
  name: 'Shop',
  cookies: [{ name: 'shop' }],
  storage: ['local:shop-*', 'session:shop-*', 'indexeddb:shop'],
};

journey('stores, signals, erases, shuts and tells, in this order', async ({ visitor, server }) => {
  const script = `<script>
    document.cookie = 'shop=1; path=/';
    window.log = [];
    const note = (what) => window.log.push(what
      + (document.cookie.includes('.be5ru') ? ' stored' : '')
      + (document.cookie.includes('shop=') ? '' : ' erased')
      + (document.querySelector('iframe').hasAttribute('src') ? '' : ' shut'));
    window.dataLayer = { some: () => false, push: (command) => command[1] === 'update' && note('signal') };
    document.addEventListener('askfirst:change', () => note('event'));
  </script>`;
  const body = `<iframe title="Shop" data-consent="marketing" data-service="shop" data-src="/sink/shop.html"></iframe>`;
  put(server, '/order', {
    config: { services: [SERVICE], integrations: { google: true } },
    tag: '<script defer src="/dist/askfirst.js"></script>',
    body: body + script,
  });
  await visitor.goes(`${server.origin}/order`);
  await visitor.accepts();
  await visitor.waitsFor(() => document.querySelector('iframe').hasAttribute('src'));
  await visitor.waitsFor(() => window.log.length === 2);
  await visitor.evaluates(() => {
    document.cookie = 'shop=1; path=/';
    window.log.length = 0;
  });
  await visitor.opensSettings();
  await visitor.rejects();
  await visitor.waitsFor(() => window.log.length === 2);
  assert.deepEqual(await visitor.evaluates(() => window.log), ['signal stored', 'event stored erased shut']);
  await quiet(server);
  // No script has run, so there was nothing for a reload to end.
  assert.equal(times(server, '/order'), 1);
});

journey('does not reload where the site says so', async ({ visitor, server }) => {
  put(server, '/stays', { config: { withdrawal: { reload: false } } });
  await visitor.goes(`${server.origin}/stays`);
  await visitor.accepts();
  await visitor.waitsFor(() => window.ran?.length === 3);
  await visitor.opensSettings();
  await visitor.rejects();
  await visitor.waitsFor(() => !window.askFirst.state.categories.marketing.granted);
  await quiet(server);
  assert.equal(times(server, '/stays'), 1);
  // Back again: what ran once on this page does not run twice.
  await visitor.opensSettings();
  await visitor.accepts();
  await visitor.waitsFor(() => window.askFirst.state.categories.marketing.granted);
  await quiet(server);
  assert.equal((await visitor.evaluates(() => window.ran)).length, 3);
});

journey('erases what a tracker wrote while its page ended', async ({ visitor, server }) => {
  put(server, '/late', { config: { services: [SERVICE] }, body: gated('marketing', 'shop', 'data-service="shop"') });
  await visitor.goes(`${server.origin}/late`);
  await visitor.rejects();
  await decided(visitor);
  const writes = {
    cookie: () => void (document.cookie = 'shop=1; path=/'),
    local: () => localStorage.setItem('shop-queue', '1'),
    session: () => sessionStorage.setItem('shop-tab', '1'),
    database: () =>
      new Promise((done) => {
        indexedDB.open('shop').onsuccess = ({ target }) => done(target.result.close());
      }),
  };
  // One at a time: each of them alone is reason enough to look.
  for (const [what, write] of Object.entries(writes)) {
    await goesNowhere(visitor, server.origin);
    await visitor.evaluates(write);
    await visitor.goes(`${server.origin}/late`);
    await until(
      async () => {
        const { local, session, indexedDB } = await visitor.storage();
        return [...local, ...session, ...indexedDB, ...(await cookieNames(visitor))].join() === 'askfirst';
      },
      () => `what is still there: ${what}`,
    );
  }
  assert.equal(server.sink.length, 0);
});

journey('finds the way back on every page, large enough for a thumb', async ({ visitor, server }) => {
  await goesNowhere(visitor, server.origin);
  await visitor.setsCookie({ name: 'askfirst', value: recordText() });
  const before = await record(visitor);
  await visitor.resizes(390, 844);
  for (const path of ['/no-configuration.html', '/strict-csp.html', '/arabic.html']) {
    await visitor.goes(server.origin + path);
    await ready(visitor);
    if ((await visitor.state()).status === 'undecided') await visitor.rejects(); // its services were not asked about
    await visitor.sees(SETTINGS);
    const box = await visitor.evaluates(() => {
      const { width, height, bottom } = document
        .querySelector('cookie-consent')
        .shadowRoot.querySelector('#settings')
        .getBoundingClientRect();
      return { width, height, above: innerHeight - bottom };
    });
    assert.deepEqual(box, { width: 48, height: 48, above: 16 }, path);
  }
  assert.notEqual(before, undefined);
});
