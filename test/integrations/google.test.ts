import { expect } from '@open-wc/testing';
import { regimeOf } from '../../src/core/region.js';
import { connect } from '../../src/integrations/connect.js';
import { denyGoogle } from '../../src/integrations/google-default.js';
import { google, type GoogleOptions } from '../../src/integrations/google.js';
import {
  freshName,
  noteFindings,
  reported,
  start,
  startPending,
  store,
  stub,
  stubGpc,
  useConsents,
} from '../support/consents.js';
import { MINUTE, recordOf } from '../support/records.js';
import type { Config, ConfigInput, Consent } from '../../src/types.js';

const KEYS = [
  'ad_storage',
  'ad_user_data',
  'ad_personalization',
  'analytics_storage',
  'functionality_storage',
  'personalization_storage',
];
const denied = Object.fromEntries(KEYS.map((key) => [key, 'denied']));
const DEFAULT = ['consent', 'default', { ...denied, security_storage: 'granted', wait_for_update: 500 }];
const REDACTION = ['set', 'ads_data_redaction', true];
const START = [DEFAULT, REDACTION];

const word = (yes: boolean): string => (yes ? 'granted' : 'denied');
const signals = (letters: string): Record<string, string> =>
  Object.fromEntries(KEYS.map((key, index) => [key, word(letters.includes('mmmapp'.charAt(index)))]));
/** What is told of an answer, for what is granted: m, a, p. */
const told = (letters: string): unknown[] => [
  ['consent', 'update', signals(letters)],
  {
    event: 'consent_decision',
    consent: {
      necessary: 'granted',
      marketing: word(letters.includes('m')),
      analytics: word(letters.includes('a')),
      personalization: word(letters.includes('p')),
    },
  },
];
/** What United States law calls an opt-out of marketing. */
const optedOut = (isOut: boolean): unknown[] => [
  ['set', 'restricted_data_processing', isOut],
  ['set', 'allow_ad_personalization_signals', !isOut],
];

const isCommand = (entry: unknown): boolean => Object.prototype.toString.call(entry) === '[object Arguments]';
/** The list, with commands as lists. */
const layer = (): unknown[] =>
  (window.dataLayer ?? []).map((entry) => (isCommand(entry) ? Array.from(entry as ArrayLike<unknown>) : entry));
const connectGoogle = (consent: Consent, options?: GoogleOptions): (() => void) =>
  connect(consent, google(consent, options));
const answers = (letters: string): Record<string, boolean> => ({
  marketing: letters.includes('m'),
  analytics: letters.includes('a'),
  personalization: letters.includes('p'),
});
const stored = (letters: string): string => {
  const name = freshName();
  const entries = Object.entries(answers(letters)).map(([id, yes]) => [id, yes ? 'U' : 'u']);
  store(name, recordOf(Object.fromEntries(entries) as Record<string, string>, { decidedAt: Date.now() }));
  return name;
};

interface Wishes {
  options?: GoogleOptions;
  config?: ConfigInput;
  name?: string;
  now?: () => number;
}

/** As the drop-in does it: the configuration is read, then comes the file of the vendor. */
function startWithGoogle({ options, config, name = freshName(), now }: Wishes = {}): Consent {
  const consent = start({ ...config, cookie: { name } }, now ? { now } : {});
  connectGoogle(consent, options);
  return consent;
}

