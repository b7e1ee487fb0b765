import { expect } from '@open-wc/testing';
import { makeRecord, storeRecord } from '../../src/answers/index.js';
import { readConfig } from '../../src/core/config.js';
import { decide } from '../../src/core/decide.js';
import { fingerprint, printOf, writeRecord } from '../../src/core/record.js';
import { blockCookies, cookie, freshName, noteCookies, useConsents } from '../support/consents.js';
import { DAY, MINUTE, NOW, recordOf } from '../support/records.js';
import type { By, Config, ConfigInput, ConsentRecord } from '../../src/types.js';

const ga = { id: 'ga', category: 'analytics' };
const OPT_IN = { regime: 'opt-in' } as const;
const hotjar = { id: 'hotjar', category: 'analytics' };

/** The record after these answers, on top of what was said before. */
function made(
  answers: Record<string, boolean>,
  input: ConfigInput = {},
  {
    earlier,
    by = 'user',
    now = NOW,
    gpc = false,
    outright = false,
  }: { earlier?: ConsentRecord; by?: By; now?: number; gpc?: boolean; outright?: boolean } = {},
): ConsentRecord {
  const config = readConfig(input);
  const state = decide({ config, record: earlier, signals: { gpc }, now });
  const core = {
    config,
    input,
    state,
    record: earlier,
    gpc,
    report: () => undefined,
    now: () => now,
    take: () => undefined,
  };
  return makeRecord(core, answers, by, outright);
}

