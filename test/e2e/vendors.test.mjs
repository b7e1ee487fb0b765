/** Vendors that are configured: each is fetched where it is wanted, and hears what was decided before any script runs (N1, N2). */
import assert from 'node:assert/strict';
import { TAG, gated, inline, put } from './pages/page.mjs';
import { BANNER, REJECT, decided, goesNowhere, isUsable, library, ready, record, recordText } from './pages/story.mjs';
import { journey, quiet, until } from './support/journey.mjs';

/** What the page has told Google: commands as the kind of object and its words, an event as it is. */
const told = (visitor) =>
  visitor.evaluates(() =>
    window.dataLayer.map((entry) =>
      entry.event ? entry : [Object.prototype.toString.call(entry), ...Array.from(entry)],
    ),
  );
const tells = (visitor, count) => visitor.waitsFor((length) => window.dataLayer?.length === length, count);

const KEYS = [
  'ad_storage',
  'ad_user_data',
  'ad_personalization',
  'analytics_storage',
  'functionality_storage',
  'personalization_storage',
];
const signals = (...allowed) =>
  Object.fromEntries(KEYS.map((key) => [key, allowed.some((word) => key.startsWith(word)) ? 'granted' : 'denied']));
const command = (...words) => ['[object Arguments]', ...words];
const START = [
  command('consent', 'default', { ...signals(), security_storage: 'granted', wait_for_update: 500 }),
  command('set', 'ads_data_redaction', true),
];
/** The update, and the event behind it, for what is granted. */
const answer = (...granted) => [
  command(
    'consent',
    'update',
    signals(...granted.flatMap((id) => ({ marketing: 'ad', personalization: ['func', 'pers'] })[id] ?? id)),
  ),
  {
    event: 'consent_decision',
    consent: Object.fromEntries(
      ['necessary', 'marketing', 'analytics', 'personalization'].map((id) => [
        id,
        ['necessary', ...granted].includes(id) ? 'granted' : 'denied',
      ]),
    ),
  },
];
const GOOGLE_TAG = `<script type="text/plain" data-consent="analytics">
  window.gtag = function () { dataLayer.push(arguments); };
  gtag('js', 'now'); gtag('config', 'G-1');
</script>`;
const COMMANDS = [command('js', 'now'), command('config', 'G-1')];
const ALL = ['marketing', 'analytics', 'personalization'];
const yes = {
  name: 'askfirst',
  value: recordText({ answers: { marketing: 'U', analytics: 'U', personalization: 'U' } }),
};
const GOOGLE = { config: { integrations: { google: true } } };
const files = (server) => library(server).filter((path) => path.includes('integrations'));

journey('Google hears a no first, then each answer once, then its own tag', async ({ visitor, server }) => {
  // Before a page is left, it writes down what Google was told: the withdrawal loads it anew.
  const keeps = `<script>addEventListener('pagehide', () => sessionStorage.setItem('told', JSON.stringify(dataLayer.map((entry) => entry.event ?? [...entry]))))</script>`;
  put(server, '/google', { ...GOOGLE, body: GOOGLE_TAG + keeps });
  await visitor.goes(`${server.origin}/google`);
  await visitor.sees(REJECT);
  assert.deepEqual(await told(visitor), START);

  await visitor.opensPreferences();
  await visitor.switches('analytics', true);
  await visitor.saves();
  await tells(visitor, 6);
  assert.deepEqual(await told(visitor), [...START, ...answer('analytics'), ...COMMANDS]);

  // Google remembers nothing: on each page it is told again, before the tag.
  server.requests.length = 0;
  await visitor.goes(`${server.origin}/google`);
  await tells(visitor, 6);
  assert.deepEqual(await told(visitor), [...START, ...answer('analytics'), ...COMMANDS]);

  await visitor.opensSettings();
  await visitor.accepts();
  await tells(visitor, 8);
  assert.deepEqual((await told(visitor)).slice(6), answer(...ALL));

  await visitor.opensSettings();
  await visitor.rejects();
  await visitor.waitsFor(
    () => window.askFirst?.state.categories.analytics?.granted === false && window.dataLayer.length === 4,
  );
  const before = await visitor.evaluates(() => JSON.parse(sessionStorage.getItem('told')));
  assert.deepEqual(before.slice(8), [['consent', 'update', signals()], 'consent_decision']); // once, and before the reload
  assert.deepEqual(await told(visitor), [...START, ...answer()]);
});

