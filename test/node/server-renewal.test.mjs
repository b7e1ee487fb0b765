/** The consent cookie, set again by the server: the same record, for what is left of its life, and for nobody who has not decided. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { consentHook, consentMiddleware, consentOf, renewConsentCookie, withConsent } from 'askfirst/server';

const { Headers } = globalThis;
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const decidedAt = Date.UTC(2026, 10, 23, 12);
const at = (time) => Math.floor(time / MINUTE).toString(36);
const YES = `1.1.${at(decidedAt)}.i0.be5rU1.hhu3U1.vwmrU1`;
const NO = YES.replaceAll('U', 'u');
const SOME = YES.replace('be5rU1', 'be5ru1');
const page = (record, more) => ({
  ...(record !== undefined && { cookie: `a=1; askfirst=${record}; b=2` }),
  'sec-fetch-dest': 'document',
  ...more,
});
const renewed = (record, { more, ...options } = {}) =>
  renewConsentCookie(page(record, more), { now: decidedAt + DAY, ...options });
const ageOf = (cookie) => Number(/; Max-Age=(\d+);/.exec(cookie)?.[1]);

/** What the page itself writes for a record, caught on the way to the jar. */
async function pageWrites(record, config, regime, now) {
  const [{ storeRecord }, { readRecord }, { readConfig }] = await Promise.all(
    ['answers/index', 'core/record', 'core/config'].map((path) => import(`askfirst/dist/npm/${path}.js`)),
  );
  let written = '';
  class Document {
    get cookie() {
      return '';
    }
    set cookie(text) {
      written = text;
    }
  }
  Object.assign(globalThis, { Document, document: new Document(), location: { protocol: 'https:' } });
  try {
    storeRecord(readRecord(record), readConfig(config), { regime }, now);
  } finally {
    for (const name of ['Document', 'document', 'location']) delete globalThis[name];
  }
  return written;
}

const attributes = (cookie) => {
  const [pair, ...rest] = cookie.split('; ');
  return [
    pair,
    ...rest
      .map((each) =>
        /^(path|domain)=/i.test(each) ? each.replace(/^\w+/, (name) => name.toLowerCase()) : each.toLowerCase(),
      )
      .sort(),
  ];
};

test('sets the same record again, in the attributes of the page’s own cookie (F5, F7)', () => {
  const left = (Date.UTC(2027, 4, 23, 12) - decidedAt - DAY) / 1000;
  for (const record of [YES, NO, SOME]) {
    assert.equal(renewed(record), `askfirst=${record}; Path=/; Max-Age=${left}; SameSite=Lax; Secure`);
    assert.equal(renewConsentCookie(new Headers(page(record)), { now: decidedAt + DAY }), renewed(record));
  }
  assert.match(
    renewed(NO, { config: { cookie: { domain: 'shop.example', path: '/shop' } } }),
    /Path=\/shop; .*Domain=shop\.example;/,
  );
  assert.doesNotMatch(renewed(NO), /Domain|HttpOnly/i);
  assert.doesNotMatch(renewed(NO, { secure: false }), /Secure/);
});

test('sets what the page would set for the same record at the same moment (Q10)', async () => {
  const letters = fc.constantFrom('u', 'a', 'g', 'd', 'U', 'A', 'D', '-');
  const cases = fc.record({
    answers: fc.tuple(letters, letters, letters),
    age: fc.integer({ min: 0, max: 180 * 1440 }),
    refusalMonths: fc.integer({ min: 6, max: 36 }),
    regime: fc.constantFrom('opt-in', 'opt-out', 'notice'),
    domain: fc.constantFrom(undefined, 'shop.example'),
  });
  await fc.assert(
    fc.asyncProperty(cases, async ({ answers: [one, two, three], age, refusalMonths, regime, domain }) => {
      const record = `1.1.${at(decidedAt)}.i0.be5r${one}1.hhu3${two}1.vwmr${three}1`;
      const config = { regime, memory: { refusalMonths }, cookie: { path: '/', ...(domain && { domain }) } };
      const now = decidedAt + age * MINUTE;
      const cookie = renewConsentCookie(page(record), { config, now });
      if (cookie === undefined) return;
      assert.deepEqual(attributes(cookie), attributes(await pageWrites(record, config, regime, now)));
    }),
    { numRuns: 300 },
  );
});

test('never lets a visit move the end of a yes (F8)', () => {
  const end = Date.UTC(2027, 4, 23, 12);
  for (const days of [0, 1, 30, 90, 150, 180]) {
    const now = decidedAt + days * DAY;
    assert.equal(now + ageOf(renewed(YES, { now })) * 1000, end, `after ${days} days`);
  }
  assert.equal(ageOf(renewed(YES, { now: end - 1000 })), 1);
  for (const now of [end - 1, end, end + DAY]) assert.equal(renewed(YES, { now }), undefined);
});

