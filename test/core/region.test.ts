import { expect } from '@open-wc/testing';
import { regimeOf } from '../../src/core/region.js';
import { table } from '../../src/core/table.js';
import type { Regime } from '../../src/types.js';

const regions = table<Regime>(Object.entries({ US: 'opt-out', 'US-CA': 'notice', FR: 'opt-in' }));

describe('the regime of a region', () => {
  const rows: readonly (readonly [region: string, regime: Regime, expected: Regime, what: string])[] = [
    ['US-CA', 'opt-in', 'notice', 'is that of the longest match (I2)'],
    ['US-TX', 'opt-in', 'opt-out', 'is that of its country where it has none of its own (I2)'],
    ['US', 'opt-in', 'opt-out', 'is that of the country'],
    ['FR', 'opt-out', 'opt-in', 'may be stricter than the site’s'],
    ['BR', 'notice', 'notice', 'is the site’s where no region says otherwise'],
    ['', 'opt-out', 'opt-in', 'is opt-in where nobody knows the region (I1)'],
    ['constructor', 'opt-in', 'opt-in', 'is not what every object has (Q9)'],
  ];
  for (const [region, regime, expected, what] of rows) {
    it(`${what}: "${region}"`, () => {
      expect(regimeOf({ region, regime, regions })).to.equal(expected);
    });
  }

  it('is the site’s where it tells no regions apart', () => {
    expect(regimeOf({ region: '', regime: 'opt-out', regions: table() })).to.equal('opt-out');
  });
});
