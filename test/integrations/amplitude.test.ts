import { expect } from '@open-wc/testing';
import { amplitude } from '../../src/integrations/amplitude.js';
import { startPending } from '../support/consents.js';
import { followsTheRow, noting, put, serviceOf, stateOf, type Call } from './support.js';

const answer = (letters: string): Call => ['setOptOut', !letters.includes('a')];

function record(): readonly Call[] {
  const calls: Call[] = [];
  put('amplitude', { setOptOut: noting(calls, 'setOptOut') });
  return calls;
}

describe('Amplitude', () => {
  followsTheRow({
    start: amplitude,
    put() {
      const calls = record();
      return () => calls;
    },
    before: [],
    after: (letters) => [answer(letters)],
    globals: ['amplitude'],
    waits: true,
  });

  it('hears of a service of this name rather than of its category', () => {
    const calls = record();
    amplitude(startPending()).after(stateOf('a', serviceOf('amplitude', false)));
    expect(calls).to.deep.equal([answer('')]);
  });
});
