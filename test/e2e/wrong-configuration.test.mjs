/** Something is wrong with the site: the page works on, nothing is granted, nothing stored is lost, and one message says what to mend. */
import assert from 'node:assert/strict';
import { TAG, gated, inline, put } from './pages/page.mjs';
import { SIGNAL } from './pages/stand-ins.mjs';
import {
  ACCEPT,
  BANNER,
  MANAGE,
  REJECT,
  SAVE,
  SETTINGS,
  decided,
  goesNowhere,
  granted,
  isUsable,
  leavesNoTrace,
  library,
  ready,
  record,
  recordText,
} from './pages/story.mjs';
import { journey, quiet } from './support/journey.mjs';

const yes = recordText({ answers: { marketing: 'U', analytics: 'U', personalization: 'U' } });
const off = 'Everything that needs consent stays off, and nothing is asked, until this is mended.';
const fromUrl = (url) => ({ tag: TAG.replace('src', `data-config="${url}" src`) });

/** What the page was told, once it was: the console and the event say the same, each once. */
async function hearsOnce(visitor, pattern, level) {
  await visitor.waitsFor(() => window.noted.findings.length > 0);
  const { findings, console, thrown } = await visitor.evaluates(() => window.noted);
  const messages = findings.map(({ message }) => message);
  assert.equal(messages.length, 1, messages.join('\n'));
  assert.match(messages[0], pattern);
  assert.equal(findings[0].level, level);
  assert.deepEqual(console, [`${level === 'error' ? 'error' : 'warn'}: ${messages[0]}`]);
  assert.deepEqual(thrown, []);
  return findings[0];
}

/** Each with the page, and the message: path, what was expected, what was found, what happens now. */
const FATAL = {
  'JSON with a fault': [{ config: '{ "revision": 1, }' }, /\(data-askfirst\) should be JSON, but .+\. /],
  'an address that answers 404': [
    fromUrl('/status/404'),
    /should be at "\/status\/404", but the server answered 404\. /,
  ],
  'an address that answers HTML': [
    fromUrl('/privacy.html'),
    /\(\/privacy\.html\) should be JSON, but it is a page of HTML\. /,
  ],
  'an id that no element has': [fromUrl('#nowhere'), /should be at "#nowhere", but no element has this id\. /],
  'JSON that is no object': [{ config: '[1]' }, /"the configuration" should be an object, but is \[1\]\. /],
  'a revision that is no number': [{ config: { revision: 'two' } }, /"revision" should be a number, but is "two"\. /],
  'a category without a text': [
    { config: { categories: { necessary: {}, analytics: {}, social: {} } } },
    /"categories\.social" has no text: "texts\.<language>\.categories\.social" should hold .*, but has neither\. /,
  ],
  'a service of no category': [
    { config: { services: [{ id: 'shop', category: 'sales' }] } },
    /"services\[0\]\.category" should be one of necessary, marketing, .*, but is "sales"\. /,
  ],
};

for (const [what, [parts, pattern]] of Object.entries(FATAL)) {
  journey(`${what}: everything stays off, and the earlier answer stays stored`, async ({ visitor, server }) => {
    put(server, '/wrong', parts);
    await goesNowhere(visitor, server.origin);
    await visitor.setsCookie({ name: 'askfirst', value: yes });
    await visitor.goes(`${server.origin}/wrong`);
    const { message } = await hearsOnce(visitor, pattern, 'error');
    assert.ok(message.startsWith('AskFirst: ') && message.endsWith(off), message);
    await isUsable(visitor);
    assert.equal(server.sink.length, 0);
    await visitor.seesNot(BANNER);
    assert.equal((await visitor.state()).status, 'undecided');
    assert.equal(await visitor.evaluates(() => window.askFirst.granted('analytics')), false);
    assert.equal(await record(visitor), yes);
    // Nobody can be asked, so a link that opens the question is what it is without AskFirst: a link.
    await visitor.clicks('#change');
    await visitor.waitsFor(() => location.pathname === '/privacy.html');
  });
}

journey('nothing is fetched for a question that nobody can be asked', async ({ visitor, server }) => {
  put(server, '/wrong', { config: { revision: 'two' } });
  await visitor.goes(`${server.origin}/wrong`);
  await visitor.waitsFor(() => window.noted.findings.length > 0);
  await visitor.evaluates(() => window.askFirst.open('banner'));
  await quiet(server);
  assert.deepEqual(library(server), ['/dist/askfirst.js', '/dist/askfirst-diagnostics.js']);
});

