/**
 * Real vendors' libraries, by nothing but their integrations: here no gate keeps them off the page, and they are asked to send at every
 * turn. What stands in their way is what they were told. A refused event is followed by a granted one, so that it has had its chance.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { recordText } from './pages/story.mjs';
import { journey, until } from './support/journey.mjs';

const ROOT = new URL('../../', import.meta.url);
const from = (path) => readFile(new URL(`node_modules/${path}`, ROOT), 'utf8');
const json = JSON.stringify;

/** An element that fetches a vendor's script, as their snippets make it. */
const loads = (src) => `{
  const script = document.createElement('script');
  script.async = true;
  script.src = '${src}';
  document.head.append(script);
}`;

/** Mixpanel posts a form with one field: an event or several, as JSON in base64. */
const events = (body) => {
  const data = new URLSearchParams(body).get('data');
  return data ? [JSON.parse(Buffer.from(data, 'base64'))].flat() : [];
};

/**
 * @typedef {object} Vendor
 * @property {string} [file] - Its library, below node_modules.
 * @property {(src: string, api: string) => Promise<string> | string} snippet - Its snippet and settings, as its documentation has them.
 * @property {(name: string) => void} tells - Runs in the page: asks it to send an event.
 * @property {(name: string, body: string) => boolean} names - Whether a request's body tells of that event.
 * @property {() => boolean} isHere - Runs in the page: whether the library has taken over from the snippet.
 * @property {(yes: boolean) => void} remembers - Runs in the page: makes it remember an answer.
 * @property {boolean} [isGatedOnly] - It knows no default: its script has to wait for a decision.
 */

/** @type {Record<string, Vendor>} */
const VENDORS = {
  posthog: {
    file: 'posthog-js/dist/array.js',
    snippet: (src, api) => `
      window.posthog = [];
      posthog._i = [['phc_real', {
        api_host: '${api}', opt_out_capturing_by_default: true, opt_out_persistence_by_default: true, autocapture: false,
        disable_compression: true, opt_out_useragent_filter: true, request_queue_config: { flush_interval_ms: 250 },
        advanced_disable_flags: true,
      }, 'posthog']];
      posthog.people = [];
      posthog.__SV = 1;
      for (const name of ['capture', 'opt_in_capturing', 'opt_out_capturing'])
        posthog[name] = (...given) => posthog.push([name, ...given]);
      ${loads(src)}`,
    tells: (name) => window.posthog.capture(name),
    names: (name, body) => body.includes(`"event":"${name}"`),
    isHere: () => window.posthog.__loaded,
    remembers: (yes) => localStorage.setItem('__ph_opt_in_out_phc_real', yes ? '1' : '0'),
  },
  mixpanel: {
    file: 'mixpanel-browser/dist/mixpanel.min.js',
    snippet: async (src, api) => `
      window.MIXPANEL_CUSTOM_LIB_URL = '${src}';
      ${await from('mixpanel-browser/dist/mixpanel-jslib-snippet.min.js')};
      mixpanel.init('real', {
        opt_out_tracking_by_default: true, opt_out_persistence_by_default: true, api_host: '${api}', batch_requests: false,
      });`,
    tells: (name) => window.mixpanel.track(name),
    names: (name, body) => events(body).some(({ event }) => event === name),
    isHere: () => window.mixpanel.__loaded,
    remembers: (yes) => localStorage.setItem('__mp_opt_in_out_real', yes ? '1' : '0'),
  },
  amplitude: {
    file: '@amplitude/analytics-browser/lib/scripts/amplitude-min.js',
    snippet: async (src, api) => {
      const snippet = await from('@amplitude/analytics-browser/lib/scripts/amplitude-snippet-min.js');
      const local = snippet.replace(/\w\.integrity="[^"]+",/, '').replace(/https:\/\/cdn\.amplitude\.com[^"]+/, src);
      assert.ok(local.includes(src) && !local.includes('integrity'));
      return `${local};
        amplitude.init('real', {
          optOut: true, serverUrl: '${api}/events', flushIntervalMillis: 100, autocapture: false, fetchRemoteConfig: false,
        }).promise.then(() => { window.isInitialized = true; });`;
    },
    tells: (name) => window.amplitude.track(name),
    names: (name, body) => body.includes(`"event_type":"${name}"`),
    // Its init goes on for a while after its file has run: what is tracked meanwhile waits, and an answer would meet it there.
    isHere: () => window.isInitialized === true,
    remembers: () => undefined, // what it keeps of a refusal is overruled by its own init
  },
  segment: {
    isGatedOnly: true,
    file: '@segment/analytics-next/dist/umd/standalone.js',
    snippet: (src, api) => `
      window.analytics = [];
      for (const name of ['track', 'page', 'addSourceMiddleware']) analytics[name] = (...given) => analytics.push([name, ...given]);
      analytics._writeKey = 'real';
      analytics._cdn = '${api}';
      ${loads(src)}`,
    tells: (name) => window.analytics.track(name),
    names: (name, body) => body.includes(`"event":"${name}"`),
    isHere: () => window.analytics.initialized,
    remembers: () => undefined,
  },
};

