/** Pages that others have made hard to live on: patched prototypes, names that hide the browser's own, blocked storage, strict policies. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { TAG, gated, inline, put } from './pages/page.mjs';
import { BANNER, DIALOG, REJECT, SAVE, SETTINGS, decided, granted, isUsable, ready } from './pages/story.mjs';
import { journey, quiet, until } from './support/journey.mjs';

/** Milliseconds: the scripts here start at once, or never. */
const SOON = 400;

const PLACEHOLDER = 'consent-embed >>> [data-action=load-once]';

const CONFIG = {
  services: [
    {
      id: 'counter',
      category: 'analytics',
      cookies: [{ name: '_count*' }],
      storage: ['local:count:*', 'session:count'],
    },
    { id: 'clips', category: 'marketing', name: 'Clips' },
  ],
};

/** One of each kind that can wait. */
const waiting = (attributes = '') => `<main>
  ${gated('analytics', 'external', `data-service="counter" ${attributes}`)}
  ${inline('analytics', 'inline', attributes)}
  ${gated('personalization', 'module', `data-type="module" ${attributes}`)}
  <template data-consent="marketing" ${attributes}><textarea>
    <p id="snippet">A snippet</p><script>(window.ran ??= []).push('snippet')</script><script src="/sink/vendor.js"></script>
  </textarea></template>
  <iframe id="frame" data-consent="marketing" data-service="clips" data-src="/sink/clips.html" title="A clip" width="400" height="200"></iframe>
</main>`;
const ALL = ['/sink/external.js', '/sink/module.js', '/sink/vendor.js', 'inline', 'snippet'];
const REQUESTED = ['/sink/clips.html', '/sink/external.js', '/sink/module.js', '/sink/vendor.js'];

/** What gated markup has asked for, from a request on. */
const asked = ({ requests }, from = 0) =>
  requests
    .slice(from)
    .map(({ path }) => path)
    .filter((path) => path.startsWith('/sink/'));
const isPlaying = () =>
  document.querySelector('#frame')?.contentDocument?.body?.innerText.includes('Embedded') === true;
const sorted = (names) => [...names].sort();

/** Everything has run and shows, each once. */
async function runs({ visitor, server }, { from = 0, expected = { ran: ALL, requested: REQUESTED } } = {}) {
  await visitor.waitsFor((count) => window.ran?.length >= count, expected.ran.length);
  await visitor.waitsFor(isPlaying);
  await visitor.waitsFor(() => document.querySelector('consent-embed') === null);
  await quiet(server, SOON);
  assert.deepEqual(sorted(await visitor.evaluates(() => window.ran)), expected.ran);
  // WebKit may have scripts still, from the page before.
  const requests = sorted(asked(server, from));
  assert.deepEqual(requests, from ? [...new Set(requests)] : expected.requested);
}

/** Nothing has: not before an answer, and not after a no. */
async function rests({ visitor, server }, from = 0) {
  await visitor.sees(PLACEHOLDER);
  await quiet(server, SOON);
  assert.deepEqual(await visitor.evaluates(() => window.ran ?? []), []);
  assert.deepEqual(asked(server, from), []);
}

const noted = (visitor) =>
  visitor.evaluates(() => [...window.noted.findings.map(({ message }) => message), ...window.noted.thrown]);

/** A whole life: asked, everything once, remembered on the next page, taken back, erased, put back, and given again. */
async function lives(story, path, { expected, marketing = 2 } = {}) {
  const { visitor, server } = story;
  await visitor.goes(`${server.origin}${path}`);
  await visitor.sees(REJECT);
  await rests(story);
  await visitor.accepts();
  await decided(visitor);
  await visitor.seesNot(BANNER);
  await runs(story, { expected });
  await visitor.evaluates(() => {
    Reflect.set(Document.prototype, 'cookie', '_count1=1; path=/', document);
    localStorage.setItem('count:1', '1');
    sessionStorage.setItem('count', '1');
  });
  assert.deepEqual(await noted(visitor), []);

  let from = server.requests.length;
  await visitor.goes(`${server.origin}${path}?next`);
  await ready(visitor);
  await runs(story, { from, expected });
  await visitor.seesNot(BANNER);
  await visitor.opensSettings();
  await visitor.evaluates(() => (window.isOld = true));
  from = server.requests.length;
  await visitor.rejects();
  // What ran ends with its page.
  await visitor.waitsFor(() => !window.isOld && window.askFirst?.state.status === 'decided');
  await rests(story, from);
  assert.deepEqual(await granted(visitor), []);
  await visitor.waitsFor(() => !Reflect.get(Document.prototype, 'cookie', document).includes('_count'));
  assert.deepEqual(await visitor.evaluates(() => [localStorage.length, sessionStorage.length]), [0, 0]);
  await isUsable(visitor);
  assert.deepEqual(await noted(visitor), []);

  await visitor.opensSettings();
  await visitor.switches('marketing', true);
  await visitor.saves();
  await visitor.waitsFor(isPlaying);
  await visitor.waitsFor((count) => window.ran?.length === count, marketing);
  await visitor.reloads();
  await ready(visitor);
  await visitor.waitsFor(isPlaying);
  assert.deepEqual(await granted(visitor), ['marketing']);
}

