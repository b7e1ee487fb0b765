import { expect } from '@open-wc/testing';
import { lintDarkKey } from '../../src/diagnostics/dark-keys.js';
import { lintConfig } from '../../src/diagnostics/lint-config.js';
import { configSchema } from '../../src/diagnostics/schema.js';
import { described } from './described.js';

const DARK: Readonly<Record<string, readonly (readonly [key: string, value?: unknown])[]>> = {
  C1: [
    ['hideReject'],
    ['hide_reject_all'],
    ['showReject', false],
    ['rejectButton', false],
    ['hideDeclineAll'],
    ['DenyAllCta', false],
    ['noReject'],
  ],
  C2: [['buttons', ['accept', 'settings']], ['firstLayerButtons', 1], ['flipButtons'], ['buttonOrder', []]],
  C3: [
    ['acceptColor', 'green'],
    ['acceptButtonColor', 'green'],
    ['reject-button-style', 'link'],
    ['primaryButtonColor', 'green'],
    ['equalWeightButtons', false],
    ['highlightAccept'],
    ['colors', { acceptAll: 'green' }],
    ['buttonColours', { reject: 'white' }],
  ],
  C10: [
    ['buttons', ['accept', 'later']],
    ['remindLater'],
    ['remindMeLater'],
    ['later', 'Later'],
    ['askLater'],
    ['snooze'],
    ['reminder', 3],
  ],
  C11: [
    ['legitimateInterest'],
    ['legitimateInterests', []],
    ['legIntPurposes', []],
    ['legalBasis', 'legitimate interest'],
  ],
  C13: [
    ['countdown', 10],
    ['autoClose', 10],
    ['autoHideAfter', 5],
    ['closeAfter', 5],
    ['dismissTimeout', 5],
  ],
  B1: [
    ['preselected'],
    ['pre-ticked'],
    ['preChecked'],
    ['defaultOn'],
    ['defaultState', 'on'],
    ['enabledByDefault'],
    ['default'],
  ],
  B2: [
    ['autoAccept'],
    ['acceptOnScroll'],
    ['acceptOnTimeout'],
    ['acceptOnClose'],
    ['acceptAfterDelay'],
    ['consentOnContinue'],
    ['scrollToAccept'],
    ['closeIsAccept'],
    ['dismissOnScroll'],
    ['impliedConsent'],
  ],
  B3: [
    ['cookieWall'],
    ['wall'],
    ['blockPage'],
    ['force_consent'],
    ['mustConsent'],
    ['disablePageInteraction'],
    ['noticeAsModal'],
    ['lockScroll'],
  ],
  H3: [['delayReject', 3], ['rejectDelay', 3], ['rejectConfirmation']],
  F1: [['repromptAfter', 7], ['reaskDays', 7], ['askAgain'], ['refusalDays', 30]],
};

/** Keys that mean no harm, or whose value does not. */
const HARMLESS: readonly (readonly [key: string, value?: unknown])[] = [
  ['colour', 'red'],
  ['colors', { text: 'black' }],
  ['font'],
  ['settingsButtonColor', 'red'],
  ['logo', '/logo.svg'],
  ['accept', 'Yes'],
  ['reject', 'No'],
  ['defaultLanguage', 'en'],
  ['default', false],
  ['legalBasis', 'consent'],
  ['block', 'services'],
  ['blockedHosts', []],
  ['closeButton'],
  ['microsoft'],
  ['onAccept'],
  ['required'],
  ['translations', {}],
  ['constructor'],
];

const rulesOf = (key: string, value: unknown, path = `ui.${key}`): string[] =>
  lintDarkKey({ path, key, value }, true).map(({ rule }) => rule);

describe('a key for a dark pattern', () => {
  for (const [rule, keys] of Object.entries(DARK)) {
    for (const [key, value = true] of keys) {
      it(`is "${key}" with ${JSON.stringify(value)} (${rule}, H3)`, () => {
        expect(rulesOf(key, value)).to.deep.equal([rule]);
      });
    }
  }

  for (const [key, value = true] of HARMLESS) {
    it(`is not "${key}" with ${JSON.stringify(value)} (H3)`, () => {
      expect(rulesOf(key, value)).to.deep.equal([]);
    });
  }

  it('is found wherever it stands, each of several (H3)', () => {
    const [service] = described.services ?? [];
    const lints = lintConfig({
      ...described,
      acceptOnScroll: true,
      cookieWall: false,
      services: [{ ...service, defaultOn: true }],
      memory: { refusalDays: 30 },
      integrations: { google: { mode: 'basic', legitimateInterest: true } },
    });
    expect(lints.map(({ rule, path, strict }) => `${rule} ${path} ${strict}`).sort()).to.deep.equal([
      'B1 services[0].defaultOn error',
      'B2 acceptOnScroll error',
      'B3 cookieWall error',
      'C11 integrations.google.legitimateInterest error',
      'F1 memory.refusalDays error',
    ]);
  });

  it('is no misspelt label in a text, but one for "later" is (C10)', () => {
    expect(rulesOf('rejectButton', 'No', 'texts.en.rejectButton')).to.deep.equal([]);
    expect(rulesOf('acceptLater', 'Later', 'texts.en.acceptLater')).to.deep.equal(['C10']);
  });

  it('is none that the schema knows (H3)', () => {
    const { entries } = configSchema as unknown as { entries: Record<string, { wrapped?: { entries?: object } }> };
    const keys = Object.entries(entries).flatMap(([key, { wrapped }]) => [key, ...Object.keys(wrapped?.entries ?? {})]);
    expect(keys.length).to.be.above(30);
    expect(keys.filter((key) => rulesOf(key, true).length)).to.deep.equal([]);
  });

  it('is named in a value that JSON cannot say, too', () => {
    const round: Record<string, unknown> = {};
    round.self = round;
    expect(lintDarkKey({ path: 'wall', key: 'wall', value: round }, true)[0]?.message).to.include('but is an object.');
  });
});
