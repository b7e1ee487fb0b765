/** The table to hold against requirements.md, sections B, F, I and K. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readConfig } from '../../src/core/config.js';
import { decide } from '../../src/core/decide.js';
import { fingerprint, isCurrent, printOf } from '../../src/core/record.js';
import { table } from '../../src/core/table.js';
import { DAY, LETTERS, NOW, recordOf, type EntryInput } from '../support/records.js';
import type { Answer, ConfigInput, ConsentRecord, ConsentState, Regime } from '../../src/types.js';

/** "yes user", "no gpc", and with a question mark where it is still to be asked. */
const said = ({ granted, decided, by }: Answer): string => `${granted ? 'yes' : 'no'} ${by}${decided ? '' : '?'}`;

const answersOf = ({ categories, services }: ConsentState): Record<string, string> =>
  Object.fromEntries([...Object.entries(categories), ...Object.entries(services)].map(([id, one]) => [id, said(one)]));

interface Case {
  title: string;
  config?: ConfigInput;
  /** Entries of a record of this minute; no record where it is missing. */
  record?: Readonly<Record<string, EntryInput>>;
  head?: Partial<ConsentRecord>;
  gpc?: boolean;
  now?: number;
  /** Answers by id; what is not named is not looked at. */
  answers: Readonly<Record<string, string>>;
  status: ConsentState['status'];
}

const decideCase = ({
  config = {},
  record,
  head,
  gpc = false,
  now = NOW,
}: Omit<Case, 'title' | 'answers' | 'status'>): ConsentState =>
  decide({ config: readConfig(config), record: record && recordOf(record, head), signals: { gpc }, now });

const all = (letter: string): Record<string, string> => ({
  marketing: letter,
  analytics: letter,
  personalization: letter,
});
const optOut = { regime: 'opt-out' } as const;
const ga = { id: 'ga', category: 'analytics' };
const hospital = { id: 'hospital', category: 'analytics' };
const exempt = { basis: 'Article 82', infoUrl: '/measurement', objection: true } as const;
const withServices = (...services: NonNullable<ConfigInput['services']>): ConfigInput => ({ services });
/** Two services that are shared or sold, though their category is not; and one that is not, though its category is. */
const sharing = withServices(
  { id: 'own', category: 'analytics' },
  { id: 'shared', category: 'analytics', saleOrShare: true },
  { id: 'house-ads', category: 'marketing', saleOrShare: false },
  { id: 'pixel', category: 'marketing' },
);

