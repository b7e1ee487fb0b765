/** Pages with rules of their own: a strict Content-Security-Policy, and Arabic. */
import assert from 'node:assert/strict';
import { TAG, configuration, put } from './pages/page.mjs';
import { BANNER, REJECT, SETTINGS, goesNowhere, granted, heard, library } from './pages/story.mjs';
import { journey, quiet, until } from './support/journey.mjs';

journey('a strict policy with Trusted Types: the whole way, and not one violation', async ({ visitor, server }) => {
  const path = '/strict-csp.html';
  const policy = server.headers.get(path)['content-security-policy'];
  // The browser reports by itself, from the first byte on and in all engines.
  server.headers.set(path, { 'content-security-policy': `${policy}; report-uri /violations` });
  server.pages.set('/violations', { status: 204 });
  const violations = () => server.requests.filter((request) => request.path === '/violations').map(({ body }) => body);

  await visitor.goes(server.origin + path);
  await visitor.sees(REJECT);
  await visitor.opensPreferences();
  await visitor.switches('analytics', true);
  await visitor.saves();
  await until(
    () => heard(server).includes('mixpanel'),
    () => 'Mixpanel has not started',
  );
  await visitor.sees(SETTINGS);
  await visitor.reloads();
  await visitor.sees(SETTINGS);
  await visitor.opensSettings();
  await visitor.accepts();
  await until(
    () => ['marketing', 'personalization'].every((name) => heard(server).includes(name)),
    () => `only ${heard(server)} in the sink`,
  );
  await visitor.opensSettings();
  await visitor.rejects();
  await visitor.waitsFor(() => window.askFirst?.state.categories.analytics?.granted === false);
  await visitor.sees(SETTINGS);
  await quiet(server);
  assert.deepEqual(await granted(visitor), []);
  assert.deepEqual(violations(), []);
  assert.deepEqual(visitor.errors, []);

  // And the policy is one: it would have told.
  await visitor.evaluates(
    () => void (new Image().src = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'),
  );
  await until(
    () => violations().length > 0,
    () => 'a violation goes unseen',
  );
});

/** Where things stand, from the left: the question's parts and the settings button. */
const places = (visitor, selectors) =>
  visitor.evaluates((list) => {
    const root = document.querySelector('cookie-consent').shadowRoot;
    return list.map((selector) => Math.round(root.querySelector(selector).getBoundingClientRect().left));
  }, selectors);

journey('in Arabic everything stands mirrored, and every word is Arabic', async ({ visitor, server }) => {
  await visitor.goes(`${server.origin}/arabic.html`);
  await visitor.sees(REJECT);
  const root = () =>
    visitor.evaluates(() => {
      const { lang, dir } = document.querySelector('cookie-consent').shadowRoot.querySelector('.root');
      return [lang, dir];
    });
  assert.deepEqual(await root(), ['ar', 'rtl']);
  const [text, reject, accept] = await places(visitor, [
    '.intro',
    '.banner [data-action=reject-all]',
    '.banner [data-action=accept-all]',
  ]);
  assert.ok(text > reject && reject > accept, `${text} ${reject} ${accept}`);
  const words = await visitor.text(BANNER);
  assert.doesNotMatch(words, /[a-z]/i);
  assert.match(words, /رفض الكل/);

  await visitor.opensPreferences();
  const [title, close, name, box] = await places(visitor, ['.header h2', '.close', 'h3 label', '[name=marketing]']);
  assert.ok(title > close && name > box, `${title} ${close} ${name} ${box}`);
  const preferences = await visitor.text('cookie-consent >>> dialog');
  assert.doesNotMatch(preferences, /[a-z]/i);
  await visitor.rejects();
  await visitor.sees(SETTINGS);
  const [settings] = await places(visitor, ['#settings']);
  assert.ok(settings > 1000, `the way back stands at ${settings}`);
  assert.match((await visitor.focused()).text, /\p{Script=Arabic}/u);
  assert.deepEqual(visitor.errors, []);
});

journey(
  'speaks the language that the tag names, and says which: also on a page in another one',
  async ({ visitor, server }) => {
    put(server, '/mixed', { tag: TAG.replace('src', 'data-lang="ar" src') });
    await visitor.goes(`${server.origin}/mixed`);
    await visitor.sees(REJECT);
    const [lang, dir, name] = await visitor.evaluates(() => {
      const root = document.querySelector('cookie-consent').shadowRoot;
      const { lang, dir } = root.querySelector('.root');
      return [lang, dir, root.querySelector('.banner').getAttribute('aria-labelledby')];
    });
    assert.deepEqual([lang, dir, name], ['ar', 'rtl', 'title']);

    put(server, '/unknown', { lang: 'tlh' });
    await visitor.goes(`${server.origin}/unknown`);
    await visitor.sees(REJECT);
    assert.equal(await visitor.text(REJECT), 'Reject all');
    assert.equal(
      await visitor.evaluates(() => document.querySelector('cookie-consent').shadowRoot.querySelector('.root').lang),
      'en',
    );
    assert.ok(!library(server).some((path) => path.includes('tlh')));
  },
);

journey('the configuration of a block further down counts too', async ({ visitor, server }) => {
  const block = configuration({ site: { name: 'Further Down' } }).replace('data-askfirst', 'id="later"');
  put(server, '/block', { tag: '<script src="/dist/askfirst.js" data-config="#later"></script>', body: block });
  await visitor.goes(`${server.origin}/block`);
  await visitor.sees(REJECT);
  assert.match(await visitor.text(BANNER), /At Further Down, we use cookies/);
  await goesNowhere(visitor, server.origin);
});
