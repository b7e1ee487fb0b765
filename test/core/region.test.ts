import { expect } from '@open-wc/testing';
import { readConfig } from '../../src/core/config.js';
import { regimeOf } from '../../src/core/region.js';
import { table } from '../../src/core/table.js';
import type { Regime } from '../../src/types.js';

const regions = table<Regime>(Object.entries({ US: 'opt-out', 'US-CA': 'notice', FR: 'opt-in' }));
const sensitive = false;

describe('the regime of a region', () => {
  const rows: readonly (readonly [region: string, regime: Regime, expected: Regime, what: string])[] = [
    ['US-CA', 'opt-in', 'notice', 'is that of the longest match (I2)'],
    ['US-TX', 'opt-in', 'opt-out', 'is that of its country where it has none of its own (I2)'],
    ['US', 'opt-in', 'opt-out', 'is that of the country'],
    ['FR', 'opt-out', 'opt-in', 'may be stricter than the site’s'],
    ['BR', 'notice', 'notice', 'is the site’s where no region says otherwise'],
    ['', 'opt-out', 'opt-in', 'is opt-in where nobody knows the region (I1)'],
    ['constructor', 'opt-out', 'opt-in', 'is not what every object has (Q9)'],
    ['USA', 'opt-out', 'opt-in', 'is opt-in for a code that is none (I2)'],
    ['FR ', 'opt-out', 'opt-in', 'is opt-in for a code that is none (I2)'],
  ];
  for (const [region, regime, expected, what] of rows) {
    it(`${what}: "${region}"`, () => {
      expect(regimeOf({ region, regime, regions, sensitive })).to.equal(expected);
    });
  }

  it('is the site’s where it tells no regions apart', () => {
    expect(regimeOf({ region: '', regime: 'opt-out', regions: table(), sensitive })).to.equal('opt-out');
  });

  it('is that of "*" where no longer match is, known or not (I2)', () => {
    const everywhere = table<Regime>(Object.entries({ '*': 'notice', US: 'opt-out' }));
    for (const [region, expected] of [
      ['US-NV', 'opt-out'],
      ['BR', 'notice'],
      ['', 'notice'],
      ['?', 'opt-in'],
    ] as const) {
      expect(regimeOf({ region, regime: 'opt-in', regions: everywhere, sensitive }), region).to.equal(expected);
    }
  });

  it('is opt-in on a sensitive page, wherever it is (L1)', () => {
    for (const region of ['US-WA', 'US-TX', 'US', 'BR', '']) {
      expect(regimeOf({ region, regime: 'opt-out', regions, sensitive: true })).to.equal('opt-in');
    }
  });

  it('may be tightened by what the browser says of itself, and never loosened (I1)', () => {
    expect(regimeOf({ region: 'US-CA', regime: 'opt-in', regions, sensitive }, true)).to.equal('opt-in');
    expect(regimeOf({ region: 'FR', regime: 'opt-in', regions, sensitive }, false)).to.equal('opt-in');
  });
});

/** The table of the requirements, section I, row by row. */
describe('"regions": "recommended" (I)', () => {
  const EUROPE = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK';
  const STATES = 'US-CA US-CO US-CT US-DE US-MD US-MN US-MT US-NE US-NH US-NJ US-OR US-TX';
  const rows: readonly (readonly [what: string, codes: string, expected: Regime])[] = [
    ['an unknown region', ' ', 'opt-in'],
    ['a code that is none', 'EARTH X1', 'opt-in'],
    ['the European Union and its economic area', EUROPE, 'opt-in'],
    ['the United Kingdom', 'GB GB-SCT', 'opt-in'],
    ['Switzerland', 'CH CH-ZH', 'opt-in'],
    ['Brazil', 'BR BR-SP', 'opt-in'],
    ['Quebec', 'CA-QC', 'opt-in'],
    ['states of the United States with a law of their own', STATES, 'opt-out'],
    ['the other states', 'US US-FL US-NY', 'opt-out'],
    ['Washington and Nevada, where health is opt-in by "sensitive"', 'US-WA US-NV', 'opt-out'],
    ['elsewhere', 'AU CA IN JP KR MX NZ ZA', 'opt-in'],
  ];
  for (const [what, codes, expected] of rows) {
    it(`is ${expected} for ${what}`, () => {
      for (const region of codes.split(' ')) {
        expect(regimeOf(readConfig({ regions: 'recommended', region })), region).to.equal(expected);
        expect(regimeOf(readConfig({ regions: 'recommended', region, sensitive: true })), region).to.equal('opt-in');
      }
    });
  }

  it('is opt-in everywhere where a site says nothing', () => {
    for (const region of `${EUROPE} ${STATES} AU`.split(' ')) {
      expect(regimeOf(readConfig({ region })), region).to.equal('opt-in');
    }
  });

  it('takes codes in small letters too', () => {
    expect(regimeOf(readConfig({ regions: 'recommended', region: 'us-ca' }))).to.equal('opt-out');
  });
});
