/** How long an answer is remembered: section F of the requirements, lived through with real answers and a clock that can be set. */
import assert from 'node:assert/strict';
import { inline, put } from './pages/page.mjs';
import { CLOCK } from './pages/stand-ins.mjs';
import { BANNER, REJECT, SAVE, SETTINGS, decided, granted, leavesNoTrace, ready, record } from './pages/story.mjs';
import { journey, quiet, until } from './support/journey.mjs';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** The last moment that a page has to start in: its clock goes on while it loads. */
const JUST = MINUTE / 2;

const BODY = ['marketing', 'analytics', 'personalization'].map((id) => inline(id)).join('');
const ALL = ['analytics', 'marketing', 'personalization'];

/** A moment of a story: the calendar's day in UTC, at half past two. */
const on = (year, month, day) => Date.UTC(year, month - 1, day, 14, 30);

/** Gives a visitor a page whose clock can be set, and the way there. */
function calendar(visitor, server, config) {
  put(server, '/months', { config, head: CLOCK, body: BODY });
  return async (at) => {
    await visitor.goes(`${server.origin}/months?at=${at}`);
    await ready(visitor);
  };
}

/** The page asks, has started nothing, and knows of no answer. */
async function asks(visitor, what) {
  await visitor.sees(REJECT);
  assert.equal((await visitor.state()).status, 'undecided', what);
  assert.deepEqual([await visitor.evaluates(() => window.ran), await granted(visitor)], [null, []], what);
}

/** The page asks nothing, and has started what was allowed. */
async function knows(visitor, allowed, what) {
  await visitor.sees(SETTINGS);
  await visitor.seesNot(BANNER);
  assert.deepEqual(await granted(visitor), allowed, what);
  assert.deepEqual((await visitor.evaluates(() => window.ran ?? [])).sort(), allowed, what);
}

/** Seconds that the record's cookie has left, in the browser's own time. */
const cookieLife = async (visitor) =>
  (await visitor.cookies()).find(({ name }) => name === 'askfirst').expires - Date.now() / 1000;

/** The cookie lives as long as its record (F5), or for the 400 days that browsers allow. */
async function livesFor(visitor, milliseconds) {
  const late = milliseconds / 1000 - (await cookieLife(visitor));
  // The page has taken its time since, and the record's own time is cut to the minute.
  assert.ok(late > -5 && late < 120, `${late} s`);
}

journey(
  'a no is remembered to the last minute of six calendar months, and so is a yes',
  async ({ visitor, server }) => {
    const goes = calendar(visitor, server, undefined);
    // Not to answer is no answer, for however long.
    for (const at of [on(2026, 3, 31), on(2026, 8, 31)]) {
      await goes(at);
      await asks(visitor, new Date(at).toISOString());
      await leavesNoTrace(visitor);
    }
    // No 31st in February, which has a 29th the year after.
    const cases = [
      ['rejects', [], on(2026, 8, 31), on(2027, 1, 31), on(2027, 2, 28)],
      ['accepts', ALL, on(2027, 8, 31), on(2028, 1, 31), on(2028, 2, 29)],
    ];
    for (const [answers, allowed, start, later, end] of cases) {
      await goes(start);
      await visitor[answers]();
      await decided(visitor);
      const before = await record(visitor);
      await livesFor(visitor, end - start);
      // A visit in between makes the answer no younger (F8).
      for (const at of [later, end - JUST]) {
        await goes(at);
        await knows(visitor, allowed, new Date(at).toISOString());
        assert.equal(await record(visitor), before);
        await livesFor(visitor, end - start);
      }
      await goes(end);
      await asks(visitor, new Date(end).toISOString());
      assert.equal(await record(visitor), before);
    }
    assert.deepEqual(visitor.errors, []);
  },
);

journey(
  'a yes may end before a no: it alone is asked again, and taking it back is not',
  async ({ visitor, server }) => {
    const goes = calendar(visitor, server, { memory: { consentMonths: 3, refusalMonths: 6 } });
    await goes(on(2026, 11, 30));
    await visitor.opensPreferences();
    await visitor.switches('analytics', true);
    await visitor.saves();
    await decided(visitor);
    await livesFor(visitor, on(2027, 5, 30) - on(2026, 11, 30));

    await goes(on(2027, 2, 28) - JUST);
    await knows(visitor, ['analytics'], 'the last minute of three months');
    await goes(on(2027, 2, 28));
    await asks(visitor, 'three months');
    const { categories } = await visitor.state();
    assert.deepEqual(
      ALL.map((id) => [id, categories[id].decided]),
      [
        ['analytics', false],
        ['marketing', true],
        ['personalization', true],
      ],
    );

    await visitor.opensPreferences();
    await visitor.switches('analytics', true);
    await visitor.saves();
    await decided(visitor);
    // Taken back two months later: a no has six months from then on (E8).
    await goes(on(2027, 4, 28));
    await visitor.opensSettings();
    await visitor.rejects();
    await visitor.waitsFor(() => window.askFirst?.state.status === 'decided' && !window.ran);
    for (const at of [on(2027, 5, 28), on(2027, 8, 28), on(2027, 10, 28) - JUST]) {
      await goes(at);
      await knows(visitor, [], new Date(at).toISOString());
    }
    await goes(on(2027, 10, 28));
    await asks(visitor, 'six months after the withdrawal');
  },
);