describe('the record of an answer', () => {
  useConsents();

  it('holds time in minutes, regime, revision and signal', () => {
    const { revision, decidedAt, regime, gpc } = made({}, { revision: 7 }, { now: NOW + 59_999 });
    expect({ revision, decidedAt, regime, gpc }).to.deep.equal({
      revision: 7,
      decidedAt: NOW,
      regime: 'i',
      gpc: false,
    });
    expect(made({}, { regime: 'opt-out' }).regime).to.equal('o');
    expect(made({}, { regime: 'notice' }).regime).to.equal('n');
    expect(made({}, {}, { gpc: true }).gpc).to.equal(true);
  });

  it('says who answered what: the visitor, or a script (B8)', () => {
    expect(made({ analytics: true, marketing: false })).to.deep.include(recordOf({ marketing: 'u', analytics: 'U' }));
    expect(made({ analytics: true, marketing: false }, {}, { by: 'api' })).to.deep.include(
      recordOf({ marketing: 'a', analytics: 'A' }),
    );
  });

  it('says which services an answer covered (B6)', () => {
    const { entries } = made({ analytics: true }, { services: [ga, { ...hotjar, revision: 2 }] });
    expect(entries[printOf('analytics')]?.services).to.deep.equal({
      [fingerprint(ga)]: '-',
      [fingerprint({ id: 'hotjar', revision: 2 })]: '-',
    });
  });

  it('says which revision of a category was asked about (B6)', () => {
    expect(
      made({ analytics: true }, { categories: { analytics: { revision: 3 } } }).entries[printOf('analytics')]?.revision,
    ).to.equal(3);
  });

  it('holds a service apart that was answered otherwise than its category (A9)', () => {
    const { entries } = made({ analytics: true, ga: false }, { services: [ga, hotjar] });
    expect(entries[printOf('analytics')]).to.deep.equal(
      recordOf({ analytics: { answer: 'U', services: { ga: 'u', hotjar: '-' } } }).entries[printOf('analytics')],
    );
  });

  it('keeps what was said before of the rest, and replaces what a category’s answer covers', () => {
    const earlier = recordOf({ marketing: 'u', analytics: { answer: 'U', services: { ga: 'u', hotjar: '-' } } });
    const services = [ga, hotjar];
    expect(made({ personalization: true }, { services }, { earlier }).entries[printOf('analytics')]).to.deep.equal(
      earlier.entries[printOf('analytics')],
    );
    expect(made({ analytics: true }, { services }, { earlier }).entries[printOf('analytics')]?.services).to.deep.equal(
      recordOf({ x: { answer: 'U', services: { ga: '-', hotjar: '-' } } }).entries[printOf('x')]?.services,
    );
  });

  it('carries nothing over that has expired (F4)', () => {
    const earlier = recordOf({ marketing: 'U', analytics: 'U' });
    expect(Object.keys(made({ analytics: false }, {}, { earlier, now: NOW + 200 * DAY }).entries)).to.deep.equal([
      printOf('analytics'),
    ]);
  });

  it('holds nothing of what is necessary, nor of ids that nobody configured', () => {
    expect(made({ necessary: false, statistics: true }).entries).to.deep.equal({});
  });

  it('says that what ran by default, and was left on, is nobody’s yes (I4)', () => {
    const optOut = { regime: 'opt-out' } as const;
    expect(made({ analytics: true, marketing: false }, optOut).entries).to.deep.equal(
      recordOf({ marketing: 'u', analytics: 'D' }).entries,
    );
    expect(made({ analytics: true }, optOut, { outright: true }).entries[printOf('analytics')]?.answer).to.equal('U');
    const earlier = recordOf({ analytics: 'U' }, { regime: 'o' });
    expect(made({ analytics: true }, optOut, { earlier }).entries[printOf('analytics')]?.answer).to.equal('U');
    expect(made({ marketing: true }, optOut, { gpc: true }).entries[printOf('marketing')]?.answer).to.equal('U');
  });

  it('says the same of measurement that is exempt: left on, it stays so without a yes (A21)', () => {
    const exempt = { basis: 'Article 82', infoUrl: '/m', objection: true } as const;
    const services = [{ ...ga, exempt }];
    expect(made({ analytics: false, ga: true }, { services }).entries[printOf('analytics')]).to.deep.equal(
      recordOf({ analytics: { answer: 'u', services: { ga: 'D' } } }).entries[printOf('analytics')],
    );
    expect(made({ analytics: true, ga: false }, { services }).entries[printOf('analytics')]).to.deep.equal(
      recordOf({ analytics: { answer: 'U', services: { ga: 'u' } } }).entries[printOf('analytics')],
    );
  });

  it('keeps a yes to what shares health data apart from that to its category (L2)', () => {
    const services = [{ ...ga, sensitiveSharing: true }];
    const analytics = (answer: string, mark: string): unknown =>
      recordOf({ analytics: { answer, services: { ga: mark } } }).entries[printOf('analytics')];
    expect(made({ analytics: true }, { services }).entries[printOf('analytics')]).to.deep.equal(analytics('U', '-'));
    expect(made({ analytics: true, ga: true }, { services }).entries[printOf('analytics')]).to.deep.equal(
      analytics('U', 'U'),
    );
    const earlier = recordOf({ analytics: { answer: 'u', services: { ga: 'U' } } });
    expect(made({ analytics: true }, { services }, { earlier }).entries[printOf('analytics')]).to.deep.equal(
      analytics('U', 'U'),
    );
    expect(made({ analytics: false }, { services }, { earlier }).entries[printOf('analytics')]).to.deep.equal(
      analytics('u', '-'),
    );
  });

  it('carries a no over where the yes beside it has ended (F1)', () => {
    const memory = { consentMonths: 3, refusalMonths: 6 };
    const earlier = recordOf({ marketing: 'u', analytics: { answer: 'U', services: { ga: '-', hotjar: 'U' } } });
    const { entries } = made(
      { personalization: true },
      { memory, services: [ga, hotjar] },
      { earlier, now: NOW + 100 * DAY },
    );
    expect(entries).to.deep.equal(
      recordOf({
        marketing: 'u',
        analytics: { answer: '-', services: { ga: '-', hotjar: '-' } },
        personalization: 'U',
      }).entries,
    );
  });

  it('holds the signal where the answer is about sale or sharing, and else what it held (K7)', () => {
    const earlier = recordOf({ marketing: 'U' }, { gpc: true });
    expect(made({ analytics: true }, {}, { earlier }).gpc).to.equal(true);
    expect(made({ marketing: true }, {}, { earlier }).gpc).to.equal(false);
    expect(made({ marketing: true }, {}, { earlier: recordOf({ marketing: 'u' }), gpc: true }).gpc).to.equal(true);
    const shared = { services: [{ ...ga, saleOrShare: true }] };
    expect(made({ ga: true }, shared, { earlier: recordOf({ marketing: 'u' }), gpc: true }).gpc).to.equal(true);
  });

  it('does not write into the record before it', () => {
    const earlier = recordOf({ analytics: { answer: 'U', services: { ga: '-' } } });
    const before = writeRecord(earlier);
    made({ analytics: false, ga: true, marketing: true }, { services: [ga] }, { earlier });
    expect(writeRecord(earlier)).to.equal(before);
  });
});

