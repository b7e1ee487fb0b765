/** Global Privacy Control: what the browser says by itself counts at once, is remembered, and gives way to a person alone (section K). */
import assert from 'node:assert/strict';
import { put } from './pages/page.mjs';
import { SIGNAL } from './pages/stand-ins.mjs';
import {
  BANNER,
  DIALOG,
  REJECT,
  SETTINGS,
  cookieNames,
  decided,
  granted,
  heard,
  leavesNoTrace,
  library,
  ready,
  record,
} from './pages/story.mjs';
import { engineName, journey, quiet } from './support/journey.mjs';

const NOTICE = 'cookie-consent >>> [part=notice]';

/** What the interface says to those who listen. */
const says = (visitor, words) =>
  visitor.waitsFor(
    (text) =>
      document.querySelector('cookie-consent')?.shadowRoot?.querySelector('[role=status]')?.textContent.includes(text),
    words,
  );

/**
 * Opens a page, with the signal or without. Its scripts start in the order of the document, marketing first: once the last of them has
 * run, what was left out before it stays out.
 */
async function visits(visitor, server, path, allowed) {
  server.sink.length = 0;
  await visitor.goes(server.origin + path);
  await ready(visitor);
  await visitor.waitsFor((count) => (window.ran ?? []).length === count, allowed.length);
  const ran = await visitor.evaluates(() => (window.ran ?? []).map((one) => one.replace(/^.*\/|\.js$/g, '')).sort());
  assert.deepEqual([ran, await granted(visitor)], [allowed, allowed], path);
  // What WebKit has from the page before, it does not ask for again.
  assert.deepEqual(
    heard(server).filter((name) => !allowed.includes(name)),
    [],
    path,
  );
  await visitor.seesNot(BANNER);
  await visitor.seesNot(DIALOG);
  assert.ok(!(await visitor.evaluates(() => window.noted.events)).includes('open'));
}

/** Several page views, of which each loads the gate and nothing else of the library. */
async function visitsAgain(visitor, server, paths, allowed) {
  server.requests.length = 0;
  for (const path of paths) await visits(visitor, server, path, allowed);
  await quiet(server);
  assert.deepEqual(
    library(server),
    paths.map(() => '/dist/askfirst.js'),
  );
}

const isOn = (visitor) =>
  visitor.evaluates(
    () => document.querySelector('cookie-consent').shadowRoot.querySelector('[name=marketing]').checked,
  );

const REST = ['analytics', 'personalization'];
const ALL = ['analytics', 'marketing', 'personalization'];

journey('opts out by itself, says so, and keeps it; the visitor alone takes it back', async ({ visitor, server }) => {
  put(server, '/shop', { config: { regime: 'opt-out' }, head: SIGNAL });
  await visits(visitor, server, '/shop?gpc', REST);
  await says(visitor, 'Opt-Out Request Honored');
  const kept = await record(visitor);
  assert.match(kept, /^1\.1\.\w{5}\.o1\.be5rg1$/);
  const { gpc, categories } = await visitor.state();
  assert.deepEqual([gpc, categories.marketing.by], [{ present: true, applied: true }, 'gpc']);

  // Known from now on: nothing is fetched for it, nothing is written again, and a page without the signal is no yes (K8).
  await visitsAgain(visitor, server, ['/shop', '/shop?gpc'], REST);
  assert.equal(await record(visitor), kept);
  await visitor.opensSettings();
  assert.match(await visitor.text(NOTICE), /sends a Global Privacy Control signal. Opt-Out Request Honored/);
  assert.equal(await isOn(visitor), false);

  // Switched on in the face of the signal, it stays (K7).
  await visitor.switches('marketing', true);
  await visitor.saves();
  await visitor.waitsFor(() => window.ran?.includes('/sink/marketing.js'));
  assert.match(await record(visitor), /^1\.1\.\w{5}\.o1\.be5rU1\./);
  await visitsAgain(visitor, server, ['/shop?gpc', '/shop'], ALL);
  assert.deepEqual(visitor.errors, []);
});

journey('where everybody is asked, it opens nothing and answers nothing', async ({ visitor, server }) => {
  put(server, '/ask', { head: SIGNAL });
  await visitor.goes(`${server.origin}/ask?gpc`);
  await visitor.sees(REJECT);
  // It stands there from the first frame on, with what Accept all does (K7).
  assert.match(await visitor.text(NOTICE), /so marketing is off.* “Accept all” switches it on too\.$/);
  await quiet(server);
  assert.deepEqual([heard(server), await granted(visitor)], [[], []]);
  await leavesNoTrace(visitor);
  await visitor.opensPreferences();
  assert.match(await visitor.text(NOTICE), /sends a Global Privacy Control signal, so marketing is off/);
  assert.equal(await isOn(visitor), false);
  // Whoever says yes in the face of it has said yes.
  await visitor.accepts();
  await decided(visitor);
  assert.match(await record(visitor), /^1\.1\.\w{5}\.i1\.be5rU1\./);
  await visits(visitor, server, '/ask?gpc', ALL);
});

journey('where the site takes it for a no, nobody is asked, then or later', async ({ visitor, server }) => {
  put(server, '/refuse', { config: { signals: { gpcInOptIn: 'refuse' } }, head: SIGNAL });
  await visits(visitor, server, '/refuse?gpc', []);
  await visitor.waitsFor(() => document.cookie.includes('askfirst='));
  assert.match(await record(visitor), /^1\.1\.\w{5}\.i1\.be5rg1\.hhu3g1\.vwmrg1$/);
  await visitsAgain(visitor, server, ['/refuse?gpc', '/refuse'], []);
  assert.equal((await visitor.state()).status, 'decided');
  await visitor.sees(SETTINGS);
});

journey('ends an earlier yes to marketing, and that alone', async ({ visitor, server }) => {
  const shop = { id: 'shop', category: 'marketing', name: 'Shop', cookies: [{ name: 'shop' }] };
  put(server, '/yes', { config: { services: [shop] }, head: SIGNAL });
  await visitor.goes(`${server.origin}/yes`);
  await visitor.accepts();
  await visitor.waitsFor(() => window.ran?.length === 3);
  await visitor.evaluates(() => void (document.cookie = 'shop=1; path=/'));
  await visits(visitor, server, '/yes?gpc', REST);
  await visitor.waitsFor(() => !document.cookie.includes('shop='));
  await visitor.waitsFor(() => document.cookie.includes('.be5rg1'));
  assert.deepEqual(await cookieNames(visitor), ['askfirst']);
  await visitsAgain(visitor, server, ['/yes'], REST);
  // A fresh yes undoes it.
  await visitor.opensSettings();
  await visitor.accepts();
  await visitor.waitsFor(() => window.ran?.includes('/sink/marketing.js'));
});

journey(
  'hears the signal of the browser itself, from the first request on',
  { skip: engineName !== 'firefox' && 'Firefox alone has it' },
  async ({ newVisitor, server }) => {
    put(server, '/real', { config: { regime: 'opt-out' } });
    const visitor = await newVisitor({ gpc: true });
    await visits(visitor, server, '/real', REST);
    assert.equal(server.requests.find(({ path }) => path === '/real').headers['sec-gpc'], '1');
    await says(visitor, 'Opt-Out Request Honored');
  },
);
