/** A page in Chromium (DevTools protocol) or Firefox (WebDriver BiDi), by puppeteer. `WebKitPage` has the same methods. */

/** Whether a cookie of `domain` goes to `host`. Firefox and Chromium tell the whole jar, WebKit only what the page's host has. */
const reaches = (domain, host) =>
  host === domain.replace(/^\./, '') || (domain.startsWith('.') && host.endsWith(domain));

export class PuppeteerPage {
  /** What went wrong in the page: uncaught errors, `console.error`, blocked by Content-Security-Policy. Grows by itself. */
  errors = [];
  #page;
  #first;
  #viewport;

  /** A page in a new context of the browser: empty jar, empty storage. */
  static async open(browser) {
    const context = await browser.createBrowserContext();
    return new PuppeteerPage(await context.newPage(), true);
  }

  constructor(page, first = false) {
    this.#page = page;
    this.#first = first;
    // Chromium tells of a blocked resource as a console error, Firefox as a page error.
    // The icon is what Firefox looks for by itself, at an address that no page named.
    const note = (kind, text) =>
      text.includes('/favicon.ico') ||
      this.errors.push(`${/Content[- ]Security[- ]Policy/i.test(text) ? 'csp' : kind}: ${text}`);
    page.on(
      'console',
      (message) =>
        message.type() === 'error' && note('console', `${message.text()} ${message.location().url ?? ''}`.trim()),
    );
    page.on('pageerror', (error) => note('page', String(error?.message ?? error)));
  }

  async goto(url) {
    await this.#front();
    await this.#page.goto(url);
  }

  async reload() {
    await this.#front();
    await this.#page.reload();
  }

  /** From within: puppeteer waits in vain for the load event of a page out of the back-forward cache. */
  async back() {
    await this.#front();
    await this.#page.evaluate(() => void setTimeout(() => history.back()));
  }

  async newTab() {
    const tab = new PuppeteerPage(await this.#page.browserContext().newPage());
    await tab.resize(this.#viewport.width, this.#viewport.height);
    return tab;
  }

  async resize(width, height) {
    this.#viewport = { width, height };
    await this.#page.setViewport(this.#viewport);
  }

  async press(combination) {
    await this.#front();
    const keys = (combination === '+' ? ['+'] : combination.split('+')).map((key) => (key === 'Space' ? ' ' : key));
    for (const key of keys) await this.#page.keyboard.down(key);
    for (const key of keys.toReversed()) await this.#page.keyboard.up(key);
  }

  async click(x, y) {
    await this.#front();
    await this.#page.mouse.click(x, y);
  }

  evaluate(fn, ...args) {
    return this.#page.evaluate(fn, ...args);
  }

  async cookies() {
    const { hostname } = new URL(this.#page.url());
    const jar = await this.#page.browserContext().cookies();
    return jar.filter(({ domain }) => reaches(domain, hostname));
  }

  async setCookie({ name, value, path = '/', domain = new URL(this.#page.url()).hostname, ...attributes }) {
    await this.#page.browserContext().setCookie({ name, value, path, domain, ...attributes });
  }

  /** Files that the page saves go into a folder. Chromium alone. */
  async saveTo(folder) {
    const session = await this.#page.createCDPSession();
    const browserContextId = this.#page.browserContext().id;
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder, browserContextId });
  }

  /** What assistive technology is handed. Chromium alone. */
  tree() {
    return this.#page.accessibility.snapshot({ interestingOnly: false });
  }

  async screenshot(path) {
    await this.#front();
    await this.#page.screenshot({ path });
  }

  /** Closes this tab; with the first one everything that shares its jar. */
  async close() {
    await (this.#first ? this.#page.browserContext() : this.#page).close();
  }

  /** Brings the tab forward, as a person must before using it; a hidden one paints no frames. */
  async #front() {
    const tabs = await this.#page.browserContext().pages();
    if (tabs.length > 1) await this.#page.bringToFront();
  }
}