const HARMLESS = {
  'a privacy link that would run a script': [
    { config: { site: { privacyPolicyUrl: 'javascript:alert(1)' } } },
    /"site\.privacyPolicyUrl" should be an address with https:.*, but is "javascript:alert\(1\)"\. The link is left out\./,
    'error',
  ],
  'a key that nobody knows': [
    { config: { colour: 'red' } },
    /"colour" is not a key of the configuration .*left aside/,
    'warning',
  ],
  'a layout that there is not': [
    { config: { ui: { layout: 'wall' } } },
    /"ui\.layout" should be "bar" or "box" or "center", but is "wall"\. The default/,
    'warning',
  ],
};

for (const [what, [parts, pattern, level]] of Object.entries(HARMLESS)) {
  journey(`${what}: the question is asked all the same`, async ({ visitor, server }) => {
    put(server, '/odd', parts);
    await visitor.goes(`${server.origin}/odd`);
    await visitor.sees(REJECT);
    await hearsOnce(visitor, pattern, level);
    assert.equal(
      await visitor.evaluates(
        () => document.querySelector('cookie-consent').shadowRoot.querySelectorAll('.banner a').length,
      ),
      0,
    );
    await visitor.accepts();
    await visitor.waitsFor(() => window.ran?.length === 3);
  });
}

journey('an id in the markup that nobody configured: that element alone stays off', async ({ visitor, server }) => {
  put(server, '/markup', { body: gated('statistics') + gated('analytics') });
  await visitor.goes(`${server.origin}/markup`);
  await visitor.accepts();
  await visitor.waitsFor(() => window.ran?.includes('/sink/analytics.js'));
  await hearsOnce(
    visitor,
    /<script data-consent="statistics".*> should name .*, but "statistics" is none of them\. It stays off\./,
    'error',
  );
  await quiet(server);
  assert.deepEqual(await visitor.evaluates(() => window.ran), ['/sink/analytics.js']);
});

journey(
  'a gated script without the nonce of the page stays off: the gate never lends its own',
  async ({ visitor, server }) => {
    const policy = "script-src 'nonce-{{nonce}}' 'strict-dynamic'; style-src 'self'";
    const nonce = 'nonce="{{nonce}}"';
    put(
      server,
      '/nonce',
      {
        tag: TAG.replace('src', `${nonce} src`),
        body:
          gated('analytics', 'without') +
          gated('analytics', 'with', nonce) +
          inline('analytics', 'other', 'nonce="guessed"'),
      },
      { 'content-security-policy': policy },
    );
    await visitor.goes(`${server.origin}/nonce`);
    await visitor.accepts();
    await visitor.waitsFor(() => window.ran?.includes('/sink/with.js'));
    await visitor.waitsFor(() => window.noted.findings.length === 2);
    const { findings } = await visitor.evaluates(() => window.noted);
    for (const { rule, message } of findings) {
      assert.equal(rule, 'A12');
      assert.match(
        message,
        /<script data-consent="analytics".*> should carry the nonce of the AskFirst tag, .* It stays off\./,
      );
    }
    await quiet(server);
    assert.deepEqual(await visitor.evaluates(() => window.ran), ['/sink/with.js']);
  },
);

const BROKEN = {
  'cannot be fetched': { status: 404, body: '' },
  'is not what was built': {
    body: 'globalThis.tampered = true; export const start = () => {}; export default () => ({}); export const loadAnswers = start;',
    headers: { 'access-control-allow-origin': '*' },
  },
};
const untouched = async (visitor) => assert.equal(await visitor.evaluates(() => window.tampered ?? null), null);

