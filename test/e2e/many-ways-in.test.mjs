/** The tag on pages of all kinds: shown by hand, spoken to early, twice on a page, under a page that changes beneath it. */
import assert from 'node:assert/strict';
import { TAG, TRACKERS, put } from './pages/page.mjs';
import {
  BANNER,
  DIALOG,
  REJECT,
  SAVE,
  SETTINGS,
  decided,
  granted,
  heard,
  isUsable,
  library,
  ready,
} from './pages/story.mjs';
import { engineName, journey, quiet, until } from './support/journey.mjs';

journey('data-manual: shows nothing until the page asks for it', async ({ visitor, server }) => {
  put(server, '/manual', { tag: TAG.replace('src', 'data-manual src') });
  await visitor.goes(`${server.origin}/manual`);
  await ready(visitor);
  await visitor.sees(SETTINGS);
  await quiet(server);
  await visitor.seesNot(BANNER);
  assert.deepEqual(library(server), ['/dist/askfirst.js']);
  await visitor.evaluates(() => window.askFirst.open('banner'));
  await visitor.sees(REJECT);
  await visitor.evaluates(() => window.askFirst.open());
  await visitor.sees(SAVE);
  await visitor.evaluates(() => window.askFirst.close());
  await visitor.seesNot(SAVE);
  await visitor.rejects();
  await decided(visitor);
});

journey('answers to scripts that came first, and to those that come later', async ({ visitor, server }) => {
  const early = `<script>
    window.told = [];
    (window.askFirst ||= []).push((api) => {
      told.push('early ' + api.state.status);
      api.on('state', ({ status }) => told.push('state ' + status));
      api.when('analytics').then(() => told.push('may count'));
      api.ready.then(({ status }) => told.push('ready ' + status));
    });
  </script>`;
  put(server, '/queue', { head: early });
  await visitor.goes(`${server.origin}/queue`);
  await visitor.sees(REJECT);
  const told = () => visitor.evaluates(() => window.told);
  assert.equal((await told())[0], 'early undecided');
  assert.ok((await told()).includes('ready undecided'));
  await visitor.evaluates(() => window.askFirst.push(({ version }) => window.told.push(`late ${typeof version}`)));
  assert.ok((await told()).includes('late string'));
  await visitor.accepts();
  await visitor.waitsFor(() => window.told.includes('may count'));
  assert.ok((await told()).includes('state decided'));
});

journey('is read at once by inline code where the tag stands first', async ({ visitor, server }) => {
  const inline =
    "<script>window.early = [typeof askFirst, askFirst.granted('analytics'), askFirst.granted('necessary')]</script>";
  put(server, '/first', { tag: `<script src="/dist/askfirst.js"></script>${inline}` });
  await visitor.goes(`${server.origin}/first`);
  assert.deepEqual(await visitor.evaluates(() => window.early), ['object', false, true]);
  await visitor.sees(REJECT);
});

journey('a second tag on the page: one question, one warning', async ({ visitor, server }) => {
  put(server, '/twice', { tag: TAG, body: TRACKERS + TAG.replace('.js', '.js?again') });
  await visitor.goes(`${server.origin}/twice`);
  await visitor.sees(REJECT);
  await visitor.waitsFor(() => window.noted.findings.length > 0);
  await quiet(server);
  const { findings } = await visitor.evaluates(() => window.noted);
  assert.equal(findings.length, 1);
  assert.equal(findings[0].level, 'warning');
  assert.match(
    findings[0].message,
    /one tag for askfirst\.js; another was found\. The first one works, the other does nothing/,
  );
  assert.equal(await visitor.evaluates(() => document.querySelectorAll('cookie-consent').length), 1);
  await visitor.accepts();
  await visitor.waitsFor(() => window.ran?.length === 3);
  await quiet(server);
  assert.equal((await visitor.evaluates(() => window.ran)).length, 3);
});

