/** Accept, reject, choose: exactly what was said runs, and nothing else. */
import assert from 'node:assert/strict';
import { gated, inline, put } from './pages/page.mjs';
import {
  ACCEPT,
  BANNER,
  CLOSE,
  MANAGE,
  REJECT,
  SAVE,
  SETTINGS,
  cookieNames,
  decided,
  goesNowhere,
  granted,
  heard,
  leavesNoTrace,
  ready,
  record,
  recordText,
} from './pages/story.mjs';
import { journey, quiet, until } from './support/journey.mjs';

journey('accepts all: every tracker runs, and one small cookie remembers it', async ({ visitor, server }) => {
  await visitor.goes(`${server.origin}/`);
  await visitor.accepts();
  await until(
    () => heard(server).length === 3,
    () => `only ${heard(server)} in the sink`,
  );
  assert.deepEqual(await granted(visitor), ['analytics', 'marketing', 'personalization']);
  await visitor.seesNot(BANNER);
  await visitor.sees(SETTINGS);
  const cookie = (await visitor.cookies()).find(({ name }) => name === 'askfirst');
  assert.match(cookie.value, /^1\.1\.\w{5}\.i0\.be5rU1~\w{4}-\.hhu3U1~\w{4}-\.vwmrU1~\w{4}-$/);
  assert.equal(cookie.path, '/');
  assert.equal(cookie.sameSite, 'Lax');
  assert.equal(cookie.domain, 'localhost');
  assert.deepEqual(visitor.errors, []);
});

journey('rejects all: nothing runs, and what was there before is gone', async ({ visitor, server }) => {
  await goesNowhere(visitor, server.origin);
  await visitor.setsCookie({ name: '_sp_id.1fff', value: 'old' });
  await visitor.setsCookie({ name: 'mp_bodywise_mixpanel', value: 'old' });
  await visitor.evaluates(() => {
    localStorage.setItem('__mpq_bodywise_ev', '[]');
    localStorage.setItem('gbFeaturesCache', '[]');
    sessionStorage.setItem('utm_params', '{}');
    return new Promise(
      (done) => (indexedDB.open('mixpanelBrowserDb').onsuccess = ({ target }) => done(target.result.close())),
    );
  });
  await visitor.goes(`${server.origin}/`);
  await visitor.rejects();
  await visitor.seesNot(BANNER);
  await visitor.sees(SETTINGS);
  assert.deepEqual(await granted(visitor), []);
  await visitor.waitsFor(async () => (await indexedDB.databases()).length === 0);
  await leavesNoTrace(visitor, ['askfirst']);
  for (const path of ['/article-2.html', '/']) {
    await visitor.goes(server.origin + path);
    await visitor.sees(SETTINGS);
    await visitor.seesNot(BANNER);
  }
  await visitor.reloads();
  await quiet(server);
  assert.equal(server.sink.length, 0);
  assert.equal(server.requests.filter(({ path }) => path.startsWith('/vendor/')).length, 0);
  await leavesNoTrace(visitor, ['askfirst']);
  assert.deepEqual(visitor.errors, []);
});

journey('rejects all: cookies of parent domains and parent paths go too', async ({ visitor, server }) => {
  const service = { id: 'shop', category: 'marketing', name: 'Shop', cookies: [{ name: '_ga*' }, { name: 'exact' }] };
  put(server, '/a/b/page', { config: { services: [service] } });
  const origin = `http://shop.site.localhost:${server.port}`;
  await goesNowhere(visitor, origin);
  await visitor.goes(`${origin}/a/b/page`);
  await visitor.sees(REJECT);
  await visitor.evaluates(() => {
    document.cookie = '_ga=1; path=/';
    document.cookie = '_ga_site=1; path=/; domain=site.localhost';
    document.cookie = '_ga_host=1; path=/; domain=shop.site.localhost';
    document.cookie = '_ga_path=1; path=/a';
    document.cookie = '_ga_slash=1; path=/a/b/';
    document.cookie = 'exact=1; path=/a/b/page';
    document.cookie = 'exactly=1; path=/'; // another's
  });
  assert.equal((await visitor.evaluates(() => document.cookie)).split('; ').length, 7);
  await visitor.rejects();
  await decided(visitor);
  await visitor.waitsFor(() => !document.cookie.includes('_ga'));
  assert.deepEqual(
    await visitor.evaluates(() =>
      document.cookie
        .replaceAll(/=[^;]*/g, '')
        .split('; ')
        .sort(),
    ),
    ['askfirst', 'exactly'],
  );
});

journey('allows only analytics: only Mixpanel is heard of', async ({ visitor, server }) => {
  await visitor.goes(`${server.origin}/`);
  await visitor.opensPreferences();
  await visitor.switches('analytics', true);
  await visitor.saves();
  await until(
    () => heard(server).length > 0,
    () => 'nothing in the sink',
  );
  await quiet(server);
  assert.deepEqual(heard(server), ['mixpanel']);
  assert.deepEqual(
    server.requests.map(({ path }) => path).filter((path) => path.startsWith('/vendor/')),
    ['/vendor/mixpanel.js'],
  );
  assert.deepEqual(await granted(visitor), ['analytics']);
  assert.ok((await cookieNames(visitor)).every((name) => ['askfirst', 'mp_bodywise_mixpanel'].includes(name)));
  assert.deepEqual(visitor.errors, []);
});

