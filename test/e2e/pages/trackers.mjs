/** Trackers as npm has them: how each gets into a page, what it keeps on the device, and how its server knows a page view. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { attributes as written } from './page.mjs';

const require = createRequire(import.meta.url);
const json = (value) => JSON.stringify(value);

/** An element that fetches `src`, put where vendors put theirs: beside the first script of the page. */
const loads = (src, more = '') => `
  const script = document.createElement('script');
  script.async = true;
  ${more}
  script.src = ${json(src)};
  const first = document.getElementsByTagName('script')[0];
  first.parentNode.insertBefore(script, first);`;

/** Says that it has started, to whoever counts. */
const notes = (id) => `;\n(window.started ??= []).push('${id}');`;

const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const form = ({ query, body }) => new URLSearchParams(`${query.slice(1)}&${body}`);

// ---- one after the other

const MIXPANEL = (api) => json({ api_host: api, track_pageview: true, batch_flush_interval_ms: 100 });

const mixpanel = {
  name: 'Mixpanel',
  package: 'mixpanel-browser',
  file: 'dist/mixpanel.min.js',
  before: (api) => `
    window.mixpanel = [];
    mixpanel.__SV = 1.2;
    mixpanel._i = [['matrix', ${MIXPANEL(api)}, 'mixpanel']];`,
  loader: (api, src, snippet) => `
    window.MIXPANEL_CUSTOM_LIB_URL = ${json(src)};
    ${snippet};
    mixpanel.init('matrix', ${MIXPANEL(api)});`,
  snippet: 'dist/mixpanel-jslib-snippet.min.js',
  module: (api) => `import mixpanel from 'mixpanel-browser'; mixpanel.init('matrix', ${MIXPANEL(api)});`,
  pixel: (api) => {
    const properties = { token: 'matrix', distinct_id: 'pixel', $insert_id: 'pixel' };
    const data = { event: '$mp_web_page_view', properties };
    return `${api}/track/?ip=1&img=1&data=${encodeURIComponent(btoa(json(data)))}`;
  },
  cookies: ['mp_matrix_mixpanel'],
  storage: [
    'local:__mpq_matrix_*',
    'session:mp_tab_id_mixpanel_matrix',
    'session:mp_gen_new_tab_id_mixpanel_matrix',
    'indexeddb:mixpanelBrowserDb',
    'indexeddb:mixpanelFlagsDb',
  ],
  views: (request) => {
    const data = form(request).get('data') ?? '';
    const events = parsed(data) ?? parsed(Buffer.from(data, 'base64').toString()) ?? [];
    return [events]
      .flat()
      .flatMap(({ event, properties }) => (event === '$mp_web_page_view' ? properties.$insert_id : []));
  },
};

const SNOWPLOW = (api) => `
  snowplowBrowserTracking.newTracker('sp', ${json(api)}, {
    appId: 'matrix',
    cookieSecure: location.protocol === 'https:',
    discoverRootDomain: true,
  });
  snowplowBrowserTracking.trackPageView();`;

const snowplow = {
  name: 'Snowplow',
  package: '@snowplow/browser-tracker',
  file: 'dist/index.umd.min.js',
  after: SNOWPLOW,
  loader: (api, src) => `${loads(src, `script.onload = () => {${SNOWPLOW(api)}};`)}`,
  module: (api) => `import * as snowplowBrowserTracking from '@snowplow/browser-tracker'; ${SNOWPLOW(api)}`,
  pixel: (api) => `${api}/i?e=pv&p=web&tv=no-js&eid=pixel`,
  cookies: ['_sp_id.*', '_sp_ses.*'],
  storage: ['local:snowplowOutQueue_*'],
  views: ({ query, body }) => {
    const events = body ? (parsed(body)?.data ?? []) : [Object.fromEntries(new URLSearchParams(query))];
    return events.flatMap(({ e, eid }) => (e === 'pv' ? eid : []));
  },
};

/** Its settings, as attributes of its own tag. */
const GROWTHBOOK = (api) => ({
  'data-api-host': api,
  'data-client-key': 'matrix',
  'data-tracking': 'growthbook',
  'data-event-ingestor-host': api,
  'data-no-streaming': 'true',
});