journey('a body that is replaced keeps the question, and keeps the answer', async ({ visitor, server }) => {
  put(server, '/turbo');
  await visitor.goes(`${server.origin}/turbo`);
  await visitor.sees(REJECT);
  const swap = (text) => {
    const body = document.createElement('body');
    body.innerHTML = `<h1>${text}</h1><script type="text/plain" data-consent="analytics">(window.ran ??= []).push('${text}')</script>`;
    document.body.replaceWith(body);
  };
  await visitor.evaluates(swap, 'Second');
  await visitor.sees(REJECT);
  assert.equal(await visitor.evaluates(() => document.body.firstElementChild.localName), 'cookie-consent');
  assert.equal(await visitor.evaluates(() => document.querySelectorAll('cookie-consent').length), 1);
  await visitor.accepts();
  await visitor.waitsFor(() => window.ran?.[0] === 'Second');
  await visitor.seesNot(BANNER);
  await visitor.evaluates(swap, 'Third');
  await visitor.waitsFor(() => window.ran?.[1] === 'Third');
  await visitor.sees(SETTINGS);
  await visitor.seesNot(BANNER);
  await visitor.opensSettings();
  assert.deepEqual(await visitor.evaluates(() => window.noted.thrown), []);
});

journey(
  'an element that the page or an extension takes away stays away, and nothing is granted',
  async ({ visitor, server }) => {
    put(server, '/removed');
    await visitor.goes(`${server.origin}/removed`);
    await visitor.sees(REJECT);
    await visitor.evaluates(() => {
      document.querySelector('cookie-consent').remove();
      document.body.append(document.createElement('p'));
    });
    await quiet(server);
    assert.equal(await visitor.evaluates(() => document.querySelector('cookie-consent')), null);
    await isUsable(visitor);
    assert.equal(server.sink.length, 0);
    assert.deepEqual(await granted(visitor), []);
  },
);

journey("waits while the page's own modal dialog is open, and comes when it closes", async ({ visitor, server }) => {
  const dialog = `<dialog id="own"><p>Are you over 18?</p><button id="yes" onclick="this.closest('dialog').close()">Yes</button></dialog>
    <script>document.querySelector('#own').showModal()</script>`;
  put(server, '/dialog', { body: dialog });
  await visitor.goes(`${server.origin}/dialog`);
  await visitor.sees('#yes');
  await visitor.waitsFor(() => Boolean(customElements.get('cookie-consent')));
  await quiet(server);
  await visitor.seesNot(BANNER);
  await visitor.clicks('#yes');
  await visitor.rejects();
  await decided(visitor);
});

journey('a page that hides the element is not frozen by preferences that nobody sees', async ({ visitor, server }) => {
  put(server, '/hidden', { head: '<style>cookie-consent { display: none !important }</style>' });
  await visitor.goes(`${server.origin}/hidden`);
  await visitor.waitsFor(() => Boolean(customElements.get('cookie-consent')));
  await visitor.clicks('#change');
  await visitor.waitsFor(() => window.noted.findings.length > 0);
  const [{ rule, message }] = await visitor.evaluates(() => window.noted.findings);
  assert.equal(rule, 'Q2');
  assert.match(message, /the preferences should be seen, but .* closed again/);
  await isUsable(visitor);
  await visitor.seesNot(DIALOG);
  assert.deepEqual(heard(server), []);
});

journey(
  'shifts nothing: not when it comes, not when it goes (layout-shift entries: Chromium alone has them)',
  { skip: engineName !== 'chromium' && 'no layout-shift entries in this engine' },
  async ({ visitor, server }) => {
    const shifts = () =>
      visitor.evaluates(
        () =>
          new Promise((done) => {
            let sum = 0;
            const count = (entries) => entries.forEach(({ value }) => (sum += value));
            const observer = new PerformanceObserver((list) => count(list.getEntries()));
            observer.observe({ type: 'layout-shift', buffered: true });
            // Two frames and a task, so that what has just happened is counted.
            requestAnimationFrame(() =>
              requestAnimationFrame(() =>
                setTimeout(() => {
                  count(observer.takeRecords());
                  observer.disconnect();
                  done(sum);
                }),
              ),
            );
          }),
      );
    for (const path of ['/', '/no-configuration.html', '/arabic.html']) {
      await visitor.goes(server.origin + path);
      await visitor.sees(REJECT);
      assert.equal(await shifts(), 0, path);
      await visitor.opensPreferences();
      assert.equal(await shifts(), 0, path);
      await visitor.presses('Escape');
      await visitor.seesNot(SAVE);
      assert.equal(await shifts(), 0, path);
      await visitor.evaluates(() => void (document.cookie = 'askfirst=; max-age=0; path=/'));
    }
    await visitor.rejects();
    await visitor.sees(SETTINGS);
    assert.equal(await shifts(), 0);
    // And entries there would be.
    await visitor.evaluates(() => {
      const block = document.createElement('div');
      block.style.height = '300px';
      document.querySelector('main').before(block);
    });
    await until(
      async () => (await shifts()) > 0,
      () => 'a shift goes unseen',
    );
  },
);