/** What others have written into the prototypes of every page, as they do it: first in the head, and to be seen by `for…in`. */
const WRITTEN = {
  'methods and values on every object': `
    Object.prototype.extend = function (more) { for (var name in more) this[name] = more[name]; return this; };
    Object.prototype.each = function () {};
    Array.prototype.contains = function (one) { return this.indexOf(one) >= 0; };
    Array.prototype.granted = true;
    for (const name of ['granted', 'decided', 'consent', 'src', 'nonce', 'integrity', 'timeout', 'then', 'service', 'type',
      'config', 'theme', 'base', 'manual', 'debug', 'lang', 'answer', 'record', 'layer', 'href', 'data', 'analytics', 'marketing'])
      Object.prototype[name] = true;
    Object.prototype.services = [];`,
  'an old toJSON on everything': `
    String.prototype.toJSON = function () { return '"' + this + '"'; };
    Array.prototype.toJSON = function () { return 'a list'; };
    Date.prototype.toJSON = function () { return 'a date'; };
    Object.prototype.toJSON = function () { return 'an object'; };`,
  'what reads like options and property descriptors': `
    Object.prototype.once = true;
    Object.prototype.signal = 'a signal';
    Object.prototype.get = function () { return 'got'; };
    Object.prototype.value = 'a value';`,
};

for (const [what, script] of Object.entries(WRITTEN)) {
  journey(`${what}: a whole life`, async (story) => {
    put(story.server, '/written', { head: `<script>${script}</script>`, config: CONFIG, body: waiting() });
    await lives(story, '/written');
  });
}

/** As Prototype.js 1.6 and MooTools 1.3 have them: they work for their own pages, and do less than the browser's own. */
const OLD_LIBRARIES = `
  var $A = function (iterable) {
    if (!iterable) return [];
    if (iterable.toArray) return iterable.toArray();
    var length = iterable.length || 0, results = new Array(length);
    while (length--) results[length] = iterable[length];
    return results;
  };
  Array.from = $A;
  Object.keys = function (object) { var keys = []; for (var name in object) keys.push(name); return keys; };
  Object.values = function (object) { var values = []; for (var name in object) values.push(object[name]); return values; };
  var lists = {
    each: function (iterator) { for (var i = 0; i < this.length; i++) iterator(this[i], i); return this; },
    toArray: function () { return [].concat(this); },
    toJSON: function () { return '[' + this.join() + ']'; },
    reduce: function () { return this.length > 1 ? this : this[0]; },
    contains: function (one) { return this.indexOf(one) > -1; },
    include: function (one) { return this.indexOf(one) > -1; },
    flatten: function () { return this.flat(Infinity); },
    first: function () { return this[0]; }, last: function () { return this[this.length - 1]; },
    clear: function () { this.length = 0; return this; }, clone: function () { return [].concat(this); },
    size: function () { return this.length; }, erase: function (one) { var at = this.indexOf(one); if (at > -1) this.splice(at, 1); return this; },
    map: function (iterator, context) { var all = []; this.each(function (value, index) { all.push(iterator.call(context, value, index)); }); return all; },
    find: function (iterator) { for (var i = 0; i < this.length; i++) if (iterator(this[i], i)) return this[i]; },
    includes: function (one) { return this.indexOf(one) > -1; },
    flat: function () { return Array.prototype.concat.apply([], this); },
    flatMap: function (iterator, context) { return this.map(iterator, context).flat(); },
  };
  lists.entries = lists.toArray;
  for (var name in lists) Array.prototype[name] = lists[name];
  Function.prototype.bind = function (owner) {
    var method = this, first = [].slice.call(arguments, 1);
    return function () { return method.apply(owner, first.concat([].slice.call(arguments))); };
  };
  String.prototype.startsWith = function (start) { return this.lastIndexOf(start, 0) === 0; };
  String.prototype.endsWith = function (end) { var at = this.length - end.length; return at >= 0 && this.indexOf(end, at) === at; };
  String.prototype.contains = function (part) { return this.indexOf(part) > -1; };
  String.prototype.toJSON = function () { return '"' + this + '"'; };
  // The parent's own word, as polyfills for old browsers have it.
  Element.prototype.remove = function () { this.parentNode.removeChild(this); };
  Element.prototype.matches = function (selector) {
    return [].indexOf.call((this.ownerDocument || this.document).querySelectorAll(selector), this) > -1 || matches.call(this, selector);
  };
  Element.prototype.closest = function (selector) { var one = this; while (one && !(one.matches && one.matches(selector))) one = one.parentNode; return one; };
  Element.prototype.toggleAttribute = function (name, force) {
    if (force === undefined ? !this.hasAttribute(name) : force) this.setAttribute(name, ''); else this.removeAttribute(name);
    return this.hasAttribute(name);
  };
  HTMLElement.prototype.show = function () { this.style.display = ''; return this; };
  HTMLElement.prototype.hide = function () { this.style.display = 'none'; return this; };
  HTMLElement.prototype.update = function (text) { this.innerHTML = text; return this; };
  Element.prototype.get = function (name) { return this.getAttribute(name); };
  Element.prototype.set = function (name, value) { this.setAttribute(name, value); return this; };
  document.getElementsByClassName = function (name) { return document.querySelectorAll('.' + name); };`;

