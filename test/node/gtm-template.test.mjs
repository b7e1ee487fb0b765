/** gtm/askfirst.tpl: a file that Tag Manager can import, and what it tells Google's tags, in a stand-in for the sandbox (M9). */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { partsOf, permissionsOf, sandboxStandIn, testsOf } from '../support/tag-manager-stand-in.mjs';

const parts = partsOf(readFileSync(new URL('../../gtm/askfirst.tpl', import.meta.url), 'utf8'));
const code = parts.SANDBOXED_JS_FOR_WEB_TEMPLATE;
const permissions = permissionsOf(parts.WEB_PERMISSIONS);

/** What the fields of the tag hold where nobody has touched them. */
const DEFAULTS = Object.fromEntries(
  JSON.parse(parts.TEMPLATE_PARAMETERS)
    .flatMap((field) => field.subParams ?? field)
    .map(({ name, defaultValue }) => [name, defaultValue]),
);

/** Runs the template once. @returns what it called. */
function runs(window, { data = DEFAULTS, mocks } = {}) {
  const sandbox = sandboxStandIn(permissions, window, mocks);
  const [gtmOnSuccess, gtmOnFailure] = ['gtmOnSuccess', 'gtmOnFailure'].map(sandbox.require);
  new Function('require', 'data', `'use strict';${code}`)(sandbox.require, { ...data, gtmOnSuccess, gtmOnFailure });
  return sandbox.calls;
}

/** As much of window.askFirst as the template reads. `decides()` is a decision, by what is granted from then on. */
function askFirst({ granted = [], decidedAt = null, regime = 'opt-in', gpc = false } = {}) {
  const listeners = [];
  let yes = granted;
  const api = {
    version: '0.1.0',
    state: { decidedAt, regime, gpc: { present: gpc, applied: gpc } },
    granted: (id) => id === 'necessary' || yes.includes(id),
    on: (type, listener) => type === 'signals' && listeners.push(listener),
  };
  const decides = (...ids) => {
    yes = ids;
    api.state = { ...api.state, decidedAt: 1, gpc: { present: gpc, applied: false } };
    for (const listener of listeners) listener(api.state);
  };
  return { api, decides };
}

const KEYS = {
  marketing: ['ad_storage', 'ad_user_data', 'ad_personalization'],
  analytics: ['analytics_storage'],
  personalization: ['functionality_storage', 'personalization_storage'],
};
const signals = (...granted) =>
  Object.fromEntries(
    Object.entries(KEYS).flatMap(([id, keys]) => keys.map((key) => [key, granted.includes(id) ? 'granted' : 'denied'])),
  );
const START = [
  ['consent', 'default', { ...signals(), security_storage: 'granted', wait_for_update: 500 }],
  ['set', { ads_data_redaction: true, url_passthrough: false }],
];
const update = (...granted) => ['consent', 'update', signals(...granted)];
const told = ({ dataLayer }) => dataLayer.map((entry) => [...entry]);

test('has the sections that Tag Manager wants, in their order', () => {
  assert.deepEqual(Object.keys(parts), [
    'TERMS_OF_SERVICE',
    'INFO',
    'TEMPLATE_PARAMETERS',
    'SANDBOXED_JS_FOR_WEB_TEMPLATE',
    'WEB_PERMISSIONS',
    'TESTS',
    'NOTES',
  ]);
  const { type, containerContexts } = JSON.parse(parts.INFO);
  assert.deepEqual([type, containerContexts], ['TAG', ['WEB']]);
});

test('asks leave for what it uses, and for nothing else', () => {
  assert.deepEqual(Object.keys(permissions).sort(), ['access_consent', 'access_globals', 'write_data_layer']);
  const keys = permissions.access_consent.map(({ consentType }) => consentType);
  assert.deepEqual(keys.sort(), [...Object.values(KEYS).flat(), 'security_storage'].sort());
  for (const { key } of permissions.access_globals) assert.ok(code.includes(`'${key}'`), key);
  for (const name of permissions.write_data_layer) assert.ok(code.includes(`${name}:`), name);
  // And what it names in the window it has leave for.
  const named = [...code.matchAll(/'(askFirst[\w.]*)'/g)].map(([, path]) => path);
  for (const path of named)
    assert.ok(
      permissions.access_globals.some(({ key }) => key === path),
      path,
    );
});