test('keeps a no for as long as it speaks, beside a yes that has ended (F1)', () => {
  const config = { memory: { consentMonths: 6, refusalMonths: 12 } };
  const now = Date.UTC(2027, 6, 1);
  assert.equal(now + ageOf(renewed(SOME, { config, now })) * 1000, Date.UTC(2027, 10, 23, 12));
  assert.equal(now + ageOf(renewed(NO, { config, now })) * 1000, Date.UTC(2027, 10, 23, 12));
  assert.equal(renewed(YES, { config, now }), undefined);
});

test('lets an answer that does not end live for the 400 days of browsers', () => {
  assert.equal(ageOf(renewed(NO, { config: { regime: 'opt-out' }, now: decidedAt + 900 * DAY })), 400 * 86_400);
  assert.equal(ageOf(renewed(NO, { config: { memory: { refusalMonths: 36 } } })), 400 * 86_400);
});

test('sets nothing for who has not decided, or whose answer no longer speaks (F3, F4)', () => {
  for (const [record, options] of [
    [undefined],
    [''],
    ['nonsense'],
    [`${YES}.x`],
    [YES.replace('1.', '2.')],
    [YES, { config: { revision: 2 } }],
    [YES, { now: decidedAt + 366 * DAY }],
    [YES, { now: decidedAt - 2 * DAY }],
  ]) {
    assert.equal(renewed(record, options), undefined, `${record} ${JSON.stringify(options)}`);
  }
});

test('sets nothing where the signal overrules the record, which the page is about to write (K7, K8)', () => {
  const gpc = { 'sec-gpc': '1' };
  assert.equal(renewed(YES, { more: gpc }), undefined);
  assert.equal(renewed(YES.replace('.i0.', '.o0.'), { more: gpc, config: { regime: 'opt-out' } }), undefined);
  assert.notEqual(renewed(NO, { more: gpc }), undefined);
  assert.notEqual(renewed(YES.replace('.i0.', '.i1.'), { more: gpc }), undefined);
});

test('sets nothing in answer to what a page loads, whose visitor may be answering', () => {
  const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
  for (const [more, isPage] of [
    [{ 'sec-fetch-dest': 'image', ...html }, false],
    [{ 'sec-fetch-dest': 'empty', ...html }, false],
    [{ 'sec-fetch-dest': 'iframe', ...html }, false],
    [{ 'sec-fetch-dest': undefined }, false],
    [{ 'sec-fetch-dest': undefined, accept: '*/*' }, false],
    [{ 'sec-fetch-dest': undefined, ...html }, true],
    [{ 'sec-purpose': 'prefetch' }, false],
    [{ 'sec-purpose': 'prefetch;prerender' }, false],
    [{ purpose: 'prefetch' }, false],
    [{}, true],
  ]) {
    assert.equal(renewed(NO, { more }) !== undefined, isPage, JSON.stringify(more));
  }
});

test('takes the newer of two cookies, and the stricter at a tie', () => {
  const newer = NO.replace(at(decidedAt), at(decidedAt + MINUTE));
  for (const [texts, which] of [
    [[YES, newer], newer],
    [[newer, YES], newer],
    [[YES, NO], NO],
  ]) {
    const cookie = texts.map((text) => `askfirst=${text}`).join('; ');
    assert.ok(renewed('', { more: { cookie } }).startsWith(`askfirst=${which};`));
  }
});

test('never throws for what a visitor sends, and never writes what no record is (F4)', () => {
  const damaged = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .tuple(fc.nat(YES.length), fc.string({ maxLength: 3 }))
      .map(([n, text]) => YES.slice(0, n) + text + YES.slice(n + 1)),
  );
  fc.assert(
    fc.property(damaged, (text) => {
      const cookie = renewConsentCookie(
        { cookie: `askfirst=${text}`, 'sec-fetch-dest': 'document' },
        { now: decidedAt },
      );
      assert.match(
        cookie ?? 'askfirst=1.1.a; Path=/',
        /^askfirst=[\w.~-]+; Path=\/(; Max-Age=\d+; SameSite=Lax; Secure)?$/,
      );
    }),
    { numRuns: 1000 },
  );
});

test('says as the server starts what is wrong in the configuration, not at a request', () => {
  for (const construct of [consentMiddleware, consentHook, (options) => withConsent(() => new Response(), options)]) {
    assert.throws(() => construct({ config: { revision: 'two' } }), /askfirst\/diagnostics/);
    assert.throws(() => construct({ region: 5 }), /askfirst\/diagnostics/);
    for (const cookie of [{ path: '/; HttpOnly' }, { path: '/\r\nX: y' }, { domain: 'a.example; Secure' }]) {
      assert.throws(() => construct({ config: { cookie }, renew: true }), /"cookie\.(path|domain)" expects/);
    }
  }
});

test('knows no request that has not come through it', () => {
  assert.throws(() => consentOf({ headers: {} }), /does not know this request/);
  assert.throws(() => consentOf(new Request('https://shop.example/')), TypeError);
});

// ---- what the answer says to caches

/** The answer of a handler that has looked at the consent, or not. */
async function answered({ reads = false, headers = {}, record = NO, options = {}, more, response } = {}) {
  const handler = withConsent(
    (request) => {
      if (reads) consentOf(request);
      return response?.() ?? new Response('', { headers });
    },
    { now: decidedAt + DAY, renew: true, ...options },
  );
  return handler(
    new Request('https://shop.example/', { headers: { cookie: `askfirst=${record}`, accept: 'text/html', ...more } }),
  );
}

