/** One person, several pages at a time: an answer counts in all of them, within a second (E6), and there is one record of it. */
import assert from 'node:assert/strict';
import { TAG, TRACKERS, inline, put } from './pages/page.mjs';
import { BANNER, REJECT, SETTINGS, granted, heard, ready, record } from './pages/story.mjs';
import { journey, quiet, until } from './support/journey.mjs';

/** Tells the server when an answer counts in this page, which may be loaded again the next moment. All pages go by the one clock of this machine. */
const TELLS = `<script>
  document.addEventListener('askfirst:change', () => navigator.sendBeacon('/changed' + location.pathname, Date.now()));
</script>`;

/** An answer counts in both pages, and in the one no later than a second after the other (E6), and so does what else is to come of it. */
async function isSoon({ requests }, ...others) {
  const moments = () => ['/one', '/other'].map((page) => requests.find(({ path }) => path === `/changed${page}`)?.body);
  await until(
    () => moments().every(Boolean),
    () => `an answer counts in /one and /other at ${moments()}`,
  );
  const all = [...moments().map(Number), ...others];
  const late = Math.max(...all) - Math.min(...all);
  assert.ok(late < 1000, `${late} ms`);
}

journey('the other tab follows within a second: a no, a yes, and its end', async ({ visitor, server }) => {
  put(server, '/one', { head: TELLS });
  put(server, '/other', { head: TELLS });
  await visitor.goes(`${server.origin}/one`);
  await visitor.sees(REJECT);
  const tab = await visitor.opensTab(`${server.origin}/other`);
  await tab.sees(REJECT);

  await visitor.rejects();
  await isSoon(server);
  await tab.seesNot(BANNER);
  await tab.sees(SETTINGS);
  assert.deepEqual([await granted(tab), heard(server)], [[], []]);

  server.requests.length = 0;
  await tab.opensSettings();
  await tab.accepts();
  await isSoon(server);
  for (const page of [visitor, tab]) await page.waitsFor(() => window.ran?.length === 3);

  // What has run in either tab ends with its page: each is loaded again, once, and starts nothing.
  await visitor.opensSettings();
  server.requests.length = 0;
  server.sink.length = 0;
  await visitor.rejects();
  const loads = (path) => server.requests.filter((request) => request.path === path);
  await until(
    () => loads('/one').length && loads('/other').length,
    () => `loaded again: ${server.requests.map(({ path }) => path)}`,
  );
  for (const page of [visitor, tab]) {
    await page.waitsFor(() => document.readyState === 'complete' && window.askFirst?.state.status === 'decided');
    await page.sees(SETTINGS);
  }
  await quiet(server);
  assert.deepEqual([loads('/one').length, loads('/other').length, heard(server)], [1, 1, []]);
  for (const page of [visitor, tab]) assert.equal(await page.evaluates(() => window.ran), null);
  await isSoon(server, loads('/other')[0].at);
});

journey('two tags on a page make one consent: one question, one change', async ({ visitor, server }) => {
  put(server, '/twice', { body: TAG.replace('.js', '.js?again') + TRACKERS });
  await visitor.goes(`${server.origin}/twice`);
  const tab = await visitor.opensTab(`${server.origin}/twice`);
  for (const page of [visitor, tab]) {
    await page.sees(REJECT);
    await page.waitsFor(() => window.noted.findings.length > 0);
    assert.equal(await page.evaluates(() => document.querySelectorAll('cookie-consent').length), 1);
  }
  await tab.accepts();
  for (const page of [visitor, tab]) await page.waitsFor(() => window.ran?.length === 3);
  await quiet(server);
  for (const page of [visitor, tab]) {
    const { events, findings } = await page.evaluates(() => window.noted);
    assert.deepEqual([events.filter((type) => type === 'change').length, findings.length], [1, 1]);
    assert.equal((await page.evaluates(() => window.ran)).length, 3);
  }
});

/** Tells of a page that came out of the back-forward cache, even if it is loaded again the next moment. */
const RETURNS = `<script>addEventListener('pageshow', ({ persisted }) => persisted && navigator.sendBeacon('/returned'))</script>`;

journey('the back button: an embed that was shown is put back without a reload', async ({ visitor, server }) => {
  const embed = '<iframe title="Film" data-consent="marketing" data-src="/sink/film.html"></iframe>';
  put(server, '/film', { body: embed + RETURNS });
  put(server, '/next', { body: '' });
  await visitor.goes(`${server.origin}/film`);
  await visitor.accepts();
  const shows = (text) => document.querySelector('iframe').contentDocument?.body?.textContent.trim() === text;
  await visitor.waitsFor(shows, 'Embedded.');
  await visitor.goes(`${server.origin}/next`);
  await visitor.opensSettings();
  await visitor.rejects();
  await visitor.waitsFor(() => !window.askFirst.state.categories.marketing.granted);
  server.requests.length = 0;
  server.sink.length = 0;
  await visitor.goesBack();
  await until(
    () => server.requests.some(({ path }) => path === '/returned'),
    () => 'the page did not come out of the back-forward cache',
  );
  await visitor.waitsFor(() => !document.querySelector('iframe').hasAttribute('src'));
  await visitor.waitsFor(shows, '');
  await quiet(server);
  assert.deepEqual([await granted(visitor), heard(server)], [[], []]);
  assert.ok(!server.requests.some(({ path }) => path === '/film'));
});

/** Values of the record's cookies, of which there should be one. */
const records = (visitor) =>
  visitor.evaluates(() =>
    document.cookie
      .split('; ')
      .filter((pair) => pair.startsWith('askfirst='))
      .map((pair) => pair.slice('askfirst='.length)),
  );

journey('hosts of one parent domain agree, where the site says so', async ({ visitor, server }) => {
  const [shop, blog] = ['shop', 'cdn'].map((host) => `http://${host}.site.localhost:${server.port}`);
  const config = { cookie: { domain: 'site.localhost' } };
  const body = inline('analytics');
  put(server, '/alone', { body });
  put(server, '/family', { config, body });

  // From before the site had said so: an answer of this host alone.
  await visitor.goes(`${shop}/alone`);
  await visitor.accepts();
  await visitor.waitsFor(() => window.ran);
  await visitor.goes(`${shop}/family`);
  await visitor.waitsFor(() => window.ran);
  const tab = await visitor.opensTab(`${blog}/family`);
  await tab.sees(REJECT);
  await tab.accepts();
  await tab.waitsFor(() => window.ran);

  // The newest answer is the only one, and both hosts know it.
  await visitor.opensSettings();
  await visitor.rejects();
  await visitor.waitsFor(() => window.askFirst?.state.status === 'decided' && !window.ran);
  const [kept, ...others] = await records(visitor);
  assert.deepEqual(others, []);
  await tab.goes(`${blog}/family`);
  await ready(tab);
  await tab.sees(SETTINGS);
  await tab.seesNot(BANNER);
  assert.deepEqual([await granted(tab), await tab.evaluates(() => window.ran)], [[], null]);
  assert.deepEqual(await records(tab), [kept]);

  // Forgotten is forgotten on both.
  await visitor.evaluates(() => window.askFirst.reset());
  await visitor.sees(REJECT);
  assert.equal(await record(visitor), undefined);
  await tab.goes(`${blog}/family`);
  await tab.sees(REJECT);
  assert.equal(await record(tab), undefined);
});