journey('built-ins that old libraries have made their own: a whole life', async (story) => {
  const head = `<script>var matches = Element.prototype.matches;${OLD_LIBRARIES}</script>`;
  put(story.server, '/old/libraries', { head, config: CONFIG, body: waiting() });
  await lives(story, '/old/libraries');
});

/** Elements whose names hide what `document`, `window` and forms have of their own. */
const NAMES = `
  <form name="cookie"><input name="value" value="askfirst=1.1.zzzzzz.i0.hhu3U1"></form>
  <img name="body" alt=""><img name="head" alt=""><form name="documentElement" lang="ar"></form><form name="readyState"></form>
  ${['askFirst', 'dataLayer', 'scheduler', 'caches', 'trustedTypes', 'customElements', 'ran', 'parent', 'localStorage']
    .filter((id) => id !== 'ran')
    .map((id) => `<p id="${id}"></p><a name="${id}"></a>`)
    .join('\n')}
  <form id="fields"><input name="querySelector"><input name="matches"><input name="closest"><input name="dataset"><input name="isConnected">
    ${inline('analytics', 'in a form')}</form>`;

journey('names that hide the browser’s own, and the page’s own objects: a whole life', async (story) => {
  const { server } = story;
  put(server, '/names', {
    tag: NAMES + TAG,
    config: { ...CONFIG, integrations: { google: true } },
    body: waiting(),
  });
  await lives(story, '/names', { expected: { ran: sorted([...ALL, 'in a form']), requested: REQUESTED } });
});

journey(
  'a form with such fields that comes later, and where somebody clicks: what is in it is released',
  async (story) => {
    const { visitor, server } = story;
    put(server, '/later', { body: '<form id="fields"><input name="closest"><p id="text">Text</p></form>' });
    await visitor.goes(`${server.origin}/later`);
    await visitor.accepts();
    await decided(visitor);
    await visitor.evaluates(() => {
      const form = document.createElement('form');
      form.innerHTML = `<input name="querySelector"><input name="matches">
      <script type="text/plain" data-consent="analytics">(window.ran ??= []).push('later')</script>`;
      document.body.append(form);
    });
    await visitor.waitsFor(() => window.ran?.length === 1);
    await visitor.evaluates(() =>
      document.querySelector('#fields').dispatchEvent(new Event('click', { bubbles: true })),
    );
    assert.deepEqual(await noted(visitor), []);
  },
);

journey('Google hears its commands beside an element called "dataLayer"', async ({ visitor, server }) => {
  put(server, '/layer', { tag: '<p id="dataLayer"></p>' + TAG, config: { integrations: { google: true } } });
  await visitor.goes(`${server.origin}/layer`);
  await visitor.accepts();
  await decided(visitor);
  const commands = () =>
    window.dataLayer.map?.((entry) => entry.event ?? [...entry].filter((word) => word.at).join(' ')).join();
  await visitor.waitsFor(() => window.dataLayer.length === 4);
  assert.equal(
    await visitor.evaluates(commands),
    'consent default,set ads_data_redaction,consent update,consent_decision',
  );
  // Whatever is on its way would be heard by the next journey.
  await visitor.waitsFor(() => window.ran?.length === 3);
  assert.deepEqual(await noted(visitor), []);
});