journey('Google hears its default before a configuration by address is here', async ({ visitor, server }) => {
  server.pages.set('/own.json', { body: '{"revision":1}' });
  const tag = '<script src="/dist/askfirst.js" data-google="advanced" data-config="/slow/300/own.json"></script>';
  const own =
    '<script>window.gtag = function () { dataLayer.push(arguments); }; gtag("js", "now"); gtag("config", "G-1");</script>';
  put(server, '/advanced', { tag: tag + own });
  await visitor.goes(`${server.origin}/advanced`);
  await visitor.sees(REJECT);
  assert.deepEqual(await told(visitor), [...START, ...COMMANDS]);
  await visitor.accepts();
  await tells(visitor, 6);
  assert.deepEqual((await told(visitor)).slice(4), answer(...ALL));
  assert.deepEqual(await visitor.evaluates(() => window.noted.findings), []);
});

journey('a Google tag that comes before its default is named', async ({ visitor, server }) => {
  const early =
    '<script>(window.dataLayer ??= []); (function () { dataLayer.push(arguments); })("js", "now");</script>';
  put(server, '/early', { head: early, ...GOOGLE });
  await visitor.goes(`${server.origin}/early`);
  await visitor.sees(REJECT);
  await visitor.waitsFor(() => window.noted.findings.length > 0);
  const [finding] = await visitor.evaluates(() => window.noted.findings);
  assert.deepEqual([finding.rule, finding.path, finding.level], ['M3', 'dataLayer', 'error']);
});

journey('nothing is fetched for vendors where none is configured (N2)', async ({ visitor, server }) => {
  for (const config of [undefined, {}, { integrations: {} }, { integrations: { google: false } }]) {
    put(server, '/none', { config });
    await visitor.goes(`${server.origin}/none`);
    await visitor.sees(BANNER);
    await quiet(server);
    assert.deepEqual(files(server), []);
    assert.equal(await visitor.evaluates(() => window.dataLayer ?? null), null);
  }
});

journey('each file is fetched once, by its hash, as soon as the configuration is read', async ({ visitor, server }) => {
  put(server, '/google', GOOGLE);
  await visitor.goes(`${server.origin}/google`);
  await visitor.sees(BANNER);
  await visitor.accepts();
  await visitor.waitsFor(() => window.ran?.length === 3);
  const asked = server.requests.filter(({ path }) => path.includes('integrations'));
  assert.deepEqual(
    asked.map(({ path }) => path),
    ['/dist/askfirst-integrations.js', '/dist/integrations/google.js'],
  );
  for (const { query } of asked) assert.match(query, /^\?.{8}$/);
});

journey('scripts wait for what a vendor is told, however slowly that comes; an embed does not', async (story) => {
  const { visitor, server } = story;
  const looks = (name) =>
    `<script type="text/plain" data-consent="analytics">
      (window.order ??= []).push('${name} ' + dataLayer.some((entry) => entry[1] === 'update'));
    </script>`;
  put(server, '/slow', {
    ...GOOGLE,
    tag: TAG.replace('src', 'data-base="/slow/600/dist/" src'),
    body: `${looks('first')}
      <img alt="" data-consent="marketing" data-src="/sink/image.png" onload="(window.order ??= []).push('image')">
      ${gated('analytics')}${looks('last')}`,
  });
  await goesNowhere(visitor, server.origin);
  await visitor.setsCookie(yes);
  await visitor.goes(`${server.origin}/slow`);
  await visitor.waitsFor(() => window.order?.some((one) => one.startsWith('last')));
  assert.deepEqual(
    (await visitor.evaluates(() => window.order)).filter((one) => one !== 'image'),
    ['first true', 'last true'],
  );
  assert.deepEqual(await visitor.evaluates(() => window.ran), ['/sink/analytics.js']);
  await visitor.waitsFor(() => window.order.includes('image'));
});

