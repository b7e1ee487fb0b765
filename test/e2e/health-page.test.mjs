/** A page on health: what somebody reads there says something about them, so it is asked for apart, told to nobody, and taken back whole. */
import assert from 'node:assert/strict';
import { gated, put } from './pages/page.mjs';
import {
  BANNER,
  REJECT,
  SETTINGS,
  cookieNames,
  decided,
  granted,
  heard,
  leavesNoTrace,
  ready,
  record,
} from './pages/story.mjs';
import { journey, quiet, until } from './support/journey.mjs';

const times = (server, path) => server.requests.filter((request) => request.path === path).length;

journey(
  'the demo: nothing before a yes, and Accept all leaves off what shares health data (L1, L2)',
  async ({ visitor, server }) => {
    await visitor.goes(`${server.origin}/health.html`);
    await visitor.sees(REJECT);
    await quiet(server);
    assert.equal(server.sink.length, 0);
    await leavesNoTrace(visitor);
    await visitor.accepts();
    await until(
      () => heard(server).includes('mixpanel'),
      () => 'analytics did not start',
    );
    await quiet(server);
    assert.deepEqual(heard(server), ['mixpanel']);
    assert.equal(await visitor.evaluates(() => document.querySelector('iframe').hasAttribute('src')), false);
    assert.equal(await visitor.evaluates(() => window.askFirst.state.status), 'decided');

    // A yes of its own, by a switch that names who gets what.
    await visitor.opensSettings();
    await visitor.switches('clinic-finder', true);
    await visitor.saves();
    await visitor.waitsFor(() => document.querySelector('iframe').hasAttribute('src'));
    await until(
      () => times(server, '/sink/clinics.html') === 1,
      () => 'the clinic finder was not fetched',
    );
    await visitor.goes(`${server.origin}/health.html`);
    await visitor.sees(SETTINGS);
    await visitor.seesNot(BANNER);
    await visitor.waitsFor(() => document.querySelector('iframe').hasAttribute('src'));
    assert.match(await record(visitor), /vwmrU1~.{4}U/);
    assert.deepEqual(visitor.errors, []);
  },
);

journey('a withdrawal ends the page, erases, and names who is to be called (L8)', async ({ visitor, server }) => {
  const tells = `<script>document.addEventListener('askfirst:change', ({ detail }) =>
    navigator.sendBeacon('/told', JSON.stringify([detail.withdrawn, detail.recall, detail.remaining])))</script>`;
  const services = [{ id: 'map', category: 'personalization', name: 'Map', cookies: [{ name: 'map' }] }];
  put(server, '/story', {
    // No script runs here, and the site would rather not reload: on a sensitive page that is no question.
    config: { sensitive: true, services, withdrawal: { reload: false } },
    body: `<iframe title="Map" data-consent="personalization" data-service="map" data-src="/sink/map.html"></iframe>${tells}`,
  });
  await visitor.goes(`${server.origin}/story`);
  await visitor.accepts();
  await visitor.waitsFor(() => document.querySelector('iframe').hasAttribute('src'));
  await visitor.evaluates(() => void (document.cookie = 'map=1; path=/'));
  server.requests.length = 0;
  await visitor.opensSettings();
  await visitor.rejects();
  await until(
    () => times(server, '/story') === 1,
    () => 'no reload',
  );
  await ready(visitor);
  await quiet(server);
  assert.equal(times(server, '/story'), 1);
  assert.deepEqual(JSON.parse(server.requests.find(({ path }) => path === '/told').body), [
    ['marketing', 'analytics', 'personalization', 'map'],
    ['map'],
    [],
  ]);
  assert.deepEqual(await granted(visitor), []);
  assert.deepEqual(await cookieNames(visitor), ['askfirst']);
  await visitor.seesNot(BANNER);
});

const SLUG = 'living-with-a-diagnosis';

for (const sensitive of [true, false]) {
  journey(
    sensitive
      ? 'nothing that the library fetches or releases learns which page was read (L4)'
      : 'without the preset the same page would tell: the one before can fail',
    async ({ visitor, server }) => {
      const snippet = '<img src="/sink/pixel.gif" alt=""><script src="/sink/snippet.js"></scr' + 'ipt>';
      put(server, `/${SLUG}`, {
        config: { sensitive },
        // A page that tells everybody everything, but for what the preset keeps back.
        head: '<meta name="referrer" content="unsafe-url">',
        body: `${gated('analytics', 'counter')}
          ${gated('analytics', 'quiet', 'referrerpolicy="no-referrer"')}
          <iframe title="Map" data-consent="analytics" data-src="/sink/map.html"></iframe>
          <img alt="" data-consent="analytics" data-src="/sink/picture.gif">
          <template data-consent="analytics"><textarea>${snippet}</textarea></template>`,
      });
      const origin = `http://shop.site.localhost:${server.port}`;
      await visitor.goes(`${origin}/${SLUG}?topic=${SLUG}`);
      await visitor.accepts();
      await decided(visitor);
      await visitor.waitsFor(() => window.ran?.length === 3);
      await quiet(server);
      const told = server.requests
        .filter(({ path }) => path !== `/${SLUG}` && path !== '/dist/askfirst.js' && path !== '/favicon.svg')
        .filter(({ headers, query, body }) => `${JSON.stringify(headers)}${query}${body}`.includes(SLUG))
        .map(({ path }) => path);
      const fetched = server.sink.map(({ path }) => path).sort();
      assert.deepEqual(fetched, [
        '/sink/counter.js',
        '/sink/map.html',
        '/sink/picture.gif',
        '/sink/pixel.gif',
        '/sink/quiet.js',
        '/sink/snippet.js',
      ]);
      if (!sensitive) {
        assert.ok(told.length > 3, told.join());
        return;
      }
      assert.deepEqual(told, []);
      const referrers = Object.fromEntries(server.sink.map(({ path, headers }) => [path, headers.referer]));
      assert.equal(referrers['/sink/counter.js'], `${origin}/`);
      // What tells less by itself goes on to tell less.
      assert.equal(referrers['/sink/quiet.js'], undefined);
      assert.ok(!(await record(visitor)).includes(SLUG));
    },
  );
}
