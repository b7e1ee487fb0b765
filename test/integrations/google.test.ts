import { expect } from '@open-wc/testing';
import { connect } from '../../src/integrations/connect.js';
import { google } from '../../src/integrations/google.js';
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
import type { Consent } from '../../src/types.js';

const KEYS = [
  'ad_storage',
  'ad_user_data',
  'ad_personalization',
  'analytics_storage',
  'functionality_storage',
  'personalization_storage',
];
const DEFAULT = [
  'consent',
  'default',
  { ...Object.fromEntries(KEYS.map((key) => [key, 'denied'])), security_storage: 'granted', wait_for_update: 500 },
];

/** The update for what is granted: m, a, p. */
const update = (letters: string): unknown[] => {
  const signal = (letter: string): string => (letters.includes(letter) ? 'granted' : 'denied');
  return ['consent', 'update', Object.fromEntries(KEYS.map((key, index) => [key, signal('mmmapp'.charAt(index))]))];
};

const layer = (): unknown[][] => (window.dataLayer ?? []).map((entry) => Array.from(entry as ArrayLike<unknown>));
const connectGoogle = (consent: Consent): (() => void) => connect(consent, google(consent));
const answers = (letters: string): Record<string, boolean> => ({
  marketing: letters.includes('m'),
  analytics: letters.includes('a'),
  personalization: letters.includes('p'),
});

/** As the drop-in does it: first the integration, then the configuration. */
function startWithGoogle(name = freshName(), now?: () => number): Consent {
  const consent = startPending(now ? { now } : {});
  connectGoogle(consent);
  consent.configure({ cookie: { name }, withdrawal: { reload: false } });
  return consent;
}

describe('Google Consent Mode', () => {
  useConsents();
  beforeEach(() => {
    stub(window, 'dataLayer', { value: undefined, writable: true });
  });

  it('denies by default, with all seven keys and a wait (M2, M4)', () => {
    startWithGoogle();
    expect(layer()).to.deep.equal([DEFAULT]);
    expect(Object.keys(layer()[0]?.[2] ?? {})).to.have.members([...KEYS, 'security_storage', 'wait_for_update']);
  });

  it('pushes Arguments objects, onto a list that is there (M1)', () => {
    const queue: unknown[] = [{ event: 'own' }];
    window.dataLayer = queue;
    startWithGoogle().acceptAll();
    expect(window.dataLayer).to.equal(queue);
    expect(queue.slice(1).map((entry) => Object.prototype.toString.call(entry))).to.deep.equal([
      '[object Arguments]',
      '[object Arguments]',
    ]);
  });

  for (const letters of ['', 'm', 'a', 'p', 'ma', 'mp', 'ap', 'map']) {
    it(`is told once of each decision, by its keys: ${letters || 'none'} (M2, M5)`, () => {
      const consent = startWithGoogle();
      consent.choose(answers(letters));
      expect(layer()).to.deep.equal([DEFAULT, update(letters)]);
    });

    it(`is told on the next page of what was chosen, in the same task as the default: ${letters || 'none'} (M4)`, () => {
      const name = freshName();
      const entries = Object.entries(answers(letters)).map(([id, yes]) => [id, yes ? 'U' : 'u']);
      store(name, recordOf(Object.fromEntries(entries) as Record<string, string>, { decidedAt: Date.now() }));
      startWithGoogle(name);
      expect(layer()).to.deep.equal([DEFAULT, update(letters)]);
    });
  }

  it('is told on the next page too where the consent was ready before it (M4)', () => {
    const name = freshName();
    store(name, recordOf({ analytics: 'U', marketing: 'u', personalization: 'u' }, { decidedAt: Date.now() }));
    connectGoogle(start({ cookie: { name } }));
    expect(layer()).to.deep.equal([DEFAULT, update('a')]);
  });

  it('is told once where it is connected by a listener of signals, as the drop-in does it (M5)', () => {
    const name = freshName();
    store(name, recordOf({ analytics: 'U', marketing: 'u', personalization: 'u' }, { decidedAt: Date.now() }));
    const consent = startPending();
    let connected: unknown;
    consent.on('signals', () => {
      connected ??= connectGoogle(consent);
    });
    consent.configure({ cookie: { name } });
    expect(layer()).to.deep.equal([DEFAULT, update('a')]);
  });

  it('is told of a withdrawal once, before the gate moves (M5, N1)', () => {
    let now = Date.now();
    const consent = startWithGoogle(freshName(), () => now);
    consent.acceptAll();
    now += MINUTE;
    let atGate = 0;
    consent.on('gate', () => (atGate = layer().length));
    consent.withdraw(['marketing']);
    expect(layer()).to.deep.equal([DEFAULT, update('map'), update('ap')]);
    expect(atGate).to.equal(3);
  });

  it('hears nothing while nobody has decided', () => {
    const consent = startWithGoogle();
    consent.open();
    consent.close();
    expect(layer()).to.deep.equal([DEFAULT]);
  });

  it('hears of a signal that decides by itself (K4)', () => {
    stubGpc(true);
    const consent = startPending();
    connectGoogle(consent);
    consent.configure({ cookie: { name: freshName() }, regime: 'opt-out' });
    expect(layer()).to.deep.equal([DEFAULT, update('ap')]);
  });

  it('hears nothing more once it is disconnected', () => {
    const consent = startPending();
    const stop = connectGoogle(consent);
    consent.configure({ cookie: { name: freshName() } });
    stop();
    consent.acceptAll();
    expect(layer()).to.deep.equal([DEFAULT]);
  });

  const late: Readonly<Record<string, unknown>> = {
    'gtag("js")': ['js', new Date()],
    'gtag("config")': ['config', 'G-1'],
    'gtag("event")': ['event', 'page_view'],
    'a container snippet': { 'gtm.start': 1, event: 'gtm.js' },
  };
  for (const [what, entry] of Object.entries(late)) {
    it(`reports that ${what} came before the default (M3)`, async () => {
      window.dataLayer = [entry];
      const consent = startWithGoogle();
      const findings = noteFindings(consent);
      await reported(consent);
      expect(findings.map(({ message }) => message).join()).to.include('google-late dataLayer');
      expect(layer()[1]).to.deep.equal(DEFAULT);
    });
  }

  it('reports nothing for what a page may push before (M3)', async () => {
    window.dataLayer = [{ pageType: 'article' }, ['set', 'url_passthrough', true], ['consent', 'default', {}]];
    const consent = startWithGoogle();
    const findings = noteFindings(consent);
    await reported(consent);
    expect(findings.map(({ message }) => message).join()).not.to.include('google-late');
  });

  it('is not stopped by what else stands in the list (N1)', () => {
    window.dataLayer = [null, undefined, 5, 'text'];
    const consent = startWithGoogle();
    consent.acceptAll();
    expect(window.dataLayer.slice(4)).to.have.lengthOf(2);
  });
});