const cases: readonly Case[] = [
  // Nothing before a yes
  { title: 'opt-in: silence is no (A1, B1)', answers: all('no default?'), status: 'undecided' },
  {
    title: 'opt-in: what is necessary is never asked (D3)',
    answers: { necessary: 'yes default' },
    status: 'undecided',
  },
  { title: 'opt-in: a yes to all', record: all('U'), answers: all('yes user'), status: 'decided' },
  { title: 'opt-in: a no to all', record: all('u'), answers: all('no user'), status: 'decided' },
  {
    title: 'opt-in: categories are apart (A8)',
    record: { ...all('u'), analytics: 'U' },
    answers: { marketing: 'no user', analytics: 'yes user', personalization: 'no user' },
    status: 'decided',
  },
  { title: 'opt-in: a script’s yes is kept apart (B8)', record: all('A'), answers: all('yes api'), status: 'decided' },
  {
    title: 'opt-in: a default of a looser law is no consent (I4)',
    record: all('D'),
    head: { regime: 'o' },
    answers: all('no default?'),
    status: 'undecided',
  },
  {
    title: 'opt-in: nor is a default no an answer (I4)',
    record: all('d'),
    answers: all('no default?'),
    status: 'undecided',
  },
  {
    title: 'opt-in: a real yes from under opt-out counts (I4)',
    record: all('U'),
    head: { regime: 'o' },
    answers: all('yes user'),
    status: 'decided',
  },

  // Memory
  {
    title: 'an expired yes is silence (F4)',
    record: all('U'),
    now: NOW + 200 * DAY,
    answers: all('no default?'),
    status: 'undecided',
  },
  {
    title: 'an expired no is asked again (F1)',
    record: all('u'),
    now: NOW + 200 * DAY,
    answers: all('no default?'),
    status: 'undecided',
  },
  {
    title: 'a yes from the future is silence (F4)',
    record: all('U'),
    head: { decidedAt: NOW + 2 * DAY },
    answers: all('no default?'),
    status: 'undecided',
  },
  {
    title: 'a yes to an older revision is silence (B6)',
    config: { revision: 2 },
    record: all('U'),
    answers: all('no default?'),
    status: 'undecided',
  },

  // Asking again for what is new, and for that alone
  {
    title: 'a new category is asked, the rest is kept (B6)',
    record: { marketing: 'u', analytics: 'U' },
    answers: { marketing: 'no user', analytics: 'yes user', personalization: 'no default?' },
    status: 'undecided',
  },
  {
    title: 'a category whose revision is raised is asked, the rest is kept (B6)',
    config: { categories: { marketing: {}, analytics: { revision: 2 }, personalization: {} } },
    record: all('U'),
    answers: { marketing: 'yes user', analytics: 'no default?', personalization: 'yes user' },
    status: 'undecided',
  },
  {
    title: 'a raised category was not asked for its services either (B6)',
    config: { categories: { analytics: { revision: 2 } }, services: [ga] },
    record: { analytics: { answer: 'U', services: { ga: '-' } } },
    answers: { analytics: 'no default?', ga: 'no default?' },
    status: 'undecided',
  },
  {
    title: 'an answer to a later revision than configured counts',
    record: { ...all('U'), analytics: { answer: 'U', revision: 3 } },
    answers: { analytics: 'yes user' },
    status: 'decided',
  },
  {
    title: 'a new service in a granted category is asked, the category stays (B6)',
    config: withServices(ga, { id: 'new', category: 'analytics' }),
    record: { ...all('u'), analytics: { answer: 'U', services: { ga: '-' } } },
    answers: { analytics: 'yes user', ga: 'yes user', new: 'no default?' },
    status: 'undecided',
  },
  {
    title: 'a service whose revision is raised is new (B6)',
    config: withServices({ ...ga, revision: 2 }),
    record: { ...all('u'), analytics: { answer: 'U', services: { ga: '-' } } },
    answers: { analytics: 'yes user', ga: 'no default?' },
    status: 'undecided',
  },
  {
    title: 'a denied category covers a new service: no new question (B6, E8)',
    config: withServices({ id: 'new', category: 'analytics' }),
    record: all('u'),
    answers: { analytics: 'no user', new: 'no user' },
    status: 'decided',
  },
  {
    title: 'another name or purpose is no new question (B7)',
    config: withServices({ ...ga, name: 'Another name', purpose: 'Said otherwise' }),
    record: { ...all('u'), analytics: { answer: 'U', services: { ga: '-' } } },
    answers: { ga: 'yes user' },
    status: 'decided',
  },

  // Services
  {
    title: 'a service that was refused stays off in a granted category (A9)',
    config: withServices(ga),
    record: { ...all('u'), analytics: { answer: 'U', services: { ga: 'u' } } },
    answers: { analytics: 'yes user', ga: 'no user' },
    status: 'decided',
  },
  {
    title: 'a service that was granted is on in a denied category (A9)',
    config: withServices(ga),
    record: { ...all('u'), analytics: { answer: 'u', services: { ga: 'U' } } },
    answers: { analytics: 'no user', ga: 'yes user' },
    status: 'decided',
  },
  {
    title: 'a service alone is answered, its category stays open',
    config: withServices(ga),
    record: { ...all('u'), analytics: { answer: '-', services: { ga: 'U' } } },
    answers: { analytics: 'no default?', ga: 'yes user' },
    status: 'undecided',
  },
  {
    title: 'a service of what is necessary is on',
    config: withServices({ id: 'cdn', category: 'necessary' }),
    answers: { cdn: 'yes default' },
    status: 'undecided',
  },

  // Opt-out and notice
  {
    title: 'opt-out: runs until a no (J1)',
    config: optOut,
    answers: all('yes default?'),
    status: 'undecided',
  },
  { title: 'opt-out: a no is a no (J1)', config: optOut, record: all('u'), answers: all('no user'), status: 'decided' },
  {
    title: 'notice: runs, and is nobody’s answer',
    config: { regime: 'notice' },
    answers: all('yes default?'),
    status: 'undecided',
  },

  // Global Privacy Control
  {
    title: 'opt-out with the signal: what is sold or shared is off, the rest runs (K4, K9)',
    config: optOut,
    gpc: true,
    answers: { necessary: 'yes default', marketing: 'no gpc?', analytics: 'yes default?' },
    status: 'undecided',
  },
  {
    title: 'notice with the signal: the same (K6)',
    config: { regime: 'notice' },
    gpc: true,
    answers: { marketing: 'no gpc?', analytics: 'yes default?' },
    status: 'undecided',
  },
  {
    title: 'opt-out with the signal: services by their own saleOrShare (K9)',
    config: { ...optOut, ...sharing },
    gpc: true,
    answers: { own: 'yes default?', shared: 'no gpc?', 'house-ads': 'yes default?', pixel: 'no gpc?' },
    status: 'undecided',
  },
  {
    title: 'opt-in with the signal: opens nothing, and the question is asked (K5)',
    gpc: true,
    answers: all('no default?'),
    status: 'undecided',
  },
  {
    title: 'opt-in with the signal: a no stays the visitor’s no (K5)',
    gpc: true,
    record: all('u'),
    answers: all('no user'),
    status: 'decided',
  },
  {
    title: 'the signal overrules an earlier yes, under opt-in too (K7)',
    gpc: true,
    record: all('U'),
    answers: { marketing: 'no gpc', analytics: 'yes user', personalization: 'yes user' },
    status: 'decided',
  },
  {
    title: 'the signal overrules an earlier yes under opt-out (K7)',
    config: optOut,
    gpc: true,
    record: all('U'),
    answers: { marketing: 'no gpc', analytics: 'yes user' },
    status: 'decided',
  },
  {
    title: 'the signal overrules an earlier yes to a shared service (K7, K9)',
    config: sharing,
    gpc: true,
    record: {
      ...all('u'),
      analytics: { answer: 'U', services: { own: '-', shared: '-' } },
      marketing: { answer: 'U', services: { 'house-ads': '-', pixel: '-' } },
    },
    answers: { own: 'yes user', shared: 'no gpc', 'house-ads': 'yes user', pixel: 'no gpc' },
    status: 'decided',
  },
  {
    title: 'a yes that was given while the signal was on stays (K7)',
    gpc: true,
    record: all('U'),
    head: { gpc: true },
    answers: all('yes user'),
    status: 'decided',
  },
  {
    title: 'and stays when the signal goes (K7)',
    record: all('U'),
    head: { gpc: true },
    answers: all('yes user'),
    status: 'decided',
  },
  {
    title: 'a no that the signal gave stays when the signal goes (K8)',
    config: optOut,
    record: { marketing: 'g' },
    head: { gpc: true, regime: 'o' },
    answers: { marketing: 'no gpc', analytics: 'yes default?' },
    status: 'undecided',
  },

  {
    title: 'opt-in with a signal that refuses: nothing is open, and nothing is asked (K5)',
    config: { signals: { gpcInOptIn: 'refuse' } },
    gpc: true,
    answers: all('no gpc'),
    status: 'decided',
  },
  {
    title: 'and without the signal it is asked, as long as no record says otherwise (K5)',
    config: { signals: { gpcInOptIn: 'refuse' } },
    answers: all('no default?'),
    status: 'undecided',
  },
  {
    title: 'and a yes that was given under the signal stays (K5, K7)',
    config: { signals: { gpcInOptIn: 'refuse' } },
    gpc: true,
    record: { marketing: 'U' },
    head: { gpc: true },
    answers: { marketing: 'yes user', analytics: 'no gpc' },
    status: 'decided',
  },
  {
    title: 'and the signal alone shuts nothing under opt-out that it does not speak of (K9)',
    config: { ...optOut, signals: { gpcInOptIn: 'refuse' } },
    gpc: true,
    answers: { marketing: 'no gpc?', analytics: 'yes default?' },
    status: 'undecided',
  },
  {
    title: 'nor answers it there for what needs a yes anyway: that stays open to ask (K5)',
    config: {
      ...optOut,
      ...withServices({ ...hospital, sensitiveSharing: true }),
      signals: { gpcInOptIn: 'refuse' },
    },
    gpc: true,
    answers: { hospital: 'no default?' },
    status: 'undecided',
  },
  {
    title: 'a sale is what the signal speaks of, whatever the flags beside it say (K9)',
    config: { ...optOut, ...withServices({ id: 'broker', category: 'analytics', sale: true, saleOrShare: false }) },
    gpc: true,
    answers: { analytics: 'yes default?', broker: 'no gpc?' },
    status: 'undecided',
  },

  // Memory by regime
  {
    title: 'opt-out: a no of long ago is still a no (J8)',
    config: optOut,
    record: all('u'),
    head: { regime: 'o' },
    now: NOW + 3000 * DAY,
    answers: all('no user'),
    status: 'decided',
  },
  {
    title: 'opt-out: a site may let it end after a year, not sooner (J8)',
    config: { ...optOut, memory: { optOutMonths: 12 } },
    record: all('u'),
    head: { regime: 'o' },
    now: NOW + 366 * DAY,
    answers: all('yes default?'),
    status: 'undecided',
  },
  {
    title: 'opt-in: an opt-out of long ago has ended as an answer, and nothing opens by that (F1)',
    record: all('u'),
    head: { regime: 'o' },
    now: NOW + 200 * DAY,
    answers: all('no default?'),
    status: 'undecided',
  },
  {
    title: 'a no outlives a yes that ends sooner: only the yes is asked again (F1, E8)',
    config: { memory: { consentMonths: 3, refusalMonths: 6 } },
    record: { ...all('u'), analytics: 'U' },
    now: NOW + 100 * DAY,
    answers: { marketing: 'no user', analytics: 'no default?', personalization: 'no user' },
    status: 'undecided',
  },
  {
    title: 'and in the end the no is asked again too (F1)',
    config: { memory: { consentMonths: 3, refusalMonths: 6 } },
    record: { ...all('u'), analytics: 'U' },
    now: NOW + 190 * DAY,
    answers: all('no default?'),
    status: 'undecided',
  },

  // Health, and whoever else is to be asked for each thing
  {
    title: 'a yes to all does not cover what shares health data (L2)',
    config: withServices(ga, { ...hospital, sensitiveSharing: true }),
    record: { ...all('U'), analytics: { answer: 'U', services: { ga: '-', hospital: '-' } } },
    answers: { analytics: 'yes user', ga: 'yes user', hospital: 'no user' },
    status: 'decided',
  },
  {
    title: 'a yes to it alone opens it (L2)',
    config: withServices({ ...hospital, sensitiveSharing: true }),
    record: { ...all('u'), analytics: { answer: 'u', services: { hospital: 'U' } } },
    answers: { analytics: 'no user', hospital: 'yes user' },
    status: 'decided',
  },
  {
    title: 'a no to its category covers it (L2)',
    config: withServices({ ...hospital, sensitiveSharing: true }),
    record: { ...all('u'), analytics: { answer: 'u', services: { hospital: '-' } } },
    answers: { hospital: 'no user' },
    status: 'decided',
  },
  {
    title: 'nor does opt-out open it by default (I, L2)',
    config: { ...optOut, ...withServices({ ...hospital, sensitiveSharing: true }) },
    answers: { analytics: 'yes default?', hospital: 'no default?' },
    status: 'undecided',
  },
  {
    title: 'a sensitive page asks first, wherever it is read (L1)',
    config: { sensitive: true, regime: 'opt-out', regions: { US: 'opt-out' }, region: 'US-WA' },
    answers: all('no default?'),
    status: 'undecided',
  },
  {
    title: 'known minors are asked before anything is sold or shared (J11)',
    config: { ...optOut, age: 'under16', ...sharing },
    answers: {
      marketing: 'no default?',
      analytics: 'yes default?',
      own: 'yes default?',
      shared: 'no default?',
      'house-ads': 'yes default?',
      pixel: 'no default?',
    },
    status: 'undecided',
  },
  {
    title: 'and their yes counts (J11)',
    config: { ...optOut, age: 'under16' },
    record: { marketing: 'U' },
    answers: { marketing: 'yes user', analytics: 'yes default?' },
    status: 'undecided',
  },

  // Measurement that the law exempts
  {
    title: 'exempt measurement starts without a yes, and is no open question (A21)',
    config: withServices({ ...ga, exempt }),
    record: { marketing: 'u', analytics: { answer: 'U', services: { ga: 'D' } }, personalization: 'u' },
    answers: { analytics: 'yes user', ga: 'yes default?' },
    status: 'decided',
  },
  {
    title: 'an objection stops it (A21)',
    config: withServices({ ...ga, exempt }),
    record: { ...all('u'), analytics: { answer: 'U', services: { ga: 'u' } } },
    answers: { analytics: 'yes user', ga: 'no user' },
    status: 'decided',
  },
  {
    title: 'and so does a no to everything (A7, A21)',
    config: withServices({ ...ga, exempt }),
    record: all('u'),
    answers: { ga: 'no user' },
    status: 'decided',
  },
  {
    title: 'it goes on where the visitor saw its switch, left it on, and refused the rest (A21)',
    config: withServices({ ...ga, exempt }),
    record: { ...all('u'), analytics: { answer: 'u', services: { ga: 'D' } } },
    answers: { analytics: 'no user', ga: 'yes default?' },
    status: 'decided',
  },
  {
    title: 'what was exempt once, and is no more, is asked for (A21)',
    config: withServices(ga),
    record: { ...all('u'), analytics: { answer: 'u', services: { ga: 'D' } } },
    answers: { ga: 'no default?' },
    status: 'undecided',
  },
  {
    title: 'a signal that refuses stops it too (K5, A21)',
    config: { ...withServices({ ...ga, exempt }), signals: { gpcInOptIn: 'refuse' } },
    gpc: true,
    answers: { ga: 'no gpc' },
    status: 'decided',
  },

  // Regions
  {
    title: 'a code that is none is opt-in (I2)',
    config: { regime: 'opt-out', region: 'Texas' },
    answers: all('no default?'),
    status: 'undecided',
  },
  {
    title: 'an unknown region is opt-in where regions are told apart (I1)',
    config: { regime: 'opt-out', regions: { US: 'opt-out' } },
    answers: all('no default?'),
    status: 'undecided',
  },
  {
    title: 'a known region brings its regime (I2)',
    config: { regions: { US: 'opt-out' }, region: 'US' },
    answers: all('yes default?'),
    status: 'undecided',
  },
];

