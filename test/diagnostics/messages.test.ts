/** What people read. Each sentence names the key, what was expected, what was found, and what happens now. */
import { expect } from '@open-wc/testing';
import { findFaults } from '../../src/diagnostics/find-faults.js';
import { explain, validateConfig } from '../../src/diagnostics/index.js';
import { described } from './described.js';
import type { Problem } from '../../src/types.js';

const OFF = 'Everything that needs consent stays off, and nothing is asked, until this is mended.';
const DEFAULT = 'The default takes its place.';
const SERVICE = { id: 'ga', category: 'analytics' };

const sentences: readonly (readonly [input: unknown, rule: string, path: string, sentence: string])[] = [
  [null, 'H1', '', `"the configuration" should be an object, but is null. ${OFF}`],
  [{ revision: '2' }, 'H1', 'revision', `"revision" should be a number, but is "2". ${OFF}`],
  [{ revision: 1.5 }, 'H1', 'revision', `"revision" should be a whole number, but is 1.5. ${OFF}`],
  [{ timeout: -1 }, 'H1', 'timeout', `"timeout" should be at least 0, but is -1. ${OFF}`],
  [
    { categories: { video: {} } },
    'C8',
    'categories.video',
    `"categories.video" has no text: "texts.<language>.categories.video" should hold a title and a description, since nobody can agree to what is not described, but has neither. ${OFF}`,
  ],
  [
    { services: [{ id: 'ga', category: 'statistics' }] },
    'H1',
    'services[0].category',
    `"services[0].category" should be one of necessary, marketing, analytics, personalization, but is "statistics". ${OFF}`,
  ],
  [
    { services: [{ id: 'marketing', category: 'analytics' }] },
    'H1',
    'services[0].id',
    `"services[0].id" should be an id that nothing else has, but "marketing" is taken. ${OFF}`,
  ],
  [
    { integrations: { google: 'basic' } },
    'H1',
    'integrations.google',
    `"integrations.google" should be true or false, or an object, but is "basic". ${OFF}`,
  ],
  [
    { sensitive: true, integrations: { google: { mode: 'advanced' } } },
    'M8',
    'integrations.google.mode',
    `"integrations.google.mode" should be "basic" where "sensitive" is true, since in "advanced" mode the vendor is told of each visit before a yes, but is "advanced". ${OFF}`,
  ],
  [
    { integrations: { google: { waitForUpdate: 5000 } } },
    'H1',
    'integrations.google.waitForUpdate',
    '"integrations.google.waitForUpdate" should be at most 2000, but is 5000. It is left aside.',
  ],
  [
    { integrations: { google: { regions: [{ region: ['usa'], granted: [] }] } } },
    'H1',
    'integrations.google.regions[0].region[0]',
    '"integrations.google.regions[0].region[0]" should be an ISO 3166 code such as "US" or "US-CA", but is "usa". It is left aside.',
  ],
  [
    { regime: 'opt-maybe' },
    'H1',
    'regime',
    `"regime" should be "opt-in" or "opt-out" or "notice", but is "opt-maybe". ${OFF}`,
  ],
  [
    { regions: { usa: 'opt-out' } },
    'H1',
    'regions.usa',
    `"regions.usa" should be an ISO 3166 code such as "US" or "US-CA", or "*", but is "usa". ${OFF}`,
  ],
  [
    { memory: { refusalMonths: 3 } },
    'H1',
    'memory.refusalMonths',
    `"memory.refusalMonths" should be at least 6, but is 3. ${OFF}`,
  ],
  [
    { memory: { consentMonths: 12 } },
    'F1',
    'memory.refusalMonths',
    `"memory.refusalMonths" should be at least "memory.consentMonths" (12), since a no is remembered as long as a yes, but is 6. ${OFF}`,
  ],
  [
    { cookie: { name: 'ask first' } },
    'H1',
    'cookie.name',
    `"cookie.name" should be letters, digits, "-" and "_", but is "ask first". ${OFF}`,
  ],
  [
    { cookie: { path: 'x' } },
    'H1',
    'cookie.path',
    `"cookie.path" should be a path that begins with "/", but is "x". ${OFF}`,
  ],
  [
    { services: [{ id: 'ga', category: 'analytics', storage: ['ga'] }] },
    'H1',
    'services[0].storage[0]',
    `"services[0].storage[0]" should be "local:KEY", "session:KEY", "indexeddb:NAME", "cache:NAME" or "serviceworker:/PATH", but is "ga". ${OFF}`,
  ],
  [
    { services: [{ id: 'ga', category: 'analytics', cookies: [{ name: 'sid', httpOnly: 'yes' }] }] },
    'H1',
    'services[0].cookies[0].httpOnly',
    `"services[0].cookies[0].httpOnly" should be true or false, but is "yes". ${DEFAULT}`,
  ],
  [
    { ui: { theme: 'mauve' } },
    'H1',
    'ui.theme',
    `"ui.theme" should be "auto" or "light" or "dark", but is "mauve". ${DEFAULT}`,
  ],
  [
    { language: 'klingon!' },
    'H1',
    'language',
    `"language" should be a language tag such as "en" or "pt-BR", but is "klingon!". ${DEFAULT}`,
  ],
  [
    { site: { privacyPolicyUrl: 'javascript:alert(1)' } },
    'H1',
    'site.privacyPolicyUrl',
    `"site.privacyPolicyUrl" should be an address with https:, http: or mailto:, or a relative one, but is "javascript:alert(1)". ${DEFAULT}`,
  ],
];

