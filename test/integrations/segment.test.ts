import { expect } from '@open-wc/testing';
import { segment } from '../../src/integrations/segment.js';
import { startPending } from '../support/consents.js';
import { answersOf, followsTheRow, put, serviceOf, SETS, stateOf, type Call } from './support.js';

interface Payload {
  obj: { context?: { consent?: object; ip?: string } };
}
type Middleware = (step: { payload: Payload; next(payload: Payload): void }) => void;

/** Segment as far as its middleware goes: what would go out of an event. */
function record(): { added: Middleware[]; sends(context?: Payload['obj']['context']): unknown } {
  const added: Middleware[] = [];
  put('analytics', { addSourceMiddleware: (middleware: Middleware) => added.push(middleware) });
  return {
    added,
    sends(context) {
      let sent: unknown = 'nothing';
      const payload: Payload = { obj: context ? { context } : {} };
      for (const middleware of added) middleware({ payload, next: ({ obj }) => (sent = obj.context) });
      return sent;
    },
  };
}

const stamp = (letters: string): object => ({
  consent: { categoryPreferences: { necessary: true, ...answersOf(letters) } },
});

describe('Segment', () => {
  followsTheRow({
    start: segment,
    put() {
      const vendor = record();
      // What an event says at each moment stands for what Segment is told.
      const told: Call[] = [];
      return () => {
        if (vendor.added.length > 0) told.splice(0, told.length, [vendor.added.length, vendor.sends()]);
        return [...told];
      };
    },
    before: [],
    // A single stamp for the page: after a first answer nothing new is added, and what it says is looked at below.
    after: (letters, last) => (last === undefined ? [[1, letters.includes('a') ? stamp(letters) : 'nothing']] : []),
    globals: ['analytics'],
    waits: true,
  });

  for (const letters of SETS) {
    it(`stamps events with the answers of that moment, and sends none without analytics: ${letters || 'nothing'}`, () => {
      const { added, sends } = record();
      const { after } = segment(startPending());
      for (const first of SETS) after(stateOf(first));
      after(stateOf(letters));
      expect(added).to.have.lengthOf(1);
      expect(sends()).to.deep.equal(letters.includes('a') ? stamp(letters) : 'nothing');
    });
  }

  it('keeps what an event says besides', () => {
    const { sends } = record();
    segment(startPending()).after(stateOf('a'));
    expect(sends({ ip: '0.0.0.0', consent: { other: 1 } })).to.deep.equal({
      ip: '0.0.0.0',
      consent: { other: 1, categoryPreferences: { necessary: true, ...answersOf('a') } },
    });
  });

  it('hears of a service of this name rather than of its category', () => {
    const { sends } = record();
    segment(startPending()).after(stateOf('a', serviceOf('segment', false)));
    expect(sends()).to.equal('nothing');
  });
});
