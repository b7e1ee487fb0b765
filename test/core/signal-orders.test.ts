/**
 * Global Privacy Control in every order of events (requirements K4 to K8). Each line is a life: page views with and without the signal, and
 * what the visitor does there. After each view it says whether marketing is on, and by whom.
 */
import { expect } from '@open-wc/testing';
import { freshName, noteCookies, start, stubGpc, useConsents } from '../support/consents.js';
import { DAY, NOW } from '../support/records.js';
import type { ConfigInput, Consent } from '../../src/types.js';

type Act = 'yes' | 'no' | 'accepts all' | 'rejects all' | 'withdraws' | 'yes to analytics' | '';

const ACTS: Readonly<Record<Exclude<Act, ''>, (consent: Consent) => void>> = {
  yes: (consent) => {
    consent.choose({ marketing: true });
  },
  no: (consent) => {
    consent.choose({ marketing: false });
  },
  'accepts all': (consent) => {
    consent.acceptAll();
  },
  'rejects all': (consent) => {
    consent.rejectAll();
  },
  withdraws: (consent) => {
    consent.withdraw(['marketing']);
  },
  'yes to analytics': (consent) => {
    consent.choose({ analytics: true });
  },
};

/** Signal on or off, what the visitor does, and how marketing stands at the end of that view. */
type View = readonly [signal: 'on' | 'off', act: Act, marketing: string];

const lives: readonly (readonly [what: string, config: ConfigInput, views: readonly View[]])[] = [
  // The eight cases of K7, under opt-out
  [
    '1. the signal first: denied, and stays so once it is gone (K4, K8)',
    { regime: 'opt-out' },
    [
      ['on', '', 'no gpc'],
      ['off', '', 'no gpc'],
      ['on', '', 'no gpc'],
    ],
  ],
  [
    '2. no signal, then the signal: denied, and stays so (K4, K8)',
    { regime: 'opt-out' },
    [
      ['off', '', 'yes default'],
      ['on', '', 'no gpc'],
      ['off', '', 'no gpc'],
    ],
  ],
  [
    '3. an earlier yes, then the signal: the signal wins, also when it is gone (K7, K8)',
    { regime: 'opt-out' },
    [
      // What runs by default becomes no act by a switch that was left on (I4).
      ['off', 'yes', 'yes default'],
      ['off', 'accepts all', 'yes user'],
      ['on', '', 'no gpc'],
      ['off', '', 'no gpc'],
    ],
  ],
  [
    '4. a fresh yes under the signal: kept, with and without it, until it is withdrawn (K7)',
    { regime: 'opt-out' },
    [
      ['on', '', 'no gpc'],
      ['on', 'yes', 'yes user'],
      ['on', '', 'yes user'],
      ['off', '', 'yes user'],
      ['on', '', 'yes user'],
      ['on', 'withdraws', 'no user'],
      ['off', '', 'no user'],
    ],
  ],
  [
    '5. an earlier yes, overruled, then a fresh yes under the signal (K7)',
    { regime: 'opt-out' },
    [
      ['off', 'accepts all', 'yes user'],
      ['on', '', 'no gpc'],
      ['on', 'accepts all', 'yes user'],
      ['on', '', 'yes user'],
    ],
  ],
  [
    '6. a no, then the signal comes and goes: the visitor’s no (K8)',
    { regime: 'opt-out' },
    [
      ['off', 'no', 'no user'],
      ['on', '', 'no user'],
      ['off', '', 'no user'],
    ],
  ],
  [
    '7. denied by the signal, a yes without it, then the signal again: it wins once more (K7)',
    { regime: 'opt-out' },
    [
      ['on', '', 'no gpc'],
      ['off', 'yes', 'yes user'],
      ['off', '', 'yes user'],
      ['on', '', 'no gpc'],
    ],
  ],
  [
    '8. an answer about something else leaves what was said in the face of the signal (K7)',
    { regime: 'opt-out' },
    [
      ['on', 'yes', 'yes user'],
      ['off', 'yes to analytics', 'yes user'],
      ['on', '', 'yes user'],
    ],
  ],

  // The same where nothing runs before a yes
  [
    'opt-in: the signal opens nothing, and leaves the question (K5)',
    {},
    [
      ['on', '', 'no default'],
      ['off', '', 'no default'],
    ],
  ],
  [
    'opt-in: an earlier yes, then the signal: the signal wins, also when it is gone (K7, K8)',
    {},
    [
      ['off', 'accepts all', 'yes user'],
      ['on', '', 'no gpc'],
      ['off', '', 'no gpc'],
    ],
  ],
  [
    'opt-in: accepting all under the signal is a fresh yes (K7)',
    {},
    [
      ['on', 'accepts all', 'yes user'],
      ['off', '', 'yes user'],
      ['on', '', 'yes user'],
    ],
  ],
  [
    'opt-in: a signal that refuses, then is gone: still refused, until a yes (K5, K8)',
    { signals: { gpcInOptIn: 'refuse' } },
    [
      ['on', '', 'no gpc'],
      ['off', '', 'no gpc'],
      ['off', 'yes', 'yes user'],
    ],
  ],
  [
    'notice: the same as opt-out (K6)',
    { regime: 'notice' },
    [
      ['off', '', 'yes default'],
      ['on', '', 'no gpc'],
      ['off', '', 'no gpc'],
    ],
  ],
];