journey('keeps each category to itself, in all eight combinations', async ({ visitor, server }) => {
  const body = [
    ...['marketing', 'analytics', 'personalization'].map((id) => inline(id)),
    inline('analytics marketing', 'both'),
  ];
  put(server, '/three', { body: body.join('') });
  await goesNowhere(visitor, server.origin);
  for (let bits = 0; bits < 8; bits += 1) {
    const [marketing, analytics, personalization] = [1, 2, 4].map((bit) => (bits & bit ? 'U' : 'u'));
    await visitor.setsCookie({
      name: 'askfirst',
      value: recordText({ answers: { marketing, analytics, personalization } }),
    });
    await visitor.goes(`${server.origin}/three`);
    await ready(visitor);
    const expected = [
      ...Object.entries({ marketing, analytics, personalization }).flatMap(([id, letter]) =>
        letter === 'U' ? [id] : [],
      ),
      ...(marketing + analytics === 'UU' ? ['both'] : []),
    ];
    assert.deepEqual(await visitor.evaluates(() => window.ran ?? []), expected, expected.join());
  }
});

journey('saves preferences as they were found: that is a no to everything', async ({ visitor, newVisitor, server }) => {
  const records = [];
  for (const answer of [(person) => person.rejects(), (person) => person.saves()]) {
    const person = records.length === 0 ? visitor : await newVisitor();
    await person.goes(`${server.origin}/`);
    await person.opensPreferences();
    const on = await person.evaluates(() =>
      [...document.querySelector('cookie-consent').shadowRoot.querySelectorAll('[role=switch]')].map(
        (box) => box.checked,
      ),
    );
    assert.deepEqual(on, [false, false, false]);
    await answer(person);
    await decided(person);
    assert.deepEqual(await granted(person), []);
    records.push((await record(person)).split('.').slice(3).join('.'));
  }
  assert.equal(records[0], records[1]);
  await quiet(server);
  assert.equal(server.sink.length, 0);
});

journey(
  'closes preferences without saving: nothing is stored, and the switches forget',
  async ({ visitor, server }) => {
    await visitor.goes(`${server.origin}/`);
    for (const leave of [() => visitor.presses('Escape'), () => visitor.clicks(CLOSE)]) {
      await visitor.opensPreferences();
      await visitor.switches('marketing', true);
      await leave();
      await visitor.seesNot(SAVE);
      await visitor.sees(ACCEPT);
      assert.equal((await visitor.focused()).action, 'manage');
      assert.equal((await visitor.state()).status, 'undecided');
    }
    await visitor.opensPreferences();
    assert.equal(
      await visitor.evaluates(
        () => document.querySelector('cookie-consent').shadowRoot.querySelector('[name=marketing]').checked,
      ),
      false,
    );
    await visitor.switches('marketing', true);
    await visitor.reloads();
    await visitor.sees(MANAGE);
    await quiet(server);
    assert.equal(server.sink.length, 0);
    await leavesNoTrace(visitor);
  },
);

journey('starts what is allowed in the order of the document, each once', async ({ visitor, server }) => {
  const body = [
    gated('analytics', 'slow').replace('/sink/', '/slow/300/sink/'),
    inline('analytics', 'second'),
    gated('marketing', 'third'),
    gated('analytics', 'module', 'data-type="module"'),
    `<template data-consent="marketing"><textarea>
      <!-- a vendor's snippet -->
      <script src="/slow/100/sink/vendor.js"></script><script>window.ran.push('after vendor')</script>
      <noscript><img src="/sink/noscript.gif"></noscript>
    </textarea></template>`,
    `<template data-consent="personalization"><p id="own">Own markup</p><script>window.ran.push('plain template')</script></template>`,
    inline('personalization', 'last'),
  ];
  put(server, '/order', { body: body.join('\n') });
  await visitor.goes(`${server.origin}/order`);
  await visitor.accepts();
  await visitor.waitsFor(() => window.ran?.includes('last'));
  const order = [
    '/sink/slow.js',
    'second',
    '/sink/third.js',
    '/sink/module.js',
    '/sink/vendor.js',
    'after vendor',
    'plain template',
    'last',
  ];
  assert.deepEqual(await visitor.evaluates(() => window.ran), order);
  assert.equal(await visitor.text('#own'), 'Own markup');
  // Later ones wait no more, and nothing runs again.
  await visitor.evaluates(() => {
    window.askFirst.acceptAll();
    const late = document.createElement('script');
    late.type = 'text/plain';
    late.dataset.consent = 'analytics';
    late.text = "window.ran.push('late')";
    document.body.append(late);
  });
  await visitor.waitsFor(() => window.ran.includes('late'));
  await quiet(server);
  assert.deepEqual(await visitor.evaluates(() => window.ran), [...order, 'late']);
  assert.ok(!heard(server).includes('noscript.gif'));
});

journey(
  'does not hold up the page for an inline module, which tells nobody when it is done',
  async ({ visitor, server }) => {
    const body = [inline('analytics', 'module', 'data-type="module"'), inline('analytics', 'last')];
    put(server, '/module', { config: { timeout: 60_000 }, body: body.join('') });
    await visitor.goes(`${server.origin}/module`);
    await visitor.accepts();
    await visitor.waitsFor(() => window.ran?.includes('module') && window.ran.includes('last'));
  },
);
