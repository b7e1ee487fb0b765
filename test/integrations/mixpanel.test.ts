import { expect } from '@open-wc/testing';
import { mixpanel } from '../../src/integrations/mixpanel.js';
import { startPending } from '../support/consents.js';
import { followsTheRow, noting, put, serviceOf, stateOf, type Call } from './support.js';

const YES: Call = ['opt_in_tracking'];
const NO: Call = ['opt_out_tracking', { delete_user: false, clear_persistence: true }];

/** Mixpanel with its memory, in which a yes may lie already. */
function record(remembers?: boolean): readonly Call[] {
  const calls: Call[] = [];
  let isIn = remembers;
  put('mixpanel', {
    has_opted_in_tracking: () => isIn,
    opt_in_tracking: (...given: unknown[]) => {
      isIn = true;
      noting(calls, 'opt_in_tracking')(...given);
    },
    opt_out_tracking: (...given: unknown[]) => {
      isIn = false;
      noting(calls, 'opt_out_tracking')(...given);
    },
  });
  return calls;
}

describe('Mixpanel', () => {
  followsTheRow({
    start: mixpanel,
    put() {
      const calls = record();
      return () => calls;
    },
    before: [],
    after: (letters, last = '') => (!letters.includes('a') ? [NO] : last.includes('a') ? [] : [YES]),
    globals: ['mixpanel'],
    waits: true,
  });

  it('is not told again of a yes that it remembers, since each time sends an event', () => {
    const calls = record(true);
    expect(mixpanel(startPending()).after(stateOf('a'))).to.be.true;
    expect(calls).to.deep.equal([]);
  });

  it('is told of a no although it remembers a yes, and keeps the profile (N3)', () => {
    const calls = record(true);
    mixpanel(startPending()).after(stateOf(''));
    expect(calls).to.deep.equal([NO]);
  });

  it('is told through the list of its snippet once the library takes it, in the order of the answers', () => {
    const list: ((this: unknown) => void)[] = [];
    put('mixpanel', Object.assign(list, { opt_in_tracking: () => undefined }));
    const { after } = mixpanel(startPending());
    for (const letters of ['a', '', 'a']) expect(after(stateOf(letters))).to.be.true;
    const calls = record(true);
    const library = (window as unknown as { mixpanel: unknown }).mixpanel;
    for (const told of list) told.call(library);
    expect(calls).to.deep.equal([NO, YES]);
  });

  it('hears of a service of this name rather than of its category', () => {
    const calls = record();
    mixpanel(startPending()).after(stateOf('a', serviceOf('mixpanel', false)));
    expect(calls).to.deep.equal([NO]);
  });
});
