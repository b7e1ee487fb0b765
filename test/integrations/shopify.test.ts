import { expect } from '@open-wc/testing';
import { shopify } from '../../src/integrations/shopify.js';
import { start, startPending, stubGpc } from '../support/consents.js';
import { followsTheRow, noting, put, startWith, stateOf, type Call } from './support.js';

const FEATURES = [{ name: 'consent-tracking-api', version: '0.1' }];
const LOAD: Call = ['loadFeatures', FEATURES];
const answers = (letters: string): Record<string, boolean> => ({
  analytics: letters.includes('a'),
  marketing: letters.includes('m'),
  preferences: letters.includes('p'),
  sale_of_data: letters.includes('m'),
});
const answer = (letters: string): Call => ['setTrackingConsent', answers(letters)];

type Done = (error?: unknown) => void;

/** Shopify, whose feature comes when it is let, and remembers the last answer. */
function record(): { calls: Call[]; loads: Done; remembers(value: string): void } {
  const calls: Call[] = [];
  let memory: Record<string, string> = {};
  let done: Done = () => undefined;
  const shop: Record<string, unknown> = {
    loadFeatures: (features: unknown, ready: Done) => {
      calls.push(['loadFeatures', features]);
      done = ready;
    },
  };
  put('Shopify', shop);
  return {
    calls,
    loads(error) {
      if (!error)
        shop.customerPrivacy = {
          currentVisitorConsent: () => memory,
          setTrackingConsent: (given: Record<string, boolean>, ready: unknown) => {
            expect(ready).to.be.a('function');
            memory = Object.fromEntries(Object.entries(given).map(([key, yes]) => [key, yes ? 'yes' : 'no']));
            noting(calls, 'setTrackingConsent')(given);
          },
        };
      done(error);
    },
    remembers: (value) => {
      memory = Object.fromEntries(Object.keys(answers('')).map((key) => [key, value]));
    },
  };
}

describe("Shopify's Customer Privacy API", () => {
  let remembers: (value: string) => void;
  followsTheRow({
    start: shopify,
    put() {
      const vendor = record();
      ({ remembers } = vendor);
      const { loadFeatures } = (window as unknown as { Shopify: { loadFeatures: (...given: unknown[]) => void } })
        .Shopify;
      // Here the feature is there at once.
      Object.assign((window as unknown as { Shopify: object }).Shopify, {
        loadFeatures: (...given: unknown[]) => {
          loadFeatures(...given);
          vendor.loads();
        },
      });
      return () => vendor.calls;
    },
    before: [LOAD],
    after: (letters) => [answer(letters)],
    globals: ['Shopify'],
    waits: true,
    remembers: () => remembers('yes'),
  });

  it('is told once its feature is here, of the last answer alone', () => {
    const { calls, loads } = record();
    const { before, after } = shopify(startPending());
    before?.();
    after(stateOf('map'));
    after(stateOf('a'));
    expect(calls).to.deep.equal([LOAD]);
    loads();
    expect(calls).to.deep.equal([LOAD, answer('a')]);
  });

  it('asks once more for a feature that did not come, at the next answer', () => {
    const { calls, loads } = record();
    const { before, after } = shopify(startPending());
    before?.();
    loads(new Error('offline'));
    after(stateOf('a'));
    loads();
    expect(calls).to.deep.equal([LOAD, LOAD, answer('a')]);
  });

  it('is not told again of what it remembers, since that is a request', () => {
    const { calls, loads, remembers: hasKept } = record();
    const { before, after } = shopify(startPending());
    hasKept('no');
    before?.();
    loads();
    expect(after(stateOf(''))).to.be.true;
    expect(calls).to.deep.equal([LOAD]);
    after(stateOf('p'));
    expect(calls).to.deep.equal([LOAD, answer('p')]);
  });

  it('is told that nothing is sold when the browser asks for that (J12, K4)', () => {
    const { calls, loads } = record();
    stubGpc(true);
    startWith(shopify, { regime: 'opt-out' });
    loads();
    expect(calls).to.deep.equal([LOAD, answer('ap')]);
  });

  it('is told that nothing is sold where any category that counts as a sale is denied (J12)', () => {
    const { calls, loads } = record();
    const consent = start({ categories: { necessary: {}, marketing: {}, analytics: { saleOrShare: true } } });
    const { after } = shopify(consent);
    after(stateOf('m'));
    loads();
    expect(calls.at(-1)).to.deep.equal(['setTrackingConsent', { ...answers('m'), sale_of_data: false }]);
    after(stateOf('ma'));
    expect(calls.at(-1)).to.deep.equal(answer('ma'));
  });
});
