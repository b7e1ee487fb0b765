/** Erasure: what a tracker stored in every way that a page has is gone after a no, and what no page can delete is told to its server. */
import assert from 'node:assert/strict';
import { put } from './pages/page.mjs';
import { BANNER, SETTINGS, cookieNames, decided, goesNowhere, granted } from './pages/story.mjs';
import { journey, quiet, until } from './support/journey.mjs';

const SERVICE = {
  id: 'shop',
  category: 'marketing',
  name: 'Shop',
  cookies: [
    { name: '*shop_*' },
    { name: 'shopserver', httpOnly: true },
    { name: 'elsewhere', domain: '.ads.example' },
    { name: 'near', domain: 'site.localhost' },
  ],
  storage: [
    'local:shop-*',
    'session:*shop',
    'indexeddb:shop',
    'indexeddb:shop-*-held',
    'cache:shop-*',
    'serviceworker:/a/shop/',
    'serviceworker:/a/*.js',
  ],
};

/** Runs in the page: a vendor's script that stores wherever it can. */
function tracks() {
  const set = (name, attributes) => (document.cookie = `${name}=1; ${attributes}`);
  const own = 'path=/';
  const parent = 'path=/; domain=site.localhost';
  set('shop_host', own);
  set('shop_secure', `${own}; secure`);
  set('shop_partitioned', `${own}; secure; samesite=none; partitioned`);
  set('shop_parent', parent);
  set('shop_parent_secure', `${parent}; secure`);
  set('shop_parent_partitioned', `${parent}; secure; samesite=none; partitioned`);
  set('shop_folder', 'path=/a/');
  set('shop_page', 'path=/a/b;  secure');
  set('shop_deep', 'path=/a/b/page; secure; samesite=none; partitioned');
  set('shop_nowhere', '');
  set('__Host-shop_1', `${own}; secure`);
  set('__Host-shop_2', `${own}; secure; samesite=none; partitioned`);
  set('__Secure-shop_3', `${parent}; secure`);
  // One name at four places.
  for (const place of [own, parent, 'path=/a', `${own}; secure; samesite=none; partitioned`]) set('shop_same', place);
  set('near', parent);
  set('page_own', own);
  const open = (name) => new Promise((done) => (indexedDB.open(name).onsuccess = ({ target }) => done(target.result)));
  localStorage.setItem('shop-queue', '1');
  sessionStorage.setItem('tab-shop', '1');
  window.tracked = Promise.all([
    open('shop').then((database) => database.close()),
    open('shop-1-held').then((database) => (window.held = database)),
    caches.open('shop-v1').then((cache) => cache.put('/a/b/page', new Response('kept'))),
    caches.open('page-own'),
    navigator.serviceWorker.register('/a/worker.js?shop=1', { scope: '/a/shop/' }),
    navigator.serviceWorker.register('/a/second.js', { scope: '/a/b/' }),
    navigator.serviceWorker.register('/own.js', { scope: '/own/' }),
  ]).then(() => true);
  // It hears of the withdrawing click like of any other, and says goodbye at the end of its page.
  document.addEventListener('click', () => {
    set('shop_click', own);
    localStorage.setItem('shop-click', '1');
  });
  for (const type of ['beforeunload', 'pagehide', 'unload'])
    addEventListener(type, () => {
      set(`shop_${type}`, own);
      sessionStorage.setItem(`${type}-shop`, '1');
    });
}

/** What a site does with what it is told: it lets its server act. */
const TELLS = `<script>
  document.addEventListener('askfirst:change', ({ detail }) =>
    navigator.sendBeacon('/sink/told', JSON.stringify([detail.withdrawn, detail.remaining])));
</script>`;

function putShop(server, path, config = {}, head = TELLS) {
  const body = `<script type="text/plain" data-consent="marketing" data-service="shop">(${tracks})()</script>`;
  put(server, path, { config: { services: [SERVICE], ...config }, head, body });
  server.headers.set(path, { 'set-cookie': 'shopserver=1; Path=/; HttpOnly; Secure' });
  for (const script of ['/a/worker.js', '/a/second.js', '/own.js'])
    server.pages.set(script, { body: 'self.addEventListener("push", () => {});' });
}

const told = ({ sink }) => sink.filter(({ path }) => path === '/sink/told').map(({ body }) => JSON.parse(body));

/** What the origin holds, besides cookies. */
const stored = (visitor) =>
  visitor.evaluates(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname),
  }));

/** What is of the site's own stays. */
const OWN = { local: [], session: [], databases: [], caches: ['page-own'], workers: ['/own/'] };

