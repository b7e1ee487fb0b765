/** One visitor: opens a page in a fresh browser context, looks, clicks, and comes back. */
import * as inPage from './in-page.mjs';

/** A small phone on a slow link: what the budgets are for. */
const WINDOW = { width: 412, height: 823, deviceScaleFactor: 1 };
const LINK = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const CPU_SLOWDOWN = 4;
export const SLOW = { slowLink: true, slowProcessor: true };

/** Started with these, Chromium does not tell pages that it is automated. */
export const AS_A_PERSON = ['--disable-blink-features=AutomationControlled'];

/** Milliseconds in which whatever is awaited has to happen. */
export const PATIENCE = 15_000;
/** Timers and animations after the last request have ended by then. */
const SETTLE = 600;
/** And what a page puts off until it is idle. */
const IDLE = 200;

export class Visitor {
  #context;
  #page;
  #library;
  #cdp;

  /**
   * @typedef {object} How
   * @property {boolean} [slowLink]
   * @property {boolean} [slowProcessor] - Not where work is measured: the brake itself would be counted.
   * @property {boolean} [cache]
   * @param {import('puppeteer-core').Browser} browser
   * @param {object} library
   * @param {How} [how]
   */
  static async arrive(browser, library, how) {
    const visitor = new Visitor();
    visitor.#library = library;
    visitor.#context = await browser.createBrowserContext();
    await visitor.newTab(how);
    return visitor;
  }

  /** A fresh tab, with cookies, storage and cache of before. @param {How} [how] */
  async newTab({ slowLink = false, slowProcessor = false, cache = true } = {}) {
    await this.#page?.close();
    const page = (this.#page = await this.#context.newPage());
    this.#cdp = await page.createCDPSession();
    await page.setViewport(WINDOW);
    // A library that hides from robots (vanilla-cookieconsent does) shows its banner to this one too: see also AS_A_PERSON.
    await page.setUserAgent({ userAgent: (await page.browser().userAgent()).replace('Headless', '') });
    await page.setCacheEnabled(cache);
    page.setDefaultTimeout(PATIENCE);
    await page.evaluateOnNewDocument(inPage.install);
    await this.#cdp.send('Network.enable');
    if (slowLink) await this.#cdp.send('Network.emulateNetworkConditions', LINK);
    if (slowProcessor) await this.slowDown();
    // Time that the thread was given, not time that passed: others use this machine too.
    await this.#cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  }

  slowDown() {
    return this.#cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  }

  /** Finds the moments of the banner. Costs the page some work in each frame: not where work is measured. */
  watchBanner() {
    const { banner, accept } = this.#library;
    return this.#page.evaluateOnNewDocument(inPage.watchBanner, { banner, accept });
  }

  async open(url) {
    await this.#page.goto(url, { waitUntil: 'networkidle0' });
    await this.rest();
  }

  rest(milliseconds = SETTLE) {
    return new Promise((done) => setTimeout(done, milliseconds));
  }

  /** Chromium's own counts; those of time in milliseconds. */
  async #metrics() {
    const { metrics } = await this.#cdp.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value * 1000]));
  }

  /** Milliseconds of the main thread since the page was opened. */
  async work() {
    const { ScriptDuration: script, TaskDuration: task } = await this.#metrics();
    return { script, task };
  }

  /** Bytes of the JavaScript heap, without garbage. */
  async heap() {
    await this.#cdp.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.#cdp.send('Runtime.getHeapUsage');
    return usedSize;
  }

  paints() {
    return this.#page.evaluate(inPage.readPaints);
  }

  moments() {
    return this.#page.evaluate(() => window.bench.moments);
  }

  /** When the page's own clock began, in milliseconds since the epoch. */
  timeOrigin() {
    return this.#page.evaluate(() => performance.timeOrigin);
  }

  /** The way to the banner, step by step: milliseconds since navigation. */
  stages() {
    return this.#page.evaluate(inPage.readStages);
  }

  /** When each gated script ran, in the order in which they did. */
  ran() {
    return this.#page.evaluate(() => window.ran);
  }

  /** @param {'banner' | 'accept' | 'manage' | 'preferences'} part */
  sees(part) {
    return this.#page.evaluate((path) => window.bench.visibility(window.bench.find(path)) > 0.99, this.#library[part]);
  }

  /** @param {'accept' | 'manage'} part */
  canClick(part) {
    return this.#page.evaluate((path) => window.bench.isHit(window.bench.find(path)), this.#library[part]);
  }

  async click(part) {
    const { x, y } = await this.#page.evaluate(
      (path) => window.bench.middle(window.bench.find(path)),
      this.#library[part],
    );
    await this.#page.mouse.click(x, y);
  }

  /**
   * Accepts, and tells how long everything took after the click.
   * @param {number} count - So many gated scripts are to run.
   * @returns `last` is infinite where they were still running, one after the other, when patience ended.
   * @throws {Error} When it has stopped before all have run, or has run more.
   */
  async accept(count) {
    await this.#page.tracing.start({ categories: ['toplevel'] });
    await this.click('accept');
    const all = this.#page.waitForFunction((wanted) => window.ran.length >= wanted, { polling: 50 }, count);
    await all.catch(() => {});
    await this.rest();
    const trace = JSON.parse(new TextDecoder().decode(await this.#page.tracing.stop()));
    const { clickedAt, paintedAt, events, ran } = await this.#page.evaluate(() => ({
      ...window.bench,
      ran: window.ran,
    }));
    if (clickedAt === undefined) throw new Error('a click on its accept button did not reach the page');
    if (ran.length > count) throw new Error(`${ran.length} scripts have run, and ${count} were gated`);
    if (ran.length < count) {
      await this.rest(1000);
      if ((await this.ran()).length === ran.length) {
        throw new Error(`was accepted, and of ${count} that were gated ${ran.length} have run`);
      }
    }
    // On the clock that traces use.
    const { NavigationStart: openedAt } = await this.#metrics();
    return {
      first: Math.min(...ran) - clickedAt,
      last: ran.length < count ? Infinity : Math.max(...ran) - clickedAt,
      toPaint: paintedAt - clickedAt,
      event: events.length ? Math.max(...events) : undefined,
      longestTask: longestTask(trace, openedAt + clickedAt),
    };
  }

  /** The order in which the external scripts ran. */
  order() {
    return this.#page.evaluate(() => window.order ?? []);
  }

  /** Inserts so many elements, and tells the milliseconds of the main thread that this took, with all that it led to. */
  async insert(count) {
    const { task: before } = await this.work();
    const inserted = await this.#page.evaluate(inPage.insert, count);
    await this.rest(IDLE);
    const { task: after } = await this.work();
    if (inserted !== count) throw new Error(`of ${count} elements that were inserted ${inserted} are there`);
    await this.#page.evaluate(inPage.removeInserted);
    await this.rest(IDLE);
    return after - before;
  }

  /** Bytes of the cookies, as they travel with every request. */
  async cookieBytes() {
    const { cookies } = await this.#cdp.send('Network.getCookies');
    return cookies.reduce((sum, { name, value }) => sum + `${name}=${value}`.length, 0);
  }

  leave() {
    return this.#context.close();
  }
}

/** Milliseconds of the longest task on a page's main thread, of those that ended after a moment. */
function longestTask({ traceEvents }, since) {
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents.filter(
    ({ name, pid, tid, ts, dur = 0 }) =>
      name === 'ThreadControllerImpl::RunTask' && mains.has(`${pid} ${tid}`) && (ts + dur) / 1000 > since,
  );
  return tasks.reduce((longest, { dur = 0 }) => Math.max(longest, dur / 1000), 0);
}
