/** What happens after a yes: all is fetched at once, and runs in its turn, on a page that has painted; nobody holds up the others. */
import assert from 'node:assert/strict';
import { put } from './pages/page.mjs';
import { BANNER, decided, ready } from './pages/story.mjs';
import { journey, quiet, until } from './support/journey.mjs';

const inert = (attributes, text = '') =>
  `<script type="text/plain" data-consent="analytics" ${attributes}>${text}</script>`;
const note = (name) => inert('', `(window.ran ??= []).push('${name}')`);
/** A script of another host that takes its time. */
const slow = ({ port }, name, milliseconds, attributes = '') =>
  inert(`data-src="http://${name}.site.localhost:${port}/slow/${milliseconds}/sink/${name}.js" ${attributes}`);

const ran = (visitor) =>
  visitor.evaluates(() => (window.ran ?? []).map((name) => name.replace(/^\/sink\/|\.js$/g, '')));
const ranUntil = async (visitor, name) => {
  await visitor.waitsFor((last) => window.ran?.some((one) => one.includes(last)), name);
  return ran(visitor);
};
const askedFor = ({ requests }) => requests.map(({ path }) => path).filter((path) => path.includes('/sink/'));

async function opens({ visitor, server }, parts) {
  put(server, '/release', parts);
  await visitor.goes(`${server.origin}/release`);
  await ready(visitor);
  await visitor.sees(BANNER);
}

journey('ten scripts of ten hosts are fetched together, each once, and run in document order (A11)', async (story) => {
  const { visitor, server } = story;
  const names = [...'abcdefghij'];
  // The first ones are the slowest: who runs what comes first would run them last.
  const body = names.map((name, index) => slow(server, name, 1000 - index * 90)).join('\n');
  await opens(story, { body: body + note('last') });
  await quiet(server);
  assert.deepEqual(askedFor(server), []);
  await visitor.accepts();
  assert.deepEqual(await ranUntil(visitor, 'last'), [...names, 'last']);
  assert.equal(askedFor(server).length, names.length, askedFor(server).join());
  const times = server.sink.map(({ at }) => at);
  // One behind the other would take the sum of all, 5950 ms.
  assert.ok(
    Math.max(...times) - Math.min(...times) < 900,
    `asked for over ${Math.max(...times) - Math.min(...times)} ms`,
  );
  assert.equal(await visitor.evaluates(() => document.querySelectorAll('link[as=script]').length), 0);
});

journey('modules, classic scripts and inline ones keep one order, whatever comes first', async (story) => {
  const { visitor, server } = story;
  server.pages.set('/sink/module.js', {
    type: 'text/javascript',
    headers: { 'access-control-allow-origin': '*' },
    body: "window.ran.push('module')",
  });
  await opens(story, {
    body: [
      note('first'),
      slow(server, 'classic', 400),
      note('needs-classic'),
      inert('data-type="module" data-src="/slow/200/sink/module.js"'),
      note('needs-module'),
      slow(server, 'async', 700, 'async'),
      note('needs-nobody'),
    ].join('\n'),
  });
  await visitor.accepts();
  assert.deepEqual(await ranUntil(visitor, 'async'), [
    'first',
    'classic',
    'needs-classic',
    'module',
    'needs-module',
    'needs-nobody',
    'async',
  ]);
  assert.equal(new Set(askedFor(server)).size, askedFor(server).length, askedFor(server).join());
});

journey('one that hangs, or fails, stops nobody behind it, and several that hang cost one time-out', async (story) => {
  const { visitor, server } = story;
  await opens(story, {
    config: { timeout: 600 },
    body: [
      slow(server, 'hangs', 20_000),
      slow(server, 'hangs-too', 20_000),
      inert('data-src="/status/404"'),
      inert('data-src="http://127.0.0.1:1/nobody.js"'),
      slow(server, 'comes', 100),
      note('last'),
    ].join('\n'),
  });
  const before = Date.now();
  await visitor.accepts();
  assert.deepEqual(await ranUntil(visitor, 'last'), ['comes', 'last']);
  const took = Date.now() - before;
  assert.ok(took >= 600 && took < 1200, `${took} ms`);
});

