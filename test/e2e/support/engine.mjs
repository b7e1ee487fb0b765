/** Starts a browser, the same way for all three engines, and gives out visitors who have never been here. */
import puppeteer from 'puppeteer-core';
import { chromiumLaunch, endOnSignals, firefoxLaunch } from '../../../tools/browsers.mjs';
import { WebKitSession } from '../../../tools/webkit.mjs';
import { PuppeteerPage } from './puppeteer-page.mjs';
import { Visitor } from './visitor.mjs';
import { WebKitPage } from './webkit-page.mjs';

/** The engine of this run: `chromium`, `firefox` or `webkit`. */
export const engineName = process.env.ASKFIRST_ENGINE ?? 'chromium';

/** How each engine opens one page in a jar of its own, given what the visitor has set. `browsers` keeps what was started. */
const OPEN = {
  chromium: (taste, browsers) => openPuppeteer(taste, browsers, chromiumLaunch),
  firefox: (taste, browsers) => openPuppeteer(taste, browsers, firefoxWithSignal),
  webkit: async (taste) => WebKitPage.open(await WebKitSession.open(taste)),
};

/** Firefox alone has Global Privacy Control of its own: two settings, the second of which shows the first to pages. */
function firefoxWithSignal({ gpc = false, ...taste }) {
  const options = firefoxLaunch(taste);
  const settings = ['privacy.globalprivacycontrol.enabled', 'privacy.globalprivacycontrol.functionality.enabled'];
  Object.assign(options.extraPrefsFirefox, Object.fromEntries(settings.map((name) => [name, gpc])));
  return options;
}

/** Language and colours belong to a whole browser (Firefox can emulate neither), so each pair has one, started at first use and after its end. */
async function openPuppeteer(taste, browsers, launchOptions) {
  const key = JSON.stringify(taste);
  const known = await browsers.get(key);
  // Nobody vouches for the certificate of journeys over https.
  if (!known?.connected)
    browsers.set(key, puppeteer.launch({ ...(await launchOptions(taste)), acceptInsecureCerts: true }));
  return PuppeteerPage.open(await browsers.get(key));
}

/**
 * A browser for journeys.
 * @param {import('../../../tools/browsers.mjs').Engine} [engine]
 */
export async function launch(engine = engineName) {
  const open = OPEN[engine];
  if (!open) throw new Error(`There is no engine called ${engine}: ${Object.keys(OPEN).join(', ')}`);
  endOnSignals();
  const browsers = new Map();
  const visitors = new Set();
  return {
    engine,
    /**
     * A visitor with an empty cookie jar and empty storage.
     * @param {{ viewport?: { width: number, height: number }, gpc?: boolean } & import('../../../tools/browsers.mjs').Taste} [wishes] -
     *   `gpc` works in Firefox alone, `fontSize` and `forcedColors` everywhere but in WebKit.
     * @returns {Promise<Visitor>}
     */
    async newVisitor({
      viewport = { width: 1280, height: 800 },
      colorScheme = 'light',
      lang = 'en-US',
      gpc,
      ...rest
    } = {}) {
      const page = await open({ colorScheme, lang, gpc, ...rest }, browsers);
      const visitor = new Visitor(page, () => visitors.delete(visitor));
      visitors.add(visitor);
      await visitor.resizes(viewport.width, viewport.height);
      return visitor;
    },
    async close() {
      await Promise.all([...visitors].map((visitor) => visitor.closes()));
      await Promise.all([...browsers.values()].map(async (browser) => (await browser).close()));
    },
  };
}