describe('what diagnostics says', () => {
  for (const [input, rule, path, sentence] of sentences) {
    it(`of ${JSON.stringify(input)} (H1)`, () => {
      const level = sentence.endsWith(OFF) ? 'error' : 'warning';
      expect(findFaults(input)).to.deep.equal([{ rule, level, path, message: `AskFirst: ${sentence}` }]);
    });
  }

  it('of an unknown key names the value that was found (H1)', () => {
    const [finding] = findFaults({ ui: { acceptColor: 'green' } });
    expect(finding).to.deep.include({ rule: 'H1', level: 'warning', path: 'ui.acceptColor' });
    expect(finding?.message).to.include('found "green"');
  });

  it('of a key that is missing says that it is missing, and what it should be (H1)', () => {
    const [finding] = findFaults({ services: [{ id: 'ga' }] });
    expect(finding).to.deep.include({ level: 'error', path: 'services[0].category' });
    expect(finding?.message).not.to.include('should be "category"');
    expect(finding?.message).to.match(/nothing|missing/);
  });

  it('of a wrong part of an object names the part (H1)', () => {
    const [finding] = findFaults({ integrations: { google: { mode: 'quiet' } } });
    expect(finding?.message).to.include('"quiet"').and.to.include('integrations.google.mode');
  });

  it('of a region that is still on its way says nothing (H1)', () => {
    expect(findFaults({ region: Promise.resolve('FR') })).to.deep.equal([]);
    expect(findFaults({ region: { then: 'FR' } })[0]?.path).to.equal('region');
  });

  it('names each unknown key, and not the first alone', () => {
    const inputs = {
      colour: 1,
      ui: { shade: 1, tint: 2 },
      integrations: { google: { speed: 1 } },
      services: [{ ...SERVICE, x: 1 }],
    };
    expect(findFaults(inputs).map(({ path }) => path)).to.have.members([
      'colour',
      'ui.shade',
      'ui.tint',
      'integrations.google.speed',
      'services[0].x',
    ]);
  });

  it('names each fault of several, in the order of the file', () => {
    const paths = findFaults({ timeout: -1, regime: 'x', ui: { theme: 5 } }).map(({ path }) => path);
    expect(paths).to.have.members(['timeout', 'regime', 'ui.theme']);
    expect(findFaults({ timeout: -1 })).to.deep.equal(findFaults({ timeout: -1 }));
  });

  it('shortens what is long', () => {
    const [finding] = findFaults({ regime: 'x'.repeat(500) });
    expect(finding?.message.length).to.be.below(300);
  });

  it('is thrown in strict mode where there is an error, and not for a warning (H1)', () => {
    expect(() => validateConfig({ regime: 'x', colour: 1 }, { strict: true })).to.throw(
      /"regime" should be[^]*"colour"/,
    );
    expect(() => validateConfig({ ...described, colour: 1 }, { strict: true })).not.to.throw();
    expect(validateConfig({ ...described, colour: 1 }, { strict: true })).to.have.lengthOf(1);
    expect(() => validateConfig({ regime: 'x' })).not.to.throw();
  });
});