describe('decide()', () => {
  for (const { title, answers, status, ...facts } of cases) {
    it(title, () => {
      const state = decideCase(facts);
      const found = answersOf(state);
      expect(Object.fromEntries(Object.keys(answers).map((id) => [id, found[id]]))).to.deep.equal(answers);
      expect(state.status).to.equal(status);
    });
  }

  it('tells whether the signal is there, and whether it decides anything (K10)', () => {
    expect(decideCase({}).gpc).to.deep.equal({ present: false, applied: false });
    expect(decideCase({ gpc: true }).gpc).to.deep.equal({ present: true, applied: false });
    expect(decideCase({ config: optOut, gpc: true }).gpc).to.deep.equal({ present: true, applied: true });
    expect(decideCase({ gpc: true, record: all('U') }).gpc).to.deep.equal({ present: true, applied: true });
    expect(decideCase({ gpc: true, record: all('U'), head: { gpc: true } }).gpc.applied).to.equal(false);
  });

  it('tells that the signal still decides where a record keeps what it said (J6, K10)', () => {
    const kept = { config: optOut, record: { marketing: 'g' }, head: { gpc: true, regime: 'o' } } as const;
    expect(decideCase({ ...kept, gpc: true }).gpc).to.deep.equal({ present: true, applied: true });
    expect(decideCase(kept).gpc).to.deep.equal({ present: false, applied: false });
  });

  it('calls back where the signal decides what no record says yet, and only there (K8)', () => {
    const calls = (
      config: ConfigInput,
      record?: Record<string, EntryInput>,
      head: Partial<ConsentRecord> = {},
    ): number => {
      let count = 0;
      decide(
        {
          config: readConfig(config),
          record: record && recordOf(record, head),
          signals: { gpc: true },
          now: NOW,
        },
        () => (count += 1),
      );
      return count;
    };
    expect(calls({})).to.equal(0);
    expect(calls(optOut)).to.equal(1);
    expect(calls(optOut, { marketing: 'g' }, { gpc: true })).to.equal(0);
    expect(calls({}, { marketing: 'U' })).to.equal(1);
    expect(calls({}, { marketing: 'U' }, { gpc: true })).to.equal(0);
    expect(calls({}, { marketing: 'u' })).to.equal(0);
    expect(calls({ signals: { gpcInOptIn: 'refuse' } })).to.equal(3);
    expect(calls({ signals: { gpcInOptIn: 'refuse' } }, all('g'))).to.equal(0);
  });

  it('names a region only where it is one (I2)', () => {
    expect(decideCase({ config: { region: 'us-ca' } }).region).to.equal('US-CA');
    expect(decideCase({ config: { region: 'Texas' } }).region).to.equal(null);
    expect(decideCase({}).region).to.equal(null);
  });

  it('tells no end where an answer stays (J8)', () => {
    const { decidedAt, expiresAt } = decideCase({ config: optOut, record: all('u'), head: { regime: 'o' } });
    expect([decidedAt, expiresAt]).to.deep.equal([NOW, null]);
  });

  it('tells the end of the no, once the yes has ended (F1)', () => {
    const config = { memory: { consentMonths: 3, refusalMonths: 6 } };
    const record = { ...all('u'), analytics: 'U' };
    expect(decideCase({ config, record }).expiresAt).to.equal(Date.UTC(2027, 1, 23, 12));
    expect(decideCase({ config, record, now: NOW + 100 * DAY }).expiresAt).to.equal(Date.UTC(2027, 4, 23, 12));
  });

  it('tells when the choice was made and when it ends, of a current record alone', () => {
    const { decidedAt, expiresAt } = decideCase({ record: all('U') });
    expect([decidedAt, expiresAt]).to.deep.equal([NOW, Date.UTC(2027, 4, 23, 12)]);
    const later = decideCase({ record: all('U'), now: NOW + 200 * DAY });
    expect([later.decidedAt, later.expiresAt]).to.deep.equal([null, null]);
  });

  it('takes ids that every object answers to for what they are (Q9)', () => {
    const ids = ['constructor', 'toString', 'hasOwnProperty'];
    const described = Object.fromEntries(ids.map((id) => [id, { title: id, description: id }]));
    const config = {
      categories: Object.fromEntries(ids.map((id) => [id, {}])),
      texts: { en: { categories: described } },
    };
    expect(answersOf(decideCase({ config }))).to.deep.equal({
      necessary: 'yes default',
      ...Object.fromEntries(ids.map((id) => [id, 'no default?'])),
    });
    const granted = decideCase({ config, record: { constructor: 'U', toString: 'u', hasOwnProperty: 'u' } });
    expect(said(granted.categories.constructor as unknown as Answer)).to.equal('yes user');
    expect(granted.categories.valueOf).to.equal(undefined);
    expect(granted.status).to.equal('decided');
  });

  it('is frozen through and through', () => {
    const state = decideCase({ config: withServices(ga), record: all('U'), gpc: true });
    const { categories, services, gpc } = state;
    for (const part of [state, categories, services, gpc, ...Object.values(categories), ...Object.values(services)]) {
      expect(Object.isFrozen(part)).to.equal(true);
    }
  });
});

