/** Read from California: nobody is interrupted, the way out stands at the foot of the page, and whoever takes it is out on every page. */
import assert from 'node:assert/strict';
import { TAG, gated, put } from './pages/page.mjs';
import { BANNER, DIALOG, SETTINGS, cookieNames, heard, ready, record } from './pages/story.mjs';
import { journey, quiet, until } from './support/journey.mjs';

const LINK = 'footer a[data-askfirst-open]';
const STATUS = 'cookie-consent >>> [role=status]';

journey(
  'everything runs until a no; the link opts out in two steps, and the page says so (J1 to J7)',
  async ({ visitor, server }) => {
    await visitor.goes(`${server.origin}/california.html`);
    await until(
      () => heard(server).length === 3,
      () => `only ${heard(server)} in the sink`,
    );
    await visitor.seesNot(BANNER);
    assert.ok((await cookieNames(visitor)).every((name) => name !== 'askfirst'));

    // The title is prescribed word by word, and the link leads somewhere without scripts too (J3).
    assert.equal(await visitor.text(LINK), 'Your Privacy Choices');
    assert.equal(
      await visitor.evaluates((link) => document.querySelector(link).getAttribute('href'), LINK),
      '/privacy.html#choices',
    );
    // The icon stands beside it, and beside the title that it opens (J4).
    const icon = '[role=img][aria-label="California Consumer Privacy Act (CCPA) Opt-Out Icon"]';
    await visitor.sees(`${LINK} + ${icon}`);

    await visitor.evaluates(() => {
      document.addEventListener('askfirst:change', ({ detail }) =>
        navigator.sendBeacon('/told', JSON.stringify([detail.saleOrShare, detail.by])),
      );
    });
    await visitor.clicks(LINK);
    await visitor.sees(DIALOG);
    assert.match(await visitor.text(DIALOG), /^Your Privacy Choices\n+You can opt out of the sale and sharing/);
    await visitor.sees(`cookie-consent >>> ${icon}`);
    await visitor.rejects();
    // The server hears that nothing is sold or shared any more (J5).
    await until(
      () => server.requests.some(({ path, body }) => path === '/told' && body === '[false,"user"]'),
      () => 'the page was not told',
    );
    await ready(visitor);
    await visitor.sees(SETTINGS);
    await visitor.opensSettings();
    assert.match(await visitor.text(DIALOG), /Opt-Out Request Honored\. We do not sell or share/);
    await visitor.presses('Escape');
    assert.match(await record(visitor), /\.o0\.be5ru1/);
  },
);

journey('after an opt-out five pages later nothing is sold or shared (J8, J13)', async ({ visitor, server }) => {
  const config = { regions: 'recommended', withdrawal: { reload: false } };
  const tag = TAG.replace('src', 'data-region="US-CA" src');
  const pages = [0, 1, 2, 3, 4, 5].map((index) => `/page-${index}`);
  for (const path of pages) put(server, path, { config, tag, body: gated('marketing') + gated('analytics') });
  await visitor.goes(server.origin + pages[0]);
  await visitor.waitsFor(() => window.ran?.length === 2);
  await visitor.clicks('#change');
  await visitor.switches('marketing', false);
  await visitor.saves();
  // Without a reload the page itself says that the opt-out is honoured (J6).
  await visitor.waitsFor(() =>
    document
      .querySelector('cookie-consent')
      .shadowRoot.querySelector('[role=status]')
      .textContent.startsWith('Opt-Out Request Honored.'),
  );
  await visitor.seesNot(DIALOG);
  server.sink.length = 0;
  for (const path of pages.slice(1)) {
    await visitor.goes(server.origin + path);
    await visitor.waitsFor(() => window.ran?.includes('/sink/analytics.js'));
    assert.equal(await visitor.evaluates(() => window.ran.length), 1);
    await visitor.seesNot(BANNER);
  }
  await quiet(server);
  // What WebKit has from the page before, it does not ask for again.
  assert.deepEqual(
    heard(server).filter((name) => name !== 'analytics'),
    [],
  );
  // What was left on is nobody's yes (I4).
  assert.match(await record(visitor), /be5ru1\.hhu3D1\.vwmrD1$/);
  assert.equal(await visitor.text(STATUS).catch(() => ''), '');
});

journey(
  'a vendor whose queue a blocker has taken away changes nothing about the opt-out (J9)',
  async ({ visitor, server }) => {
    const tag = TAG.replace('src', 'data-region="US-CA" src');
    put(server, '/blocked', {
      config: { regions: 'recommended', integrations: { google: true } },
      tag,
      // A blocker has taken Google's queue away, and leaves none in its place.
      head: `<script>Object.defineProperty(window, 'dataLayer', { get: () => undefined, set: () => undefined });</script>`,
      body: gated('marketing'),
    });
    await visitor.goes(`${server.origin}/blocked`);
    await ready(visitor);
    await visitor.clicks('#change');
    await visitor.rejects();
    await until(
      async () => /be5ru1/.test((await record(visitor)) ?? ''),
      () => 'the opt-out was not stored',
    );
    // What had run ended with its page.
    await until(
      () => server.requests.filter(({ path }) => path === '/blocked').length === 2,
      () => 'no reload',
    );
    await ready(visitor);
    await visitor.goes(`${server.origin}/blocked`);
    await ready(visitor);
    await quiet(server);
    assert.equal(await visitor.evaluates(() => window.askFirst.granted('marketing')), false);
    assert.equal(await visitor.evaluates(() => window.ran ?? null), null);
  },
);