describe('what diagnostics says of a page that runs', () => {
  let count = 0;
  /** What is said of one problem, on a path of its own: everything is said once a page. */
  const say = async (rule: string, found?: unknown, path = `place-${String((count += 1))}`): Promise<string> => {
    const findings = await explain([{ rule, level: 'error', path, message: 'brief', found }], {});
    return findings.map(({ message }) => message.replace('AskFirst: ', '').replace(path, 'PATH')).join('\n');
  };

  const element = (markup: string): Element => {
    const template = document.createElement('template');
    template.innerHTML = markup;
    return template.content.firstElementChild!;
  };
  const script = element('<script type="text/plain" data-consent="analytics" data-src="/a.js"></script>');
  const SCRIPT = '<script data-consent="analytics" data-src="/a.js">';

  const rows: readonly (readonly [code: string, found: unknown, sentence: string])[] = [
    ['json', '<!doctype html>', `the configuration (PATH) should be JSON, but it is a page of HTML. ${OFF}`],
    ['config-source', new Error('404'), `the configuration should be at "PATH", but the server answered 404. ${OFF}`],
    [
      'record',
      '2.1.x',
      'the cookie "PATH" should hold a record of this version, but holds "2.1.x". It is left as it is, and the question is asked again.',
    ],
    [
      'storage',
      undefined,
      'the choice should be kept in the cookie "PATH", but the browser does not keep it. It counts for this page view, and is asked again on the next.',
    ],
    [
      'unknown-id',
      'statistics',
      'PATH() should name a category or a service of the configuration, but names "statistics". It counts as not granted.',
    ],
    [
      'gated-id',
      script,
      `${SCRIPT} should name categories or services of the configuration, but "PATH" is none of them. It stays off.`,
    ],
    [
      'necessary',
      script,
      `${SCRIPT} is gated, but what is necessary needs no gate: write it as ordinary markup. Until then it stays off.`,
    ],
    [
      'nonce',
      element('<script id="tag" data-consent="marketing"></script>'),
      '<script id="tag" data-consent="marketing"> should carry the nonce of the AskFirst tag, since the gate never lends it, but does not. It stays off.',
    ],
    [
      'import-map',
      undefined,
      'a gated import map was refused by this browser, which takes none once a module was asked for, or no second one. Modules that need it fail here: bundle them, or use full addresses.',
    ],
    [
      'embeds',
      new Error('/dist/askfirst-embeds.js'),
      'PATH could not be loaded: /dist/askfirst-embeds.js was not found, or is not what was built. Embeds and templates stay off, scripts go on.',
    ],
    [
      'integrations',
      new Error('/dist/integrations/google.js'),
      'the vendors of "integrations" should be told before any script runs, but one could not be: /dist/integrations/google.js was not found, is not what was built, or was refused. Gated scripts stay off; embeds and the page go on.',
    ],
    ['address', script, `${SCRIPT} should have an address that is fetched, but has "PATH". It stays off.`],
    ['subscriber', new Error('mine'), 'a listener for "PATH" failed: mine. The others were called all the same.'],
    [
      'region',
      'nothing for a second',
      '"PATH" should be known within a second, but came to nothing for a second. "opt-in", the strictest, is taken for this page view.',
    ],
    [
      'api-grant',
      undefined,
      'PATH was granted by a script without a click or key press of the visitor just before. Consent is a clear act by a person; this one is recorded as "api".',
    ],
  ];
  for (const [code, found, sentence] of rows) {
    it(`of the kind "${code}"`, async () => {
      expect(await say(code, found)).to.equal(sentence);
    });
  }

  it('of broken JSON names what is broken', async () => {
    expect(await say('json', '{"a": }')).to.match(/should be JSON, but .+\. Everything/);
  });

  it('once, and no more', async () => {
    const problem: Problem = { rule: 'storage', level: 'error', path: 'once', message: 'brief' };
    expect(await explain([problem, problem], {})).to.have.lengthOf(1);
    expect(await explain([problem], {})).to.deep.equal([]);
  });

  it('of a configuration that the gate refused names each fault in it, and nothing but faults', async () => {
    const problem: Problem = { rule: 'config', level: 'error', path: '', message: 'brief' };
    const findings = await explain([problem], { revision: 'nine', regime: 'none' });
    expect(findings.map(({ path }) => path)).to.have.members(['revision', 'regime']);
  });

  it('of a fault without better words keeps the gate’s own', async () => {
    const problem: Problem = { rule: 'config', level: 'error', path: '', message: 'brief words' };
    expect((await explain([problem], {})).map(({ message }) => message)).to.deep.equal(['brief words']);
  });

  it('of what the gate noticed and the linter alone can name takes the linter’s words, as a warning (I2)', async () => {
    const problem: Problem = { rule: 'config', level: 'error', path: 'region', message: 'brief words' };
    expect(await explain([problem], { region: 'France' })).to.deep.equal([
      {
        rule: 'I2',
        level: 'warning',
        path: 'region',
        message:
          'AskFirst: "region" should be an ISO 3166 code such as "FR" or "US-CA", but is "France". "opt-in", the strictest, is taken.',
      },
    ]);
  });
});

describe('an element that cannot be brought to life', () => {
  it('is named, and what happens to it and to those behind it (A14)', async () => {
    const [finding] = await explain(
      [{ rule: 'release', level: 'error', path: 'SyntaxError', message: '', found: document.createElement('video') }],
      {},
    );
    expect(finding?.message).to.match(/<video> could not be brought to life: SyntaxError\. It stays off/);
  });
});
