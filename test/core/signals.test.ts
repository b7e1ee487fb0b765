import { expect } from '@open-wc/testing';
import { readSignals } from '../../src/core/signals.js';
import { stubGpc, useConsents } from '../support/consents.js';

describe('Global Privacy Control', () => {
  useConsents();

  for (const value of [true, 1, '1']) {
    it(`is on for ${JSON.stringify(value)} (K1)`, () => {
      stubGpc(value);
      expect(readSignals()).to.deep.equal({ gpc: true });
    });
  }

  for (const value of [false, undefined, null, 0, '0', '', 'true', 2, {}, [1]]) {
    it(`is no signal for ${JSON.stringify({ value })} (K1)`, () => {
      stubGpc(value);
      expect(readSignals()).to.deep.equal({ gpc: false });
    });
  }

  it('is read afresh each time (K3)', () => {
    stubGpc(true);
    expect(readSignals().gpc).to.equal(true);
    stubGpc(false);
    expect(readSignals().gpc).to.equal(false);
  });
});