test('says that an answer depends on the consent, where the cookie is renewed or the handler has looked', async () => {
  for (const [given, vary, control] of [
    [{}, 'Cookie, Sec-GPC', 'private'],
    [{ reads: true, record: '' }, 'Cookie, Sec-GPC', 'private'],
    [{ record: '' }, null, null],
    [{ record: '', headers: { vary: 'Origin', 'cache-control': 'max-age=60' } }, 'Origin', 'max-age=60'],
    [{ headers: { vary: 'Accept-Encoding' } }, 'Accept-Encoding, Cookie, Sec-GPC', 'private'],
    [{ headers: { vary: 'cookie, Origin' } }, 'cookie, Origin, Sec-GPC', 'private'],
    [{ headers: { vary: '*' } }, '*', 'private'],
    [{ headers: { 'cache-control': 'max-age=60' } }, 'Cookie, Sec-GPC', 'max-age=60, private'],
    [{ headers: { 'cache-control': 'no-store' } }, 'Cookie, Sec-GPC', 'no-store'],
    [{ headers: { 'cache-control': 'Private, max-age=1' } }, 'Cookie, Sec-GPC', 'Private, max-age=1'],
    [{ reads: true, headers: { 'cache-control': 'public, max-age=60' } }, 'Cookie, Sec-GPC', 'public, max-age=60'],
    [{ options: { regionHeader: ['x-country', 'x-part'] } }, 'Cookie, Sec-GPC, x-country, x-part', 'private'],
    [{ options: { regionHeader: 'x-country', region: 'FR' } }, 'Cookie, Sec-GPC', 'private'],
    [{ options: { config: { signals: { dnt: true } } } }, 'Cookie, Sec-GPC, DNT', 'private'],
  ]) {
    const { headers } = await answered(given);
    assert.equal(headers.get('vary'), vary, JSON.stringify(given));
    assert.equal(headers.get('cache-control'), control, JSON.stringify(given));
  }
});

test('puts no visitor’s cookie into a page for everybody', async () => {
  for (const headers of [
    { 'cache-control': 'public, max-age=60' },
    { 'cache-control': 's-maxage=60' },
    { 'cdn-cache-control': 'max-age=60' },
    { 'surrogate-control': 'max-age=60' },
  ]) {
    const response = await answered({ headers });
    assert.equal(response.headers.get('set-cookie'), null, JSON.stringify(headers));
    assert.equal(response.headers.get('vary'), null, JSON.stringify(headers));
  }
  const { headers } = await answered({ headers: { 'cdn-cache-control': 'no-store' } });
  assert.ok(headers.get('set-cookie'));
});

test('leaves to the site what the site sets itself', async () => {
  const response = await answered({
    headers: [
      ['set-cookie', 'session=1'],
      ['set-cookie', 'askfirst=; Max-Age=0'],
    ],
  });
  assert.deepEqual(response.headers.getSetCookie(), ['session=1', 'askfirst=; Max-Age=0']);
  const other = await answered({
    headers: [
      ['set-cookie', 'session=1'],
      ['set-cookie', 'askfirst2=x'],
    ],
  });
  assert.equal(other.headers.getSetCookie().length, 3);
});

test('sets nothing after a second, since the visitor may have answered anew', async (context) => {
  context.mock.timers.enable({ apis: ['Date'], now: decidedAt + DAY });
  const slow = (milliseconds) =>
    answered({
      options: { now: undefined },
      response: () => {
        context.mock.timers.tick(milliseconds);
        return new Response('');
      },
    });
  assert.ok((await slow(1000)).headers.has('set-cookie'));
  assert.equal((await slow(1001)).headers.has('set-cookie'), false);
});

test('copies an answer whose headers cannot be changed, and only then', async () => {
  const redirect = await answered({ response: () => Response.redirect('https://shop.example/next', 303) });
  assert.equal(redirect.status, 303);
  assert.equal(redirect.headers.get('location'), 'https://shop.example/next');
  assert.ok(redirect.headers.has('set-cookie'));
  assert.equal(redirect.headers.get('vary'), 'Cookie, Sec-GPC');

  const own = new Response('body');
  assert.equal(await answered({ response: () => own }), own);
  const fixed = Response.redirect('https://shop.example/next', 303);
  assert.equal(await answered({ record: '', response: () => fixed }), fixed);
  const failed = Response.error();
  assert.equal(await answered({ response: () => failed }), failed);
});

test('hands on what else a handler is called with, what it answers, and how it fails', async () => {
  const request = new Request('https://shop.example/');
  const handler = withConsent((...given) => new Response(JSON.stringify(given.slice(1))));
  assert.equal(await (await handler(request, { env: 1 }, 'context')).text(), '[{"env":1},"context"]');
  assert.equal(await withConsent(() => undefined)(request), undefined);
  await assert.rejects(
    withConsent(() => {
      throw new RangeError('mine');
    })(request),
    RangeError,
  );
});
