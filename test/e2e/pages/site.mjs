/** A site with real trackers on hosts of their own, and what its server has heard of each of them, page view by page view. */
import assert from 'node:assert/strict';
import { until } from '../support/journey.mjs';
import { DELIVERIES, HELPERS } from './deliveries.mjs';
import { TAG, configuration, page } from './page.mjs';
import { loadTrackers } from './trackers.mjs';

export const CATEGORIES = ['marketing', 'analytics', 'personalization'];

const trackers = await loadTrackers();
/** @type {import('./trackers.mjs').Tracker[]} */
export const TRACKERS = Object.values(trackers);

/**
 * @typedef {object} Item - One tracker on a page.
 * @property {import('./trackers.mjs').Tracker} tracker
 * @property {import('./deliveries.mjs').Delivery} delivery
 * @property {string} category
 */

const KIND = { local: 'local', session: 'session', indexeddb: 'indexedDB' };
const meant = (declared, name) => (declared.endsWith('*') ? name.startsWith(declared.slice(0, -1)) : name === declared);

/** A service for the tracker, as a site declares it. */
const service = ({ tracker: { id, name, cookies, storage }, category }) => ({
  id,
  category,
  name,
  provider: name,
  policyUrl: '/privacy.html',
  cookies: cookies.map((cookie) => ({ name: cookie, purpose: 'Tells visitors apart', duration: '1 year' })),
  storage,
});

/** What an item waits for, as attributes. */
const waitsFor = ({ tracker, delivery, category }) =>
  delivery.consent?.(
    category,
    tracker.id,
    CATEGORIES.filter((id) => id !== category),
  ) ?? { 'data-consent': category };

/** Everything that the page can see on the device, and names of what else is in the jar. */
export async function traces(visitor) {
  const seen = await visitor.evaluates(async () => ({
    cookies: document.cookie.split('; ').flatMap((pair) => pair.split('=')[0] || []),
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    indexedDB: (await indexedDB.databases()).map(({ name }) => name),
    caches: (await globalThis.caches?.keys()) ?? [],
  }));
  const jar = (await visitor.cookies()).map(({ name }) => name);
  return { ...seen, cookies: [...new Set([...seen.cookies, ...jar])].sort() };
}

/** Names of what a tracker has on the device. */
const kept = ({ cookies, storage }, seen) => [
  ...cookies.flatMap((name) => seen.cookies.filter((cookie) => meant(name, cookie))),
  ...storage.flatMap((place) => {
    const [kind, name] = place.split(/:(.*)/s);
    return seen[KIND[kind]].filter((key) => meant(name, key));
  }),
];

/** Links by which a browser would call a tracker's host ahead of any script (A15). */
const linksToTrackers = () =>
  [...document.querySelectorAll('link')]
    .map(({ href }) => href)
    .filter((href) => href.includes('/sink/') || /\/\/(?!shop\.)\w+\.site\.localhost/.test(href));

/** Of page views in this process: what a page says while it is being closed is not taken for the next one's. */
let count = 0;

export class Site {
  /** Numbers of page views, by path. */
  views = new Map();
  #server;

  constructor(server) {
    this.#server = server;
  }

  get origin() {
    return `http://shop.site.localhost:${this.#server.port}`;
  }