/** Each with what is said: nothing where it does no harm, else one message. */
const FATAL_NAMES = {
  querySelector: /^AskFirst could not start\. Everything that needs consent stays off\. TypeError/,
  createElement: /^AskFirst: subscriber interface TypeError/,
  currentScript: /^AskFirst: interface banner Error: .*askfirst-ui\.js/,
};
for (const [name, pattern] of Object.entries(FATAL_NAMES)) {
  journey(
    `an element whose name hides document.${name}: one message, nothing runs, the page works on`,
    async (story) => {
      const { visitor, server } = story;
      put(server, '/hidden', { tag: `<form name="${name}"></form>${TAG}` });
      await visitor.goes(`${server.origin}/hidden`);
      await visitor.waitsFor(() => window.noted.console.length > 0);
      await visitor.evaluates(() => Document.prototype.querySelector.call(document, '#works').click());
      await visitor.waitsFor(() => document.title === 'works');
      await quiet(server, SOON);
      assert.deepEqual(asked(server), []);
      const { console, thrown } = await visitor.evaluates(() => window.noted);
      assert.equal(console.length, 1, console.join('\n'));
      assert.match(console[0], new RegExp(pattern.source.replace('^', '^error: ')));
      assert.deepEqual(thrown, []);
    },
  );
}

// ---- strict policies

const script = (body) => ({ type: 'text/javascript', body, headers: { 'access-control-allow-origin': '*' } });

/** What notes, as in page.mjs, and answers the button, without a word inline. */
const NOTES = `
  window.noted = { findings: [], thrown: [] };
  document.addEventListener('askfirst:error', ({ detail }) => noted.findings.push({ rule: detail.rule, message: detail.message }));
  addEventListener('error', ({ message }) => message && noted.thrown.push(message));
  addEventListener('unhandledrejection', ({ reason }) => noted.thrown.push(String(reason)));
  addEventListener('click', ({ target }) => { if (target.id === 'works') document.title = 'works'; });`;

const NONCE = 'nonce="{{nonce}}"';

/** Puts a page under a policy, whose violations the browser itself reports. @returns what was reported so far. */
function putStrict(server, path, policy, { body, nonce = '', head = '' }) {
  server.pages.set('/notes.js', script(NOTES));
  server.pages.set('/violations', { status: 204 });
  server.pages.set(path, {
    headers: { 'content-security-policy': `${policy}; report-uri /violations` },
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Strict</title><link rel="icon" href="/favicon.svg">
      <script ${nonce} src="/notes.js"></script>${head}
      <script type="application/json" data-askfirst>${JSON.stringify(CONFIG)}</script>
      ${TAG.replace('src', `${nonce} src`)}</head>
      <body><h1>Strict</h1><p><button id="works">Press</button></p>${body}</body></html>`,
  });
  return () => server.requests.filter((request) => request.path === '/violations').map((request) => request.body);
}

/** A script with integrity, whose body the sink makes of its address. */
const checked = (origin, name, attributes) => {
  const body = `(globalThis.ran ??= []).push(${JSON.stringify(`/sink/${name}.js`)});\n`;
  const hash = createHash('sha384').update(body).digest('base64');
  return `<script type="text/plain" data-consent="analytics" data-src="${origin}/sink/${name}.js" integrity="sha384-${hash}" crossorigin="anonymous" ${attributes}></script>`;
};

const TRUSTED_TYPES = "require-trusted-types-for 'script'; trusted-types askfirst askfirst-ui site";
const STRICT = "script-src 'nonce-{{nonce}}' 'strict-dynamic'; object-src 'none'; base-uri 'none'";
const POLICIES = {
  'nonces and strict-dynamic': STRICT,
  'style sheets of the site alone': "style-src 'self'",
  'nothing but what is named, and Trusted Types': `default-src 'none'; ${STRICT}; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'none'; ${TRUSTED_TYPES}`,
};

for (const [what, policy] of Object.entries(POLICIES)) {
  journey(`a policy of ${what}: a whole life, each file once, and not one violation`, async (story) => {
    const { server } = story;
    const cdn = `http://cdn.site.localhost:${server.port}`;
    const written = 'data-consent="marketing"';
    const body = `${waiting(NONCE)}
      ${checked('', 'checked', NONCE)} ${checked(cdn, 'far', NONCE)} ${checked('', 'checked-module', `data-type="module" ${NONCE}`)}
      <script type="text/plain" ${NONCE} ${written}>
        var html = '<p id="written">Written</p>';
        document.write(window.trustedTypes ? trustedTypes.createPolicy('site', { createHTML: (text) => text }).createHTML(html) : html);
        (window.ran ??= []).push('writes');
      </script>`;
    const violations = putStrict(server, '/policy', policy, { body, nonce: NONCE });
    const more = ['/sink/checked-module.js', '/sink/checked.js', '/sink/far.js'];
    const expected = { ran: sorted([...ALL, ...more, 'writes']), requested: sorted([...REQUESTED, ...more]) };
    await lives(story, '/policy', { expected, marketing: 3 });
    await story.visitor.sees('#written');
    assert.deepEqual(violations(), []);

    // And the policy is one: it would have told. Trusted Types throw besides.
    const breaks = (name, parts) => document.body.append(Object.assign(document.createElement(name), parts));
    await story.visitor.evaluates(breaks, 'style', { textContent: 'p { color: red }' });
    await story.visitor.evaluates(breaks, 'object', { data: '/privacy.html' }).catch(() => undefined);
    await until(
      () => violations().length > 0,
      () => 'a violation goes unseen',
    );
  });
}

