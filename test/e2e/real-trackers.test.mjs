/**
 * Real trackers, held by every way in which a tracker gets into a page: what they send is counted at their servers, what they keep is read in the
 * page. Here each way and each tracker comes once; `real-trackers.full.test.mjs` has them all with each other.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CATEGORIES, DELIVERIES, MIXED, SETS, Site, TRACKERS, isWanted, pair } from './pages/site.mjs';
import { leaks, obeys, obeysAllTheWay } from './pages/walk.mjs';
import { journey, quiet } from './support/journey.mjs';

/** Three pages, each with all trackers: on the next each of them comes another way. */
const PAGES = [0, 1, 2].map((page) => {
  const start = page * TRACKERS.length;
  const list = TRACKERS.map((_, index) => TRACKERS[(index + page) % TRACKERS.length]);
  return pair(list, DELIVERIES.slice(start, start + TRACKERS.length));
});

test('each way and each tracker has its turn', () => {
  const seen = (of) => new Set(PAGES.flat().map(of));
  assert.deepEqual(
    seen(({ delivery }) => delivery),
    new Set(DELIVERIES),
  );
  assert.deepEqual(
    seen(({ tracker }) => tracker),
    new Set(TRACKERS),
  );
});

for (const [index, items] of PAGES.entries()) {
  const page = `page ${index + 1}`;

  journey(`${page}, where nobody asks: each tracker sends and keeps`, async ({ visitor, server }) => {
    await leaks({ visitor, server, site: new Site(server), items });
  });

  journey(`${page}: nothing after a no, each once after a yes`, async ({ visitor, server }) => {
    const walk = { visitor, server, site: new Site(server), items };
    await (index === 0 ? obeysAllTheWay(walk) : obeys(walk));
  });
}

journey('each set of categories calls its own hosts and no other (A8)', async ({ visitor, server }) => {
  const site = new Site(server);
  const sets = SETS.map((granted) => {
    const name = granted.join('-') || 'none';
    const answer = JSON.stringify(Object.fromEntries(CATEGORIES.map((id) => [id, granted.includes(id)])));
    const head = `<script>(window.askFirst ||= []).push((api) => api.ready.then(() => api.choose(${answer})))</script>`;
    site.put(`/${name}`, MIXED, { head });
    return { granted, path: `/${name}`, host: `${name}.site.localhost:${server.port}` };
  });
  // Each in a frame of a host of its own, since an answer counts for a host.
  const frames = sets.map(
    ({ path, host }) => `<iframe title="${path}" src="http://${host}${path}" width="150" height="150"></iframe>`,
  );
  server.pages.set('/sets', { body: `<!doctype html><html lang="en"><title>Sets</title>${frames.join('')}</html>` });
  await visitor.goes(`${site.origin}/sets`);
  const wanted = ({ granted }) => MIXED.filter((item) => isWanted(item, granted));
  for (const set of sets) await site.untilTold(site.last(set.path), wanted(set));
  await quiet(server);
  for (const set of sets) {
    const view = site.last(set.path);
    const ids = wanted(set).map(({ tracker }) => tracker.id);
    assert.deepEqual(site.called(view), ids.sort(), `hosts called at ${set.path}`);
    site.assertOnce(view, wanted(set));
  }
});
