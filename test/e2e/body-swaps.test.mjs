/** Pages whose body is swapped under the question: real routers, page code of its own kind, and an extension that minds the question (Q2, Q6). */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { inline, put } from './pages/page.mjs';
import { BANNER, DIALOG, REJECT, SAVE, SETTINGS, decided, granted, heard, isUsable, ready } from './pages/story.mjs';
import { journey, quiet, until } from './support/journey.mjs';

const { resolve } = createRequire(import.meta.url);

/** Puts a library from npm on the server, and gives the tag for it. */
async function library(server, name, file) {
  server.pages.set(`/lib/${name}.js`, { body: await readFile(resolve(file)) });
  return `<script src="/lib/${name}.js"></script>`;
}

const turbo = (server) => library(server, 'turbo', '@hotwired/turbo/dist/turbo.es2017-umd.js');
const htmx = (server) => library(server, 'htmx', 'htmx.org/dist/htmx.min.js');

const link = (name, attributes = '') => `<p><a id="to-${name}" href="/${name}" ${attributes}>To ${name}</a></p>`;

/** A part of a site that is walked through without a page load: each page has a script that waits, and links to the others. */
function site(server, { head, around = (links) => links }) {
  const names = ['one', 'two', 'three'];
  for (const name of names)
    put(server, `/${name}`, { head, body: inline('analytics', name) + around(names.map((to) => link(to)).join('')) });
}

/** Follows a link by a real click, without a page load. */
async function walks(visitor, name) {
  await visitor.clicks(`#to-${name}`);
  await visitor.waitsFor((path) => location.pathname === path && window.stayed === true, `/${name}`);
}

const count = (visitor) => visitor.evaluates(() => document.querySelectorAll('cookie-consent').length);

const ran = (visitor) => visitor.evaluates(() => window.ran ?? []);

/** The question is there once, first in the body, and works. */
async function isAsked(visitor) {
  await visitor.sees(REJECT);
  assert.equal(await count(visitor), 1);
  assert.equal(await visitor.evaluates(() => document.body.firstElementChild.localName), 'cookie-consent');
  await visitor.opensPreferences();
  await visitor.presses('Escape');
  await visitor.seesNot(SAVE);
  await visitor.sees(REJECT);
}

/** Nothing is asked any more, and the way back is there once and works. */
async function isSettled(visitor) {
  await visitor.sees(SETTINGS);
  await visitor.seesNot(BANNER);
  assert.equal(await count(visitor), 1);
  await visitor.opensSettings();
  await visitor.presses('Escape');
  await visitor.seesNot(DIALOG);
}

const ROUTERS = {
  'Turbo Drive': async (server) => ({ head: await turbo(server) }),
  'a body boosted by htmx': async (server) => ({
    head: await htmx(server),
    around: (links) => `<div hx-boost="true">${links}</div>`,
  }),
};

for (const [router, parts] of Object.entries(ROUTERS)) {
  journey(`${router}: the question walks along, and so does the answer`, async ({ visitor, server }) => {
    site(server, await parts(server));
    await visitor.goes(`${server.origin}/one`);
    await visitor.sees(REJECT);
    await visitor.evaluates(() => void (window.stayed = true));
    await walks(visitor, 'two');
    await isAsked(visitor);
    assert.deepEqual([await ran(visitor), await granted(visitor)], [[], []]);
    await visitor.accepts();
    await decided(visitor);
    await visitor.waitsFor(() => window.ran?.length === 1);
    await isSettled(visitor);
    await walks(visitor, 'three');
    await visitor.waitsFor(() => window.ran.includes('three'));
    await isSettled(visitor);
    assert.deepEqual(await ran(visitor), ['two', 'three']);
    // A link that opens the preferences leads nowhere here either.
    await visitor.clicks('#change');
    await visitor.sees(SAVE);
    await visitor.presses('Escape');
    await visitor.seesNot(SAVE);

    // The router's own memory of the last page holds the element too.
    await visitor.evaluates(() => history.back());
    await visitor.waitsFor(() => location.pathname === '/two' && window.stayed);
    await visitor.sees('#to-two');
    await isSettled(visitor);
    assert.deepEqual(await visitor.evaluates(() => window.noted.thrown), []);
  });
}

