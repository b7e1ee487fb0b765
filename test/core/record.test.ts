import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readConfig } from '../../src/core/config.js';
import { decide } from '../../src/core/decide.js';
import {
  expiryOf,
  fingerprint,
  isCurrent,
  pickRecord,
  printOf,
  readRecord,
  writeRecord,
} from '../../src/core/record.js';
import { DAY, holdsYes, MINUTE, NOW, recordOf, records } from '../support/records.js';

const EXAMPLE = '1.1.htdwl.i0.be5ru1~a3f2-.hhu3U1~x9zq-';

describe('the text of a record', () => {
  it('reads back as the record that was written, whatever it holds', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(records, (record) => JSON.stringify(readRecord(writeRecord(record))) === JSON.stringify(record)),
      { numRuns: 10_000 },
    );
  });

  it('is what the documentation of the format says (F5)', () => {
    expect(readRecord(EXAMPLE)).to.deep.equal({
      revision: 1,
      decidedAt: parseInt('htdwl', 36) * MINUTE,
      regime: 'i',
      gpc: false,
      entries: {
        be5r: { answer: 'u', revision: 1, services: { a3f2: '-' } },
        hhu3: { answer: 'U', revision: 1, services: { x9zq: '-' } },
      },
    });
    expect(writeRecord(readRecord(EXAMPLE)!)).to.equal(EXAMPLE);
  });

  it('holds only characters that a cookie carries unescaped (F5)', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(records, (record) => /^[A-Za-z0-9._~-]+$/.test(writeRecord(record))),
      { numRuns: 2000 },
    );
  });

  it('has 42 bytes with its name for the default categories: it travels with every request', () => {
    const text = writeRecord(recordOf({ marketing: 'U', analytics: 'u', personalization: 'U' }));
    expect(`askfirst=${text}`).to.have.lengthOf(42);
  });

  it('stays under 200 bytes for the default categories with three services each (F5)', () => {
    const services = (name: string): Record<string, string> => ({ [`${name}-a`]: '-', [`${name}-b`]: 'u', c: 'U' });
    const text = writeRecord(
      recordOf(
        Object.fromEntries(
          ['marketing', 'analytics', 'personalization'].map((id) => [id, { answer: 'U', services: services(id) }]),
        ),
        { revision: 20_261_123 },
      ),
    );
    expect(text.length).to.be.below(200);
    expect(`askfirst=${text}`).to.have.lengthOf.below(200);
  });

  it('tells the time in full minutes, since finer would tell visitors apart (F5)', () => {
    const text = writeRecord(recordOf({}, { decidedAt: NOW + 59_999 }));
    expect(readRecord(text)?.decidedAt).to.equal(NOW);
  });

  it('is no record where its schema is a later one (F4)', () => {
    expect(readRecord(EXAMPLE.replace(/^1/, '2'))).to.equal(undefined);
    expect(readRecord(EXAMPLE.replace(/^1/, '10'))).to.equal(undefined);
  });

  const damaged: Readonly<Record<string, string>> = {
    'nothing at all': '',
    'a head alone, cut short': '1.1.htdwl',
    'a flag that is none': '1.1.htdwl.i2',
    'a regime that is none': '1.1.htdwl.x0',
    'an answer that is none': '1.1.htdwl.i0.hhu3X1',
    'an answer without a revision': '1.1.htdwl.i0.hhu3U',
    'half a service': '1.1.htdwl.i0.hhu3U1~x9z',
    'a service without its answer': '1.1.htdwl.i0.hhu3U1~x9zq',
    'a category that is none': '1.1.htdwl.i0.__proto__U1',
    'one category twice': '1.1.htdwl.i0.hhu3u1.hhu3U1',
    'one service twice': '1.1.htdwl.i0.hhu3u1~x9zqux9zqU',
    'a number with a leading nought': '1.01.htdwl.i0.hhu3U1',
    'a time with a leading nought': '1.1.0htdwl.i0.hhu3U1',
    'a category revision with a leading nought': '1.1.htdwl.i0.hhu3U01',
    'an empty field at its end': '1.1.htdwl.i0.hhu3U1.',
    'a line end after it': '1.1.htdwl.i0.hhu3U1\n',
    'quotes around it': '"1.1.htdwl.i0.hhu3U1"',
    'blanks in place of dots': '1 1 htdwl i0',
    'another product’s JSON': '{"analytics":true}',
  };
  for (const [what, text] of Object.entries(damaged)) {
    it(`reads as undecided where it is ${what} (F4)`, () => {
      expect(readRecord(text)).to.equal(undefined);
    });
  }

  it('never throws, and grants only what a text that it would write itself grants, of 100,000 made up and mutated (F4, Q9)', function () {
    this.timeout(300_000);
    const edit = fc.tuple(
      fc.nat(),
      fc.nat({ max: 2 }),
      fc.oneof(fc.constantFrom(...Array.from('.~-0123uUaAdDgGion ')), fc.string({ maxLength: 1, unit: 'binary' })),
    );
    const mutated = fc.tuple(records, fc.array(edit, { maxLength: 3 })).map(([record, edits]) =>
      edits.reduce(
        (text, [at, cut, put]) => {
          const place = at % (text.length + 1);
          return text.slice(0, place) + put + text.slice(place + cut);
        },
        writeRecord({ ...record, decidedAt: NOW - (record.decidedAt % (7 * DAY)) }),
      ),
    );
    const config = readConfig({ services: [{ id: 'ga', category: 'analytics' }] });
    let grants = 0;
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: mutated }, fc.string({ unit: 'binary', maxLength: 60 })), (text) => {
        const record = pickRecord([text]);
        if (record && holdsYes(record)) expect(writeRecord(record)).to.equal(text);
        const { categories, services } = decide({ config, record, signals: { gpc: false }, now: NOW });
        for (const id of ['marketing', 'analytics', 'personalization']) {
          if (!categories[id]?.granted) continue;
          grants += 1;
          expect(text).to.match(new RegExp(`\\.${printOf(id)}[UA][0-9a-z]`));
        }
        if (services.ga?.granted) expect(text).to.match(/\.hhu3[UA-]/);
      }),
      { numRuns: 100_000 },
    );
    // What never grants anything would pass too.
    expect(grants).to.be.above(100);
  });
});

