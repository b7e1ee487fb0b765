/** A page in WebKitGTK, by WebDriver. `PuppeteerPage` has the same methods. */
import { writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Runs in the page: installs, once in a document, what notes its errors, and hands over what was noted since the last time.
 * WebDriver has no script at start and no log, so what happens while the page loads stays unseen.
 */
function takeErrors() {
  const key = Symbol.for('askfirst.test.errors');
  if (!window[key]) {
    const errors = (window[key] = []);
    const { error } = console;
    console.error = (...parts) => {
      errors.push(`console: ${parts.map(String).join(' ')}`);
      error.apply(console, parts);
    };
    window.addEventListener('error', (event) => event.message && errors.push(`page: ${event.message}`));
    window.addEventListener('unhandledrejection', ({ reason }) => errors.push(`page: ${reason?.message ?? reason}`));
    document.addEventListener('securitypolicyviolation', (event) =>
      errors.push(`csp: Content Security Policy ${event.effectiveDirective} blocked ${event.blockedURI}`),
    );
  }
  return window[key].splice(0);
}

/** Runs in the page: JSON as it is without the `toJSON` that old libraries teach everything. */
function plainJson(value) {
  const taught = [Object, Array, String, Number, Boolean]
    .map(({ prototype }) => [prototype, Object.getOwnPropertyDescriptor(prototype, 'toJSON')])
    .filter(([, own]) => own);
  for (const [prototype] of taught) delete prototype.toJSON;
  const text = JSON.stringify(value);
  for (const [prototype, own] of taught) Object.defineProperty(prototype, 'toJSON', own);
  return text;
}

export class WebKitPage {
  /** What went wrong in the page after it had loaded; filled whenever the test looks at the page. */
  errors = [];
  #tabs; // shared by the tabs of one session: { session, first, current, queue }
  #handle;

  /** The one page of a new session. */
  static async open(session) {
    const handle = await session.call('GET', '/window');
    return new WebKitPage({ session, first: handle, current: handle, queue: Promise.resolve() }, handle);
  }

  constructor(tabs, handle) {
    this.#tabs = tabs;
    this.#handle = handle;
  }

  /** Runs `task` with this tab as the session's current one. One at a time, since a session has only one current window. */
  #here(task) {
    const tabs = this.#tabs;
    const turn = tabs.queue.then(async () => {
      if (tabs.current !== this.#handle) await tabs.session.call('POST', '/window', { handle: this.#handle });
      tabs.current = this.#handle;
      return task(tabs.session);
    });
    tabs.queue = turn.catch(() => {});
    return turn;
  }

  async goto(url) {
    await this.#here((session) => session.call('POST', '/url', { url }));
    await this.evaluate(() => {}); // starts to note errors
  }

  async reload() {
    await this.#here((session) => session.call('POST', '/refresh'));
    await this.evaluate(() => {});
  }

  /** By the driver: a script that runs while its page goes into the back-forward cache is never answered. */
  async back() {
    await this.#here((session) => session.call('POST', '/back'));
    await this.evaluate(() => {});
  }

  /** A window, not a tab: MiniBrowser leaves a new tab behind the first one, hidden and without frames. */
  async newTab() {
    const { handle } = await this.#here((session) => session.call('POST', '/window/new', { type: 'window' }));
    const tab = new WebKitPage(this.#tabs, handle);
    const [width, height] = await this.evaluate(() => [innerWidth, innerHeight]);
    await tab.resize(width, height);
    return tab;
  }

  /** Sets the size of the viewport, which is the window's without its toolbar. */
  async resize(width, height) {
    const late = Date.now() + 5000;
    for (;;) {
      const window = await this.#here((session) => session.call('GET', '/window/rect'));
      const [innerWidth, innerHeight] = await this.evaluate(() => [window.innerWidth, window.innerHeight]);
      if (innerWidth === width && innerHeight === height) return;
      if (Date.now() > late) throw new Error(`WebKit: the viewport stays at ${innerWidth}x${innerHeight}`);
      const rect = { width: window.width + width - innerWidth, height: window.height + height - innerHeight };
      await this.#here((session) => session.call('POST', '/window/rect', rect));
      await wait(20);
    }
  }

  press(combination) {
    return this.#here((session) => session.press(combination));
  }

  click(x, y) {
    const steps = [
      { type: 'pointerMove', x, y },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    return this.#here((session) => session.point(...steps));
  }

  /** Runs `fn` in the page, and takes the errors noted there along. As text, since the driver shuffles an object's keys. */
  async evaluate(fn, ...args) {
    const script = `
      const errors = (${takeErrors})();
      return Promise.resolve((${fn}).apply(null, arguments)).then((value = null) => (${plainJson})({ value, errors }));`;
    const result = await this.#here((session) => session.call('POST', '/execute/sync', { script, args }));
    const { value, errors } = JSON.parse(result);
    this.errors.push(...errors);
    return value;
  }

  async cookies() {
    const cookies = await this.#here((session) => session.call('GET', '/cookie'));
    return cookies.map(({ expiry, ...cookie }) => ({ ...cookie, expires: expiry }));
  }

  setCookie({ expires, ...cookie }) {
    return this.#here((session) =>
      session.call('POST', '/cookie', { cookie: { path: '/', ...(expires && { expiry: expires }), ...cookie } }),
    );
  }

  async screenshot(path) {
    const image = await this.#here((session) => session.call('GET', '/screenshot'));
    await writeFile(path, Buffer.from(image, 'base64'));
  }

  /** Closes this tab; with the first one everything that shares its jar. */
  close() {
    const { session, first } = this.#tabs;
    return this.#handle === first ? session.close() : this.#here(() => session.call('DELETE', '/window'));
  }
}
