/** `askfirst/server` as it is published: the same record, the same rule as in the browser. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readConsent, readRegion } from 'askfirst/server';

const { Headers } = globalThis;
const { now, cases } = JSON.parse(readFileSync(new URL('../support/parity.json', import.meta.url), 'utf8'));
const minutes = Math.floor(now / 60_000).toString(36);
const grantedIn = ({ categories, services }) =>
  Object.entries({ ...categories, ...services }).flatMap(([id, { granted }]) => (granted ? [id] : []));
const yes = `askfirst=1.1.${minutes}.i0.be5rU1.hhu3U1.vwmrU1`;

test('grants what the browser grants, for a Headers object and for Node’s headers (Q10)', () => {
  for (const { what, config = {}, cookie = '', gpc = false, granted } of cases) {
    const pair = `${config.cookie?.name ?? 'askfirst'}=${cookie.replace('NOW', minutes)}`;
    const headers = { cookie: `a=1; ${pair}; b=2`, ...(gpc && { 'sec-gpc': '1' }) };
    for (const form of [headers, new Headers(headers)]) {
      assert.deepEqual(grantedIn(readConsent(form, { config, now })), ['necessary', ...granted], what);
    }
  }
});

test('takes exactly 1 for the signal (K2)', () => {
  for (const [value, present] of [
    ['1', true],
    ['0', false],
    ['true', false],
    ['1,1', false],
    ['1, 1', false],
    ['2', false],
    ['"1"', false],
    ['', false],
    [undefined, false],
  ]) {
    const headers = { cookie: yes, ...(value !== undefined && { 'sec-gpc': value }) };
    for (const form of [headers, new Headers(headers)]) {
      assert.equal(readConsent(form, { now }).gpc.present, present, `Sec-GPC: ${value}`);
      assert.equal(readConsent(form, { now }).categories.marketing.granted, !present);
    }
  }
});

test('denies where there is no header at all (A14)', () => {
  for (const form of [{}, new Headers(), { cookie: undefined }, { cookie: '' }, { cookie: 'other=1' }]) {
    assert.deepEqual(grantedIn(readConsent(form, { now })), ['necessary']);
  }
});

test('takes the newer of two cookies, and the stricter at a tie, also from two headers', () => {
  const no = yes.replace('hhu3U1', 'hhu3u1');
  assert.equal(readConsent({ cookie: `${yes}; ${no}` }, { now }).categories.analytics.granted, false);
  assert.equal(readConsent({ cookie: [yes, no] }, { now }).categories.analytics.granted, false);
  assert.equal(readConsent({ cookie: [no, yes] }, { now }).categories.analytics.granted, false);
});

test('takes the region that the server knows, and the configuration’s otherwise (I1)', () => {
  const config = { regions: { US: 'opt-out' }, region: 'FR' };
  assert.equal(readConsent({}, { config, region: 'US-CA', now }).regime, 'opt-out');
  assert.equal(readConsent({}, { config, now }).regime, 'opt-in');
  assert.equal(readConsent({}, { config, region: '', now }).region, 'FR');
});

test('takes the region from the header of the server in front (I1)', () => {
  const config = { regions: 'recommended' };
  const TWO = ['x-country', 'x-part'];
  for (const [headers, names, region, regime] of [
    [{ 'cf-ipcountry': 'US' }, 'cf-ipcountry', 'US', 'opt-out'],
    [{ 'cf-ipcountry': 'FR' }, 'cf-ipcountry', 'FR', 'opt-in'],
    [{ 'cf-ipcountry': 'us' }, 'cf-ipcountry', 'US', 'opt-out'],
    [{ 'x-country': 'US', 'x-part': 'CA' }, TWO, 'US-CA', 'opt-out'],
    [{ 'x-country': 'US', 'x-part': 'US-CA' }, TWO, 'US-CA', 'opt-out'],
    [{ 'x-country': 'US', 'x-part': 'California' }, TWO, 'US', 'opt-out'],
    [{ 'x-country': 'US' }, TWO, 'US', 'opt-out'],
    [{ 'x-part': 'CA' }, TWO, '', 'opt-in'],
    [{ 'cf-ipcountry': 'T1' }, 'cf-ipcountry', '', 'opt-in'],
    [{ 'cf-ipcountry': 'XX' }, 'cf-ipcountry', '', 'opt-in'],
    [{ 'cf-ipcountry': 'nowhere at all' }, 'cf-ipcountry', '', 'opt-in'],
    [{}, 'cf-ipcountry', '', 'opt-in'],
  ]) {
    for (const form of [headers, new Headers(headers)]) {
      assert.equal(readRegion(form, names), region, JSON.stringify(headers));
      assert.equal(readConsent(form, { config, regionHeader: names, now }).regime, regime, JSON.stringify(headers));
    }
  }
  const headers = { 'cf-ipcountry': 'US' };
  assert.equal(readConsent(headers, { config, regionHeader: 'cf-ipcountry', region: 'FR', now }).regime, 'opt-in');
});

test('takes "DNT" for the signal where the site says so (K12)', () => {
  const config = { regime: 'opt-out', signals: { dnt: true } };
  assert.equal(readConsent({ dnt: '1' }, { config, now }).categories.marketing.granted, false);
  assert.equal(readConsent({ dnt: '0' }, { config, now }).categories.marketing.granted, true);
  assert.equal(readConsent({ dnt: '1' }, { config: { regime: 'opt-out' }, now }).categories.marketing.granted, true);
});

test('throws for a configuration that cannot be trusted, and says where to look', () => {
  for (const config of [{ revision: 'two' }, { region: 5 }, { region: null }]) {
    assert.throws(() => readConsent({}, { config }), /askfirst\/diagnostics/, JSON.stringify(config));
  }
});

test('takes the time of the call where none is given', () => {
  const fresh = `askfirst=1.1.${Math.floor(Date.now() / 60_000).toString(36)}.i0.hhu3U1`;
  assert.equal(readConsent({ cookie: fresh }).categories.analytics.granted, true);
  assert.equal(readConsent({ cookie: fresh.replace(/1\.1\.[^.]+/, '1.1.1') }).categories.analytics.granted, false);
});
