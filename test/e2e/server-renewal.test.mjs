/** A server that sets the consent cookie again, in real browsers: one cookie it stays, and the visitor's next answer replaces it. */
import assert from 'node:assert/strict';
import { renewConsentCookie } from 'askfirst/server';
import { page } from './pages/page.mjs';
import { BANNER, REJECT, SETTINGS, decided, goesNowhere, granted, ready, recordText } from './pages/story.mjs';
import { journey } from './support/journey.mjs';

const DAY = 86_400;
/** A reload would be one more visit, at a moment of its own. */
const config = { withdrawal: { reload: false } };

/** Puts a page there whose server renews what its visitor has decided. @returns what it has set, in order. */
function putRenewing(server, path) {
  const set = [];
  server.pages.set(path, {
    body: page({ config }),
    get headers() {
      const cookie = renewConsentCookie(server.requests.at(-1).headers, { config });
      if (cookie) set.push(cookie);
      return { ...(cookie && { 'set-cookie': cookie, 'cache-control': 'private', vary: 'Cookie, Sec-GPC' }) };
    },
  });
  return set;
}

const onlyCookie = async (visitor) => {
  const cookies = (await visitor.cookies()).filter(({ name }) => name === 'askfirst');
  assert.equal(cookies.length, 1);
  return cookies[0];
};

journey(
  'a refusal that the server sets again is the same one, and is not asked again (F5, F7)',
  { https: true },
  async ({ visitor, server }) => {
    const set = putRenewing(server, '/renewing');
    await visitor.goes(`${server.origin}/renewing`);
    await visitor.rejects();
    await decided(visitor);
    assert.deepEqual(set, []);
    const own = await onlyCookie(visitor);

    await visitor.goes(`${server.origin}/renewing`);
    await visitor.sees(SETTINGS);
    await visitor.seesNot(BANNER);
    assert.equal(set.length, 1);
    const renewed = await onlyCookie(visitor);
    assert.deepEqual({ ...renewed, expires: 0 }, { ...own, expires: 0 });
    assert.ok(renewed.secure && !renewed.httpOnly);
    assert.ok(Math.abs(renewed.expires - own.expires) < 120);
  },
);

for (const https of [true, false]) {
  journey(
    `an answer replaces what the server has set, ${https ? 'with https' : 'without'}`,
    { https },
    async ({ visitor, server }) => {
      const set = putRenewing(server, '/renewing');
      await goesNowhere(visitor, server.origin);
      const value = recordText({ minutesAgo: 1440 * 30, answers: { analytics: 'U' } });
      // Script-written cookies end after seven days in Safari.
      await visitor.setsCookie({ name: 'askfirst', value, expires: Math.floor(Date.now() / 1000) + 7 * DAY });
      await visitor.goes(`${server.origin}/renewing`);
      await ready(visitor);
      assert.equal(set.length, 1);
      assert.deepEqual(await granted(visitor), ['analytics']);
      const renewed = await onlyCookie(visitor);
      assert.equal(renewed.value, value);
      // Where a browser wants https for it, the cookie stays as it was.
      if (https)
        assert.ok(renewed.expires - Date.now() / 1000 > 140 * DAY && renewed.expires - Date.now() / 1000 < 155 * DAY);

      await visitor.evaluates(() => window.askFirst.withdraw());
      await visitor.waitsFor(() => !window.askFirst.granted('analytics'));
      await visitor.goes(`${server.origin}/renewing`);
      await ready(visitor);
      assert.equal(set.length, 2);
      assert.deepEqual(await granted(visitor), []);
      assert.notEqual((await onlyCookie(visitor)).value, value);
    },
  );
}

journey('a server sets nothing for a visitor who has not decided (F3)', async ({ visitor, server }) => {
  const set = putRenewing(server, '/renewing');
  for (let visit = 0; visit < 2; visit += 1) {
    await visitor.goes(`${server.origin}/renewing`);
    await visitor.sees(REJECT);
  }
  assert.deepEqual(set, []);
  assert.deepEqual(await visitor.cookies(), []);
});