const EMBED = '<iframe title="Film" data-consent="marketing" data-src="/sink/film.html"></iframe>';
/** A vendor's snippet, which is unpacked beside its template. */
const SNIPPET =
  '<template data-consent="marketing"><textarea><iframe title="Clip" src="/sink/clip.html"></iframe></textarea></template>';

/** Whether the embed shows what it embeds. */
const shows = () => document.querySelector('iframe')?.contentDocument?.body?.textContent.trim() === 'Embedded.';

for (const [router, parts] of Object.entries(ROUTERS)) {
  journey(
    `${router}: what it remembers of a page holds nothing that was refused since`,
    async ({ visitor, server }) => {
      const { head, around = (links) => links } = await parts(server);
      put(server, '/one', { head, body: EMBED + SNIPPET + around(link('two')) });
      put(server, '/two', { head, body: around(link('one')) });
      await visitor.goes(`${server.origin}/one`);
      await visitor.accepts();
      await visitor.waitsFor(shows);
      await until(
        () => heard(server).length === 2,
        () => `only ${heard(server)} in the sink`,
      );
      await visitor.evaluates(() => void (window.stayed = true));
      await walks(visitor, 'two');
      await visitor.opensSettings();
      await visitor.rejects();
      await visitor.waitsFor(() => !window.askFirst.state.categories.marketing.granted);
      server.sink.length = 0;
      await visitor.evaluates(() => history.back());
      await visitor.waitsFor(
        () => location.pathname === '/one' && window.stayed && Boolean(document.querySelector('iframe')),
      );
      await quiet(server);
      assert.deepEqual([heard(server), await visitor.evaluates(shows)], [[], false]);
      // A fresh yes brings each of them back, once.
      await visitor.opensSettings();
      await visitor.accepts();
      await visitor.waitsFor(shows);
      await quiet(server);
      assert.deepEqual(server.sink.map(({ path }) => path).sort(), ['/sink/clip.html', '/sink/film.html']);
    },
  );
}

journey(
  'htmx: what it remembers over a reload starts no script that was refused since',
  async ({ visitor, server }) => {
    const { head, around } = await ROUTERS['a body boosted by htmx'](server);
    put(server, '/one', { head, body: inline('analytics', 'one') + around(link('two')) });
    put(server, '/two', { head, body: around(link('one')) });
    await visitor.goes(`${server.origin}/one`);
    await visitor.accepts();
    await visitor.waitsFor(() => window.ran?.length === 1);
    await visitor.evaluates(() => void (window.stayed = true));
    await walks(visitor, 'two');
    await visitor.opensSettings();
    await visitor.rejects();
    await visitor.waitsFor(
      () => !window.stayed && window.askFirst?.state.status === 'decided' && document.readyState === 'complete',
    );
    await visitor.sees(SETTINGS);
    await visitor.evaluates(() => history.back());
    await visitor.waitsFor(() => location.pathname === '/one' && Boolean(document.querySelector('#to-two')));
    await quiet(server);
    assert.deepEqual(await ran(visitor), []);
  },
);

/** A page that Turbo refreshes by morphing it: what is not in the new page goes, what differs is changed. Gives the way to do so. */
async function morphing(visitor, server, body) {
  const head = `${await turbo(server)}<meta name="turbo-refresh-method" content="morph">
    <script>addEventListener('turbo:render', ({ detail }) => (window.rendered ??= []).push(detail.renderMethod))</script>`;
  put(server, '/morph', { head, body: body + link('morph', 'data-turbo-action="replace"') });
  await visitor.goes(`${server.origin}/morph`);
  await visitor.sees(REJECT);
  let times = 0;
  return async () => {
    times += 1;
    await visitor.clicks('#to-morph');
    await visitor.waitsFor((count) => window.rendered?.length === count, times);
    assert.equal(await visitor.evaluates(() => window.rendered.at(-1)), 'morph');
  };
}