const growthbook = {
  name: 'GrowthBook',
  package: '@growthbook/growthbook',
  file: 'dist/bundles/auto.min.js',
  attributes: GROWTHBOOK,
  after: () => `growthbook_queue.push((growthbook) => growthbook.logEvent('Page View', { id: crypto.randomUUID() }));`,
  loader: (api, src) => `
    window.growthbook_queue = [(growthbook) => growthbook.logEvent('Page View', { id: crypto.randomUUID() })];
    ${loads(src, `for (const [name, value] of Object.entries(${json(GROWTHBOOK(api))})) script.setAttribute(name, value);`)}`,
  module: (api) => `
    import { GrowthBook } from '@growthbook/growthbook';
    import { autoAttributesPlugin, growthbookTrackingPlugin } from '@growthbook/growthbook/plugins';
    const plugins = [autoAttributesPlugin(), growthbookTrackingPlugin({ ingestorHost: ${json(api)} })];
    const growthbook = new GrowthBook({ apiHost: ${json(api)}, clientKey: 'matrix', plugins });
    growthbook.init();
    growthbook.logEvent('Page View', { id: crypto.randomUUID() });`,
  answers: () => ({ '/api/features/matrix': { status: 200, features: {} } }),
  cookies: ['gbuuid'],
  storage: ['local:gbFeaturesCache', 'session:utm_params'],
  views: ({ body }) =>
    [parsed(body) ?? []].flat().flatMap((event) => (event.event_name === 'Page View' ? event.properties_json.id : [])),
};

const POSTHOG = (api) =>
  json({
    api_host: api,
    disable_compression: true,
    opt_out_useragent_filter: true, // a browser that is driven by a test passes for a robot
    request_queue_config: { flush_interval_ms: 250 },
  });

const posthog = {
  name: 'PostHog',
  package: 'posthog-js',
  file: 'dist/array.js',
  after: (api) => `posthog.init('phc_matrix', ${POSTHOG(api)});`,
  loader: (api, src) => `
    const posthog = (window.posthog = []);
    posthog._i = [['phc_matrix', ${POSTHOG(api)}, 'posthog']];
    posthog.people = [];
    posthog.__SV = 1;
    ${loads(src)}`,
  module: (api) => `import posthog from 'posthog-js'; posthog.init('phc_matrix', ${POSTHOG(api)});`,
  answers: () => ({
    '/array/phc_matrix/config': { supportedCompression: [], hasFeatureFlags: false },
    '/flags/': { flags: {}, featureFlags: {} },
  }),
  cookies: ['ph_phc_matrix_posthog'],
  storage: ['local:ph_phc_matrix_*', 'session:ph_phc_matrix_*', 'local:__ph_*'],
  views: ({ body }) => (parsed(body)?.batch ?? []).flatMap(({ event, uuid }) => (event === '$pageview' ? uuid : [])),
};

const segment = {
  name: 'Segment',
  package: '@segment/analytics-next',
  file: 'dist/umd/standalone.js',
  before: (api) => `
    window.analytics = [];
    analytics._writeKey = 'matrix';
    analytics._cdn = ${json(api)};
    analytics.push(['page']);`,
  loader: (api, src) => `
    const analytics = (window.analytics = window.analytics || []);
    for (const method of ['page', 'track', 'identify']) analytics[method] = (...words) => analytics.push([method, ...words]);
    analytics._writeKey = 'matrix';
    analytics._cdn = ${json(api)};
    ${loads(src)}
    analytics.page();`,
  module: (api) => `
    import { AnalyticsBrowser } from '@segment/analytics-next';
    AnalyticsBrowser.load({ writeKey: 'matrix', cdnURL: ${json(api)} }).page();`,
  answers: (api) => ({
    '/v1/projects/matrix/settings': {
      integrations: {
        'Segment.io': { apiKey: 'matrix', apiHost: `${api.replace('http://', '')}/v1`, protocol: 'http' },
      },
    },
  }),
  pixel: (api) =>
    `${api}/v1/pixel/page?data=${encodeURIComponent(btoa(json({ type: 'page', messageId: 'pixel', writeKey: 'matrix' })))}`,
  cookies: ['ajs_anonymous_id', 'ajs_user_id'],
  storage: ['local:ajs_*', 'local:persisted-queue:*'],
  views: (request) => {
    const { type, messageId } =
      parsed(request.body || Buffer.from(form(request).get('data') ?? '', 'base64').toString()) ?? {};
    return type === 'page' ? [messageId] : [];
  },
};

/** It sends every half minute, when the page is left, or at fifty notes: a busy page. */
const DATADOG = (api) => `
  DD_RUM.init({
    applicationId: '00000000-0000-4000-8000-000000000000',
    clientToken: 'matrix',
    proxy: ${json(`${api}/rum`)},
    sessionSampleRate: 100,
    sessionReplaySampleRate: 0,
    sessionPersistence: ['cookie', 'local-storage'], // WebKit lets a frame of another host keep no cookie
  });
  for (let note = 0; note < 60; note += 1) DD_RUM.addAction('read ' + note);`;

const datadog = {
  name: 'Datadog',
  package: '@datadog/browser-rum',
  file: 'bundle/datadog-rum.js',
  after: DATADOG,
  loader: (api, src) => `
    window.DD_RUM = { q: [], onReady: (call) => DD_RUM.q.push(call) };
    ${loads(src)}
    DD_RUM.onReady(() => {${DATADOG(api)}});`,
  module: (api) => `import { datadogRum as DD_RUM } from '@datadog/browser-rum'; ${DATADOG(api)}`,
  cookies: ['_dd_s*', 'dd_cookie_test_*'],
  storage: ['session:_dd_tab_id', 'local:_dd_s*'],
  views: ({ body }) => [...new Set(body.split('\n').flatMap((line) => parsed(line)?.view?.id ?? []))],
};