const view = (config: ConfigInput, signal: 'on' | 'off', at: number): Consent => {
  stubGpc(signal === 'on' ? true : undefined);
  return start(config, { now: () => at });
};

describe('Global Privacy Control, in every order (K7)', () => {
  useConsents();

  for (const [what, config, views] of lives) {
    it(what, () => {
      const cookie = { name: freshName() };
      const found = views.map(([signal, act], index) => {
        const consent = view({ ...config, cookie }, signal, NOW + index * DAY);
        if (act) ACTS[act](consent);
        const { granted = false, by = '' } = consent.state.categories.marketing ?? {};
        return `${granted ? 'yes' : 'no'} ${by}`;
      });
      expect(found).to.deep.equal(views.map(([, , expected]) => expected));
    });
  }
});

describe('what the signal decided', () => {
  useConsents();

  const services = [
    { id: 'pixel', category: 'marketing' },
    { id: 'house-ads', category: 'marketing', saleOrShare: false },
    { id: 'own', category: 'analytics' },
    { id: 'shared', category: 'analytics', saleOrShare: true },
  ];
  const on = ({ state }: Consent): string[] =>
    Object.entries({ ...state.categories, ...state.services }).flatMap(([id, { granted }]) => (granted ? [id] : []));

  it('is kept for what it speaks of, and for nothing else (K8, K9)', () => {
    const config = { regime: 'opt-out', services, cookie: { name: freshName() } } as const;
    const expected = ['necessary', 'analytics', 'personalization', 'house-ads', 'own'];
    expect(on(view(config, 'on', NOW))).to.deep.equal(expected);
    expect(on(view(config, 'off', NOW))).to.deep.equal(expected);
  });

  it('is kept so too over an earlier yes to everything (K7, K8, K9)', () => {
    const config = { services, cookie: { name: freshName() } };
    view(config, 'off', NOW).acceptAll();
    const expected = ['necessary', 'analytics', 'personalization', 'house-ads', 'own'];
    expect(on(view(config, 'on', NOW))).to.deep.equal(expected);
    expect(on(view(config, 'off', NOW))).to.deep.equal(expected);
  });

  it('makes no earlier answer younger (F8)', () => {
    const config = { cookie: { name: freshName() } };
    view(config, 'off', NOW).acceptAll();
    const { decidedAt, expiresAt } = view(config, 'on', NOW + 100 * DAY).state;
    expect([decidedAt, expiresAt]).to.deep.equal([NOW, Date.UTC(2027, 4, 23, 12)]);
  });

  it('is stored once, and not on each page (A6)', () => {
    const config = { regime: 'opt-out', cookie: { name: freshName() } } as const;
    const written = noteCookies();
    view(config, 'on', NOW);
    expect(written).to.have.lengthOf(1);
    view(config, 'on', NOW);
    view(config, 'off', NOW);
    expect(written).to.have.lengthOf(1);
  });

  it('is told to the page as its doing, with sale and sharing off (J5)', () => {
    const changes: unknown[] = [];
    const note = ({ detail }: CustomEvent<{ by: string; saleOrShare: boolean }>): unknown =>
      changes.push([detail.by, detail.saleOrShare]);
    document.addEventListener('askfirst:change', note as EventListener);
    view({ regime: 'opt-out', cookie: { name: freshName() } }, 'on', NOW);
    document.removeEventListener('askfirst:change', note as EventListener);
    expect(changes).to.deep.equal([['gpc', false]]);
  });

  it('leaves no banner and no dialog behind it (J7)', () => {
    const config = { regime: 'opt-out', cookie: { name: freshName() } } as const;
    expect(view(config, 'on', NOW).layer).to.equal(undefined);
    expect(view(config, 'on', NOW).layer).to.equal(undefined);
    expect(view({ signals: { gpcInOptIn: 'refuse' }, cookie: { name: freshName() } }, 'on', NOW).layer).to.equal(
      undefined,
    );
  });

  it('is renewed once it is old, and then stored once, with the signal still on (J8, F8)', () => {
    const config = { regime: 'opt-out', cookie: { name: freshName() } } as const;
    view(config, 'on', NOW);
    const written = noteCookies();
    view(config, 'on', NOW + 201 * DAY);
    expect(written).to.have.lengthOf(1);
    expect(view(config, 'on', NOW + 202 * DAY).granted('marketing')).to.equal(false);
    expect(written).to.have.lengthOf(1);
  });

  it('asks nobody back for a year, nor ever after (J8)', () => {
    const config = { regime: 'opt-out', cookie: { name: freshName() } } as const;
    view(config, 'on', NOW);
    for (const days of [100, 364, 366, 3000]) {
      const consent = view(config, 'off', NOW + days * DAY);
      expect([consent.granted('marketing'), consent.layer], String(days)).to.deep.equal([false, undefined]);
    }
  });
});