journey('Turbo morphs the page: question and answer stay, and what has run', async ({ visitor, server }) => {
  const refreshes = await morphing(visitor, server, inline('analytics', 'one'));
  await refreshes();
  await isAsked(visitor);
  await visitor.accepts();
  await visitor.waitsFor(() => window.ran?.length === 1);
  await refreshes();
  await isSettled(visitor);
  assert.deepEqual(await ran(visitor), ['one']);
});

journey('Turbo morphs the page: an embed that is shown stays', async ({ visitor, server }) => {
  const refreshes = await morphing(visitor, server, EMBED);
  await visitor.accepts();
  await visitor.waitsFor(shows);
  await refreshes();
  await quiet(server);
  await visitor.waitsFor(shows);
});

/** How a page's own code puts a new body, or new content, in the place of the old. */
const SWAPS = {
  'document.body = …': (text, waiting) => {
    const body = document.createElement('body');
    body.innerHTML = `<h1>${text}</h1>${waiting}`;
    document.body = body;
  },
  'replaceChild() of the body': (text, waiting) => {
    const body = document.createElement('body');
    body.innerHTML = `<h1>${text}</h1>${waiting}`;
    document.documentElement.replaceChild(body, document.body);
  },
  'replaceChildren() in a view transition': (text, waiting) => {
    const heading = document.createElement('h1');
    heading.textContent = text;
    const rest = document.createElement('div');
    rest.innerHTML = waiting;
    const swap = () => document.body.replaceChildren(heading, rest);
    return document.startViewTransition(swap).finished.then(() => true);
  },
};

for (const [way, swap] of Object.entries(SWAPS)) {
  journey(`${way}: the question stays, and so does the answer`, async ({ visitor, server }) => {
    put(server, '/swapped');
    await visitor.goes(`${server.origin}/swapped`);
    await visitor.sees(REJECT);
    await visitor.evaluates(swap, 'Second', inline('analytics', 'second'));
    assert.equal(await visitor.text('h1'), 'Second');
    await isAsked(visitor);
    await visitor.accepts();
    await visitor.waitsFor(() => window.ran?.length === 1);
    await isSettled(visitor);
    await visitor.evaluates(swap, 'Third', inline('analytics', 'third'));
    await visitor.waitsFor(() => window.ran.length === 2);
    await isSettled(visitor);
    assert.deepEqual(await ran(visitor), ['second', 'third']);
    assert.deepEqual(await visitor.evaluates(() => window.noted.thrown), []);
  });
}

/** Runs in the page, as an extension does: takes the element away whenever there is one, and counts. */
function minds() {
  window.removals = 0;
  const remove = () => {
    const element = document.querySelector('cookie-consent');
    if (!element) return;
    window.removals += 1;
    element.remove();
  };
  new MutationObserver(remove).observe(document, { childList: true, subtree: true });
  remove();
}

for (const [moment, head] of [
  ['before it is drawn', `<script>(${minds})()</script>`],
  ['once it is seen', ''],
]) {
  journey(`an extension that removes the question ${moment} wins: nothing is granted`, async ({ visitor, server }) => {
    put(server, '/minded', { head, body: `${inline('analytics')}<p style="height: 3000px">Long</p>` });
    await visitor.goes(`${server.origin}/minded`);
    await ready(visitor);
    if (!head) {
      await visitor.sees(REJECT);
      await visitor.evaluates(minds);
    }
    await visitor.waitsFor(() => window.removals > 0);
    await isUsable(visitor);
    await visitor.presses('PageDown');
    await visitor.waitsFor(() => scrollY > 0);
    await quiet(server);
    // The page keeps no room for what is not there.
    const style = await visitor.evaluates(() => {
      const { overflow, paddingBlockEnd } = getComputedStyle(document.documentElement);
      return { overflow, paddingBlockEnd };
    });
    assert.deepEqual(style, { overflow: 'visible', paddingBlockEnd: '0px' });
    assert.equal(await count(visitor), 0);
    assert.ok((await visitor.evaluates(() => window.removals)) <= 2);
    assert.deepEqual([await ran(visitor), await granted(visitor)], [[], []]);
  });
}
