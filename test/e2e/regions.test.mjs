/** Where somebody is decides what is asked of them first: sections I, J and L of the requirements. */
import assert from 'node:assert/strict';
import { TAG, put } from './pages/page.mjs';
import { BANNER, MANAGE, REJECT, SAVE, SETTINGS, decided, granted, heard, ready, record } from './pages/story.mjs';
import { journey, quiet, until } from './support/journey.mjs';

const REGIONS = { regions: 'recommended' };
const ALL = ['analytics', 'marketing', 'personalization'];

const from = (region) => TAG.replace('src', `data-region="${region}" src`);

/** Everything was requested, and nothing asked. */
async function runs(visitor, server) {
  await until(
    () => heard(server).length === 3,
    () => `only ${heard(server)} in the sink`,
  );
  await visitor.sees(SETTINGS);
  await visitor.seesNot(BANNER);
  assert.deepEqual(await granted(visitor), ALL);
}

const findings = (visitor) => visitor.evaluates(() => window.noted.findings);

journey('asks everybody but those whose region says otherwise', async ({ visitor, server }) => {
  for (const code of ['FR', 'ZZ', 'US-California', '']) {
    put(server, '/somewhere', { config: REGIONS, tag: code ? from(code) : TAG });
    await visitor.goes(`${server.origin}/somewhere`);
    await visitor.sees(REJECT);
    const { regime, region, status } = await visitor.state();
    assert.deepEqual([regime, region, status], ['opt-in', /^[A-Z]{2}$/.test(code) ? code : null, 'undecided'], code);
    // What is no code is told: it keeps people from what their own law would let run (I2).
    if (code.length > 2) await visitor.waitsFor(() => window.noted.findings.length > 0);
    const found = await findings(visitor);
    assert.deepEqual(
      found.map(({ path, level }) => [path, level]),
      code.length > 2 ? [['region', 'warning']] : [],
    );
    if (code.length > 2) assert.match(found[0].message, /US-California/i);
  }
  await quiet(server);
  assert.deepEqual(heard(server), []);

  put(server, '/us', { config: REGIONS, tag: from('US-CA') });
  await visitor.goes(`${server.origin}/us`);
  await runs(visitor, server);
  assert.equal((await visitor.state()).region, 'US-CA');
  assert.ok(!(await visitor.evaluates(() => window.noted.events)).includes('open'));
  assert.equal(await record(visitor), undefined);
  assert.deepEqual(visitor.errors, []);
});

/** A page that asks a server of its own where the visitor is. */
function askServer(server, path, delay, code) {
  const head = `<script>
    const region = fetch('/slow/${delay}/region').then((answer) => answer.text());
    region.then(() => (window.isKnown = true));
    (window.askFirst ||= []).push((api) => {
      api.configure({ regions: 'recommended', region });
      window.early = [api.state.status, api.granted('analytics')];
    });
  </script>`;
  server.pages.set('/region', { body: code, headers: { 'content-type': 'text/plain' } });
  put(server, path, { head, tag: TAG.replace('src', 'data-config src') });
}

journey('requests nothing before it is known where somebody is', async ({ visitor, server }) => {
  askServer(server, '/promised', 300, 'US-CA');
  await visitor.goes(`${server.origin}/promised`);
  await runs(visitor, server);
  assert.deepEqual(await visitor.evaluates(() => window.early), ['pending', false]);
  const asked = server.requests.find(({ path }) => path === '/slow/300/region');
  for (const { path, at } of server.sink)
    assert.ok(at >= asked.at + 290, `${path} ${at - asked.at} ms after the question`);

  // And one that says "ask": a promise is as good as a text, and nobody is told of a mistake.
  server.sink.length = 0;
  askServer(server, '/asked', 100, 'DE');
  await visitor.goes(`${server.origin}/asked`);
  await visitor.sees(REJECT);
  await quiet(server);
  assert.equal((await visitor.state()).region, 'DE');
  assert.deepEqual(heard(server), []);
  assert.deepEqual(await findings(visitor), []);
  assert.deepEqual(visitor.errors, []);
});

journey(
  'waits a second for the region, and then asks: what comes later changes nothing',
  async ({ visitor, server }) => {
    askServer(server, '/late', 3000, 'US-CA');
    await visitor.goes(`${server.origin}/late`);
    await visitor.sees(REJECT);
    assert.equal(await visitor.evaluates(() => window.isKnown), null);
    const asked = server.requests.find(({ path }) => path === '/slow/3000/region');
    const fetched = server.requests.find(({ path }) => path.includes('askfirst-ui'));
    assert.ok(fetched.at - asked.at > 900, `${fetched.at - asked.at} ms`);
    await visitor.waitsFor(() => window.isKnown);
    await visitor.waitsFor(() => window.noted.findings.length > 0);
    await quiet(server);
    const { regime, region, status } = await visitor.state();
    assert.deepEqual([regime, region, status], ['opt-in', null, 'undecided']);
    await visitor.sees(REJECT);
    assert.deepEqual(heard(server), []);
    const found = await findings(visitor);
    assert.deepEqual(
      found.map(({ path }) => path),
      ['region'],
    );
    assert.equal(found[0].rule, 'I3');
  },
);

journey('what ran by default in one country is no yes in another', async ({ visitor, server }) => {
  put(server, '/us', { config: REGIONS, tag: from('US-CA') });
  put(server, '/de', { config: REGIONS, tag: from('DE') });
  await visitor.goes(`${server.origin}/us`);
  await visitor.opensSettings();
  await visitor.saves();
  await visitor.seesNot(SAVE);
  await visitor.waitsFor(() => document.cookie.includes('askfirst='));
  assert.match(await record(visitor), /^1\.1\.\w{5}\.o0\.be5rD1\.hhu3D1\.vwmrD1$/);
  assert.deepEqual(await granted(visitor), ALL);

  server.sink.length = 0;
  await visitor.goes(`${server.origin}/de`);
  await visitor.sees(REJECT);
  await quiet(server);
  assert.deepEqual([await granted(visitor), heard(server)], [[], []]);
  assert.equal((await visitor.state()).status, 'undecided');
  // A no that was said there is one here.
  await visitor.goes(`${server.origin}/us`);
  await visitor.opensSettings();
  await visitor.switches('marketing', false);
  await visitor.saves();
  // By the cookie, and not in the page: what had run there ends with it.
  await until(
    async () => /be5ru1/.test((await record(visitor)) ?? ''),
    () => 'the no was not stored',
  );
  await quiet(server);
  server.sink.length = 0;
  await visitor.goes(`${server.origin}/de`);
  await visitor.sees(MANAGE);
  const { categories } = await visitor.state();
  assert.deepEqual([categories.marketing.decided, categories.analytics.decided], [true, false]);
});

journey('on a page on health everybody is asked, wherever they are', async ({ visitor, server }) => {
  for (const region of ['US-WA', 'US-TX']) {
    put(server, '/health', { config: { ...REGIONS, sensitive: true }, tag: from(region) });
    await visitor.goes(`${server.origin}/health`);
    await visitor.sees(REJECT);
    await ready(visitor);
    assert.equal((await visitor.state()).regime, 'opt-in');
  }
  await quiet(server);
  assert.deepEqual(heard(server), []);
  await visitor.accepts();
  await decided(visitor);
  await runs(visitor, server);
});