journey(
  'a policy that lists hosts: external scripts of them run, each is fetched once, and not one violation',
  async (story) => {
    const { server } = story;
    const cdn = `http://cdn.site.localhost:${server.port}`;
    const body = `<main>${gated('analytics', 'external', 'data-service="counter"')} ${checked('', 'checked', '')} ${checked(cdn, 'far', '')}
    <script type="text/plain" data-consent="personalization" data-type="module" data-src="${cdn}/sink/module.js"></script>
    <template data-consent="marketing"><textarea><p>A snippet</p><script src="${cdn}/sink/vendor.js"></script></textarea></template>
    <iframe id="frame" data-consent="marketing" data-src="/sink/clips.html" title="A clip" width="400" height="200"></iframe></main>`;
    const violations = putStrict(server, '/hosts', `script-src 'self' ${cdn}; style-src 'self'`, { body });
    const scripts = ['/sink/checked.js', '/sink/external.js', '/sink/far.js', '/sink/module.js', '/sink/vendor.js'];
    const expected = { ran: scripts, requested: sorted([...scripts, '/sink/clips.html']) };
    await lives(story, '/hosts', { expected, marketing: 1 });
    assert.deepEqual(violations(), []);
  },
);

journey(
  'Trusted Types: a vendor that writes plain text writes nothing, and is named; those behind it run',
  async (story) => {
    const { visitor, server } = story;
    const body = `<script type="text/plain" ${NONCE} data-consent="analytics">document.write('<p id="written">Written</p>')</script>
    ${inline('analytics', 'behind', `id="behind" ${NONCE}`)}${inline('analytics', 'last', `id="last" ${NONCE}`)}`;
    putStrict(server, '/plain', `${STRICT}; ${TRUSTED_TYPES}`, { body, nonce: NONCE });
    await visitor.goes(`${server.origin}/plain`);
    await visitor.accepts();
    await visitor.waitsFor(() => window.ran?.length === 2);
    const isRequired = await visitor.evaluates(() => 'trustedTypes' in window);
    await quiet(server, SOON);
    const { findings } = await visitor.evaluates(() => window.noted);
    assert.equal(findings.length, isRequired ? 1 : 0, JSON.stringify(findings));
    assert.deepEqual(await visitor.evaluates(() => window.ran), ['behind', 'last']);
    if (isRequired) assert.equal(await visitor.evaluates(() => document.querySelector('#written')), null);
  },
);

/** Runs in the page: puts gated scripts there as page code does, or an attacker who writes into it; none has the page's nonce. */
function inject(origin, mark) {
  const script = (parts) => Object.assign(document.createElement('script'), { type: 'text/plain' }, parts);
  const add = (element) => {
    element.dataset.consent = 'analytics';
    document.body.append(element);
  };
  add(script({ id: mark, text: `(window.ran ??= []).push('${mark} inline')` }));
  const external = script();
  external.dataset.src = `/sink/${mark}-external.js`;
  add(external);
  const far = script({ nonce: 'guessed' });
  far.dataset.src = `${origin}/sink/${mark}-far.js`;
  add(far);
  const module = script();
  module.dataset.src = `${origin}/sink/${mark}-module.js`;
  module.dataset.type = 'module';
  add(module);
  document.body.insertAdjacentHTML(
    'beforeend',
    `<div><script type="text/plain" nonce="" data-consent="analytics" src="/sink/${mark}-markup.js"></script></div>
     <template data-consent="analytics"><textarea><script src="/sink/${mark}-snippet.js"></script></textarea></template>`,
  );
}

journey(
  'gated scripts that somebody has put into a page with nonces: none is fetched, none runs, each is named once',
  async (story) => {
    const { visitor, server } = story;
    const violations = putStrict(server, '/injected', STRICT, { body: gated('analytics', 'own', NONCE), nonce: NONCE });
    const far = `http://other.site.localhost:${server.port}`;
    await visitor.goes(`${server.origin}/injected`);
    await visitor.sees(REJECT);
    await visitor.evaluates(inject, far, 'before');
    await visitor.accepts();
    const named = async (count) => {
      await visitor.waitsFor((many) => window.noted.findings.length >= many, count);
      await quiet(server, SOON);
      const { findings } = await visitor.evaluates(() => window.noted);
      assert.deepEqual(
        findings.map(({ rule }) => rule),
        Array(count).fill('A12'),
      );
      for (const { message } of findings) assert.match(message, /should carry the nonce of the AskFirst tag/);
    };
    await named(6);
    await visitor.evaluates(inject, far, 'after');
    await named(12);
    await visitor.evaluates(() => window.askFirst.choose({ marketing: false }));
    await quiet(server, SOON);
    await named(12);
    assert.deepEqual(asked(server), ['/sink/own.js']);
    assert.deepEqual(await visitor.evaluates(() => window.ran), ['/sink/own.js']);
    assert.deepEqual(violations(), []);
  },
);