/** Allows everything, and waits until the tracker has stored all that it wants. */
async function allows(visitor, url) {
  await visitor.goes(url);
  await visitor.accepts();
  await visitor.waitsFor(() => window.tracked);
}

const SET = [
  ...['__Host-shop_1', '__Host-shop_2', '__Secure-shop_3', 'near', 'page_own', 'shop_click', 'shop_deep'],
  ...['shop_folder', 'shop_host', 'shop_nowhere', 'shop_page', 'shop_parent', 'shop_parent_partitioned'],
  ...['shop_parent_secure', 'shop_partitioned', 'shop_same', 'shop_secure', 'shopserver'],
];

journey('erases after a withdrawal what was stored in any way (E3, E4, A7)', { https: true }, async (journey) => {
  const { visitor, server } = journey;
  putShop(server, '/a/b/page');
  await allows(visitor, `${server.origin}/a/b/page`);
  const before = new Set(await cookieNames(visitor));
  // The accepting click came before the tracker: it hears the next one.
  assert.deepEqual(
    SET.filter((name) => name !== 'shop_click' && !before.has(name)),
    [],
  );
  const { caches, workers } = await stored(visitor);
  assert.deepEqual([caches.length, workers.length], [2, 3]);
  await visitor.opensSettings();
  await until(
    async () => (await cookieNames(visitor)).includes('shop_click'),
    () => 'the tracker does not hear clicks',
  );
  await visitor.rejects();
  const times = () => server.requests.filter(({ path }) => path === '/a/b/page').length;
  await until(
    () => times() === 2,
    () => 'no reload',
  );
  await visitor.sees(SETTINGS);
  await decided(visitor);
  let left;
  await until(
    async () => {
      left = JSON.stringify([await cookieNames(visitor), await stored(visitor)]);
      return left === JSON.stringify([['askfirst', 'page_own', 'shopserver'], OWN]);
    },
    () => `what is left: ${left}`,
  );
  // Told before the page ended, and of nothing that could be deleted.
  const [[, atFirst], [withdrawn, remaining]] = told(server);
  assert.deepEqual(atFirst, []);
  assert.deepEqual(withdrawn, ['marketing', 'analytics', 'personalization', 'shop']);
  assert.deepEqual(remaining, ['shopserver', 'elsewhere', 'indexeddb:shop-1-held']);
  await quiet(server);
  assert.equal(times(), 2);
  await visitor.seesNot(BANNER);
});

journey('erases again what a tracker writes that runs on (E3)', { https: true }, async ({ visitor, server }) => {
  putShop(server, '/a/b/page', { withdrawal: { reload: false } });
  await allows(visitor, `${server.origin}/a/b/page`);
  await visitor.evaluates(() => window.held.close());
  await visitor.opensSettings();
  await visitor.rejects();
  await until(
    () => told(server).length === 2,
    () => 'the page is not told',
  );
  assert.deepEqual(told(server)[1][1], ['shopserver', 'elsewhere']);
  // The same click has brought some of it back, and for no longer than a moment.
  await until(
    async () => (await cookieNames(visitor)).join() === 'askfirst,page_own,shopserver',
    () => 'what the click wrote is still there',
  );
  assert.deepEqual(await stored(visitor), OWN);
  // Goodbye: the next page knows nothing of AskFirst, and finds nothing but what was written after the last look.
  await goesNowhere(visitor, server.origin);
  const late = (await cookieNames(visitor)).filter((name) => name !== 'shop_unload');
  assert.deepEqual(late, ['askfirst', 'page_own', 'shopserver']);
  const { session } = await stored(visitor);
  assert.deepEqual(
    session.filter((name) => name !== 'unload-shop'),
    [],
  );
});

journey('keeps a no, and erases, where the page has an element named "cookie" (A14)', async ({ visitor, server }) => {
  const head = `<script>document.cookie = 'shop_old=1; path=/'</script>`;
  const body = '<form name="cookie"><input name="askfirst"></form><img name="cookie" alt="">';
  put(server, '/form', { config: { services: [SERVICE] }, head, body });
  await visitor.goes(`${server.origin}/form`);
  assert.notEqual(await visitor.evaluates(() => typeof document.cookie), 'string');
  await visitor.rejects();
  await decided(visitor);
  assert.deepEqual(await cookieNames(visitor), ['askfirst']);
  await visitor.reloads();
  await visitor.sees(SETTINGS);
  await visitor.seesNot(BANNER);
  assert.deepEqual(await granted(visitor), []);
  assert.deepEqual(visitor.errors, []);
});