  #api(view, { id }) {
    return `http://${id}.site.localhost:${this.#server.port}/sink/${view}/${id}`;
  }

  /**
   * Puts a page there. At each view the addresses of its trackers are others, so that what they send can be told apart by view.
   * @param {string} path
   * @param {Item[]} items
   * @param {{ gated?: boolean, head?: string, tag?: string }} [options]
   */
  put(path, items, { gated = true, head = '', tag = TAG } = {}) {
    this.views.set(path, []);
    const render = () => {
      const view = `v${(count += 1)}`;
      this.views.get(path).push(view);
      const map = {};
      const parts = items.map((item) => {
        const { tracker, delivery } = item;
        const api = this.#api(view, tracker);
        for (const [name, { type, body }] of Object.entries(tracker.files(api)))
          this.#server.pages.set(new URL(api + name).pathname, { headers: { 'content-type': type }, body });
        map[`trackers/${tracker.id}`] = `${api}/module.mjs`;
        return delivery.write(gated ? waitsFor(item) : undefined, tracker, api);
      });
      return page({
        head: `<script type="importmap">${JSON.stringify({ imports: map })}</script>${HELPERS}${head}`,
        tag: configuration({ services: items.map(service) }) + tag,
        body: parts.join('\n'),
      });
    };
    this.#server.pages.set(path, {
      get body() {
        return render();
      },
    });
  }

  /** The last view of a page. */
  last(path) {
    return this.views.get(path).at(-1);
  }

  /** What the tracker's host was asked for or told at a page view, without the browser's own questions whether it may. */
  requests(view, { id }) {
    const host = `${id}.site.localhost:${this.#server.port}`;
    return this.#server.requests.filter(
      (request) => request.host === host && request.path.startsWith(`/sink/${view}/`) && request.method !== 'OPTIONS',
    );
  }

  /** Trackers whose hosts were called in any way at these page views, or for what belongs to no page view. */
  called(...views) {
    const viewOf = (path) => /^\/sink\/(v\d+)\//.exec(path)?.[1];
    const calls = this.#server.requests
      .filter(({ path }) => !viewOf(path) || views.includes(viewOf(path)))
      .map(({ host }) => host.split('.')[0]);
    return Object.keys(trackers)
      .filter((id) => calls.includes(id))
      .sort();
  }

  /** Page views that a tracker has told its server of, each as its id. */
  told(view, tracker) {
    return [...new Set(this.requests(view, tracker).flatMap(tracker.views))];
  }

  /** Waits until each tracker has told its server of the page view. */
  async untilTold(view, items) {
    const silent = () => items.filter(({ tracker }) => this.told(view, tracker).length === 0);
    await until(
      () => silent().length === 0,
      () => `${view}: nothing came of ${silent().map(named)}; called: ${this.called(view)}`,
      15_000,
    );
  }

  /** Each has run once: each of its files was asked for once, and it told of one page view. */
  assertOnce(view, items) {
    for (const item of items) {
      const { tracker, delivery } = item;
      const paths = this.requests(view, tracker).map(({ path }) => path.replace(`/sink/${view}/${tracker.id}`, ''));
      const files = paths.filter((path) => /^\/(vendor|whole|module|frame)\./.test(path)).sort();
      assert.deepEqual(files, delivery.files ?? ['/whole.js'], `${view}: files of ${named(item)}`);
      assert.equal(this.told(view, tracker).length, 1, `${view}: page views told by ${named(item)}`);
      assert.ok(!paths.includes('/noscript.gif'), `${view}: the <noscript> of ${named(item)}`);
    }
  }

  /** No tracker's host has heard anything at these page views, and the page does not call one ahead. */
  async assertSilent(visitor, ...views) {
    assert.ok(views.length > 0 && views.every(Boolean));
    assert.deepEqual(this.called(...views), [], `hosts called at ${views}`);
    assert.deepEqual(await visitor.evaluates(linksToTrackers), [], `links at ${views}`);
    assert.equal(await visitor.evaluates(() => window.started), null, `what has started at ${views}`);
  }
}

/** How an item is called in messages. */
export const named = ({ tracker, delivery }) => `${tracker.id} by ${delivery.name}`;

/** What is on the device is what was declared: each tracker that keeps something in this page has kept something. */
export function assertKept(seen, items) {
  const here = items.filter(({ delivery }) => delivery.runsHere !== false);
  for (const item of here) assert.ok(kept(item.tracker, seen).length > 0, `nothing kept by ${named(item)}`);
  const declared = new Set(['askfirst', ...items.flatMap(({ tracker }) => kept(tracker, seen))]);
  const names = Object.values(seen).flat();
  assert.deepEqual(
    names.filter((name) => !declared.has(name)),
    [],
    'kept, and declared by none',
  );
}

/** Items for a page: each of the trackers by the delivery that stands at its place, without those that cannot come that way. */
export const pair = (list, deliveries) =>
  list.flatMap((tracker, index) => {
    const delivery = deliveries[index % deliveries.length];
    return delivery && (delivery.suits?.(tracker) ?? true)
      ? [{ tracker, delivery, category: CATEGORIES[index % CATEGORIES.length] }]
      : [];
  });

/** All sets of categories, from none to all. */
export const SETS = CATEGORIES.reduce((sets, id) => sets.flatMap((set) => [set, [...set, id]]), [[]]);

const by = (name) => DELIVERIES.find((delivery) => delivery.name === name);

/** A tracker in each category, and one that waits for two of them: marketing, and the first of the others. */
export const MIXED = [
  { tracker: trackers.snowplow, delivery: by('data-src'), category: 'marketing' },
  { tracker: trackers.posthog, delivery: by('inline that needs the external one before it'), category: 'analytics' },
  { tracker: trackers.growthbook, delivery: by('async'), category: 'personalization' },
  { tracker: trackers.segment, delivery: by('two categories at once'), category: 'marketing' },
];

/** Whether an item runs where these categories are granted. */
export function isWanted(item, granted) {
  const { 'data-consent': ids } = waitsFor(item);
  return ids.split(' ').every((id) => granted.includes(id));
}

export { DELIVERIES };
