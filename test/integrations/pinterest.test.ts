import { expect } from '@open-wc/testing';
import { pinterest } from '../../src/integrations/pinterest.js';
import { startPending } from '../support/consents.js';
import { followsTheRow, noting, put, serviceOf, stateOf, type Call } from './support.js';

const consent = (letters: string): Call => ['pintrk', 'setconsent', letters.includes('m')];

function record(): readonly Call[] {
  const calls: Call[] = [];
  put('pintrk', noting(calls, 'pintrk'));
  return calls;
}

describe('Pinterest Tag', () => {
  followsTheRow({
    start: pinterest,
    put() {
      const calls = record();
      return () => calls;
    },
    before: [consent('')],
    after: (letters) => [consent(letters)],
    globals: ['pintrk'],
    waits: true,
  });

  it('leaves the name to the snippet, and comes before its page view', () => {
    put('pintrk', undefined);
    const { before, after } = pinterest(startPending());
    before?.();
    expect(window).to.have.property('pintrk', undefined);
    const queue: unknown[][] = [];
    put(
      'pintrk',
      Object.assign((...command: unknown[]) => queue.push(command), { queue }),
    );
    queue.push(['load', '1'], ['setconsent', false], ['page']);
    after(stateOf('m'));
    expect(queue).to.deep.equal([['load', '1'], ['setconsent', false], ['setconsent', true], ['page']]);
  });

  it('hears of a service of this name rather than of its category', () => {
    const calls = record();
    pinterest(startPending()).after(stateOf('m', serviceOf('pinterest', false)));
    expect(calls).to.deep.equal([consent('')]);
  });
});
