/** A page that the browser renders ahead, and perhaps nobody ever looks at, has no visitor yet: it asks nothing and starts nothing (A17). */
import assert from 'node:assert/strict';
import { put } from './pages/page.mjs';
import { BANNER, REJECT, SETTINGS, granted, heard, ready } from './pages/story.mjs';
import { engineName, journey, quiet, until } from './support/journey.mjs';

const AHEAD = `<script type="speculationrules">{ "prerender": [{ "urls": ["/next"], "eagerness": "immediate" }] }</script>`;

/** What the browser requested for a page that it renders ahead. */
const ahead = ({ requests }) =>
  requests.filter(({ headers }) => headers['sec-purpose']?.includes('prerender')).map(({ path }) => path);

/** Goes to the first page, and waits until the second stands ready behind it, with the gate, and nothing else has been requested for it. */
async function waitsBehind(visitor, server) {
  server.requests.length = 0;
  server.sink.length = 0;
  await visitor.goes(`${server.origin}/start`);
  await ready(visitor);
  await until(
    () => ahead(server).includes('/loaded'),
    () => 'no page was rendered ahead',
  );
  await quiet(server);
  assert.deepEqual(ahead(server), ['/next', '/dist/askfirst.js', '/loaded']);
  assert.deepEqual(heard(server), []);
}

/** Follows the link: the page that stood ready is shown. */
async function follows(visitor) {
  await visitor.clicks('#to-next');
  await visitor.waitsFor(() => location.pathname === '/next' && window.wasAhead && !document.prerendering);
  await ready(visitor);
}

journey(
  'a page that is rendered ahead waits for its visitor, and knows what was answered meanwhile',
  { skip: engineName !== 'chromium' && 'this engine renders no page ahead' },
  async ({ newVisitor, server }) => {
    // The browser's own size: a page that stood ready knows of no other that puppeteer has set.
    const visitor = await newVisitor({ viewport: { width: 800, height: 600 } });
    server.pages.set('/loaded', { status: 204 });
    put(server, '/start', { head: AHEAD, body: '<p><a id="to-next" href="/next">Next</a></p>' });
    const tells = `addEventListener('load', () => navigator.sendBeacon('/loaded'))`;
    put(server, '/next', { head: `<script>window.wasAhead = document.prerendering; ${tells}</script>` });

    await waitsBehind(visitor, server);
    await follows(visitor);
    await visitor.sees(REJECT);
    assert.deepEqual(heard(server), []);
    await visitor.accepts();
    await visitor.waitsFor(() => window.ran?.length === 3);

    // A stored yes.
    await waitsBehind(visitor, server);
    await follows(visitor);
    await visitor.waitsFor(() => window.ran?.length === 3);
    await visitor.seesNot(BANNER);

    // A yes that is taken back while the page stands ready.
    await waitsBehind(visitor, server);
    await visitor.opensSettings();
    await visitor.rejects();
    await visitor.waitsFor(() => !window.askFirst.state.categories.analytics.granted);
    await follows(visitor);
    await visitor.sees(SETTINGS);
    await visitor.seesNot(BANNER);
    await quiet(server);
    assert.deepEqual(
      [await visitor.evaluates(() => window.ran), await granted(visitor), heard(server)],
      [null, [], []],
    );
    assert.deepEqual(visitor.errors, []);
  },
);
