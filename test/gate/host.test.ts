import { expect } from '@open-wc/testing';
import { startGate } from '../../src/start-gate.js';
import { labels } from '../../src/gate/labels.js';
import {
  cookie,
  freshName,
  noteFindings,
  reported,
  start,
  startFrom,
  startPending,
  store,
  useConsents,
} from '../support/consents.js';
import { gated, settled } from '../support/gates.js';
import { recordOf } from '../support/records.js';
import { waitUntil } from '../support/wait-until.js';
import type { GateOptions } from '../../src/start-gate.js';
import type { ConfigInput, Consent } from '../../src/types.js';

const host = (): HTMLElement | null => document.querySelector('cookie-consent');
const button = (): HTMLButtonElement | null | undefined =>
  host()?.shadowRoot?.querySelector<HTMLButtonElement>('[data-action="settings"]');
const rejected = { marketing: 'u', analytics: 'u', personalization: 'u' };

/** A gate on this page that has been there before its configuration, as the drop-in starts it. */
function startPage(config: ConfigInput = {}, options: GateOptions = {}): Consent {
  host()?.remove();
  const consent = startPending();
  startGate(consent, options);
  consent.configure({ withdrawal: { reload: false }, cookie: { name: freshName() }, ...config });
  return consent;
}

/** The same, where everything was refused on an earlier page. */
function startRefused(config: ConfigInput = {}, options: GateOptions = {}): Consent {
  const name = freshName();
  store(name, recordOf(rejected, { decidedAt: Date.now() }));
  return startPage({ ...config, cookie: { name } }, options);
}