journey('nothing more runs once somebody takes the yes back while scripts are on their way', async (story) => {
  const { visitor, server } = story;
  await opens(story, {
    config: { withdrawal: { reload: false } },
    body: [note('first'), slow(server, 'late', 1500), note('behind')].join('\n'),
  });
  await visitor.accepts();
  await ranUntil(visitor, 'first');
  await decided(visitor);
  await visitor.evaluates(() => window.askFirst.withdraw());
  await quiet(server);
  assert.deepEqual(await ran(visitor), ['first']);
});

journey('the banner is gone, and a frame is painted, before the first script runs', async (story) => {
  const { visitor } = story;
  await opens(story, {
    head: `<script>
      addEventListener('click', () => {
        window.frames_ = 0;
        const count = () => { window.frames_ += 1; requestAnimationFrame(count); };
        requestAnimationFrame(count);
      }, true);
    </script>`,
    body: inert(
      '',
      `window.ran = ['first'];
       window.seen = {
         frames: window.frames_,
         banner: document.querySelector('cookie-consent').shadowRoot.querySelector('.banner').checkVisibility(),
       };`,
    ),
  });
  await visitor.accepts();
  await ranUntil(visitor, 'first');
  const { frames, banner } = await visitor.evaluates(() => window.seen);
  assert.equal(banner, false);
  assert.ok(frames >= 1, `${frames} frames`);
});

journey('a thousand that waited run in order, and leave the page its turns', async (story) => {
  const { visitor } = story;
  const body = Array.from({ length: 1000 }, (_, index) =>
    // Each takes a little: all in one task would be a long one.
    inert(
      '',
      `(window.ran ??= []).push('${index}'); for (const at = performance.now(); performance.now() < at + 0.1;);`,
    ),
  ).join('\n');
  await opens(story, {
    head: `<script>
      window.longest = 0;
      if (PerformanceObserver.supportedEntryTypes.includes('longtask'))
        new PerformanceObserver((list) => { for (const { duration, startTime } of list.getEntries())
          if (startTime > (window.clicked ?? Infinity)) longest = Math.max(longest, duration); }).observe({ type: 'longtask' });
      addEventListener('click', ({ timeStamp }) => { window.clicked = timeStamp; }, true);
      // A page that has its turns sees frames between the scripts.
      window.turns = new Set();
      const look = () => { turns.add(window.ran?.length ?? 0); requestAnimationFrame(look); };
      requestAnimationFrame(look);
    </script>`,
    body,
  });
  await visitor.accepts();
  await visitor.waitsFor(() => window.ran?.length === 1000);
  assert.deepEqual(await visitor.evaluates(() => window.ran.findIndex((name, index) => name !== String(index))), -1);
  const { turns, longest } = await visitor.evaluates(() => ({ turns: window.turns.size, longest: window.longest }));
  assert.ok(turns > 2, `frames at ${turns} different lengths`);
  assert.ok(longest < 200, `the longest task took ${longest} ms`);
});