describe('Google Consent Mode', () => {
  useConsents();
  beforeEach(() => {
    stub(window, 'dataLayer', { value: undefined, writable: true });
  });

  it('denies by default, with all seven keys and a wait, and redacts (M2, M4, M7)', () => {
    startWithGoogle();
    expect(layer()).to.deep.equal(START);
    expect(Object.keys((layer()[0] as object[])[2] ?? {})).to.have.members([
      ...KEYS,
      'security_storage',
      'wait_for_update',
    ]);
  });

  it('pushes Arguments objects, onto a list that is there, and one plain event (M1, N5)', () => {
    const queue: unknown[] = [{ event: 'own' }];
    window.dataLayer = queue;
    startWithGoogle().acceptAll();
    expect(window.dataLayer).to.equal(queue);
    expect(queue.slice(1).map(isCommand)).to.deep.equal([true, true, true, false]);
    expect(Object.getPrototypeOf(queue[4])).to.equal(Object.prototype);
  });

  it('says no second default where the gate has said it already (M11)', () => {
    denyGoogle();
    window.dataLayer?.push(['js', new Date()]);
    startWithGoogle();
    expect(layer().filter((entry) => (entry as unknown[])[1] === 'default')).to.deep.equal([DEFAULT]);
  });

  it('says its default where the page has said one that denies less, or not everywhere (M2, M4)', () => {
    for (const own of [{}, { ...denied, ad_storage: 'granted' }, { ...denied, region: ['US'] }]) {
      window.dataLayer = [['consent', 'default', own]];
      startWithGoogle();
      expect(layer().slice(1)).to.deep.equal(START);
    }
  });

  for (const letters of ['', 'm', 'a', 'p', 'ma', 'mp', 'ap', 'map']) {
    const of = letters || 'none';

    it(`a first visit: is told once of the decision, by its keys: ${of} (M2, M5, N5)`, () => {
      const consent = startWithGoogle();
      consent.choose(answers(letters));
      expect(layer()).to.deep.equal([...START, ...told(letters)]);
    });

    it(`a return: is told what was chosen, in the same task as the default: ${of} (M4)`, () => {
      startWithGoogle({ name: stored(letters) });
      expect(layer()).to.deep.equal([...START, ...told(letters)]);
    });

    it(`a change: is told once of the new answer: ${of} (M5)`, () => {
      let now = Date.now();
      const others = ['m', 'a', 'p'].filter((letter) => !letters.includes(letter)).join('');
      const consent = startWithGoogle({ name: stored(letters), now: () => now });
      now += MINUTE;
      consent.choose(answers(others));
      expect(layer()).to.deep.equal([...START, ...told(letters), ...told(others)]);
    });

    it(`a withdrawal: is told once that all is denied, before the gate moves: ${of} (M5, N1, E3)`, () => {
      let now = Date.now();
      const consent = startWithGoogle({ name: stored(letters), now: () => now });
      now += MINUTE;
      let atGate = 0;
      consent.on('gate', () => (atGate = layer().length));
      consent.withdraw();
      expect(layer()).to.deep.equal([...START, ...told(letters), ...told('')]);
      expect(atGate).to.equal(6);
    });
  }

  it('is told once where it is connected while a decision goes round (M5)', () => {
    const consent = startPending();
    let connected: unknown;
    consent.on('signals', () => {
      connected ??= connectGoogle(consent);
    });
    consent.configure({ cookie: { name: stored('a') } });
    expect(layer()).to.deep.equal([...START, ...told('a')]);
  });

  it('is told where it was connected before the configuration was read', () => {
    const consent = startPending();
    connectGoogle(consent);
    consent.configure({ cookie: { name: stored('p') } });
    expect(layer()).to.deep.equal([...START, ...told('p')]);
  });

  it('hears nothing while nobody has decided (M5)', () => {
    const consent = startWithGoogle();
    consent.open();
    consent.close();
    expect(layer()).to.deep.equal(START);
  });

  for (const regime of ['opt-out', 'notice'] as const) {
    it(`hears at once what runs until a no, and would else stay denied: ${regime} (J1)`, () => {
      const consent = startWithGoogle({ config: { regime } });
      consent.open();
      consent.close();
      expect(layer()).to.deep.equal([...START, ...told('map')]);
    });
  }

  it('hears of a signal that decides by itself, in the words of that law (K4, M13)', () => {
    stubGpc(true);
    startWithGoogle({ config: { regime: 'opt-out' } });
    expect(layer()).to.deep.equal([...START, ...optedOut(true), ...told('ap')]);
  });

  it('hears nothing more once it is disconnected', () => {
    const consent = start({ cookie: { name: freshName() } });
    const stop = connectGoogle(consent);
    stop();
    consent.acceptAll();
    expect(layer()).to.deep.equal(START);
  });

  describe('its options', () => {
    it('wait as long as the site says, up to two seconds (M4)', () => {
      const waits = [0, 2000, 2001, undefined].map((waitForUpdate) => {
        window.dataLayer = [];
        startWithGoogle({ options: waitForUpdate === undefined ? {} : { waitForUpdate } });
        return (layer()[0] as { wait_for_update: number }[])[2]?.wait_for_update;
      });
      expect(waits).to.deep.equal([0, 2000, 500, 500]);
    });

    it('leave identifiers in where the site says so, and carry them in links (M7)', () => {
      startWithGoogle({ options: { adsDataRedaction: false, urlPassthrough: true } });
      expect(layer()).to.deep.equal([...START, ['set', 'ads_data_redaction', false], ['set', 'url_passthrough', true]]);
    });

    it('name a developer only where the site has an id (M10)', () => {
      startWithGoogle({ options: { developerId: 'dZTJkMz' } });
      expect(layer()).to.deep.equal([...START, ['set', 'developer_id.dZTJkMz', true]]);
    });

    it('map categories to keys; a key of two needs both, one of none stays denied', () => {
      const mapping: GoogleOptions['mapping'] = {
        marketing: ['ad_storage', 'ad_user_data'],
        analytics: ['ad_user_data', 'analytics_storage'],
      };
      const consent = startWithGoogle({ options: { mapping } });
      consent.choose(answers('mp'));
      consent.choose(answers('map'));
      const updates = layer().filter((entry) => (entry as unknown[])[1] === 'update') as unknown[][];
      expect(updates.map((entry) => entry[2])).to.deep.equal([
        { ...denied, ad_storage: 'granted' },
        { ...denied, ad_storage: 'granted', ad_user_data: 'granted', analytics_storage: 'granted' },
      ]);
    });

    it('never let what is necessary speak for a key (A18)', () => {
      startWithGoogle({ options: { mapping: { necessary: ['ad_storage'], analytics: [] } } }).rejectAll();
      expect(layer()[2]).to.deep.equal(['consent', 'update', denied]);
    });

    const US: ConfigInput = { regions: { US: 'opt-out', 'US-VT': 'notice', 'US-WA': 'opt-in' }, regime: 'opt-in' };
    const groupsOf = (config: ConfigInput, regions: GoogleOptions['regions'] = []): unknown[] => {
      window.dataLayer = [];
      startWithGoogle({ options: { regions }, config });
      return layer()
        .filter((entry) => (entry as unknown[])[1] === 'default')
        .slice(1);
    };
    const groupOf = (region: readonly string[], letters: string): unknown[] => [
      'consent',
      'default',
      { ...signals(letters), security_storage: 'granted', region, wait_for_update: 500 },
    ];

    it('say one default for each group of regions that are open, besides the one for everywhere (M6)', () => {
      const groups = [
        { region: ['US-CA', 'US-VT'], granted: ['analytics'] },
        { region: ['US'], granted: ['analytics', 'marketing', 'personalization'] },
      ];
      expect(groupsOf(US, groups)).to.deep.equal([groupOf(['US-CA', 'US-VT'], 'a'), groupOf(['US'], 'map')]);
    });

    it('open no region where people are asked first, no minors’ and no sensitive page (M6, J11, L1)', () => {
      const everywhere = [{ region: ['DE', 'US-WA', 'US'], granted: ['analytics', 'marketing'] }];
      expect(groupsOf(US, everywhere)).to.deep.equal([groupOf(['US'], 'ma')]);
      expect(groupsOf({ ...US, age: 'under16' }, everywhere)).to.deep.equal([groupOf(['US'], 'a')]);
      expect(groupsOf({ ...US, sensitive: true }, everywhere)).to.deep.equal([]);
      expect(groupsOf({}, everywhere)).to.deep.equal([]);
    });

    it('of the wrong type are left aside: they open nothing, and stop nobody (H1)', () => {
      const wrong = {
        adsDataRedaction: 'no',
        developerId: 'not one',
        mapping: { marketing: 'ad_storage', analytics: null, personalization: 5 },
        regions: ['US', null, 5, {}, { region: 'US', granted: 'analytics' }, { region: [5, null, 'usa'], granted: {} }],
        urlPassthrough: 1,
        waitForUpdate: 5000,
      } as unknown as GoogleOptions;
      startWithGoogle({ options: wrong, config: { regime: 'notice' } }).acceptAll();
      expect(layer().slice(0, 3)).to.deep.equal([...START, ['consent', 'update', denied]]);
      for (const nothing of [null, 5, 'text']) {
        window.dataLayer = [];
        startWithGoogle({ options: { mapping: null, regions: nothing } as unknown as GoogleOptions });
        expect(layer()).to.deep.equal(START);
      }
    });

    it('open a region exactly where the regime of its visitors is not opt-in (M6, I2)', () => {
      const tables: readonly ConfigInput[] = [
        US,
        { regime: 'opt-out' },
        { regime: 'opt-out', regions: { DE: 'opt-in' } },
        { regions: { '*': 'notice', FR: 'opt-in' } },
        { regions: 'recommended' },
      ];
      for (const config of tables) {
        const { config: read } = start(config);
        for (const code of ['US', 'US-CA', 'US-WA', 'DE', 'FR', 'BR', 'GB-ENG']) {
          const isOpen = groupsOf(config, [{ region: [code], granted: ['analytics'] }]).length > 0;
          const regime = regimeOf({ ...(read as Config), region: code });
          expect(isOpen, `${JSON.stringify(config)} ${code}`).to.equal(regime !== 'opt-in');
        }
      }
    });
  });

  describe('in the United States', () => {
    it('hears of an opt-out in the words of that law, and of its end (M13, J12)', () => {
      const consent = startWithGoogle({ config: { regime: 'opt-out' } });
      consent.choose({ marketing: false });
      consent.choose({ analytics: false });
      consent.choose({ marketing: true });
      expect(layer()).to.deep.equal([
        ...START,
        ...told('map'),
        ...optedOut(true),
        ...told('ap'),
        ...told('p'),
        ...optedOut(false),
        ...told('mp'),
      ]);
    });

    it('hears nothing of that where people are asked first', () => {
      startWithGoogle().rejectAll();
      expect(JSON.stringify(layer())).not.to.include('restricted_data_processing');
    });
  });

  it('learns of a sensitive page the site alone, before any tag’s command and with each answer (L4, L5)', () => {
    const site = `${location.origin}/`;
    const hidden = ['set', { page_location: site, page_title: site, page_referrer: site }];
    startWithGoogle({ config: { sensitive: true } }).acceptAll();
    expect(layer()).to.deep.equal([...START, hidden, hidden, ...told('map')]);
    expect(JSON.stringify(layer())).not.to.include(location.search);
  });

  const late: Readonly<Record<string, unknown>> = {
    'gtag("js")': ['js', new Date()],
    'gtag("config")': ['config', 'G-1'],
    'gtag("event")': ['event', 'page_view'],
    'a container snippet': { 'gtm.start': 1, event: 'gtm.js' },
  };
  const messages = async (): Promise<string> => {
    const consent = startWithGoogle();
    const findings = noteFindings(consent);
    await reported(consent);
    return findings.map(({ message }) => message).join();
  };
  for (const [what, entry] of Object.entries(late)) {
    it(`reports that ${what} came before the default, whoever said that (M3)`, async () => {
      window.dataLayer = [entry];
      expect(await messages()).to.include('google-late dataLayer');
      expect(layer()[1]).to.deep.equal(DEFAULT);
      window.dataLayer = [entry];
      denyGoogle();
      expect(await messages()).to.include('google-late dataLayer');
    });

    it(`reports nothing where ${what} came behind the gate’s default (M3)`, async () => {
      window.dataLayer = [];
      denyGoogle();
      window.dataLayer.push(entry);
      expect(await messages()).not.to.include('google-late');
    });
  }

  it('reports nothing for what a page may push before (M3)', async () => {
    window.dataLayer = [{ pageType: 'article' }, ['set', 'url_passthrough', true], ['consent', 'default', {}]];
    expect(await messages()).not.to.include('google-late');
  });

  it('is not stopped by what else stands in the list, nor by one that is none (N1)', () => {
    const queues = [[null, undefined, 5, 'text', ['consent', 'default'], ['consent', 'default', null]], { push: 1 }];
    for (const queue of queues) {
      window.dataLayer = queue as unknown[];
      const pushed: unknown[] = [];
      if (!Array.isArray(queue)) (queue as { push: unknown }).push = (entry: unknown) => pushed.push(entry);
      startWithGoogle().acceptAll();
      expect(Array.isArray(queue) ? queue.slice(6) : pushed).to.have.lengthOf(4);
    }
  });

  it('is not stopped by a blocker that leaves no list (N1, J9)', () => {
    stub(window, 'dataLayer', { get: () => undefined, set: () => undefined });
    const consent = startWithGoogle();
    consent.rejectAll();
    expect(consent.state.status).to.equal('decided');
  });
});