// ---- storage

journey(
  'all site data blocked, as in a sandbox: asked, answered for this page view, and that is said',
  async (story) => {
    const { visitor, server } = story;
    put(
      server,
      '/sandbox',
      { config: CONFIG, body: waiting() },
      { 'content-security-policy': 'sandbox allow-scripts' },
    );
    const body = () => visitor.evaluates(() => [typeof window.ran, document.querySelectorAll('consent-embed').length]);
    for (const answer of ['accepts', 'rejects']) {
      await visitor.goes(`${server.origin}/sandbox`);
      const throws = await visitor.evaluates(() =>
        ['cookie', 'localStorage'].filter((name) => {
          try {
            return (name === 'cookie' ? document : window)[name] === 0;
          } catch {
            return true;
          }
        }),
      );
      assert.deepEqual(throws, ['cookie', 'localStorage']);
      await visitor.sees(REJECT);
      await visitor.sees(PLACEHOLDER);
      assert.deepEqual((await body())[0], 'undefined');
      await visitor[answer]();
      await decided(visitor);
      await visitor.seesNot(BANNER);
      if (answer === 'accepts') await visitor.waitsFor((count) => window.ran?.length === count, ALL.length);
      await quiet(server, SOON);
      assert.deepEqual(await visitor.evaluates(() => [...(window.ran ?? [])].sort()), answer === 'accepts' ? ALL : []);
      const { findings, thrown } = await visitor.evaluates(() => window.noted);
      assert.deepEqual(
        findings.map(({ rule }) => rule),
        ['F6'],
      );
      assert.deepEqual(thrown, []);
      await isUsable(visitor);
    }
    // Within one page view an answer can be changed, and what ran ends with the page.
    await visitor.opensSettings();
    await visitor.switches('marketing', true);
    await visitor.saves();
    await visitor.waitsFor(() => window.ran?.length === 2);
    await visitor.opensSettings();
    await visitor.evaluates(() => (window.isOld = true));
    await visitor.rejects();
    await visitor.waitsFor(() => !window.isOld && window.askFirst?.state.status === 'undecided');
  },
);

/** Each kind of storage as a browser has it that blocks all of them: cookies are empty, everything else throws. */
const BLOCKED = `<script>
  Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set: () => undefined });
  for (const [owner, names] of [[window, ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'BroadcastChannel']], [Navigator.prototype, ['serviceWorker']]])
    for (const name of names)
      Object.defineProperty(owner, name, { get() { throw new DOMException('Access is denied for this document.', 'SecurityError'); } });
</script>`;

journey(
  'every kind of storage throws, by stand-ins for the browser’s setting: answered for this page view',
  async (story) => {
    const { visitor, server } = story;
    put(server, '/blocked', { head: BLOCKED, config: CONFIG, body: waiting() });
    await visitor.goes(`${server.origin}/blocked`);
    await visitor.sees(REJECT);
    await visitor.accepts();
    await runs(story);
    await visitor.evaluates(() => (window.isOld = true));
    await visitor.opensSettings();
    await visitor.rejects();
    // Nothing remembers the no, so the page that comes asks again.
    await visitor.waitsFor(() => !window.isOld && window.askFirst?.state.status === 'undecided');
    await visitor.sees(REJECT);
    await visitor.rejects();
    await decided(visitor);
    await quiet(server, SOON);
    const { findings, thrown } = await visitor.evaluates(() => window.noted);
    assert.deepEqual([findings.map(({ rule }) => rule), thrown], [['F6'], []]);
    assert.deepEqual(await visitor.evaluates(() => window.ran ?? []), []);
  },
);

/** In a frame: tells the page around it where a thing stands, and what its state is. */
const SAYS = `<script>
  addEventListener('message', ({ data: selector, source }) => {
    const { state } = window.askFirst ?? {};
    const found = document.querySelector('cookie-consent')?.shadowRoot.querySelector(selector);
    const { left, top, width, height } = found?.getBoundingClientRect() ?? {};
    const box = found?.checkVisibility() && width ? [left + width / 2, top + height / 2] : null;
    source.postMessage({ box, status: state?.status, ran: window.ran ?? [], noted: [...noted.findings.map(({ rule }) => rule), ...noted.thrown] }, '*');
  });
</script>`;

