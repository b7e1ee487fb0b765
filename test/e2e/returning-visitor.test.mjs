/** Coming back: a later page, another tab, the back button. What was chosen is known, and nobody is asked again before it is time. */
import assert from 'node:assert/strict';
import { inline, put } from './pages/page.mjs';
import {
  BANNER,
  REJECT,
  SETTINGS,
  decided,
  goesNowhere,
  granted,
  heard,
  library,
  ready,
  record,
  recordText,
} from './pages/story.mjs';
import { journey, quiet, until } from './support/journey.mjs';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

for (const [answer, expected] of Object.entries({ rejects: [], accepts: ['growthbook', 'mixpanel', 'snowplow'] })) {
  journey(`whoever ${answer} loads the gate and nothing else from then on`, async ({ visitor, server }) => {
    await visitor.goes(`${server.origin}/`);
    await visitor[answer]();
    await decided(visitor);
    await quiet(server);
    const before = await record(visitor);
    for (const path of ['/', '/article-2.html']) {
      server.requests.length = 0;
      server.sink.length = 0;
      await visitor.goes(server.origin + path);
      await visitor.sees(SETTINGS);
      await quiet(server);
      assert.deepEqual(library(server), ['/dist/askfirst.js']);
      await visitor.seesNot(BANNER);
      assert.deepEqual(heard(server), expected);
    }
    // A visit does not renew the answer (F8).
    assert.equal(await record(visitor), before);
    assert.deepEqual(visitor.errors, []);
  });
}

/** The moment that lies `months` of the calendar before now, in UTC. */
function monthsAgo(months) {
  const date = new Date();
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() - months);
  if (date.getUTCDate() !== day) date.setUTCDate(0);
  return +date;
}

journey('asks again after six months, not a day sooner, and not a clock of the future', async ({ visitor, server }) => {
  put(server, '/months');
  await goesNowhere(visitor, server.origin);
  const yes = { marketing: 'U', analytics: 'U', personalization: 'U' };
  const cases = [
    [{ at: monthsAgo(6) + 4 * DAY }, 'decided'], // months differ by up to three days
    [{ at: monthsAgo(6) + 4 * DAY, answers: yes }, 'decided'],
    [{ at: monthsAgo(6) - 4 * DAY }, 'undecided'],
    [{ at: monthsAgo(6) - 4 * DAY, answers: yes }, 'undecided'],
    [{ at: Date.now() + DAY / 2, answers: yes }, 'decided'],
    [{ at: Date.now() + 2 * DAY, answers: yes }, 'undecided'],
  ];
  for (const [options, status] of cases) {
    const value = recordText(options);
    server.sink.length = 0;
    await visitor.setsCookie({ name: 'askfirst', value });
    await visitor.goes(`${server.origin}/months`);
    await ready(visitor);
    assert.equal((await visitor.state()).status, status, JSON.stringify(options));
    if (status === 'decided') {
      await visitor.sees(SETTINGS);
      // What this page sends is not to be counted on the next one.
      await quiet(server);
    } else {
      await visitor.sees(REJECT);
      assert.equal(server.sink.length, 0);
    }
    assert.equal(await record(visitor), value);
  }
});

journey('asks only for what is new: the other answers stand', async ({ visitor, server }) => {
  const categories = { necessary: {}, analytics: {} };
  put(server, '/before', { config: { categories }, body: inline('analytics') });
  const more = { ...categories, marketing: {} };
  put(server, '/after', { config: { categories: more }, body: inline('analytics') + inline('marketing') });
  await visitor.goes(`${server.origin}/before`);
  await visitor.accepts();
  await decided(visitor);
  await visitor.goes(`${server.origin}/after`);
  await visitor.sees(REJECT);
  assert.deepEqual(await visitor.evaluates(() => window.ran), ['analytics']);
  assert.deepEqual(await granted(visitor), ['analytics']);
});

journey('a second tab follows: a yes starts there too, a withdrawal ends it', async ({ visitor, server }) => {
  put(server, '/tab');
  put(server, '/other');
  await visitor.goes(`${server.origin}/tab`);
  await visitor.sees(REJECT);
  const tab = await visitor.opensTab(`${server.origin}/other`);
  await tab.sees(REJECT);
  await tab.accepts();
  await visitor.waitsFor(() => window.ran?.length === 3);
  await visitor.seesNot(BANNER);
  await visitor.sees(SETTINGS);

  await tab.opensSettings();
  await tab.rejects();
  const shut = () =>
    window.askFirst?.state.status === 'decided' && !window.askFirst.state.categories.marketing.granted && !window.ran;
  await tab.waitsFor(shut);
  await visitor.waitsFor(shut); // that page has run scripts, so it was loaded again as well
  server.sink.length = 0;
  await quiet(server);
  assert.equal(server.sink.length, 0);
  for (const path of ['/tab', '/other'])
    assert.equal(server.requests.filter((request) => request.path === path).length, 2, path);
});

/** Tells the server whether the page came out of the back-forward cache: afterwards it may load again, and know nothing of it. */
const TELLS = `<script>addEventListener('pageshow', ({ persisted }) => navigator.sendBeacon('/told/' + persisted))</script>`;

const cameBack = ({ requests }) =>
  until(
    () => requests.some(({ path }) => path === '/told/true'),
    () => 'the page did not come out of the back-forward cache',
  );

journey('the back button: an answer from the next page holds on the last one', async ({ visitor, server }) => {
  put(server, '/one', { body: inline('analytics') + TELLS });
  put(server, '/two', { body: '' });
  await visitor.goes(`${server.origin}/one`);
  await visitor.sees(REJECT);
  // Firefox keeps no page that is left while it fetches something, such as what an answer needs.
  await quiet(server);
  await visitor.goes(`${server.origin}/two`);
  await visitor.accepts();
  await decided(visitor);
  await visitor.goesBack();
  await visitor.waitsFor(() => window.ran?.[0] === 'analytics');
  await visitor.seesNot(BANNER);
  await visitor.sees(SETTINGS);
  await cameBack(server);

  await visitor.goes(`${server.origin}/two`);
  await visitor.opensSettings();
  await visitor.rejects();
  await visitor.waitsFor(() => !window.askFirst.state.categories.analytics.granted);
  server.requests.length = 0;
  await visitor.goesBack();
  await until(
    () => server.requests.some(({ path }) => path === '/one'),
    () => 'what had run was not ended by a reload',
  );
  await visitor.waitsFor(() => location.pathname === '/one' && window.askFirst?.state.status === 'decided');
  await quiet(server);
  assert.equal(await visitor.evaluates(() => window.ran), null);
  assert.deepEqual(await granted(visitor), []);
  assert.equal(server.requests.filter(({ path }) => path === '/one').length, 1);
  await cameBack(server);
});
