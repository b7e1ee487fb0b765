/** The harness itself: what journeys rely on holds in the engine that runs. */
import assert from 'node:assert/strict';
import { journey, quiet, until } from './support/journey.mjs';

const PAGE = `<!doctype html><html lang="en"><title>Harness</title>
<button id="light" onclick="document.title = event.isTrusted">Light</button>
<shadow-host></shadow-host>
<p id="far" style="margin-top: 3000px"><button onclick="document.title = 'far'">Far</button></p>
<script>
  const outer = document.querySelector('shadow-host').attachShadow({ mode: 'open' });
  outer.innerHTML = '<inner-host></inner-host><label><input type="checkbox" name="analytics" role="switch">Analytics</label>';
  const inner = outer.querySelector('inner-host').attachShadow({ mode: 'open' });
  inner.innerHTML = '<button data-action="deep">Deep</button><button data-action="deep" hidden>Deep</button>';
  inner.querySelector('button').addEventListener('click', (event) => { document.title = 'deep ' + event.isTrusted; });
  window.shown = [];
  addEventListener('pageshow', (event) => shown.push(event.persisted));
  window.keys = [];
  addEventListener('keydown', (event) => keys.push(event.isTrusted + ' ' + (event.shiftKey ? 'Shift+' : '') + event.code));
</script>`;

/** Two layers with the hooks of the real ones, of which only the upper answers while it is open. */
const LAYERS = `<!doctype html><html lang="en"><title>Layers</title><cookie-consent></cookie-consent>
<script>
  window.askFirst = { state: { status: 'undecided' } };
  const root = document.querySelector('cookie-consent').attachShadow({ mode: 'open' });
  const button = (action) => '<button data-action="' + action + '">' + action + '</button>';
  root.innerHTML = '<section>' + button('accept-all') + button('reject-all') + button('manage') + '</section>' + button('settings') + '<x-preferences></x-preferences>';
  const preferences = root.querySelector('x-preferences').attachShadow({ mode: 'open' });
  preferences.innerHTML =
    '<dialog><label><input type="checkbox" role="switch" name="analytics"> Analytics</label>' + button('accept-all') + button('save') + '</dialog>';
  const dialog = preferences.querySelector('dialog');
  const decided = (by) => { askFirst.state = { status: 'decided', by }; dialog.close(); };
  for (const [layer, tree] of [['banner', root], ['preferences', preferences]]) {
    tree.addEventListener('click', ({ target }) => {
      const { action } = target.dataset;
      if (action === 'manage' || action === 'settings') setTimeout(() => dialog.showModal(), 100);
      else if (action === 'save') decided(String(preferences.querySelector('input').checked));
      else if (action) decided(layer + ' ' + action);
    });
  }
</script>`;

const serves = (server, path, body, headers = {}) => server.pages.set(path, { body, headers });

journey('presses real keys, and follows the focus through shadow roots', async ({ visitor, server }) => {
  serves(server, '/keys', PAGE);
  await visitor.goes(`${server.origin}/keys`);
  assert.equal((await visitor.focused()).tag, 'body');
  await visitor.presses('Tab', 'Tab');
  assert.deepEqual(await visitor.focused(), { tag: 'button', action: 'deep', name: '', id: '', text: 'Deep' });
  await visitor.presses('Tab');
  assert.equal((await visitor.focused()).name, 'analytics');
  await visitor.presses('Space');
  assert.equal(
    await visitor.evaluates(() => document.querySelector('shadow-host').shadowRoot.querySelector('input').checked),
    true,
  );
  await visitor.presses('Shift+Tab', 'Enter');
  await visitor.waitsFor(() => document.title === 'deep true');
  assert.ok((await visitor.evaluates(() => window.keys)).includes('true Shift+Tab'));
});