for (const answer of ['accept-all', 'reject-all']) {
  journey(`in a frame of another site: asks there, and takes the ${answer}`, async (story) => {
    const { visitor, server } = story;
    put(server, '/framed', { head: SAYS, config: CONFIG, body: inline('analytics') + gated('marketing') });
    put(server, '/around', {
      tag: '',
      body: `<iframe id="other" src="http://localhost:${server.port}/framed" title="Another site" width="1000" height="600"></iframe>`,
    });
    await visitor.goes(`http://shop.site.localhost:${server.port}/around`);
    const asks = (selector) =>
      visitor.evaluates(
        (what) =>
          new Promise((done) => {
            addEventListener('message', ({ data }) => done(data), { once: true });
            document.querySelector('#other').contentWindow.postMessage(what, '*');
          }),
        selector,
      );
    const settled = async (selector, test) => {
      let last;
      await until(
        async () => test((last = await asks(selector))),
        () => `the frame is at ${JSON.stringify(last)}`,
      );
      return last;
    };
    let before;
    const { box } = await settled(`.banner [data-action=${answer}]`, (now) => {
      const still = now.box && now.box.join() === before?.join();
      before = now.box;
      return still;
    });
    const [left, top] = await visitor.evaluates(() => {
      const frame = document.querySelector('#other').getBoundingClientRect();
      return [frame.left, frame.top];
    });
    await visitor.clicksAt(left + box[0], top + box[1]);
    const accepted = answer === 'accept-all';
    const last = await settled(
      '.banner',
      (now) => now.status === 'decided' && !now.box && now.ran.length === (accepted ? 2 : 0),
    );
    await quiet(server, SOON);
    assert.deepEqual(asked(server), accepted ? ['/sink/marketing.js'] : []);
    // A browser that gives the frame no cookies is named; that is all there is to say.
    const { noted: all } = await asks('.banner');
    assert.ok(all.every((one) => one === 'F6') && all.length <= 1, all.join());
    assert.ok(last);
  });
}

// ---- extensions

/** Takes an element away whenever it comes. */
const REMOVER = (name) => `<script>
  window.removed = 0;
  new MutationObserver(() => {
    for (const one of document.querySelectorAll('${name}')) { removed += 1; one.remove(); }
  }).observe(document, { childList: true, subtree: true });
</script>`;
const TALL = '<p style="height: 3000px">Tall</p>';

/** It scrolls, by a real key. */
async function scrolls(visitor) {
  await visitor.clicks('#works');
  await visitor.presses('End');
  await visitor.waitsFor(() => window.scrollY > 1000);
  await visitor.evaluates(() => window.scrollTo(0, 0));
}

journey('an extension that takes the question away whenever it comes: no fight, nothing is granted', async (story) => {
  const { visitor, server } = story;
  put(server, '/removed', { head: REMOVER('cookie-consent'), body: waiting() + TALL });
  await visitor.goes(`${server.origin}/removed`);
  await visitor.waitsFor(() => window.removed > 0);
  await quiet(server, SOON);
  assert.equal(await visitor.evaluates(() => window.removed), 1);
  await isUsable(visitor);
  await scrolls(visitor);
  assert.equal((await visitor.state()).status, 'undecided');
  assert.deepEqual(await granted(visitor), []);
  assert.deepEqual(asked(server), []);
  // A page that changes its body brings it once more, and that is all.
  await visitor.evaluates(() => {
    const body = document.createElement('body');
    body.innerHTML = '<h1>Next</h1>';
    document.body.replaceWith(body);
    document.body.append('more');
  });
  await quiet(server, SOON);
  assert.ok((await visitor.evaluates(() => window.removed)) <= 2);
  await visitor.evaluates(() => window.askFirst.open());
  await quiet(server, SOON);
  assert.ok((await visitor.evaluates(() => window.removed)) <= 2);
  assert.deepEqual(await visitor.evaluates(() => window.noted.thrown), []);
});

journey('an extension that takes the preferences away while they are open: the page is free again', async (story) => {
  const { visitor, server } = story;
  put(server, '/taken', { body: TALL });
  await visitor.goes(`${server.origin}/taken`);
  await visitor.opensPreferences();
  await visitor.evaluates(() => document.querySelector('cookie-consent').remove());
  await scrolls(visitor);
  await isUsable(visitor);
  assert.deepEqual(await granted(visitor), []);
});

for (const rule of ['display: none', 'display: none; opacity: 0; pointer-events: none']) {
  journey(`an extension that hides the question (${rule}): the page is as without it`, async (story) => {
    const { visitor, server } = story;
    const hidden = rule.replaceAll(/;|$/g, ' !important;');
    put(server, '/hidden', { head: `<style>cookie-consent { ${hidden} }</style>`, body: gated('analytics') + TALL });
    await visitor.goes(`${server.origin}/hidden`);
    await visitor.waitsFor(() => Boolean(customElements.get('cookie-consent')));
    await quiet(server, SOON);
    await visitor.seesNot(BANNER);
    await scrolls(visitor);
    await isUsable(visitor);
    assert.equal(await visitor.evaluates(() => getComputedStyle(document.documentElement).paddingBlockEnd), '0px');
    assert.deepEqual(await granted(visitor), []);
    assert.deepEqual(asked(server), []);
    assert.deepEqual(await visitor.evaluates(() => window.noted.thrown), []);
  });
}

