/** First visit: nothing before an answer. */
import assert from 'node:assert/strict';
import { put } from './pages/page.mjs';
import { BANNER, REJECT, heard, leavesNoTrace } from './pages/story.mjs';
import { engineName, journey, quiet, until } from './support/journey.mjs';

journey('leaves nothing on the device and sends nothing, page after page', async ({ visitor, server }) => {
  for (const path of ['/', '/article-2.html']) {
    await visitor.goes(server.origin + path);
    await visitor.sees(REJECT);
    await quiet(server);
    assert.equal(server.sink.length, 0);
    await leavesNoTrace(visitor);
    // Third parties would not turn up in the server's list: the page's own list names every host.
    const hosts = await visitor.evaluates(() => [
      ...new Set(performance.getEntriesByType('resource').map(({ name }) => new URL(name).host)),
    ]);
    assert.deepEqual(hosts, [`localhost:${server.port}`]);
    assert.equal(
      await visitor.evaluates(() => document.querySelectorAll('link[rel*=pre], link[rel=dns-prefetch]').length),
      0,
    );
    assert.equal((await visitor.state()).status, 'undecided');
  }
  assert.deepEqual(visitor.errors, []);
});

journey('would find out: without AskFirst the same trackers send and store', async ({ visitor, server }) => {
  await visitor.goes(`${server.origin}/control.html`);
  await until(
    () => heard(server).length === 3,
    () => `only ${heard(server)} in the sink`,
  );
  assert.ok((await visitor.cookies()).length > 0);
  const { local, session, indexedDB } = await visitor.storage();
  assert.ok(local.length > 0 && session.length > 0 && indexedDB.length > 0);
});

journey(
  'fetches what an answer needs behind what the page loads, or as somebody comes near',
  { skip: engineName !== 'chromium' && 'its driver looks at no page that is still loading' },
  async ({ visitor, server }) => {
    // The picture comes late, and all the page's own goes first.
    put(server, '/late', { body: '<img src="/slow/2500/sink/picture.svg" alt="Late">' });
    const answers = () => server.requests.filter(({ path }) => path.startsWith('/dist/askfirst-answers.js')).length;
    visitor.goes(`${server.origin}/late`).catch(() => {});
    await visitor.waitsFor(() =>
      document.querySelector('cookie-consent')?.shadowRoot.querySelector('.banner:popover-open'),
    );
    assert.equal(answers(), 0);
    await until(
      () => answers() === 1,
      () => 'they were not fetched at all',
    );
    assert.equal(await visitor.evaluates(() => document.readyState), 'complete');
    server.requests.length = 0;
    visitor.goes(`${server.origin}/late`).catch(() => {});
    await visitor.sees(REJECT);
    await visitor.accepts();
    await visitor.waitsFor(() => window.askFirst.state.status === 'decided');
    assert.equal(await visitor.evaluates(() => document.readyState), 'interactive');
  },
);

journey('asks first in the page, and takes no focus', async ({ visitor, server }) => {
  put(server, '/search', { body: '<input id="search" autofocus>' });
  await visitor.goes(`${server.origin}/search`);
  await visitor.sees(REJECT);
  assert.equal((await visitor.focused()).id, 'search');

  await visitor.goes(`${server.origin}/`);
  await visitor.sees(REJECT);
  assert.equal((await visitor.focused()).tag, 'body');
  assert.equal(await visitor.evaluates(() => document.body.firstElementChild.localName), 'cookie-consent');
  const stops = [];
  for (let stop = 0; stop < 6; stop += 1) {
    await visitor.presses('Tab');
    const { action, text } = await visitor.focused();
    stops.push(action || text);
  }
  assert.deepEqual(stops, [
    '3 partners',
    'Privacy policy',
    'reject-all',
    'accept-all',
    'manage',
    'Bodywise Notes', // the page's own first stop
  ]);
});

journey('takes nothing for a yes but a button', async ({ visitor, server }) => {
  put(server, '/long', { body: '<p id="far" style="margin-top: 3000px">Far <a id="link" href="#first">up</a></p>' });
  await visitor.goes(`${server.origin}/long`);
  await visitor.sees(REJECT);
  await visitor.clicks('#works');
  await visitor.waitsFor(() => document.title === 'works');
  await visitor.clicks('#link');
  await visitor.presses('Escape', 'PageDown', 'Space');
  await visitor.waitsFor(() => scrollY > 0);
  await visitor.reloads();
  await visitor.sees(REJECT);
  assert.equal((await visitor.state()).status, 'undecided');
  await leavesNoTrace(visitor);
});

journey('lets people read on: the whole page can be reached beside the banner', async ({ visitor, server }) => {
  for (const [width, height] of [
    [1280, 800],
    [390, 844],
  ]) {
    await visitor.resizes(width, height);
    await visitor.goes(`${server.origin}/`);
    await visitor.sees(REJECT);
    const hidden = await visitor.evaluates(() => {
      scrollTo(0, document.documentElement.scrollHeight);
      return [...document.querySelectorAll('footer a, footer button')]
        .filter((link) => {
          const { left, top, width, height } = link.getBoundingClientRect();
          const hit = document.elementFromPoint(left + width / 2, top + height / 2);
          return !link.contains(hit);
        })
        .map(({ innerText }) => innerText);
    });
    assert.deepEqual(hidden, [], `at ${width}`);
  }
});

journey('hides no focused element under the banner', async ({ visitor, server }) => {
  const links = Array.from({ length: 14 }, (_, index) => `<p><a href="#${index}">Link ${index}</a></p>`).join('');
  put(server, '/links', { body: links });
  await visitor.resizes(390, 400);
  await visitor.goes(`${server.origin}/links`);
  await visitor.sees(BANNER);
  await visitor.evaluates(() => document.querySelector('#first').focus());
  for (let stop = 0; stop < 16; stop += 1) {
    await visitor.presses('Tab');
    const covered = await visitor.evaluates(() => {
      const { activeElement } = document;
      if (activeElement === document.body) return '';
      const { left, top, right, bottom } = activeElement.getBoundingClientRect();
      const corners = [
        [left + 1, top + 1],
        [right - 1, bottom - 1],
      ];
      const free = corners.some(([x, y]) => activeElement.contains(document.elementFromPoint(x, y)));
      return free ? '' : activeElement.textContent;
    });
    assert.equal(covered, '');
    if ((await visitor.focused()).text === 'Link 13') return;
  }
  assert.fail('the last link is never reached');
});
