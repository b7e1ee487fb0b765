import { expect } from '@open-wc/testing';
import { readSignals } from '../../src/core/signals.js';
import { start, stub, stubGpc, useConsents } from '../support/consents.js';

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

describe('"Do Not Track"', () => {
  useConsents();

  for (const [value, dnt, expected] of [
    ['1', true, true],
    ['1', false, false],
    ['1', undefined, false],
    ['0', true, false],
    ['unspecified', true, false],
    [null, true, false],
  ] as const) {
    it(`${JSON.stringify(value)} ${expected ? 'counts' : 'does not count'} with "dnt": ${String(dnt)} (K12)`, () => {
      stubGpc(undefined);
      stub(navigator, 'doNotTrack', { value });
      expect(readSignals(dnt === undefined ? {} : { dnt }).gpc).to.equal(expected);
    });
  }

  it('is asked for by the configuration, and denies what is sold or shared (K12)', () => {
    stubGpc(undefined);
    stub(navigator, 'doNotTrack', { value: '1' });
    expect(start({ regime: 'opt-out' }).granted('marketing')).to.equal(true);
    expect(start({ regime: 'opt-out', signals: { dnt: true } }).granted('marketing')).to.equal(false);
  });
});

describe('a signal of another kind', () => {
  useConsents();

  it('comes in by one port, and nothing else changes (K13)', () => {
    stubGpc(undefined);
    const asked: unknown[] = [];
    const signals = (wishes: unknown): { gpc: boolean } => {
      asked.push(wishes);
      return { gpc: true };
    };
    const consent = start({ regime: 'opt-out', signals: { dnt: true } }, { signals });
    expect(consent.state.categories.marketing?.by).to.equal('gpc');
    expect(consent.granted('analytics')).to.equal(true);
    expect(asked[0]).to.deep.include({ dnt: true });
  });

  it('may make the regime stricter: a clock of Europe, where a site wants it (I1)', () => {
    const region = 'US-CA';
    const consent = start({ regions: 'recommended', region }, { signals: () => ({ gpc: false, optIn: true }) });
    expect([consent.state.regime, consent.layer]).to.deep.equal(['opt-in', 'banner']);
    expect(consent.granted('analytics')).to.equal(false);
    expect(start({ regions: 'recommended', region }).granted('analytics')).to.equal(true);
  });
});
