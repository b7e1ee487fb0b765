/** The browsers that tests run in: which are here, which must run, and how each is started. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import * as webkit from './webkit.mjs';

export { webkitRunner } from './webkit.mjs';

/** @typedef {'chromium' | 'firefox' | 'webkit'} Engine */

/**
 * Ends this process when it is told to, and with it the browsers: puppeteer and `webkit.mjs` close theirs at its exit.
 * Puppeteer alone takes SIGTERM for a wish to close one browser, and the test that runs then starts the next.
 */
export function endOnSignals() {
  process.on('SIGINT', () => process.exit(130));
  process.on('SIGTERM', () => process.exit(143));
}

const NAMES = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' };
const PACKAGES = { firefox: 'firefox-esr', webkit: 'webkit2gtk-driver xvfb' };

const first = (...paths) => paths.find((path) => path && existsSync(path));
const firefoxPath = () => first(process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox');

/** Whether each engine can run on this machine. Chromium always can: npm brings one where none is installed. */
export const available = () => ({ chromium: true, firefox: Boolean(firefoxPath()), webkit: webkit.installed() });

/**
 * Which engines to run. `ASKFIRST_ENGINES` names those that must; without it Chromium runs, or with `full` all that are here.
 * @returns {{ engines: Engine[], skipped: string[], missing: string[] }} `skipped` and `missing` are lines to print; a
 *   missing engine is a failure.
 * @throws {Error} When `ASKFIRST_ENGINES` names an engine that does not exist.
 */
export function chooseEngines({ full = false, required = process.env.ASKFIRST_ENGINES } = {}) {
  const all = Object.keys(NAMES);
  const here = available();
  const absent = (engine) => `${NAMES[engine]} is not installed (apt-get install ${PACKAGES[engine]})`;
  if (required) {
    const asked = required.split(',').map((name) => name.trim());
    const unknown = asked.filter((name) => !all.includes(name));
    if (unknown.length > 0) throw new Error(`ASKFIRST_ENGINES knows ${all.join(', ')}; found ${unknown.join(', ')}`);
    return {
      engines: asked.filter((engine) => here[engine]),
      skipped: [],
      missing: asked.filter((engine) => !here[engine]).map((engine) => `missing: ${absent(engine)}`),
    };
  }
  const engines = all.filter((engine) => here[engine] && (full || engine === 'chromium'));
  const why = (engine) => (here[engine] ? `${NAMES[engine]} runs with npm run test:full` : absent(engine));
  return {
    engines,
    skipped: all.filter((engine) => !engines.includes(engine)).map((engine) => `skipped: ${why(engine)}`),
    missing: [],
  };
}

const CHROMIUM_ARGS = [
  '--no-sandbox', // it refuses to start as root otherwise, and CI is root
  '--enable-bfcache', // the headless shell from npm leaves the back-forward cache off, which every desktop Chromium has on
  '--disable-component-update',
  '--disable-quic',
];

/**
 * Unpacks the Chromium that npm brings, once for each version, and tells where it is.
 * The package's own `executablePath()` reuses any older binary that lies about, and leaves library paths behind in `process.env`.
 */
async function packagedChromium() {
  const root = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const home = fileURLToPath(new URL(`../node_modules/.cache/chromium-${version}`, import.meta.url));
  if (!existsSync(home)) {
    const { inflate } = await import('@sparticuz/chromium');
    const unpacking = `${home}.${process.pid}`;
    const { TMPDIR } = process.env;
    mkdirSync(unpacking, { recursive: true });
    process.env.TMPDIR = unpacking; // where inflate() writes
    try {
      const archives = ['chromium.br', 'swiftshader.tar.br', 'fonts.tar.br', 'al2023.tar.br'];
      await Promise.all(archives.map((name) => inflate(join(root, 'bin', name))));
    } finally {
      if (TMPDIR === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = TMPDIR;
    }
    // The package's fonts.conf names folders of a cloud function.
    writeFileSync(
      join(unpacking, 'fonts', 'fonts.conf'),
      `<fontconfig><dir>${home}/fonts</dir><cachedir>${home}/fonts-cache</cachedir></fontconfig>`,
    );
    // Whole or not at all: a run that was ended halfway, or a second one beside it, leaves no half browser.
    if (existsSync(home)) rmSync(unpacking, { recursive: true });
    else renameSync(unpacking, home);
  }
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(home, 'fonts') };
  // Debian has no libnss3 unless a browser brought it; the package's own copy is for this process alone.
  return {
    executablePath: join(home, 'chromium'),
    env: { ...process.env, ...fonts, LD_LIBRARY_PATH: join(home, 'al2023', 'lib') },
  };
}

/**
 * @typedef {{ colorScheme?: 'light' | 'dark', lang?: string, fontSize?: number, forcedColors?: boolean }} Taste - What a visitor has set
 *   in the browser; `fontSize` in CSS pixels.
 */

/**
 * How puppeteer starts Chromium: an installed one, else the one from npm.
 * @param {Taste} [taste]
 */
export async function chromiumLaunch({
  colorScheme = 'light',
  lang = 'en-US',
  fontSize = 16,
  forcedColors = false,
} = {}) {
  const installed = first(process.env.CHROME_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome');
  const args = [
    ...CHROMIUM_ARGS,
    `--accept-lang=${lang}`, // else it calls itself "en-US@posix" where LANG is C, and Intl throws on that
    `--blink-settings=preferredColorScheme=${colorScheme === 'dark' ? 0 : 1},defaultFontSize=${fontSize}`,
    ...(forcedColors ? ['--force-high-contrast'] : []),
  ];
  // By pipe, so that it ends with us however we end.
  return {
    headless: true,
    pipe: true,
    args,
    ...(installed ? { executablePath: installed } : await packagedChromium()),
  };
}

/**
 * How puppeteer starts Firefox, which speaks WebDriver BiDi by itself.
 * @param {Taste} [taste]
 */
export const firefoxLaunch = ({ colorScheme = 'light', lang = 'en-US', fontSize = 16, forcedColors = false } = {}) => ({
  browser: 'firefox',
  headless: true,
  executablePath: firefoxPath(),
  extraPrefsFirefox: {
    'intl.accept_languages': lang,
    'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
    'font.size.variable.x-western': fontSize,
    ...(forcedColors && { 'browser.display.document_color_use': 2 }),
  },
});

/** A context for each page: the runner's pages run side by side, and would share cookies. */
const createPage = async ({ context }) => (await context.browser().createBrowserContext()).newPage();

/** Chromium for the web-test-runner. */
export const chromiumRunner = async () =>
  chromeLauncher({ launchOptions: await chromiumLaunch(), concurrency: 2, createPage });

/** Firefox for the web-test-runner. */
export const firefoxRunner = () =>
  chromeLauncher({ puppeteer, launchOptions: firefoxLaunch(), concurrency: 1, createPage });