describe('the place of the interface', () => {
  useConsents();
  afterEach(() => host()?.remove());

  it('is the first child of the body, with an open shadow root and a named button (E1, Q7)', () => {
    startRefused({ language: 'en' });
    expect(document.body.firstElementChild).to.equal(host());
    expect(host()?.shadowRoot?.mode).to.equal('open');
    expect([button()?.hidden, button()?.ariaLabel, button()?.getAttribute('part')]).to.deep.equal([
      false,
      'Cookie settings',
      'button preferences-button',
    ]);
    const { width, height } = button()!.getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(44);
  });

  it('is there too for a consent that was ready before the gate', () => {
    host()?.remove();
    const consent = start();
    startGate(consent);
    expect(host()).not.to.equal(null);
    expect((host() as { consent?: Consent } | null)?.consent).to.equal(consent);
  });

  it('is the author’s own element where they placed one, with what they wrote on it', () => {
    host()?.remove();
    const own = document.createElement('cookie-consent');
    own.setAttribute('theme', 'dark');
    document.body.append(own);
    const consent = startPending();
    startGate(consent);
    consent.configure({ cookie: { name: freshName() }, ui: { theme: 'light' } });
    expect(document.querySelectorAll('cookie-consent')).to.have.lengthOf(1);
    expect([own.getAttribute('theme'), Boolean(button())]).to.deep.equal(['dark', true]);
  });

  it('does not come back where somebody took it away (Q2)', () => {
    const consent = startRefused();
    host()?.remove();
    consent.open();
    consent.close();
    expect(host()).to.equal(null);
    expect(consent.granted('analytics')).to.equal(false);
  });

  it('opens the preferences by its button, and stores nothing by that (D5)', () => {
    const consent = startRefused();
    const before = cookie(consent.config!.cookie.name);
    button()?.click();
    expect([consent.layer, button()?.hidden]).to.deep.equal(['preferences', true]);
    consent.close();
    expect([consent.layer, button()?.hidden]).to.deep.equal([undefined, false]);
    expect(cookie(consent.config!.cookie.name)).to.equal(before);
  });

  it('opens the preferences by any element of the page that says so, and goes to no link', () => {
    const consent = startRefused();
    const link = document.createElement('a');
    link.href = '#never';
    link.innerHTML = '<b>Cookies</b>';
    link.setAttribute('data-askfirst-open', '');
    document.body.append(link);
    link.querySelector('b')?.click();
    expect([consent.layer, location.hash]).to.deep.equal(['preferences', '']);
    link.remove();
  });

  it('shows no button while the question stands, which is asked for before anything is drawn', () => {
    const order: string[] = [];
    const consent = startPage(
      {},
      { loadInterface: () => Promise.resolve(order.push(host() ? 'drawn' : 'nothing yet')) },
    );
    expect([order, button()?.hidden]).to.deep.equal([['nothing yet'], true]);
    consent.close();
    expect(button()?.hidden).to.equal(false);
    consent.open('banner');
    expect(button()?.hidden).to.equal(true);
  });

  it('shows no button where the configuration wants none', () => {
    startRefused({ ui: { settingsButton: false } });
    expect(button()?.hidden).to.equal(true);
  });

  it('speaks the language of the page, or of the configuration, or the site’s own words (B11)', () => {
    for (const [language, label] of Object.entries(labels)) {
      startRefused({ language });
      expect(button()?.ariaLabel).to.equal(label);
      startRefused({ language: `${language}-XX` });
      expect(button()?.ariaLabel).to.equal(label);
    }
    startRefused({ language: 'xx' });
    expect(button()?.ariaLabel).to.equal(labels.en);
    startRefused({ language: 'de-AT', texts: { de: { settings: 'Cookies einstellen' } } });
    expect(button()?.ariaLabel).to.equal('Cookies einstellen');
    startRefused();
    expect(button()?.ariaLabel).to.equal(labels.en);
  });

  for (const [what, wrong] of [
    ['a language that is a number', { language: 5 }],
    ['a language that is nothing', { language: null }],
    ['texts that are nothing', { texts: null }],
    ['looks that are nothing', { ui: null }],
    ['a theme that is a number', { ui: { theme: 5 } }],
    ['a button that is a number', { ui: { settingsButton: 0 } }],
    ['a word that is a number', { language: 'en', texts: { en: { settings: 5 } } }],
  ] as const) {
    it(`takes the default for ${what}, and asks all the same (A14)`, async () => {
      let asked = 0;
      const loadInterface = (): Promise<void> => {
        asked += 1;
        return Promise.resolve();
      };
      const consent = startPage(wrong as unknown as ConfigInput, { loadInterface });
      const findings = noteFindings(consent);
      await reported(consent);
      expect(findings.filter(({ rule }) => rule === 'subscriber')).to.deep.equal([]);
      expect(asked).to.equal(1);
      consent.rejectAll();
      expect([button()?.hidden, button()?.ariaLabel]).to.deep.equal([false, labels.en]);
    });
  }

  it('is not there while the configuration is not, or cannot be trusted (A14)', () => {
    host()?.remove();
    startGate(startPending());
    expect(host()).to.equal(null);
    startGate(startFrom(null));
    expect(host()).to.equal(null);
  });

  it('fetches the interface when somebody is to be asked, or asks, and once', () => {
    let fetched = 0;
    const loadInterface = (): Promise<void> => {
      fetched += 1;
      return Promise.resolve();
    };
    const consent = startRefused({}, { loadInterface });
    expect(fetched).to.equal(0);
    consent.open();
    consent.close();
    consent.open();
    expect(fetched).to.equal(1);
    startPage({}, { loadInterface });
    expect(fetched).to.equal(2);
  });

  it('fetches the interface while the page has no body yet, and draws the host as soon as it has', async () => {
    const { body } = document;
    let fetched = 0;
    host()?.remove();
    body.remove();
    try {
      startPage(
        {},
        {
          loadInterface: () => {
            fetched += 1;
            return Promise.resolve();
          },
        },
      );
      expect(fetched).to.equal(1);
      expect(host()).to.equal(null);
    } finally {
      document.documentElement.append(body);
    }
    await waitUntil(() => host());
    expect(document.body.firstElementChild).to.equal(host());
    expect(fetched).to.equal(1);
  });

  it('denies where the interface cannot be had, says so, and tries again when asked (A14, Q2)', async () => {
    let fetched = 0;
    const consent = startPage(
      {},
      {
        loadInterface: () => {
          fetched += 1;
          return Promise.reject(new Error('askfirst-ui.js'));
        },
      },
    );
    const findings = noteFindings(consent);
    await waitUntil(() => consent.layer === undefined);
    await reported(consent);
    expect(findings[0]).to.deep.include({ rule: 'interface', path: 'banner' });
    expect([consent.granted('analytics'), fetched]).to.deep.equal([false, 1]);
    consent.open();
    await waitUntil(() => consent.layer === undefined);
    expect(fetched).to.equal(2);
  });

  it('shows nothing by itself where the tag says manual', () => {
    const consent = startPage({}, { manual: true });
    expect([consent.layer, consent.state.status]).to.deep.equal([undefined, 'undecided']);
    consent.open('banner');
    expect(consent.layer).to.equal('banner');
  });

  it('leaves the page as it is: no class, no style, no attribute outside its element (B3)', () => {
    const attributes = (): string[][] =>
      [document.documentElement, document.body].map((one) => one.getAttributeNames());
    const before = attributes();
    startPage();
    expect(attributes()).to.deep.equal(before);
  });
});

describe('what a refused service left behind', () => {
  useConsents();

  const services = [
    { id: 'ga', category: 'analytics', cookies: [{ name: '_left*' }], storage: ['local:left', 'session:left'] },
  ];

  const erased = (): Promise<void> => waitUntil(() => !cookie('_left_1'), 'it is still there');

  it('is erased on the next page (A7)', async () => {
    document.cookie = '_left_1=1; path=/';
    localStorage.setItem('left', '1');
    startRefused({ services });
    await erased();
    expect(localStorage.getItem('left')).to.equal(null);
  });

  it('is erased too for a consent that was ready before the gate (A7)', async () => {
    const name = freshName();
    store(name, recordOf(rejected, { decidedAt: Date.now() }));
    document.cookie = '_left_1=1; path=/';
    startGate(start({ cookie: { name }, services }));
    await erased();
  });

  it('stays where nobody has refused yet (F3)', async () => {
    document.cookie = '_left_1=1; path=/';
    const page = await gated('', { services });
    page.consent.choose({ marketing: true });
    await settled(page, 'data-consent="marketing"');
    expect(cookie('_left_1')).to.equal('1');
    page.consent.rejectAll();
    expect(cookie('_left_1')).to.equal(undefined);
  });
});