test('takes nothing that the sandbox does not have: no window, no document, no spread', () => {
  const words = code.replace(/\/\*[^]*?\*\//g, '').replace(/'[^'\n]*'/g, "''");
  assert.doesNotMatch(
    words,
    /\b(window|document|Object|Array|JSON|Math|Number|Promise|class|async|new|this)\b|\.\.\.|`/,
  );
});

test('a first visit: denied by default, nothing while nobody decides, one update at the decision', () => {
  const page = askFirst();
  const window = { askFirst: page.api };
  const calls = runs(window);
  assert.deepEqual(told(window), START);
  assert.ok(calls.some(([name]) => name === 'gtmOnSuccess'));
  page.decides('analytics');
  assert.deepEqual(told(window), [...START, update('analytics')]);
  assert.equal(Object.prototype.toString.call(window.dataLayer[2]), '[object Arguments]');
});

test('a return: the update at once', () => {
  const window = { askFirst: askFirst({ granted: ['marketing'], decidedAt: 5 }).api };
  runs(window);
  assert.deepEqual(told(window), [...START, update('marketing')]);
});

test('a change and a withdrawal: one update each', () => {
  const page = askFirst({ granted: Object.keys(KEYS), decidedAt: 5 });
  const window = { askFirst: page.api };
  runs(window);
  page.decides('personalization');
  page.decides();
  assert.deepEqual(told(window).slice(2), [update(...Object.keys(KEYS)), update('personalization'), update()]);
});

test('a container that comes before AskFirst waits in its queue', () => {
  const window = {};
  runs(window);
  assert.deepEqual(told(window), START);
  const [listener] = window.askFirst;
  const page = askFirst({ granted: ['analytics'], decidedAt: 5 });
  window.askFirst = page.api;
  listener(page.api);
  page.decides('marketing');
  assert.deepEqual(told(window).slice(2), [update('analytics'), update('marketing')]);
});

test('a signal that decides by itself is told, in the words of United States law, and taken back (M13)', () => {
  const page = askFirst({ granted: ['analytics', 'personalization'], regime: 'opt-out', gpc: true });
  const window = { askFirst: page.api };
  runs(window);
  page.decides(...Object.keys(KEYS));
  assert.deepEqual(told(window).slice(2), [
    ['set', { restricted_data_processing: true, allow_ad_personalization_signals: false }],
    update('analytics', 'personalization'),
    ['set', { restricted_data_processing: false, allow_ad_personalization_signals: true }],
    update(...Object.keys(KEYS)),
  ]);
});

const { setup, scenarios } = testsOf(parts.TESTS);

test('holds a test for each way through', () => {
  assert.deepEqual(
    scenarios.map(({ name }) => name.split(' - ')[0]),
    [
      'A first visit',
      'A return',
      'A change and a withdrawal',
      'A container that comes first',
      'A signal of the browser in the United States',
      'Options',
    ],
  );
});

for (const { name, code: body } of scenarios) {
  test(`its own test: ${name}`, () => {
    const mocks = {};
    let calls = [];
    const callsOf = (api) => calls.filter(([one]) => one === api).map(([, ...given]) => given);
    const tools = {
      mock: (api, act) => void (mocks[api] = act),
      runCode: (data) => void (calls = runs({}, { data, mocks })),
      assertApi: (api) => ({
        wasCalled: () => assert.ok(callsOf(api).length > 0, api),
        wasNotCalled: () => assert.deepEqual(callsOf(api), []),
        wasCalledWith: (...given) => {
          const same = callsOf(api).some((one) => JSON.stringify(one) === JSON.stringify(given));
          assert.ok(same, `${api} ${JSON.stringify(callsOf(api))}`);
        },
      }),
      assertThat: (found) => ({ isEqualTo: (expected) => assert.deepEqual(found, expected) }),
    };
    new Function(...Object.keys(tools), `'use strict';${setup}\n${body}`)(...Object.values(tools));
  });
}
