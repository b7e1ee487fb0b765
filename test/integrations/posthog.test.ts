import { expect } from '@open-wc/testing';
import { posthog } from '../../src/integrations/posthog.js';
import { startPending } from '../support/consents.js';
import { followsTheRow, noting, put, serviceOf, stateOf, type Call } from './support.js';

const answer = (letters: string): Call =>
  letters.includes('a') ? ['opt_in_capturing', { captureEventName: false }] : ['opt_out_capturing'];

function record(): readonly Call[] {
  const calls: Call[] = [];
  const names = ['opt_in_capturing', 'opt_out_capturing', 'clear_opt_in_out_capturing', 'reset'];
  put('posthog', Object.fromEntries(names.map((name) => [name, noting(calls, name)])));
  return calls;
}

describe('PostHog', () => {
  followsTheRow({
    start: posthog,
    put() {
      const calls = record();
      return () => calls;
    },
    before: [],
    after: (letters) => [answer(letters)],
    globals: ['posthog'],
    waits: true,
    remembers: () =>
      Object.assign((window as unknown as { posthog: object }).posthog, {
        get_explicit_consent_status: () => 'granted',
      }),
  });

  it('waits for the init of a library that is here before it', () => {
    const calls = record();
    const library = (window as unknown as { posthog: { __loaded?: boolean } }).posthog;
    library.__loaded = false;
    const { after } = posthog(startPending());
    expect(after(stateOf('a'))).to.be.false;
    library.__loaded = true;
    expect(after(stateOf('a'))).to.be.true;
    expect(calls).to.deep.equal([answer('a')]);
  });

  it('hears of a service of this name rather than of its category', () => {
    const calls = record();
    posthog(startPending()).after(stateOf('a', serviceOf('posthog', false)));
    expect(calls).to.deep.equal([answer('')]);
  });
});