const BROKEN = {
  'cannot be fetched': { status: 404, body: '' },
  'is not what was built': {
    body: 'globalThis.tampered = true; export const tellVendors = async () => {}; export const google = () => ({ after() {} });',
    headers: { 'access-control-allow-origin': '*' },
  },
};
for (const file of ['/dist/askfirst-integrations.js', '/dist/integrations/google.js']) {
  for (const [how, broken] of Object.entries(BROKEN)) {
    journey(`${file} ${how}: scripts stay off, embeds and the page go on (A14)`, async ({ visitor, server }) => {
      put(server, '/page', {
        ...GOOGLE,
        body: `${gated('analytics')}${inline('marketing')}<iframe title="Video" data-consent="marketing" data-src="/sink/video.html"></iframe>`,
      });
      server.pages.set(file, broken);
      await visitor.goes(`${server.origin}/page`);
      await visitor.accepts();
      await decided(visitor);
      await until(
        () => server.sink.some(({ path }) => path === '/sink/video.html'),
        () => 'the embed has not started',
      );
      await visitor.waitsFor(() => window.noted.findings.length > 0);
      await isUsable(visitor);
      await quiet(server);
      assert.equal(await visitor.evaluates(() => window.ran ?? window.tampered ?? null), null);
      const { findings, console } = await visitor.evaluates(() => window.noted);
      assert.equal(findings.length, 1, JSON.stringify(findings));
      assert.deepEqual([findings[0].rule, findings[0].level], ['N1', 'error']);
      assert.ok(findings[0].message.includes(file), findings[0].message);
      assert.match(findings[0].message, /Gated scripts stay off; embeds and the page go on\.$/);
      assert.deepEqual(console, [`error: ${findings[0].message}`]);
      assert.deepEqual(await told(visitor), START);
      assert.match(await record(visitor), /be5rU1/);

      // The answer is kept, and counts as soon as the vendor can be told.
      server.pages.delete(file);
      await visitor.goes(`${server.origin}/page`);
      await visitor.waitsFor(() => window.ran?.length === 2);
      assert.deepEqual(await told(visitor), [...START, ...answer(...ALL)]);
    });
  }
}

journey('a vendor that nobody knows is named, and keeps up nobody', async ({ visitor, server }) => {
  put(server, '/nobody', { config: { integrations: { nobody: true } } });
  await visitor.goes(`${server.origin}/nobody`);
  await visitor.accepts();
  await visitor.waitsFor(() => window.ran?.length === 3);
  await visitor.waitsFor(() => window.noted.findings.length > 0);
  const findings = await visitor.evaluates(() => window.noted.findings);
  assert.deepEqual(
    findings.map(({ path, level }) => `${path} ${level}`),
    ['integrations.nobody warning'],
  );
  assert.match(findings[0].message, /"integrations\.nobody" is not a key .* It is left aside\./);
});

journey('the tag’s advanced mode on a sensitive page: scripts stay off, and it is said why (M8)', async (story) => {
  const { visitor, server } = story;
  put(server, '/health', {
    config: { sensitive: true },
    tag: TAG.replace('src', 'data-google="advanced" src'),
    body: inline('analytics'),
  });
  await visitor.goes(`${server.origin}/health`);
  await ready(visitor);
  await visitor.accepts();
  await decided(visitor);
  await visitor.waitsFor(() => window.noted.findings.length > 0);
  await quiet(server);
  assert.equal(await visitor.evaluates(() => window.ran ?? null), null);
  const [{ message }] = await visitor.evaluates(() => window.noted.findings);
  assert.match(message, /data-google="advanced"/);
});