/** The npm package, with the integration that the page names. */
const bundle = async () => {
  const names = [...Object.keys(VENDORS), 'microsoft'];
  const imports = names.map((name) => `import { ${name} } from './src/integrations/${name}.ts';`);
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { connect, createConsent } from './src/index.ts';
        ${imports.join('\n')}
        const { vendor } = document.currentScript.dataset;
        window.consent = createConsent({ withdrawal: { reload: false } });
        connect(consent, { ${names.join()} }[vendor](consent));`,
      resolveDir: fileURLToPath(ROOT),
      loader: 'ts',
    },
    bundle: true,
    format: 'iife',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0].text;
};
const consentScript = bundle();

/** A page with the vendor's snippet, then the consent; and how to speak to both. */
async function stage(visitor, server, id) {
  const vendor = VENDORS[id];
  const api = `${server.origin}/sink/${id}`;
  const script = async (body) => ({ headers: { 'content-type': 'text/javascript' }, body: await body });
  server.pages.set('/consent.js', await script(consentScript));
  server.pages.set('/library.js', await script(from(vendor.file)));
  const settings = {
    'Segment.io': { apiKey: 'real', apiHost: `${server.origin.replace('http://', '')}/sink/segment`, protocol: 'http' },
  };
  server.pages.set(`/sink/${id}/v1/projects/real/settings`, {
    headers: { 'content-type': 'application/json' },
    body: json({ integrations: settings }),
  });
  const page = async (event) => `<!doctype html><html lang="en"><title>${id}</title><body>
    <script>${await vendor.snippet('/library.js', api)}</script>
    <script src="/consent.js" data-vendor="${id}"></script>
    <script>(${vendor.tells})('${event}')</script>`;
  const bodies = () => server.requests.map(({ body }) => body);
  return {
    /** Opens the page, which sends an event at once, and waits for the library. */
    async opens(event) {
      server.pages.set('/page', { body: await page(event) });
      await visitor.goes(`${server.origin}/page`);
      await visitor.waitsFor(vendor.isHere);
    },
    tells: (event) => visitor.evaluates(vendor.tells, event),
    async sends(event) {
      await until(
        () => bodies().some((body) => vendor.names(event, body)),
        () => `${id} has not sent "${event}": ${bodies().join('\n').slice(0, 2000)}`,
        10_000,
      );
    },
    /** An answer counts a frame after it was given. */
    async answers(yes) {
      await visitor.evaluates((all) => (all ? window.consent.acceptAll() : window.consent.withdraw()), yes);
      await visitor.waitsFor((all) => window.consent.state.categories.analytics.granted === all, yes);
    },
    hasSent: (event) => bodies().some((body) => vendor.names(event, body)),
    /** Leaves an answer in the jar, and another in the vendor's own memory. */
    async remembers({ record, vendor: yes }) {
      await visitor.goes(`${server.origin}/status/200`);
      const letter = record ? 'U' : 'u';
      const text = recordText({ answers: { marketing: letter, analytics: letter, personalization: letter } });
      await visitor.evaluates((value) => (document.cookie = `askfirst=${value}; path=/`), text);
      await visitor.evaluates(vendor.remembers, yes);
    },
  };
}

for (const [id, { isGatedOnly }] of Object.entries(VENDORS)) {
  journey(`${id} sends after a yes, and nothing before it or after a withdrawal`, async ({ visitor, server }) => {
    const its = await stage(visitor, server, id);
    if (isGatedOnly) await its.remembers({ record: false });
    await its.opens('before-an-answer');
    await its.answers(true);
    await its.tells('after-a-yes');
    await its.sends('after-a-yes');
    assert.ok(!its.hasSent('before-an-answer'));
    await its.answers(false);
    await its.tells('after-a-no');
    await its.answers(true);
    await its.tells('after-another-yes');
    await its.sends('after-another-yes');
    assert.ok(!its.hasSent('after-a-no'));
  });

  journey(
    `${id} obeys the record of an earlier page, whatever it remembers itself (N3)`,
    async ({ visitor, server }) => {
      const its = await stage(visitor, server, id);
      await its.remembers({ record: false, vendor: true });
      await its.opens('in-spite-of-a-no');
      await its.answers(true);
      await its.tells('after-a-change');
      await its.sends('after-a-change');
      assert.ok(!its.hasSent('in-spite-of-a-no'));
      await its.remembers({ record: true, vendor: false });
      await its.opens('in-spite-of-a-no-of-its-own');
      await its.sends('in-spite-of-a-no-of-its-own');
    },
  );
}

journey('mixpanel says of a yes once, and not on every page', async ({ visitor, server }) => {
  const its = await stage(visitor, server, 'mixpanel');
  await its.opens('first-page');
  await its.answers(true);
  await its.sends('$opt_in');
  server.requests.length = 0;
  await its.opens('second-page');
  await its.sends('second-page');
  assert.ok(!its.hasSent('$opt_in'));
});

journey('segment stamps each event with the answers of its moment', async ({ visitor, server }) => {
  const its = await stage(visitor, server, 'segment');
  await its.remembers({ record: true });
  await its.opens('all-granted');
  await its.sends('all-granted');
  await visitor.evaluates(() => window.consent.choose({ marketing: false }));
  await visitor.waitsFor(() => !window.consent.state.categories.marketing.granted);
  await its.tells('marketing-denied');
  await its.sends('marketing-denied');
  const stamps = server.requests
    .filter(({ body }) => /-granted|-denied/.test(body))
    .map(({ body }) => JSON.parse(body).context.consent.categoryPreferences);
  assert.deepEqual(stamps, [
    { necessary: true, marketing: true, analytics: true, personalization: true },
    { necessary: true, marketing: false, analytics: true, personalization: true },
  ]);
});

journey('amplitude keeps a yes that comes before its init', async ({ visitor, server }) => {
  const its = await stage(visitor, server, 'amplitude');
  await its.remembers({ record: true });
  const api = `${server.origin}/sink/amplitude/events`;
  server.pages.set('/page', {
    body: `<!doctype html><html lang="en"><title>Amplitude</title><body>
      <script src="/library.js"></script>
      <script src="/consent.js" data-vendor="amplitude"></script>
      <script>
        amplitude.init('real', { optOut: true, serverUrl: '${api}', flushIntervalMillis: 100, autocapture: false, fetchRemoteConfig: false });
        amplitude.track('after-an-early-yes');
      </script>`,
  });
  await visitor.goes(`${server.origin}/page`);
  await its.sends('after-an-early-yes');
});

/** Clarity sends without cookies where it is refused them: what obeys is what it keeps. */
async function clarity(visitor, server) {
  server.pages.set('/consent.js', { headers: { 'content-type': 'text/javascript' }, body: await consentScript });
  server.pages.set('/library.js', {
    headers: { 'content-type': 'text/javascript' },
    body: await from('clarity-js/build/clarity.min.js'),
  });
  // Its own tag starts it ahead of what waits, once the library is on its way.
  const settings = { projectId: 'real', upload: `${server.origin}/sink/clarity`, track: false, delay: 100 };
  server.pages.set('/page', {
    body: `<!doctype html><html lang="en"><title>Clarity</title><body>
      <script src="/consent.js" data-vendor="microsoft"></script>
      <script>
        window.clarity = window.clarity || function () { (clarity.q = clarity.q || []).push(arguments); };
        clarity('start', ${json(settings)});
        clarity.q.unshift(clarity.q.pop());
        ${loads('/library.js')}
      </script>`,
  });
  await visitor.goes(`${server.origin}/page`);
  await visitor.waitsFor(() => window.clarity.v !== undefined);
}

const kept = async (visitor) =>
  (await visitor.cookies())
    .map(({ name }) => name)
    .filter((name) => /^_cl/.test(name))
    .sort();

journey('clarity keeps cookies after a yes, and none before it or after a withdrawal', async ({ visitor, server }) => {
  await clarity(visitor, server);
  await until(
    () => server.requests.some(({ path }) => path === '/sink/clarity'),
    () => 'Clarity has not started',
  );
  assert.deepEqual(await kept(visitor), []);
  await visitor.evaluates(() => window.consent.choose({ analytics: true }));
  await until(
    async () => (await kept(visitor)).join() === '_clck,_clsk',
    () => 'Clarity keeps nothing after a yes',
  );
  await visitor.evaluates(() => window.consent.choose({ analytics: false, marketing: true }));
  await until(
    async () => (await kept(visitor)).length === 0,
    () => 'Clarity still keeps cookies',
  );
  // It starts anew, and is told then what is still granted.
  await visitor.waitsFor(() => {
    let seen;
    window.clarity('metadata', (_data, _upgrade, consent) => (seen = consent), false, false, true);
    return seen?.ad_Storage === 'granted' && seen.analytics_Storage === 'denied';
  });
});

journey('clarity forgets its visitor when the record says no (N3)', async ({ visitor, server }) => {
  await visitor.goes(`${server.origin}/status/200`);
  await visitor.evaluates((value) => {
    document.cookie = `askfirst=${value}; path=/`;
    document.cookie = `_clck=${encodeURIComponent('abcdef^2^zzz^1^0')}; path=/`;
  }, recordText());
  await clarity(visitor, server);
  await until(
    async () => (await kept(visitor)).length === 0,
    () => 'Clarity still knows its visitor',
  );
});

test('each vendor whose library is on npm has its turn', async () => {
  const { devDependencies } = JSON.parse(await readFile(new URL('package.json', ROOT), 'utf8'));
  for (const { file } of Object.values(VENDORS))
    assert.ok(
      Object.keys(devDependencies).some((name) => file.startsWith(`${name}/`)),
      file,
    );
});
