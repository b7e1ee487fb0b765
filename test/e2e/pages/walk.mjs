/** One visitor's way through every answer, on pages that hold real trackers, and the same pages where nobody asks. */
import assert from 'node:assert/strict';
import { quiet, until } from '../support/journey.mjs';
import { assertKept, named, traces } from './site.mjs';
import { REJECT, SETTINGS, decided } from './story.mjs';

const runsHere = ({ delivery }) => delivery.runsHere !== false;

/** On the device there is nothing but, where there is an answer, the record of it. */
async function assertClean(visitor, cookies, when) {
  const nothing = { cookies, local: [], session: [], indexedDB: [], caches: [] };
  assert.deepEqual(await traces(visitor), nothing, when);
}

/** The same, once what the last page still held is gone. */
async function cleans(visitor, when) {
  const nothing = { cookies: ['askfirst'], local: [], session: [], indexedDB: [], caches: [] };
  let seen;
  await until(
    async () => JSON.stringify((seen = await traces(visitor))) === JSON.stringify(nothing),
    () => `${when}, still on the device: ${JSON.stringify(seen)}`,
  );
}

/** Each tracker has run once, has told its server, and has kept what it keeps. */
async function runsOnce({ visitor, server, site, items }, path) {
  const view = site.last(path);
  await site.untilTold(view, items);
  await visitor.evaluates(() => window.rerender());
  await quiet(server);
  site.assertOnce(view, items);
  const ids = items.filter(runsHere).map(({ tracker: { id } }) => id);
  const started = await visitor.evaluates(() => window.started ?? []);
  assert.deepEqual(started.sort(), ids.sort(), `what has started at ${view}`);
  assertKept(await traces(visitor), items);
  const { findings } = await visitor.evaluates(() => window.noted);
  assert.deepEqual(findings, []);
}

/** The control: where nobody asks, each tracker tells its server and keeps something. Were it not so, the rest would prove nothing. */
export async function leaks({ visitor, site, items }) {
  const live = items.filter(({ delivery }) => delivery.isLive !== false);
  site.put('/control', live, { gated: false });
  await visitor.goes(`${site.origin}/control`);
  const view = site.last('/control');
  await site.untilTold(view, live);
  const silent = () => site.assertSilent(visitor, view);
  await assert.rejects(silent, /hosts called/);
  assertKept(await traces(visitor), live);
}

/** Everything is allowed, from the way back that every page keeps. */
async function allows(walk, path) {
  await walk.visitor.opensSettings();
  await walk.visitor.accepts();
  await runsOnce(walk, path);
}

/** Everything is taken back: what ran ends with its page, is not called again, and leaves nothing. */
async function takesBack({ visitor, server, site, items }, path) {
  const before = site.views.get(path).length;
  await visitor.opensSettings();
  await visitor.rejects();
  if (items.some(runsHere)) {
    await until(
      () => site.views.get(path).length > before,
      () => `what ran goes on: ${items.map(named)}`,
    );
  } else {
    // Nothing that would have to end: images and frames are put back.
    await visitor.waitsFor(() => !document.querySelector('img[src], iframe[src]'));
    await visitor.goes(site.origin + path);
  }
  await visitor.waitsFor(() => document.readyState === 'complete' && window.askFirst?.state?.status === 'decided');
  await visitor.sees(SETTINGS);
  await quiet(server);
  assert.equal(site.views.get(path).length, before + 1, 'loads of the page');
  await site.assertSilent(visitor, site.last(path));
  await cleans(visitor, 'once the yes is taken back');
}

/** What a tracker in a frame of another host keeps lies with that host. */
export async function framesKeep({ visitor, server, items }) {
  for (const { tracker } of items.filter(({ delivery }) => delivery.name === '<iframe>')) {
    await visitor.goes(`http://${tracker.id}.site.localhost:${server.port}/status/200`);
    const { cookies, ...stored } = await traces(visitor);
    assert.notDeepEqual(
      [...cookies.filter((name) => name !== 'askfirst'), ...Object.values(stored).flat()],
      [],
      tracker.id,
    );
  }
}

/**
 * @typedef {object} Walk
 * @property {import('../support/visitor.mjs').Visitor} visitor
 * @property {Awaited<ReturnType<typeof import('../../../tools/serve.mjs').serve>>} server
 * @property {import('./site.mjs').Site} site
 * @property {import('./site.mjs').Item[]} items
 */

/** Nothing before an answer and after a no, each once after a yes, nothing again once the yes is taken back: on one page. */
export async function obeys(walk) {
  const { visitor, server, site, items } = walk;
  site.put('/one', items);
  await visitor.goes(`${site.origin}/one`);
  await visitor.rejects();
  await decided(visitor);
  await quiet(server);
  await site.assertSilent(visitor, ...site.views.get('/one'));
  await assertClean(visitor, ['askfirst'], 'after a no');
  await allows(walk, '/one');
  await takesBack(walk, '/one');
}

/** The same, each moment by itself, over the next page and reloads, and up to a second yes. */
export async function obeysAllTheWay(walk) {
  const { visitor, server, site, items } = walk;
  const [one, two] = ['/one', '/two'];
  for (const path of [one, two]) site.put(path, items);
  const goes = async (path) => {
    await visitor.goes(site.origin + path);
    await visitor.sees(SETTINGS);
  };

  await visitor.goes(site.origin + one);
  await visitor.sees(REJECT);
  await quiet(server);
  await site.assertSilent(visitor, site.last(one));
  await assertClean(visitor, [], 'before an answer');

  await visitor.rejects();
  await decided(visitor);
  await quiet(server);
  await site.assertSilent(visitor, site.last(one));
  await assertClean(visitor, ['askfirst'], 'after a no');
  await goes(two);
  await visitor.reloads();
  await visitor.sees(SETTINGS);
  await quiet(server);
  assert.equal(site.views.get(two).length, 2);
  await site.assertSilent(visitor, site.last(one), ...site.views.get(two));
  await assertClean(visitor, ['askfirst'], 'on the next page after a no, and its reload');

  await allows(walk, two);
  await goes(one);
  await runsOnce(walk, one);
  await takesBack(walk, one);
  await goes(two);
  await quiet(server);
  await site.assertSilent(visitor, site.last(two));
  await assertClean(visitor, ['askfirst'], 'on the page after that');
  await allows(walk, two);
}