describe('the fingerprint of a service', () => {
  it('has four characters, and follows id and revision, not wording (B7)', () => {
    expect(fingerprint({ id: 'ga' })).to.match(/^[0-9a-z]{4}$/);
    expect(fingerprint({ id: 'ga' })).to.equal(fingerprint({ id: 'ga', revision: 1 }));
    expect(fingerprint({ id: 'ga' })).not.to.equal(fingerprint({ id: 'ga', revision: 2 }));
    expect(fingerprint({ id: 'ga' })).not.to.equal(fingerprint({ id: 'gb' }));
    expect(fingerprint({ id: 'ga', name: 'Google Analytics' } as never)).to.equal(fingerprint({ id: 'ga' }));
  });

  it('has four characters for any id', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (id, revision) => /^[0-9a-z]{4}$/.test(fingerprint({ id, revision }))),
    );
  });
});

describe('two cookies of one name', () => {
  const older = writeRecord(recordOf({ analytics: 'U' }, { decidedAt: NOW - MINUTE }));
  const yes = writeRecord(recordOf({ analytics: 'U', marketing: 'U' }));
  const no = writeRecord(recordOf({ analytics: 'U', marketing: 'u' }));

  it('count by the newer one, in either order (F4)', () => {
    for (const texts of [
      [older, no],
      [no, older],
    ]) {
      expect(writeRecord(pickRecord(texts)!)).to.equal(no);
    }
  });

  it('count by the stricter one where both are of one minute, in either order (F4)', () => {
    for (const texts of [
      [yes, no],
      [no, yes],
    ]) {
      expect(writeRecord(pickRecord(texts)!)).to.equal(no);
    }
  });

  it('count a yes to a single service as a yes too', () => {
    const service = writeRecord(recordOf({ analytics: { answer: 'u', services: { ga: 'U' } } }));
    const none = writeRecord(recordOf({ analytics: 'u' }));
    expect(writeRecord(pickRecord([service, none])!)).to.equal(none);
  });

  it('leave a damaged one aside', () => {
    expect(writeRecord(pickRecord(['1.damaged', yes, ''])!)).to.equal(yes);
    expect(pickRecord(['2.1.x', ''])).to.equal(undefined);
    expect(pickRecord([])).to.equal(undefined);
  });
});

