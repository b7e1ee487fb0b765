/** Somebody in front of a page: what a journey says that a person does, the same in all three engines. */
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { until } from './until.mjs';

/**
 * Runs in the page: looks for `selector`, whose `host >>> inner` enters open shadow roots at any depth below the host.
 * Where several elements match, as Accept does on both layers, the one that a pointer would reach comes first, then a visible one.
 * @param {string} selector
 * @param {boolean} scroll - Bring it into view where no pointer reaches it.
 */
function look(selector, scroll) {
  const beneath = (root) => [
    root,
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? beneath(shadowRoot) : [])),
  ];
  const [outermost, ...inner] = selector.split('>>>').map((part) => part.trim());
  // By hand: pages of old libraries have a `reduce()` of their own.
  let matches = [...document.querySelectorAll(outermost)];
  for (const part of inner)
    matches = matches.flatMap(({ shadowRoot }) =>
      shadowRoot ? beneath(shadowRoot).flatMap((root) => [...root.querySelectorAll(part)]) : [],
    );
  const deepestAt = (x, y) => {
    let element = document.elementFromPoint(x, y);
    for (let next; (next = element?.shadowRoot?.elementFromPoint(x, y)) && next !== element;) element = next;
    return element;
  };
  const within = (element, outer) => {
    for (let node = element; node; node = node.assignedSlot ?? node.parentNode ?? node.host)
      if (node === outer) return true;
    return false;
  };
  const describe = (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const x = Math.round(left + width / 2);
    const y = Math.round(top + height / 2);
    const hit = deepestAt(x, y);
    const visible =
      width > 0 && height > 0 && element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
    const parts = element.shadowRoot
      ? [...element.shadowRoot.children].filter((child) => child.checkVisibility())
      : [element];
    return {
      visible,
      reached:
        width > 0 && height > 0 && Boolean(hit) && (within(hit, element) || hit.closest('label')?.control === element),
      covered: hit ? `<${hit.localName}${hit.id && ` id="${hit.id}"`}> lies over it` : 'it lies outside the window',
      x,
      y,
      checked: element.checked,
      text: parts
        .map(({ innerText }) => innerText)
        .join('\n')
        .trim(),
    };
  };
  const found = matches.map((element) => ({ element, seen: describe(element) }));
  const best = found.find(({ seen }) => seen.reached) ?? found.find(({ seen }) => seen.visible) ?? found[0];
  if (!best) return null;
  if (scroll && !best.seen.reached) {
    best.element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' }); // clear of a banner at an edge
    best.seen = describe(best.element);
  }
  return { ...best.seen, visible: found.some(({ seen }) => seen.visible) };
}

/** Runs in the page: waits for the animations that end. `document.getAnimations()` does not see into shadow roots. */
async function settle() {
  const within = (root) =>
    [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
      shadowRoot ? [shadowRoot, ...within(shadowRoot)] : [],
    );
  const animations = [document, ...within(document)].flatMap((root) => root.getAnimations());
  const ending = animations.filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map(({ finished }) => finished));
}

const ASKFIRST = 'cookie-consent >>> ';
const action = (name) => `${ASKFIRST}[data-action="${name}"]`;

export class Visitor {
  /** How long, in milliseconds, the visitor waits for something to show or to happen. */
  patience = 5000;
  #page;
  #closed;

  /**
   * @param {import('./puppeteer-page.mjs').PuppeteerPage | import('./webkit-page.mjs').WebKitPage} page
   * @param {() => void} [closed] - Called once the visitor has left.
   */
  constructor(page, closed = () => {}) {
    this.#page = page;
    this.#closed = closed;
  }

  /** Uncaught errors (`page: …`), `console.error` (`console: …`) and what Content-Security-Policy blocked (`csp: …`), as lines. */
  get errors() {
    return this.#page.errors;
  }

  // ---- going places

  /** Opens an address and waits until its load event is over. */
  goes(url) {
    return this.#leaves(() => this.#page.goto(url));
  }

  reloads() {
    return this.#leaves(() => this.#page.reload());
  }

  /** One step back in history, out of the back-forward cache where the page is in it. */
  goesBack() {
    return this.#leaves(() => this.#page.back());
  }

  /** A second tab with the same cookies, in the hands of the same person. */
  async opensTab(url) {
    const tab = new Visitor(await this.#page.newTab());
    await tab.goes(url);
    return tab;
  }

  /** Sets the size of the viewport in CSS pixels. */
  resizes(width, height) {
    return this.#page.resize(width, height);
  }

  /** Leaves: this tab, or the first one with all that were opened from it. */
  async closes() {
    this.#closed();
    await this.#page.close();
  }

  // ---- doing things

  /** Presses a real key, or several in turn: `presses('Tab', 'Shift+Tab', 'Enter')`; names as in `KeyboardEvent.key`, and `Space`. */
  async presses(...keys) {
    for (const key of keys) await this.#page.press(key);
  }

  /** Clicks with a real pointer on the middle of what `selector` names, once it is in view, holds still and nothing lies over it. */
  async clicks(selector) {
    let before;
    const target = await this.#until(
      async () => {
        const now = await this.evaluates(look, selector, true);
        const still = now?.reached && now.x === before?.x && now.y === before.y;
        before = now;
        return still && now;
      },
      () =>
        `clicks on ${selector}: ${!before ? 'it is not there' : before.reached ? 'it does not hold still' : before.covered}`,
    );
    await this.#page.click(target.x, target.y);
  }

