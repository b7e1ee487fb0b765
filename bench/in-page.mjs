/** Functions that run inside the page. Each is sent there as text, and so uses nothing but what is handed to it. */

/**
 * Installs `bench` before anything else runs: finds elements through open shadow roots, tells whether one can really be seen and hit,
 * notes when the visitor clicked, and when the page painted after it.
 */
export function install() {
  /** @param {string[]} path - A selector for each root on the way. */
  const find = (path) =>
    path.reduce((root, selector) => (root?.shadowRoot ?? root)?.querySelector(selector) ?? null, document);

  const parent = (element) => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host;

  const opacity = (element) => {
    let product = 1;
    for (let one = element; one; one = parent(one)) product *= Number(getComputedStyle(one).opacity);
    return product;
  };

  /** How much of an element can be seen: 0 where it has no box in the window, else how opaque it is. */
  const visibility = (element) => {
    if (!element?.checkVisibility({ visibilityProperty: true })) return 0;
    const { width, height, left, top, right, bottom } = element.getBoundingClientRect();
    if (width * height === 0 || right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight) return 0;
    return opacity(element);
  };

  const middle = (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  };

  /** Whether a click in the middle of it arrives at it. */
  const isHit = (element) => {
    if (!element) return false;
    const { x, y } = middle(element);
    let hit = document.elementFromPoint(x, y);
    while (hit?.shadowRoot) {
      const inner = hit.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === hit) break;
      hit = inner;
    }
    return element.contains(hit);
  };

  /** A task that is queued in a frame runs when the frame is done. */
  const atEndOfFrame = (tell) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => tell(performance.now());
    port2.postMessage(0);
  };

  const bench = {
    find,
    visibility,
    middle,
    isHit,
    atEndOfFrame,
    clickedAt: undefined,
    paintedAt: undefined,
    events: [],
  };
  Object.defineProperty(window, 'bench', { value: bench });
  // Event timing, to the next 8 ms, as browsers report it of their visitors.
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries()) if (interactionId) bench.events.push(duration);
  }).observe({ type: 'event', durationThreshold: 16 });
  // And a clock of our own: of what took less than 16 ms, or whose button is gone by then, Chromium has no entry.
  const clicked = ({ timeStamp }) => {
    bench.clickedAt ??= timeStamp;
    requestAnimationFrame(() => atEndOfFrame((now) => (bench.paintedAt ??= now)));
  };
  addEventListener('click', clicked, true);
}

/**
 * Looks at every frame for the banner, and leaves two moments in `bench.moments`: `painted`, the end of the first frame that showed it, and
 * `answerable`, the end of the first in which it stood still, fully opaque, with its accept button where a click arrives.
 * @param {{ banner: string[], accept: string[] }} library
 */
export function watchBanner({ banner, accept }) {
  const { bench } = window;
  bench.moments = {};
  // Nobody else's banner is an element of that name: of the others this row stays empty.
  void customElements.whenDefined('cookie-consent').then(() => (bench.moments.run = performance.now()));
  let place = '';
  const mark = (name) => bench.atEndOfFrame((now) => (bench.moments[name] ??= now));
  const look = () => {
    const element = bench.find(banner);
    const opacity = bench.visibility(element);
    if (opacity > 0.1) mark('painted');
    const before = place;
    if (opacity > 0.99) place = JSON.stringify(element.getBoundingClientRect());
    if (place && place === before && bench.isHit(bench.find(accept))) mark('answerable');
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/**
 * The way to the banner. What stands until it is painted has been asked for by then; the article's own files do not count.
 * @returns {Record<string, number | undefined>} Milliseconds, by the ids of `STAGES` in measures.mjs; of what a library has not, nothing.
 */
export function readStages() {
  const { painted, run } = window.bench.moments;
  const files = performance
    .getEntriesByType('resource')
    .filter(({ name, startTime }) => startTime < painted && /\.m?js\b/.test(name))
    .toSorted((a, b) => a.responseEnd - b.responseEnd);
  const [navigation] = performance.getEntriesByType('navigation');
  const first = files.at(0);
  const last = files.at(-1);
  return {
    stagePage: navigation.responseEnd,
    stageAsked: first?.startTime,
    stageFirst: first?.responseEnd,
    stageLastAsked: last?.startTime,
    stageLast: last?.responseEnd,
    stageRun: run,
  };
}

/** First paint, largest paint of the page's own content, and layout shifts, up to now. */
export function readPaints() {
  const buffered = (type) =>
    new Promise((resolve) => {
      new PerformanceObserver((list, observer) => {
        observer.disconnect();
        resolve(list.getEntries());
      }).observe({ type, buffered: true });
      setTimeout(resolve, 300, []);
    });
  return Promise.all(['paint', 'largest-contentful-paint', 'layout-shift'].map(buffered)).then(
    ([paints, largest, shifts]) => ({
      fcp: paints.find(({ name }) => name === 'first-contentful-paint')?.startTime,
      lcp: largest.findLast(({ element }) => element?.closest('body > header, body > main, body > footer'))?.startTime,
      cls: shifts.filter(({ hadRecentInput }) => !hadRecentInput).reduce((sum, { value }) => sum + value, 0),
    }),
  );
}

/**
 * Appends paragraphs to the article one by one, a hundred in each task, as a page does that gets its content in pieces. They have no box:
 * layout is the page's own affair, and its time differs more than what is looked for.
 * @returns {Promise<number>} How many stand there afterwards.
 */
export async function insert(count) {
  const { port1, port2 } = new MessageChannel();
  const nextTask = () =>
    new Promise((done) => {
      port1.onmessage = done;
      port2.postMessage(0);
    });
  const place = document.createElement('section');
  place.id = 'inserted';
  place.hidden = true;
  document.querySelector('main').append(place);
  for (let inserted = 0; inserted < count; inserted += 1) {
    const paragraph = document.createElement('p');
    paragraph.textContent = 'A short paragraph that came later.';
    place.append(paragraph);
    if (inserted % 100 === 99) await nextTask();
  }
  return place.childElementCount;
}

export function removeInserted() {
  document.querySelector('#inserted').remove();
}