journey('a clock may be wrong by a day, and no more', async ({ visitor, server }) => {
  const goes = calendar(visitor, server, undefined);
  const start = on(2027, 3, 28);
  await goes(start);
  await visitor.accepts();
  await decided(visitor);
  await goes(start - 23 * HOUR);
  await knows(visitor, ALL, '23 hours ahead');
  await goes(start - 25 * HOUR);
  await asks(visitor, '25 hours ahead');
});

/** Opts out of marketing on the page where the visitor is. */
async function optsOut(visitor) {
  await visitor.opensSettings();
  await visitor.switches('marketing', false);
  await visitor.saves();
  // What ran ends with its page.
  await visitor.waitsFor(() => window.ran?.join() === 'analytics,personalization');
  await visitor.seesNot(SAVE);
}

/** Lets the cookie come close to its end, as it would in the browser's own time. */
async function ages(visitor) {
  await visitor.setsCookie({
    name: 'askfirst',
    value: await record(visitor),
    expires: Math.floor((Date.now() + DAY) / 1000),
  });
  assert.ok((await cookieLife(visitor)) < (2 * DAY) / 1000);
}

/** The cookie is written again, for as long as its record has left. */
async function isRenewed(visitor, milliseconds) {
  await until(
    async () => (await cookieLife(visitor)) > (2 * DAY) / 1000,
    () => 'the cookie is left to its end',
  );
  await livesFor(visitor, milliseconds);
}

/** A record without its time. */
const answersIn = (text) => text.replace(/^(1\.1\.)\w+/, '$1');

journey('an opt-out stays for years, and nobody is ever asked about it', async ({ visitor, server }) => {
  const goes = calendar(visitor, server, { regime: 'opt-out' });
  const start = on(2026, 8, 31);
  await goes(start);
  await knows(visitor, ALL, 'before');
  await optsOut(visitor);
  const before = await record(visitor);
  await livesFor(visitor, 400 * DAY);
  for (const at of [on(2027, 2, 28), on(2027, 9, 30), on(2031, 8, 31)]) {
    await ages(visitor);
    await goes(at);
    await knows(visitor, ['analytics', 'personalization'], new Date(at).toISOString());
    if (at - start > 200 * DAY) await isRenewed(visitor, 400 * DAY);
    // What is renewed is its time alone, which favours the visitor (F8).
    assert.equal(answersIn(await record(visitor)), answersIn(before));
  }
  assert.ok(!(await visitor.evaluates(() => window.noted.events)).includes('open'));
});

journey('an opt-out ends after twelve months where the site says so', async ({ visitor, server }) => {
  const goes = calendar(visitor, server, { regime: 'opt-out', memory: { optOutMonths: 12 } });
  await goes(on(2028, 2, 29));
  await optsOut(visitor);
  await livesFor(visitor, on(2029, 2, 28) - on(2028, 2, 29));
  await goes(on(2029, 2, 28) - JUST);
  await knows(visitor, ['analytics', 'personalization'], 'the last minute of twelve months');
  await goes(on(2029, 2, 28));
  await knows(visitor, ALL, 'twelve months');
});

journey('whoever opted out long ago loads the gate alone, once the cookie is renewed', async ({ visitor, server }) => {
  const goes = calendar(visitor, server, { regime: 'opt-out' });
  await goes(on(2026, 8, 31));
  await optsOut(visitor);
  await ages(visitor);
  await goes(on(2027, 9, 30));
  await isRenewed(visitor, 400 * DAY);
  await goes(on(2027, 10, 1));
  await quiet(server);
  // Files that the browser has kept are not requested, and still cost their time.
  const files = await visitor.evaluates(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  );
  assert.deepEqual(
    files.filter((path) => path.startsWith('/dist/')),
    ['/dist/askfirst.js'],
  );
});

journey('a no of two years is kept beyond the 400 days that browsers allow', async ({ visitor, server }) => {
  const goes = calendar(visitor, server, { memory: { refusalMonths: 24 } });
  const later = on(2027, 9, 1); // 366 days later: 34 more, and the browser would forget it
  await goes(on(2026, 8, 31));
  await visitor.rejects();
  await decided(visitor);
  await livesFor(visitor, 400 * DAY);
  await ages(visitor);
  await goes(later);
  await knows(visitor, [], 'the second year');
  await isRenewed(visitor, on(2028, 8, 31) - later);
});