describe('the end of a record', () => {
  const yes = { analytics: 'U' };
  const no = { analytics: 'u' };
  const rows: readonly (readonly [at: string, entries: Record<string, string>, months: string, end: string])[] = [
    ['2026-11-23T12:00Z', no, '6/6', '2027-05-23T12:00Z'],
    ['2026-11-23T12:00Z', yes, '6/6', '2027-05-23T12:00Z'],
    ['2026-08-31T09:30Z', no, '6/6', '2027-02-28T09:30Z'],
    ['2027-08-31T09:30Z', no, '6/6', '2028-02-29T09:30Z'],
    ['2027-08-29T00:00Z', no, '6/6', '2028-02-29T00:00Z'],
    ['2026-08-29T00:00Z', no, '6/6', '2027-02-28T00:00Z'],
    ['2028-02-29T23:59Z', no, '6/12', '2029-02-28T23:59Z'],
    ['2026-12-31T23:59Z', no, '6/6', '2027-06-30T23:59Z'],
    ['2026-10-31T12:00Z', no, '6/6', '2027-04-30T12:00Z'],
    // Summer time begins or ends in between, in Europe and in America: an hour stays an hour.
    ['2026-10-24T01:30Z', no, '6/6', '2027-04-24T01:30Z'],
    ['2026-03-28T23:30Z', no, '6/6', '2026-09-28T23:30Z'],
    // A yes by its own months, as soon as there is one; a no by the longer ones.
    ['2026-11-23T12:00Z', yes, '3/6', '2027-02-23T12:00Z'],
    ['2026-11-23T12:00Z', no, '3/6', '2027-05-23T12:00Z'],
    ['2026-11-23T12:00Z', { analytics: 'u', marketing: 'U' }, '3/6', '2027-02-23T12:00Z'],
    ['2026-11-23T12:00Z', no, '1/24', '2028-11-23T12:00Z'],
  ];
  for (const [at, entries, months, end] of rows) {
    it(`of ${at}, ${Object.values(entries).join('')}, remembered ${months} months, is ${end} (F2)`, () => {
      const [consentMonths = 0, refusalMonths = 0] = months.split('/').map(Number);
      const record = recordOf(entries, { decidedAt: Date.parse(at) });
      expect(expiryOf(record, { memory: { consentMonths, refusalMonths } }, 'opt-in')).to.equal(Date.parse(end));
    });
  }

  it('is by a yes to a single service too', () => {
    const record = recordOf({ analytics: { answer: 'u', services: { ga: 'U' } } });
    expect(expiryOf(record, { memory: { consentMonths: 1, refusalMonths: 6 } }, 'opt-in')).to.equal(
      Date.UTC(2026, 11, 23, 12),
    );
  });
});

describe('the end of a record under opt-out and notice', () => {
  const at = Date.parse('2026-08-31T12:00Z');
  const record = recordOf({ marketing: 'u' }, { decidedAt: at });
  const memory = { consentMonths: 6, refusalMonths: 6 };

  for (const regime of ['opt-out', 'notice'] as const) {
    it(`is never, by default: ${regime} (J8)`, () => {
      expect(expiryOf(record, { memory }, regime)).to.equal(Infinity);
      expect(isCurrent(record, { memory, revision: 1 }, regime, at + 10_000 * DAY)).to.equal(true);
    });

    it(`is when the site says, by the calendar: ${regime} (F2, J8)`, () => {
      const ending = { memory: { ...memory, optOutMonths: 18 } };
      expect(expiryOf(record, ending, regime)).to.equal(Date.parse('2028-02-29T12:00Z'));
      expect(expiryOf(record, ending, 'opt-in')).to.equal(Date.parse('2027-02-28T12:00Z'));
    });
  }
});

describe('a record speaks for its visitor', () => {
  const config = { revision: 2, memory: { consentMonths: 6, refusalMonths: 6 } };
  const END = Date.UTC(2027, 4, 23, 12);
  const rows: readonly (readonly [
    what: string,
    head: { revision?: number; decidedAt?: number },
    now: number,
    speaks: boolean,
  ])[] = [
    ['in its own minute', {}, NOW, true],
    ['a day before its end', {}, END - DAY, true],
    ['a millisecond before its end', {}, END - 1, true],
    ['not at its end', {}, END, false],
    ['not a day after its end', {}, END + DAY, false],
    ['where its clock is 24 h ahead', { decidedAt: NOW + DAY }, NOW, true],
    ['not where its clock is 24 h and a minute ahead', { decidedAt: NOW + DAY + MINUTE }, NOW, false],
    ['not where its revision is lower', { revision: 1 }, NOW, false],
    ['where its revision is higher', { revision: 3 }, NOW, true],
  ];
  for (const [what, head, now, speaks] of rows) {
    it(`${what} (F4)`, () => {
      for (const letter of ['u', 'U']) {
        expect(isCurrent(recordOf({ analytics: letter }, { revision: 2, ...head }), config, 'opt-in', now)).to.equal(
          speaks,
        );
      }
    });
  }
});