  /** Clicks with a real pointer at a place of the window, in CSS pixels: for what stands in a frame of another site. */
  clicksAt(x, y) {
    return this.#page.click(Math.round(x), Math.round(y));
  }

  /** Saves files into a folder from now on: in Chromium. */
  savesTo(folder) {
    return this.#page.saveTo(folder);
  }

  // ---- seeing things

  /** Waits until `selector` is visible. */
  async sees(selector) {
    let found;
    await this.#until(
      async () => (found = await this.evaluates(look, selector, false))?.visible,
      () => `sees ${selector}: ${found ? 'it is there, and not visible' : 'it is not there'}`,
    );
  }

  /** Waits until nothing that `selector` names is visible. */
  async seesNot(selector) {
    await this.#until(
      async () => !(await this.evaluates(look, selector, false))?.visible,
      () => `sees no ${selector}: it is visible`,
    );
  }

  /** The text of an element as it is shown; of a host, what its shadow root shows. */
  async text(selector) {
    const found = await this.#until(
      () => this.evaluates(look, selector, false),
      () => `reads ${selector}: it is not there`,
    );
    return found.text;
  }

  /** Waits until a condition holds in the page, across navigations, and gives its value. */
  waitsFor(fn, ...args) {
    return this.#until(
      () => this.evaluates(fn, ...args),
      () => `waits for ${fn}${args.length > 0 ? ` with ${JSON.stringify(args)}` : ''}`,
    );
  }

  /** Runs a function in the page. Arguments and result (or the promise of one) must survive JSON; `undefined` becomes `null`. */
  async evaluates(fn, ...args) {
    return (await this.#page.evaluate(fn, ...args)) ?? null;
  }

  /** What has the focus, through shadow roots; `tag` is `body` when nothing has. */
  focused() {
    return this.evaluates(() => {
      let element = document.activeElement ?? document.body;
      while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const text = element === document.body ? '' : element.getAttribute('aria-label') || element.innerText || '';
      const { localName: tag, id } = element;
      return {
        tag,
        action: element.dataset.action ?? '',
        name: element.getAttribute('name') ?? '',
        id,
        text: text.trim(),
      };
    });
  }

  /**
   * Cookies that the page's host has, HttpOnly ones too: `name`, `value`, `domain`, `path`, `secure`, `httpOnly`, `sameSite`, `expires`
   * (seconds since the epoch).
   */
  async cookies() {
    const cookies = await this.#page.cookies();
    return cookies.map(({ name, value, domain, path, secure, httpOnly, sameSite, expires }) => ({
      name,
      value,
      domain,
      path,
      secure,
      httpOnly,
      sameSite,
      expires,
    }));
  }

  /** Puts a cookie into the jar, for the page's host unless `domain` says otherwise: `{ name, value, path, domain, expires }`. */
  setsCookie(cookie) {
    return this.#page.setCookie(cookie);
  }

  /** What the page's origin has stored, as names. */
  storage() {
    return this.evaluates(async () => {
      const databases = await indexedDB.databases();
      return {
        local: Object.keys(localStorage),
        session: Object.keys(sessionStorage),
        indexedDB: databases.map(({ name }) => name),
      };
    });
  }

  /** What assistive technology is handed, as a list in reading order: role, name, and what else there is. Chromium alone. */
  async hears() {
    const list = ({ children = [], ...node }) => [node, ...children.flatMap(list)];
    return list(await this.#page.tree());
  }

  /** A picture of the window, once what moves into place stands there. */
  async screenshot(path) {
    await this.evaluates(settle);
    await mkdir(dirname(path), { recursive: true });
    await this.#page.screenshot(path);
  }

  // ---- AskFirst, by the stable hooks of its shadow roots

  accepts() {
    return this.clicks(action('accept-all'));
  }

  rejects() {
    return this.clicks(action('reject-all'));
  }

  /** From the banner to the second layer. */
  async opensPreferences() {
    await this.clicks(action('manage'));
    await this.sees(action('save'));
  }

  /** From the settings button, the way back that every page keeps. */
  async opensSettings() {
    await this.clicks(action('settings'));
    await this.sees(action('save'));
  }

  /** Sets the switch of a category or service. */
  async switches(id, on) {
    const selector = `${ASKFIRST}[name="${id}"]`;
    await this.sees(selector);
    const isOn = async () => (await this.evaluates(look, selector, false))?.checked === on;
    if (!(await isOn())) await this.clicks(selector);
    await this.#until(isOn, () => `switches ${id} ${on ? 'on' : 'off'}: it stays as it was`);
  }

  saves() {
    return this.clicks(action('save'));
  }

  /** `askFirst.state`, or `null` before the gate is there. */
  state() {
    return this.evaluates(() => window.askFirst?.state);
  }

  /**
   * Leaves the document and waits for the next one, seen from within: a page out of the back-forward cache has no load
   * event, and puppeteer then waits in vain for Firefox's next navigations.
   */
  async #leaves(start) {
    const mark = await this.evaluates(() => (window[Symbol.for('askfirst.test.left')] = Math.random()));
    const arrived = (left) => {
      const [navigation] = performance.getEntriesByType('navigation');
      return window[Symbol.for('askfirst.test.left')] !== left && navigation?.loadEventEnd > 0;
    };
    let failure;
    start().catch((error) => (failure = error));
    await this.#until(
      async () => failure ?? this.evaluates(arrived, mark),
      () => 'arrives nowhere',
      30_000,
    );
    if (failure) throw failure;
  }

  #until(ask, complaint, patience = this.patience) {
    return until(ask, () => `The visitor ${complaint()}`, patience);
  }
}