const COUNTLY = (api) => `
  Countly.q = Countly.q || [];
  Countly.q.push(['track_sessions'], ['track_pageview']);
  Countly.init({ app_key: 'matrix', url: ${json(api)}, ignore_bots: false });`;

const countly = {
  name: 'Countly',
  package: 'countly-sdk-web',
  file: 'lib/countly.min.js',
  after: COUNTLY,
  loader: (api, src) => `
    window.Countly = { q: [['track_sessions'], ['track_pageview']], app_key: 'matrix', url: ${json(api)}, ignore_bots: false };
    ${loads(src, 'script.onload = () => Countly.init();')}`,
  module: (api) => `import Countly from 'countly-sdk-web'; window.Countly = Countly; ${COUNTLY(api)}`,
  answers: () => ({ '/i': { result: 'Success' }, '/o/sdk': {} }),
  pixel: (api) => `${api}/pixel.png?app_key=matrix&begin_session=1`,
  cookies: ['cly_*'],
  storage: ['local:matrix/*', 'local:cly_*'],
  views: (request) => {
    if (request.path.endsWith('/pixel.png')) return ['pixel'];
    const events = [parsed(form(request).get('events') ?? '') ?? []].flat();
    return events.flatMap(({ key, id, segmentation }) =>
      key === '[CLY]_view' && segmentation?.visit ? (id ?? 'view') : [],
    );
  },
};

// ---- all alike

const HERE = new URL('.', import.meta.url).pathname;
const read = async ({ package: name }, file) =>
  file ? readFile(join(require.resolve(`${name}/package.json`), '..', file), 'utf8') : '';

/** A module with all that it imports. Its address of the server is filled in when it is served. */
async function bundled(code) {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: HERE },
    bundle: true,
    format: 'esm',
    minify: true,
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0].text;
}

const API = 'http://the-server-of-this-tracker';

/**
 * @typedef {object} Tracker
 * @property {string} id - Also the first label of its server's host.
 * @property {string} name
 * @property {string[]} cookies - Names of what it keeps on the device, as a site declares them.
 * @property {string[]} storage
 * @property {(api: string) => string} before - Inline code for either side of its own script. `api` is its server's address: all that it
 *   fetches or sends lies below.
 * @property {(api: string) => string} after
 * @property {(api: string) => Record<string, string>} attributes - What stands on the tag of its own script.
 * @property {(api: string) => string} whole - The three in one.
 * @property {(api: string) => string} loader - The same as its vendor publishes it: a stub that takes calls, and a script element that it makes.
 * @property {((api: string) => string) | undefined} pixel - The address of an image that counts a page view, where its vendor has one.
 * @property {(api: string) => Record<string, { type: string, body: string }>} files - What its server answers, by path below `api`, where that
 *   is more than a word of thanks: its script, the whole in one, the whole as a module, its settings.
 * @property {(request: import('../../../tools/serve.mjs').Received) => string[]} views - The page views that a request tells of, each by
 *   an id of its own.
 */

/** @returns {Promise<Tracker>} */
async function tracker(id, parts) {
  const nothing = () => '';
  const { before = nothing, after = nothing, attributes = () => ({}), answers = () => ({}) } = parts;
  const [file, snippet, module] = await Promise.all([
    read(parts, parts.file),
    read(parts, parts.snippet),
    bundled(parts.module(API) + notes(id)),
  ]);
  const whole = (api) => `${before(api)}\n${file}\n${after(api)}${notes(id)}`;
  const script = (body) => ({ type: 'text/javascript', body });
  return {
    ...parts,
    id,
    before,
    attributes,
    whole,
    after: (api) => after(api) + notes(id),
    loader: (api) => `{${parts.loader(api, `${api}/vendor.js`, snippet)}}${notes(id)}`,
    files: (api) => ({
      '/vendor.js': script(file),
      '/whole.js': script(whole(api)),
      '/module.mjs': script(module.replaceAll(API, api)),
      '/frame.html': {
        type: 'text/html',
        body: `<!doctype html><html lang="en"><title>${id}</title><script src="whole.js" ${written(attributes(api))}></script></html>`,
      },
      ...Object.fromEntries(
        Object.entries(answers(api)).map(([path, value]) => [path, { type: 'application/json', body: json(value) }]),
      ),
    }),
  };
}

/** @returns {Promise<Record<string, Tracker>>} */
export async function loadTrackers() {
  const all = { mixpanel, snowplow, growthbook, posthog, segment, datadog, countly };
  const loaded = await Promise.all(Object.entries(all).map(([id, parts]) => tracker(id, parts)));
  return Object.fromEntries(loaded.map((one) => [one.id, one]));
}