journey(
  'an extension that takes placeholders away whenever they come: once each, however often the page changes',
  async (story) => {
    const { visitor, server } = story;
    const frame = (id) =>
      `<iframe id="${id}" data-consent="marketing" data-src="/sink/${id}.html" title="x" width="400" height="200"></iframe>`;
    put(server, '/placeholders', {
      head: REMOVER('consent-embed'),
      config: { withdrawal: { reload: false } },
      body: `<main>${frame('one')}${frame('two')}</main>`,
    });
    await visitor.goes(`${server.origin}/placeholders`);
    await visitor.waitsFor(() => window.removed === 2);
    for (let round = 0; round < 5; round += 1) {
      await visitor.evaluates((index) => {
        document
          .querySelector('main')
          .insertAdjacentHTML(
            'beforeend',
            `<script type="text/plain" data-consent="marketing" id="round${index}"></script>`,
          );
        window.askFirst.choose({ analytics: index % 2 === 0 });
      }, round);
      await visitor.evaluates(
        () => new Promise((done) => setTimeout(() => requestAnimationFrame(() => setTimeout(done)), 0)),
      );
    }
    await quiet(server, SOON);
    assert.equal(await visitor.evaluates(() => window.removed), 2);
    assert.deepEqual(asked(server), []);
    // What they stood for opens all the same.
    await visitor.evaluates(() => window.askFirst.choose({ marketing: true }));
    await until(
      () => asked(server).length === 2,
      () => `only ${asked(server)}`,
    );
    await isUsable(visitor);
  },
);

// ---- what else is in the top layer

journey('preferences over the page’s own modal dialog: both work, one behind the other', async (story) => {
  const { visitor, server } = story;
  const body = `<dialog id="own"><p>Are you over 18?</p><button id="yes" onclick="this.closest('dialog').close()">Yes</button>
    <a id="way" href="/privacy.html" data-askfirst-open>Cookie settings</a></dialog>
    <script>document.querySelector('#own').showModal()</script>${gated('analytics')}`;
  put(server, '/dialog', { body });
  await visitor.goes(`${server.origin}/dialog`);
  await visitor.clicks('#way');
  await visitor.sees(SAVE);
  await visitor.presses('Escape');
  await visitor.seesNot(DIALOG);
  await visitor.seesNot(BANNER);
  await visitor.clicks('#way');
  await visitor.switches('analytics', true);
  await visitor.saves();
  await decided(visitor);
  await visitor.waitsFor(() => window.ran?.length === 1);
  assert.equal(await visitor.evaluates(() => document.querySelector('#own').matches(':modal')), true);
  await visitor.clicks('#yes');
  await isUsable(visitor);
  assert.deepEqual(await noted(visitor), []);
});

journey('a popover of the page’s own stays open under the question, and opens over it', async (story) => {
  const { visitor, server } = story;
  const body = `<div id="menu" popover><button id="item" onclick="document.title = 'item'">Item</button></div>
    <button id="menu-button" popovertarget="menu">Menu</button><script>document.querySelector('#menu').showPopover()</script>`;
  put(server, '/popover', { body });
  await visitor.goes(`${server.origin}/popover`);
  await visitor.sees(REJECT);
  await visitor.clicks('#item');
  await visitor.waitsFor(() => document.title === 'item');
  await visitor.clicks('h1');
  await visitor.waitsFor(() => !document.querySelector('#menu').matches(':popover-open'));
  await visitor.clicks('#menu-button');
  await visitor.sees('#item');
  await visitor.sees(REJECT);
  await visitor.rejects();
  await decided(visitor);
  assert.deepEqual(await noted(visitor), []);
});

journey('a page in fullscreen: the question is there when it ends, and grants nothing meanwhile', async (story) => {
  const { visitor, server } = story;
  const body = `<div id="player" style="background: #000"><button id="full" onclick="this.parentNode.requestFullscreen()">Full screen</button>
    <button id="back" onclick="document.exitFullscreen()">Back</button></div>${gated('analytics')}`;
  put(server, '/full', { body });
  await visitor.goes(`${server.origin}/full`);
  await visitor.sees(REJECT);
  await visitor.clicks('#full');
  await visitor.waitsFor(() => document.fullscreenElement?.id === 'player');
  await visitor.clicks('#back');
  await visitor.waitsFor(() => document.fullscreenElement === null);
  assert.deepEqual(asked(server), []);
  await visitor.rejects();
  await decided(visitor);
  await visitor.sees(SETTINGS);
  assert.deepEqual(await noted(visitor), []);
});