journey(
  'clicks with a real pointer, in shadow roots and below the fold, and on nothing that is covered',
  async ({ visitor, server }) => {
    serves(server, '/clicks', PAGE);
    await visitor.goes(`${server.origin}/clicks`);
    await visitor.clicks('#light');
    await visitor.waitsFor(() => document.title === 'true');
    await visitor.clicks('shadow-host >>> [data-action=deep]');
    await visitor.waitsFor(() => document.title === 'deep true');
    await visitor.clicks('#far button');
    await visitor.waitsFor(() => document.title === 'far');
    assert.equal(await visitor.text('shadow-host >>> label'), 'Analytics');
    await visitor.seesNot('#nothing');
    await visitor.evaluates(() => {
      const cover = document.createElement('div');
      cover.id = 'cover';
      cover.style.cssText = 'position: fixed; inset: 0';
      document.body.append(cover);
    });
    visitor.patience = 300;
    await assert.rejects(visitor.clicks('#light'), /clicks on #light: <div id="cover"> lies over it/);
    await assert.rejects(visitor.sees('#nothing'), /sees #nothing: it is not there/);
  },
);

journey('answers on the layer that is on top', async ({ visitor, server }) => {
  serves(server, '/layers', LAYERS);
  await visitor.goes(`${server.origin}/layers`);
  const by = async () => (await visitor.state()).by;
  assert.deepEqual(await visitor.state(), { status: 'undecided' });
  await visitor.rejects();
  assert.equal(await by(), 'banner reject-all');
  await visitor.opensPreferences();
  await visitor.accepts();
  assert.equal(await by(), 'preferences accept-all');
  await visitor.seesNot('cookie-consent >>> dialog');
  await visitor.opensSettings();
  await visitor.switches('analytics', true);
  await visitor.switches('analytics', true);
  await visitor.saves();
  assert.equal(await by(), 'true');
});

journey('keeps cookies and storage for the next test to miss', async ({ visitor, server }) => {
  serves(server, '/jar', PAGE);
  await visitor.goes(`${server.origin}/jar`);
  await visitor.setsCookie({ name: 'placed', value: '1' });
  await visitor.evaluates(async () => {
    document.cookie = 'own=1; max-age=1000';
    localStorage.setItem('mine', '1');
    sessionStorage.setItem('here', '1');
    await new Promise((done) => (indexedDB.open('base').onsuccess = done));
  });
  const names = (await visitor.cookies()).map(({ name }) => name).sort();
  assert.deepEqual(names, ['own', 'placed']);
  assert.deepEqual(await visitor.storage(), { local: ['mine'], session: ['here'], indexedDB: ['base'] });
  const tab = await visitor.opensTab(`${server.origin}/jar`);
  assert.equal((await tab.cookies()).length, 2);
  assert.deepEqual((await tab.storage()).session, []);
  await tab.presses('Tab');
  assert.equal((await tab.focused()).id, 'light');
  await tab.closes();
  await visitor.presses('Tab');
  assert.equal((await visitor.focused()).id, 'light');
});

journey('brings a visitor who has never been here', async ({ visitor, server, newVisitor }) => {
  serves(server, '/jar', PAGE);
  for (const person of [visitor, await newVisitor()]) {
    await person.goes(`${server.origin}/jar`);
    assert.deepEqual(await person.cookies(), []);
    assert.deepEqual(await person.storage(), { local: [], session: [], indexedDB: [] });
    await person.setsCookie({ name: 'placed', value: '1' });
  }
});

journey('goes back through the back-forward cache, and reloads', async ({ visitor, server }) => {
  serves(server, '/one', PAGE);
  serves(server, '/two', PAGE);
  await visitor.goes(`${server.origin}/one`);
  await visitor.goes(`${server.origin}/two`);
  await visitor.goesBack();
  assert.equal(await visitor.evaluates(() => location.pathname), '/one');
  await visitor.waitsFor(() => window.shown.length === 2);
  assert.deepEqual(await visitor.evaluates(() => window.shown), [false, true]);
  await visitor.reloads();
  assert.deepEqual(await visitor.evaluates(() => window.shown), [false]);
});

journey('has the window, the colours and the language that were asked for', async ({ server, newVisitor }) => {
  serves(server, '/taste', PAGE);
  const visitor = await newVisitor({ viewport: { width: 320, height: 640 }, colorScheme: 'dark', lang: 'ar-EG' });
  const seen = () =>
    visitor.evaluates(() => [
      innerWidth,
      innerHeight,
      matchMedia('(prefers-color-scheme: dark)').matches,
      navigator.language,
    ]);
  await visitor.goes(`${server.origin}/taste`);
  assert.deepEqual(await seen(), [320, 640, true, 'ar-EG']);
  assert.match(server.requests.at(-1).headers['accept-language'], /^ar-EG/i);
  await visitor.resizes(1280, 900);
  assert.deepEqual(await seen(), [1280, 900, true, 'ar-EG']);
});

journey('reaches hosts of one site, and shares their cookies', async ({ visitor, server }) => {
  serves(server, '/site', PAGE);
  const at = (host) => `http://${host}.site.localhost:${server.port}/site`;
  await visitor.goes(at('shop'));
  await visitor.evaluates(() => void (document.cookie = 'site=1; domain=site.localhost'));
  await visitor.goes(at('cdn'));
  assert.equal(await visitor.evaluates(() => document.cookie), 'site=1');
  assert.deepEqual(
    (await visitor.cookies()).map(({ name, domain }) => [name, domain.replace(/^\./, '')]),
    [['site', 'site.localhost']],
  );
});

journey('notes what goes wrong, also under a strict Content-Security-Policy', async ({ visitor, server }) => {
  const policy = "default-src 'none'; script-src 'nonce-n'; require-trusted-types-for 'script'";
  serves(server, '/strict', '<!doctype html><html lang="en"><title>Strict</title><p>Strict', {
    'content-security-policy': policy,
  });
  await visitor.goes(`${server.origin}/strict`);
  assert.deepEqual(visitor.errors, []);
  await visitor.evaluates(() => {
    console.error('said aloud');
    setTimeout(() => {
      throw new Error('thrown late');
    });
    new Image().src = '/picture.png';
  });
  const noted = (pattern) =>
    until(
      async () => {
        await visitor.evaluates(() => {}); // WebKit tells when it is asked
        return visitor.errors.some((line) => pattern.test(line));
      },
      () => `no ${pattern} in ${JSON.stringify(visitor.errors)}`,
    );
  await noted(/^console: said aloud/);
  await noted(/^page: .*thrown late/);
  await noted(/^csp: .*img-src/);
});

journey('hands over what the page answers as it is', async ({ visitor, server }) => {
  serves(server, '/values', PAGE);
  await visitor.goes(`${server.origin}/values`);
  const value = await visitor.evaluates(async (given) => ({ z: 1, a: [given, null], m: { y: true, b: '' } }), 'text');
  assert.equal(JSON.stringify(value), '{"z":1,"a":["text",null],"m":{"y":true,"b":""}}');
  assert.equal(await visitor.evaluates(() => undefined), null);
  await assert.rejects(
    visitor.evaluates(() => document.querySelector('#nothing').id),
    /null/,
  );
});

journey('waits until the page has gone quiet', async ({ visitor, server }) => {
  serves(
    server,
    '/quiet',
    '<!doctype html><html lang="en"><title>Quiet</title><script>setTimeout(() => fetch("/late"), 300)</script>',
  );
  await visitor.goes(`${server.origin}/quiet`);
  await quiet(server);
  assert.ok(server.requests.some(({ path }) => path === '/late'));
});
