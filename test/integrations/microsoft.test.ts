import { expect } from '@open-wc/testing';
import { microsoft } from '../../src/integrations/microsoft.js';
import { followsTheRow, noting, put, serviceOf, stateOf, type Call } from './support.js';

const signal = (granted: boolean): string => (granted ? 'granted' : 'denied');
const uet = (command: string, ad: boolean): Call => ['uetq', 'consent', command, { ad_storage: signal(ad) }];
const clarity = (ad: boolean, analytics: boolean): Call => [
  'clarity',
  'consentv2',
  { ad_Storage: signal(ad), analytics_Storage: signal(analytics) },
];

function record(): readonly Call[] {
  const calls: Call[] = [];
  put('uetq', { push: noting(calls, 'uetq') });
  put('clarity', noting(calls, 'clarity'));
  return calls;
}

describe('Microsoft UET and Clarity', () => {
  followsTheRow({
    start: microsoft,
    put() {
      const calls = record();
      return () => calls;
    },
    before: [uet('default', false), clarity(false, false)],
    after: (letters, last = '') => [
      uet('update', letters.includes('m')),
      ...(last.includes('a') && !letters.includes('a') ? [['clarity', 'consent', false]] : []),
      clarity(letters.includes('m'), letters.includes('a')),
    ],
    globals: ['uetq', 'clarity'],
    waits: false,
  });

  it('puts three items into the queue of UET, each by itself', () => {
    put('uetq', undefined);
    put('clarity', undefined);
    microsoft({} as never).before?.();
    expect(window)
      .to.have.property('uetq')
      .that.deep.equals(['consent', 'default', { ad_storage: 'denied' }]);
  });

  it('leaves its queue of Arguments to the snippet of Clarity, which keeps what is there', () => {
    put('uetq', undefined);
    put('clarity', undefined);
    microsoft({} as never).before?.();
    const { clarity: queue } = window as unknown as { clarity: { q: ArrayLike<unknown>[] } };
    expect(queue.q.map((entry) => Object.prototype.toString.call(entry))).to.deep.equal(['[object Arguments]']);
    expect(queue.q.map((entry) => Array.from(entry))).to.deep.equal([
      ['consentv2', { ad_Storage: 'denied', analytics_Storage: 'denied' }],
    ]);
  });

  it('says what is still granted after it has had Clarity erase its cookies', () => {
    const calls = record();
    const { after } = microsoft({} as never);
    after(stateOf('ma'));
    after(stateOf('m'));
    expect(calls.slice(-2)).to.deep.equal([['clarity', 'consent', false], clarity(true, false)]);
  });

  it('hears of services of these names rather than of their categories', () => {
    const calls = record();
    const { after } = microsoft({} as never);
    after(stateOf('ma', serviceOf('uet', false)));
    expect(calls).to.deep.equal([uet('update', false), clarity(true, true)]);
    after(stateOf('ma', serviceOf('clarity', false)));
    expect(calls.slice(-1)).to.deep.equal([clarity(true, false)]);
  });
});