journey('scripts written for a page that loads work on one that has loaded', async (story) => {
  const { visitor, server } = story;
  server.pages.set('/sink/external.js', {
    type: 'text/javascript',
    body: `ran.push('external ' + document.currentScript.dataset.mark);
      document.addEventListener('DOMContentLoaded', function (event) { ran.push('dom ' + event.type + ' ' + (this === document)); });
      addEventListener('load', { handleEvent: ({ type }) => ran.push('window ' + type) });
      window.onload = () => ran.push('onload');
      document.write('<p id="written">Written by <b>a script</b>');
      document.write('</p><script>ran.push("written inline")<\\/script><script src="/sink/written.js"><\\/script>');`,
  });
  await opens(story, {
    head: `<script>
      window.ran = [];
      window.pageHeard = 0;
      document.addEventListener('DOMContentLoaded', () => { pageHeard += 1; });
      addEventListener('load', () => { pageHeard += 1; });
    </script>`,
    body: `<main>${inert('data-mark="here" data-src="/sink/external.js"')}<p id="after">After</p></main>
      ${note('behind')}
      ${inert('', "document.writeln('<i id=\"inline\">and inline</i>'); document.addEventListener('DOMContentLoaded', () => ran.push('inline dom'));")}
      ${note('last')}`,
  });
  await visitor.waitsFor(() => document.readyState === 'complete');
  await visitor.accepts();
  await ranUntil(visitor, 'last');
  await visitor.waitsFor(() => window.ran.includes('inline dom') && window.ran.includes('onload'));
  // The page's own listeners come too late, as ever: nobody calls them.
  await visitor.evaluates(
    () =>
      new Promise((resolve) => {
        addEventListener('load', () => (window.pageHeard += 100));
        document.addEventListener('DOMContentLoaded', () => (window.pageHeard += 100));
        setTimeout(resolve, 100);
      }),
  );
  const all = await ran(visitor);
  const order = all.filter((name) => /^(external|written|behind|last)/.test(name));
  assert.deepEqual(order, ['external here', 'written inline', 'written', 'behind', 'last']);
  for (const heard of ['dom DOMContentLoaded true', 'window load', 'onload']) assert.ok(all.includes(heard), heard);
  assert.equal(new Set(all).size, all.length, all.join());
  const page = await visitor.evaluates(() => ({
    heard: window.pageHeard,
    written: document.querySelector('#written')?.textContent,
    isBehind: document.querySelector('main script ~ #written ~ #after') !== null,
    inline: document.querySelector('#inline')?.textContent,
    heading: document.querySelector('h1')?.textContent,
    // What a script writes in one go is one piece: two scripts, two pieces.
    pieces: document.querySelectorAll('template').length,
  }));
  assert.deepEqual(page, {
    heard: 2,
    written: 'Written by a script',
    isBehind: true,
    inline: 'and inline',
    heading: 'Page',
    pieces: 2,
  });
});

journey('an import map is there before the modules that need it; a browser that refuses it says so', async (story) => {
  const { visitor, server } = story;
  server.pages.set('/sink/mapped.js', { type: 'text/javascript', body: "export const name = 'mapped';" });
  server.pages.set('/sink/importer.js', {
    type: 'text/javascript',
    body: "import { name } from 'the-map'; window.ran.push(name);",
  });
  await opens(story, {
    body: [
      note('first'),
      inert('data-type="importmap"', '{ "imports": { "the-map": "/sink/mapped.js" } }'),
      inert('data-type="module" data-src="/sink/importer.js"'),
      note('last'),
    ].join('\n'),
  });
  await visitor.accepts();
  await ranUntil(visitor, 'last');
  await until(
    async () =>
      (await ran(visitor)).includes('mapped') || (await visitor.evaluates(() => window.noted.findings.length)),
    () => 'neither did the module find its map, nor did anybody say why not',
  );
  const [finding] = await visitor.evaluates(() => window.noted.findings);
  if (finding) assert.match(finding.message, /import map/);
  assert.deepEqual(
    (await ran(visitor)).filter((name) => name !== 'mapped'),
    ['first', 'last'],
  );
  // On a page that has asked for no module yet every browser takes it: nothing of ours may come before it.
  await visitor.reloads();
  await visitor.waitsFor(() => window.ran?.includes('mapped'));
});

journey('what no browser runs is waited for by nobody: nomodule, and data with an address', async (story) => {
  const { visitor, server } = story;
  await opens(story, {
    config: { timeout: 20_000 },
    body: [
      inert('nomodule data-src="/sink/old.js"'),
      inert('data-type="application/ld+json" data-src="/sink/data.js"'),
      note('last'),
    ].join('\n'),
  });
  await visitor.accepts();
  assert.deepEqual(await ranUntil(visitor, 'last'), ['last']);
  assert.deepEqual(askedFor(server), []);
});
