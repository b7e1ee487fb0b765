/** WebKitGTK by W3C WebDriver, from Debian's webkit2gtk-driver: sessions for the journeys, and a launcher for the web-test-runner. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const DRIVER = '/usr/bin/WebKitWebDriver';
const XVFB = '/usr/bin/Xvfb';
const HOME = fileURLToPath(new URL('../node_modules/.cache/webkit', import.meta.url));

/** The small browser that comes with the driver: `/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser` and its likes. */
function miniBrowser() {
  const folders = (path, pattern) =>
    (existsSync(path) ? readdirSync(path).filter((name) => pattern.test(name)) : []).map((name) => join(path, name));
  const homes = folders('/usr/lib', /-linux-gnu/).flatMap((path) => folders(path, /^webkit2gtk-4/));
  return homes.map((path) => join(path, 'MiniBrowser')).find(existsSync);
}

/** Whether WebKit can run here: driver, browser, and a screen or the means to make one. */
export const installed = () =>
  existsSync(DRIVER) && Boolean(miniBrowser()) && (existsSync(XVFB) || Boolean(process.env.DISPLAY));

// ---- processes: each in a group of its own, so that a browser's helpers end with it

const running = new Set();
process.once('exit', () => running.forEach(stop));

function start(command, args, options) {
  const child = spawn(command, args, { ...options, detached: true });
  child.unref();
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

function stop(child) {
  try {
    process.kill(-child.pid);
  } catch {
    // It has ended by itself.
  }
}

let screen;
/** The screen that all sessions share: our own, so that no window manager changes sizes; a real one only where Xvfb is missing. */
async function startScreen() {
  if (!existsSync(XVFB)) return process.env.DISPLAY;
  // Without -noreset it starts anew whenever the last browser leaves, and the next one finds nobody there.
  const xvfb = start(XVFB, ['-displayfd', '3', '-screen', '0', '1920x1400x24', '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  let line = '';
  // To its end: Xvfb writes the number and the end of the line apart, and dies if nobody is left to read the second.
  for await (const text of xvfb.stdio[3]) line += text;
  if (!line.endsWith('\n')) throw new Error('Xvfb ended before it had a screen');
  return `:${line.trim()}`;
}

/** Environment of a browser in the language `lang`. */
function environment(display, lang) {
  // MiniBrowser's toolbar keeps its window 447 pixels wide, and phones are narrower.
  mkdirSync(join(HOME, 'gtk-3.0'), { recursive: true });
  writeFileSync(join(HOME, 'gtk-3.0', 'gtk.css'), '* { min-width: 0; margin: 0; padding: 0; border-width: 0; }\n');
  // WebKit takes navigator.language from the locale's name. The name is enough, so no locale has to be installed.
  const locale = `${lang.replace('-', '_')}.UTF-8`;
  const link = join(HOME, 'locale', locale);
  mkdirSync(join(HOME, 'locale'), { recursive: true });
  if (!existsSync(link)) symlinkSync('/usr/lib/locale/C.utf8', link);
  return { ...process.env, DISPLAY: display, XDG_CONFIG_HOME: HOME, LOCPATH: join(HOME, 'locale'), LC_ALL: locale };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

// ---- WebDriver

// prettier-ignore
const KEYS = {
  Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009', Alt: '\uE00A', Escape: '\uE00C', Space: ' ',
  PageUp: '\uE00E', PageDown: '\uE00F', End: '\uE010', Home: '\uE011', ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014',
  ArrowDown: '\uE015', Delete: '\uE017', Meta: '\uE03D',
};

async function request(method, url, body) {
  // The driver answers nothing at all while it waits for a browser that has died.
  const signal = AbortSignal.timeout(30_000);
  const response = await fetch(url, { method, signal, ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }) });
  const { value } = await response.json();
  if (response.ok) return value;
  const [command] = /[^/]+\/?[^/]*$/.exec(url);
  throw new Error(`WebKit: ${value.error}: ${value.message} (${method} ${command})`);
}

/** One browser with a driver of its own (a driver serves one session), and with an empty cookie jar: automation is always ephemeral. */
export class WebKitSession {
  #driver;
  #url;

  /** @param {import('./browsers.mjs').Taste} [taste] */
  static async open({ colorScheme = 'light', lang = 'en-US' } = {}) {
    const session = new WebKitSession();
    screen ??= startScreen();
    const [display, port] = await Promise.all([screen, freePort()]);
    session.#driver = start(DRIVER, [`--port=${port}`], { env: environment(display, lang), stdio: 'ignore' });
    try {
      await session.#begin(`http://127.0.0.1:${port}`, colorScheme);
      return session;
    } catch (error) {
      stop(session.#driver);
      throw error;
    }
  }

  async #begin(driver, colorScheme) {
    const late = Date.now() + 10_000;
    while (!(await request('GET', `${driver}/status`).catch(() => undefined))?.ready) {
      if (Date.now() > late) throw new Error('WebKitWebDriver did not come up within 10 s');
      await wait(10);
    }
    const browserOptions = {
      binary: miniBrowser(),
      args: ['--automation', ...(colorScheme === 'dark' ? ['--dark-mode'] : [])],
    };
    const alwaysMatch = { acceptInsecureCerts: true, 'webkitgtk:browserOptions': browserOptions };
    const { sessionId } = await request('POST', `${driver}/session`, { capabilities: { alwaysMatch } });
    this.#url = `${driver}/session/${sessionId}`;
  }

  /** One WebDriver command; `path` is what follows the session, as in `/url`. */
  call(method, path, body) {
    return request(method, this.#url + path, body);
  }

  /** Runs a function in the page, with arguments and a result (or a promise of one) that JSON can carry. */
  evaluate(fn, ...args) {
    return this.call('POST', '/execute/sync', { script: `return (${fn}).apply(null, arguments)`, args });
  }

  /** Presses and releases a key or a combination: `Tab`, `Shift+Tab`, `a`. */
  press(combination) {
    const keys = combination === '+' ? ['+'] : combination.split('+');
    const values = keys.map((key) => KEYS[key] ?? key);
    const wrong = values.find((value) => [...value].length > 1);
    if (wrong) throw new Error(`No key is called ${wrong}`);
    const actions = [
      ...values.map((value) => ({ type: 'keyDown', value })),
      ...values.toReversed().map((value) => ({ type: 'keyUp', value })),
    ];
    return this.call('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** Pointer actions at the mouse: `{ type: 'pointerMove', x, y }`, `{ type: 'pointerDown', button: 0 }`. */
  point(...steps) {
    const actions = steps.map((step) =>
      step.type === 'pointerMove' ? { duration: 0, origin: 'viewport', ...step } : step,
    );
    return this.call('POST', '/actions', {
      actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
    });
  }

  async close() {
    await this.call('DELETE', '').catch(() => {}); // it may be gone already
    stop(this.#driver);
  }
}

/** WebKit for the web-test-runner, with its `sendKeys` and `sendMouse`; `setViewport` and `emulateMedia` know no browser of this type. */
export function webkitRunner() {
  const open = new Map();
  const buttons = { left: 0, middle: 1, right: 2 };
  let session;
  return {
    name: 'WebKit',
    type: 'webdriver',
    concurrency: 1,
    async initialize() {
      session = await WebKitSession.open();
    },
    async startSession(id, url) {
      open.set(id, url);
      await session.call('POST', '/url', { url });
    },
    async stopSession(id) {
      open.delete(id);
      await session.call('DELETE', '/cookie');
      await session.call('POST', '/url', { url: 'about:blank' }); // ends what the page still does
      return {};
    },
    isActive: (id) => open.has(id),
    getBrowserUrl: (id) => open.get(id),
    async stop() {
      await session?.close();
    },
    async sendKeys(_id, keys) {
      for (const key of keys) await session.press(key);
    },
    sendMouseMove: (_id, x, y) => session.point({ type: 'pointerMove', x, y }),
    sendMouseDown: (_id, button = 'left') => session.point({ type: 'pointerDown', button: buttons[button] }),
    sendMouseUp: (_id, button = 'left') => session.point({ type: 'pointerUp', button: buttons[button] }),
    sendMouseClick: (_id, x, y, name = 'left') => {
      const button = buttons[name];
      return session.point(
        { type: 'pointerMove', x, y },
        { type: 'pointerDown', button },
        { type: 'pointerUp', button },
      );
    },
    resetMouse: () => session.call('DELETE', '/actions'),
  };
}
