/** dist/askfirst.schema.json: what editors offer, and what no configuration can say. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
const schema = read('dist/askfirst.schema.json');

/** Paths of all keys that a configuration may have. `*` is an id, a language or a place in a list. */
function keysOf(node, path = '') {
  const parts = [node, ...(node.anyOf ?? [])];
  return [
    ...new Set(
      parts.flatMap(({ properties = {}, additionalProperties, items }) => [
        ...Object.entries(properties).flatMap(([key, child]) => [path + key, ...keysOf(child, `${path}${key}.`)]),
        ...(typeof additionalProperties === 'object' ? keysOf(additionalProperties, `${path}*.`) : []),
        ...(items ? keysOf(items, `${path}*.`) : []),
      ]),
    ),
  ];
}
/** Keys outside of texts. */
const OPTIONS = `
  $schema
  revision
  site
  site.name
  site.privacyPolicyUrl
  site.cookiePolicyUrl
  site.healthPolicyUrl
  categories
  categories.*.saleOrShare
  categories.*.revision
  services
  services.*.id
  services.*.category
  services.*.name
  services.*.provider
  services.*.purpose
  services.*.policyUrl
  services.*.revision
  services.*.saleOrShare
  services.*.sale
  services.*.sensitiveSharing
  services.*.exempt
  services.*.exempt.basis
  services.*.exempt.infoUrl
  services.*.exempt.objection
  services.*.exempt.cookieMonths
  services.*.exempt.dataMonths
  services.*.match
  services.*.cookies
  services.*.cookies.*.name
  services.*.cookies.*.purpose
  services.*.cookies.*.duration
  services.*.cookies.*.httpOnly
  services.*.cookies.*.domain
  services.*.storage
  regime
  regions
  region
  sensitive
  age
  switches
  signals
  signals.gpcInOptIn
  signals.dnt
  memory
  memory.consentMonths
  memory.refusalMonths
  memory.optOutMonths
  cookie
  cookie.name
  cookie.domain
  cookie.path
  withdrawal
  withdrawal.reload
  timeout
  integrations
  integrations.google
  integrations.google.mode
  integrations.google.mapping
  integrations.google.regions
  integrations.google.regions.*.region
  integrations.google.regions.*.granted
  integrations.google.waitForUpdate
  integrations.google.adsDataRedaction
  integrations.google.urlPassthrough
  integrations.google.developerId
  integrations.microsoft
  integrations.meta
  integrations.tiktok
  integrations.pinterest
  integrations.matomo
  integrations.matomo.mode
  integrations.posthog
  integrations.mixpanel
  integrations.amplitude
  integrations.segment
  integrations.shopify
  integrations.wordpress
  ui
  ui.closeButton
  ui.layout
  ui.position
  ui.theme
  ui.settingsButton
  language
  texts
`;

const keys = keysOf(schema);
const options = keys.filter((key) => !key.startsWith('texts.'));

test('a configuration has these keys, and no other: whoever adds one looks here first (H3)', () => {
  assert.deepEqual(options.sort(), OPTIONS.trim().split(/\s+/).sort());
});

/** A law names this one, and what has to come with it: grounds, an explanation, and a switch to object with (A21). */
const LAWFUL = /^(services\.\*\.exempt|texts\.\*\.exempt)/;

test('no key hides a no, ticks a box, colours one button, or takes silence for a yes (H3, B1, C2, C3, C10, C11)', () => {
  const dark =
    /preselect|pretick|checked|default(on|state|value)|hide|reject(button)?\.|colou?r|accept(on|after|button)|auto(accept|grant|close)|scroll|legitimate|(?<!p)interest|delay|later|remind|wall|block(page|scroll)|countdown|once|shorten|exempt/i;
  assert.deepEqual(
    keys.filter((key) => dark.test(key) && !LAWFUL.test(key)),
    [],
  );
});

test('a refusal cannot be forgotten before six months, in the schema too (F, H3)', () => {
  const { refusalMonths, consentMonths, optOutMonths } = schema.properties.memory.properties;
  assert.deepEqual([refusalMonths.minimum, consentMonths.maximum, optOutMonths.minimum], [6, 24, 12]);
});

test('an editor speaks up at an unknown key', () => {
  assert.equal(schema.additionalProperties, false);
  assert.equal(schema.properties.ui.additionalProperties, false);
  assert.equal(schema.properties.services.items.additionalProperties, false);
});

test('the demo’s configuration uses only keys of the schema', () => {
  const used = (value, node, path = '') =>
    Object.entries(value).flatMap(([key, child]) => {
      const at = path + key;
      const inside = [node, ...(node.anyOf ?? [])];
      const next = inside
        .map(({ properties = {}, additionalProperties, items }) => properties[key] ?? items ?? additionalProperties)
        .find((part) => typeof part === 'object');
      if (!next) return [at];
      return typeof child === 'object' && child !== null ? used(child, next, `${at}.`) : [];
    });
  assert.deepEqual(used(read('demo/consent.json'), schema), []);
  assert.deepEqual(used({ ui: { colour: 1 }, services: [{ mine: 1 }], texts: { en: { title: 'x' } } }, schema), [
    'ui.colour',
    'services.0.mine',
  ]);
});