describe('storing a record', () => {
  useConsents();

  const store = (
    input: ConfigInput['cookie'],
    record: ConsentRecord = recordOf({ analytics: 'U' }, { decidedAt: Date.now() }),
    config: Partial<Config> = {},
  ): { kept: boolean; name: string; attributes: string[]; written: string[] } => {
    const name = input?.name ?? freshName();
    const written = noteCookies();
    const kept = storeRecord(
      record,
      { ...readConfig({ cookie: { ...input, name } }), ...config },
      OPT_IN,
      record.decidedAt,
    );
    const [, ...attributes] = (written[0] ?? '').toLowerCase().split(/;\s*/);
    document.cookie = `${name}=; max-age=0; path=/`;
    return { kept, name, attributes, written };
  };
  const secondsOf = (attributes: readonly string[]): number =>
    Number(attributes.find((one) => one.startsWith('max-age='))?.slice(8));

  it('writes one first-party cookie: Path=/, SameSite=Lax, no Domain, no Secure over http (F5, B9)', () => {
    const { kept, written, attributes } = store({});
    expect(kept).to.equal(true);
    expect(written).to.have.lengthOf(2); // the second takes it away again
    expect(attributes).to.include.members(['path=/', 'samesite=lax']);
    expect(attributes.join()).not.to.match(/domain|secure|expires/);
  });

  it('writes it for the domain and the path of the configuration (B9)', () => {
    const { attributes } = store({ domain: 'example.org', path: '/shop/' });
    expect(attributes).to.include.members(['path=/shop/', 'domain=example.org']);
  });

  it('writes the text of the record as it is (F5)', () => {
    const record = recordOf({ analytics: { answer: 'U', services: { ga: '-' } } }, { decidedAt: Date.now() });
    const { written, name } = store({}, record);
    expect(written[0]?.split(';')[0]).to.equal(`${name}=${writeRecord(record)}`);
  });

  it('lets it live as long as the record speaks (F2)', () => {
    const { attributes } = store({}, recordOf({ analytics: 'u' }));
    expect(secondsOf(attributes)).to.equal((Date.UTC(2027, 4, 23, 12) - NOW) / 1000);
  });

  it('lets it live as long as the last of its answers speaks: a no outlives a yes (F1)', () => {
    const memory = { consentMonths: 1, refusalMonths: 6 };
    const end = (record: ConsentRecord): number => secondsOf(store({}, record, { memory }).attributes);
    expect(end(recordOf({ analytics: 'U' }))).to.equal((Date.UTC(2026, 11, 23, 12) - NOW) / 1000);
    expect(end(recordOf({ analytics: 'U', marketing: 'u' }))).to.equal((Date.UTC(2027, 4, 23, 12) - NOW) / 1000);
  });

  it('lets an opt-out live as long as browsers let it (J8)', () => {
    const name = freshName();
    const written = noteCookies();
    storeRecord(recordOf({ marketing: 'u' }), readConfig({ cookie: { name } }), { regime: 'opt-out' }, NOW);
    expect(written[0]).to.match(/max-age=34560000\b/);
    document.cookie = `${name}=; max-age=0; path=/`;
  });

  it('lets it live 400 days at most', () => {
    const memory = { consentMonths: 24, refusalMonths: 24 };
    const { attributes } = store({}, recordOf({ analytics: 'u' }), { memory });
    expect(secondsOf(attributes)).to.equal(400 * 24 * 60 * 60);
  });

  it('holds nothing that tells two visitors apart who chose the same in one minute (F5)', () => {
    const at = Math.floor(Date.now() / MINUTE) * MINUTE;
    const texts = [1, 2].map(() => writeRecord(made({ analytics: true }, {}, { now: at })));
    expect(texts[0]).to.equal(texts[1]);
  });

  it('tells when the browser has not kept it (F6)', () => {
    blockCookies();
    expect(storeRecord(recordOf({}), readConfig({ cookie: { name: freshName() } }), OPT_IN, NOW)).to.equal(false);
  });

  it('replaces the one before', () => {
    const name = freshName();
    const config = readConfig({ cookie: { name } });
    const now = Date.now();
    for (const letter of ['U', 'u'])
      storeRecord(recordOf({ analytics: letter }, { decidedAt: now }), config, OPT_IN, now);
    expect(document.cookie.split(`${name}=`)).to.have.lengthOf(2);
    expect(cookie(name)).to.include('hhu3u1');
    document.cookie = `${name}=; max-age=0; path=/`;
  });
});
