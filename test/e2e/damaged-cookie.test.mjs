/** A record that cannot be read, that cannot be kept, or that there is twice: denied until somebody answers, and nothing is lost. */
import assert from 'node:assert/strict';
import { put } from './pages/page.mjs';
import { BANNER, REJECT, decided, goesNowhere, granted, ready, record, recordText } from './pages/story.mjs';
import { journey, quiet } from './support/journey.mjs';

const yes = { marketing: 'U', analytics: 'U', personalization: 'U' };
const good = recordText({ answers: yes });

const DAMAGED = {
  'no record at all': 'yes',
  'cut off': good.slice(0, 20),
  'one letter changed': good.replace('be5rU', 'be5rX'),
  'a category twice': `${good}.be5rU1`,
  'another library': '%7B%22level%22%3A%5B%22necessary%22%2C%22marketing%22%5D%7D',
  'far too long': good + '.x'.repeat(1500),
  'a later schema': recordText({ answers: yes, schema: 2 }),
  'a later schema of another shape': '2.granted=all',
};

journey('asks again, keeps the cookie, and says once what it found', async ({ visitor, server }) => {
  put(server, '/damaged');
  await goesNowhere(visitor, server.origin);
  for (const [what, value] of Object.entries(DAMAGED)) {
    await visitor.setsCookie({ name: 'askfirst', value });
    await visitor.goes(`${server.origin}/damaged`);
    await visitor.sees(REJECT);
    await visitor.waitsFor(() => window.noted.findings.length > 0);
    const { findings, console, thrown } = await visitor.evaluates(() => window.noted);
    assert.equal(findings.length, 1, what);
    assert.deepEqual([findings[0].path, findings[0].level], ['askfirst', 'warning']);
    assert.match(findings[0].message, /"askfirst" should hold a record .*, but holds ".+\. .*asked again/);
    assert.deepEqual(console, [`warn: ${findings[0].message}`]);
    assert.deepEqual(thrown, []);
    assert.deepEqual(await granted(visitor), [], what);
    assert.equal(await record(visitor), value, what);
  }
  assert.equal(server.sink.length, 0);
  await visitor.rejects();
  await decided(visitor);
  assert.match(await record(visitor), /^1\.1\.\w{5}\.i0\.be5ru1\.hhu3u1\.vwmru1$/);
  await visitor.reloads();
  await quiet(server);
  await visitor.seesNot(BANNER);
  assert.equal(server.sink.length, 0);
});

journey('of two records the newer one counts, at a tie the stricter', async ({ visitor, server }) => {
  put(server, '/two');
  const origin = `http://shop.site.localhost:${server.port}`;
  const cases = [
    [recordText({ answers: yes, minutesAgo: 5 }), recordText(), 0],
    [recordText(), recordText({ answers: yes, minutesAgo: 5 }), 0],
    [recordText({ answers: yes }), recordText({ minutesAgo: 5 }), 3],
    [recordText({ answers: yes, at: 1e12 * 1.7 }), recordText({ at: 1e12 * 1.7 }), 0],
  ];
  await visitor.goes(`${origin}/two`);
  for (const [own, parent, count] of cases) {
    await visitor.evaluates(
      (host, site) => {
        document.cookie = `askfirst=${host}; path=/`;
        document.cookie = `askfirst=${site}; path=/; domain=site.localhost`;
      },
      own,
      parent,
    );
    await visitor.reloads();
    await ready(visitor);
    assert.equal((await granted(visitor)).length, count, `${own} ${parent}`);
  }
});

journey(
  'where nothing can be kept, the answer counts for the page view, and is asked for on the next',
  async ({ visitor, server }) => {
    // An opaque origin: cookies and storage throw.
    put(server, '/sandbox', {}, { 'content-security-policy': 'sandbox allow-scripts' });
    await visitor.goes(`${server.origin}/sandbox`);
    await visitor.accepts();
    await visitor.waitsFor(() => window.ran?.length === 3);
    await visitor.seesNot(BANNER);
    await visitor.waitsFor(() => window.noted.findings.length > 0);
    const { findings, thrown } = await visitor.evaluates(() => window.noted);
    assert.deepEqual(
      findings.map(({ rule, path }) => [rule, path]),
      [['F6', 'askfirst']],
    );
    assert.match(
      findings[0].message,
      /should be kept in the cookie .* does not keep it\. It counts for this page view/,
    );
    assert.deepEqual(thrown, []);
    await visitor.reloads();
    await visitor.sees(REJECT);
    assert.deepEqual(await granted(visitor), []);
  },
);