describe('decide(), whatever it is given,', () => {
  const IDS = ['marketing', 'analytics', 'personalization'];
  const letters = fc.constantFrom(...LETTERS, 'g', 'G');
  const serviceInputs = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      category: fc.constantFrom(...IDS),
      revision: fc.integer({ min: 1, max: 2 }),
      saleOrShare: fc.boolean(),
      sensitiveSharing: fc.boolean(),
    }),
    { selector: ({ id }) => id, maxLength: 4 },
  );
  const facts = serviceInputs.chain((services) =>
    fc.record({
      config: fc
        .record({
          revision: fc.integer({ min: 0, max: 2 }),
          categories: fc.constantFrom<NonNullable<ConfigInput['categories']>>(
            { marketing: {}, analytics: {}, personalization: {} },
            { marketing: { revision: 2 }, analytics: { revision: 2, saleOrShare: true }, personalization: {} },
          ),
        })
        .chain((config) =>
          fc
            .record({
              signals: fc.record({ gpcInOptIn: fc.constantFrom<'ask' | 'refuse'>('ask', 'refuse') }),
              memory: fc.constantFrom({}, { consentMonths: 3 }, { refusalMonths: 12 }, { optOutMonths: 12 }),
              more: fc.constantFrom<ConfigInput>({}, { age: 'under16' }, { sensitive: true }),
            })
            .map(({ more, ...rest }) => ({ ...config, ...rest, ...more, services })),
        ),
      record: fc.option(
        fc.record({
          revision: fc.integer({ min: 0, max: 2 }),
          decidedAt: fc.integer({ min: -250, max: 3 }).map((days) => NOW + days * DAY),
          regime: fc.constantFrom<ConsentRecord['regime']>('i', 'o', 'n'),
          gpc: fc.boolean(),
          entries: fc
            .array(
              fc.tuple(
                fc.constantFrom(...IDS.map(printOf)),
                fc.record({
                  answer: letters,
                  revision: fc.integer({ min: 0, max: 3 }),
                  services: fc
                    .array(
                      fc.tuple(
                        services.length
                          ? fc.constantFrom(
                              ...services.flatMap((one) => [fingerprint(one), fingerprint({ id: one.id })]),
                            )
                          : fc.constant('aaaa'),
                        letters,
                      ),
                    )
                    .map((pairs) => table(pairs)),
                }),
              ),
            )
            .map((pairs) => table(pairs)),
        }),
        { nil: undefined },
      ),
      gpc: fc.boolean(),
    }),
  );
  type Facts = typeof facts extends fc.Arbitrary<infer Value> ? Value : never;

  const under = ({ config, record, gpc }: Facts, regime: Regime): ConsentState =>
    decide({ config: readConfig({ ...config, regime }), record, signals: { gpc }, now: NOW });
  const grantedIn = ({ categories, services }: ConsentState): string[] =>
    Object.entries({ ...categories, ...services }).flatMap(([id, { granted }]) => (granted ? [id] : []));

  it('grants under opt-in only what somebody granted (A1, I4)', function () {
    this.timeout(120_000);
    let grants = 0;
    fc.assert(
      fc.property(facts, (given) => {
        const { config, record } = given;
        const read = readConfig(config);
        const current = record && isCurrent(record, read, 'opt-in', NOW, true) ? record : undefined;
        const yes = (letter: string | undefined): boolean => /^[UAG]$/.test(letter ?? '');
        const categoryYes = (id: string): boolean => {
          const entry = current?.entries[printOf(id)];
          return yes(entry?.answer) && Number(entry?.revision) >= (read.categories[id]?.revision ?? 1);
        };
        for (const id of grantedIn(under(given, 'opt-in'))) {
          const service = read.services.find((one) => one.id === id);
          const own = service && current?.entries[printOf(service.category)]?.services[fingerprint(service)];
          const covered = own === '-' && service && !service.sensitiveSharing && categoryYes(service.category);
          const allowed = service ? yes(own) || covered : categoryYes(id);
          expect(allowed || id === 'necessary', id).to.equal(true);
          grants += Number(id !== 'necessary');
        }
      }),
      { numRuns: 10_000 },
    );
    // What never grants anything would pass too.
    expect(grants).to.be.above(1000);
  });

  it('never opens more under a stricter law (I4)', function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(facts, (given) => {
        const looser = grantedIn(under(given, 'opt-out'));
        for (const id of grantedIn(under(given, 'opt-in'))) expect(looser).to.include(id);
      }),
      { numRuns: 10_000 },
    );
  });

  it('never opens more in a stricter region, by whatever table (I2, I4)', function () {
    this.timeout(120_000);
    const codes = fc.constantFrom('US', 'US-CA', 'FR', 'BR', '', '?');
    const tables = fc.dictionary(
      fc.constantFrom('US', 'US-CA', 'FR', '*'),
      fc.constantFrom<Regime>('opt-in', 'opt-out', 'notice'),
    );
    fc.assert(
      fc.property(facts, codes, codes, tables, (given, here, there, regions) => {
        const at = (region: string): ConsentState =>
          decide({
            config: readConfig({ ...given.config, regions, region }),
            record: given.record,
            signals: { gpc: given.gpc },
            now: NOW,
          });
        const [one, other] = [at(here), at(there)];
        if (one.regime !== 'opt-in') return;
        for (const id of grantedIn(one)) expect(grantedIn(other)).to.include(id);
      }),
      { numRuns: 3000 },
    );
  });

  it('opens nothing on a sensitive page that is shut on another (L1, L2)', function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(facts, fc.constantFrom<Regime>('opt-in', 'opt-out', 'notice'), (given, regime) => {
        const other = grantedIn(under({ ...given, config: { ...given.config, sensitive: false } }, regime));
        const sensitive = grantedIn(under({ ...given, config: { ...given.config, sensitive: true } }, regime));
        for (const id of sensitive) expect(other).to.include(id);
      }),
      { numRuns: 3000 },
    );
  });

  it('never opens more with the signal (K5)', function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(facts, fc.constantFrom<Regime>('opt-in', 'opt-out', 'notice'), (given, regime) => {
        const without = grantedIn(under({ ...given, gpc: false }, regime));
        for (const id of grantedIn(under({ ...given, gpc: true }, regime))) expect(without).to.include(id);
      }),
      { numRuns: 3000 },
    );
  });
});