for (const [how, broken] of Object.entries(BROKEN)) {
  journey(`the interface ${how}: nothing is granted, and the next page view asks`, async ({ visitor, server }) => {
    put(server, '/page');
    server.pages.set('/dist/askfirst-ui.js', broken);
    await visitor.goes(`${server.origin}/page`);
    await ready(visitor);
    // Those who have nothing to show, and those who have nothing to store: one file, one message.
    await hearsOnce(
      visitor,
      /the banner could not be shown: http.*askfirst-ui\.js.* Nothing is granted, and the page works on\./,
      'error',
    );
    await isUsable(visitor);
    await visitor.sees(SETTINGS);
    await untouched(visitor);
    assert.equal(server.sink.length, 0);
    await leavesNoTrace(visitor);
    server.pages.delete('/dist/askfirst-ui.js');
    await visitor.goes(`${server.origin}/page`);
    await visitor.rejects();
    await decided(visitor);
  });

  journey(`the preferences ${how}: the banner still takes a no`, async ({ visitor, server }) => {
    put(server, '/page');
    server.pages.set('/dist/askfirst-preferences.js', broken);
    await visitor.goes(`${server.origin}/page`);
    await visitor.clicks(MANAGE);
    await hearsOnce(
      visitor,
      /the preferences could not be shown: http.*askfirst-preferences\.js.* Nothing is granted/,
      'error',
    );
    await visitor.sees(REJECT);
    await untouched(visitor);
    await isUsable(visitor);
    await visitor.rejects();
    await decided(visitor);
    await visitor.seesNot(BANNER);
    assert.deepEqual(await granted(visitor), []);
  });

  journey(
    `the preferences ${how}: whose browser sends the signal is asked all the same`,
    async ({ visitor, server }) => {
      put(server, '/page', { head: SIGNAL });
      server.pages.set('/dist/askfirst-preferences.js', broken);
      await visitor.goes(`${server.origin}/page?gpc`);
      await visitor.sees(REJECT);
      await hearsOnce(visitor, /the preferences could not be shown: http.*askfirst-preferences\.js/, 'error');
      await untouched(visitor);
      await visitor.rejects();
      await decided(visitor);
      await visitor.seesNot(BANNER);
      assert.deepEqual(await granted(visitor), []);
    },
  );

  journey(`what stores an answer ${how}: the question stays, and nothing runs`, async ({ visitor, server }) => {
    put(server, '/page');
    server.pages.set('/dist/askfirst-answers.js', broken);
    await visitor.goes(`${server.origin}/page`);
    await visitor.clicks(ACCEPT);
    await hearsOnce(
      visitor,
      /the answer could not be stored: http.*askfirst-answers\.js.* Nothing is changed/,
      'error',
    );
    await untouched(visitor);
    await isUsable(visitor);
    await visitor.sees(REJECT);
    await quiet(server);
    assert.equal(server.sink.length, 0);
    await leavesNoTrace(visitor);
    server.pages.delete('/dist/askfirst-answers.js');
    await visitor.goes(`${server.origin}/page`);
    await visitor.opensPreferences();
    await visitor.sees(SAVE);
    await visitor.saves();
    await decided(visitor);
  });
}

journey(
  'with data-debug everything is told and thrown; without it a visitor hears nothing of it',
  async ({ visitor, server }) => {
    const parts = {
      config: { services: [{ id: 'gtm', category: 'necessary', match: ['https://www.googletagmanager.com/*'] }] },
      body: '<iframe title="Video" data-consent="marketing" src="/sink/live.html"></iframe>',
    };
    put(server, '/visitor', parts);
    put(server, '/builder', { ...parts, tag: TAG.replace('src', 'data-debug src') });
    await visitor.goes(`${server.origin}/visitor`);
    await visitor.sees(REJECT);
    await quiet(server);
    const before = await visitor.evaluates(() => window.noted);
    assert.deepEqual([before.findings, before.thrown], [[], []]);
    assert.ok(library(server).every((path) => !/diagnostics|linter/.test(path)));

    await visitor.goes(`${server.origin}/builder`);
    await visitor.waitsFor(() => window.noted.thrown.length > 0);
    const { findings, thrown } = await visitor.evaluates(() => window.noted);
    assert.deepEqual(findings.map(({ rule, level }) => `${rule} ${level}`).sort(), [
      'A20 error',
      'A5 error',
      'C8 error',
      'C8 error',
    ]);
    for (const { message } of findings) assert.ok(message.startsWith('AskFirst: ') && /\.$/.test(message), message);
    assert.equal(thrown.length, 1);
    assert.match(thrown[0], /googletagmanager/);
    // It is about the site, so its visitors are asked all the same.
    await visitor.sees(REJECT);
  },
);
