import { expect } from '@open-wc/testing';
import { meta } from '../../src/integrations/meta.js';
import { startPending, stubGpc } from '../support/consents.js';
import { followsTheRow, noting, put, serviceOf, startWith, stateOf, type Call } from './support.js';

const consent = (letters: string): Call => ['fbq', 'consent', letters.includes('m') ? 'grant' : 'revoke'];
const LDU = ['fbq', 'dataProcessingOptions', ['LDU'], 0, 0];
const NO_LDU = ['fbq', 'dataProcessingOptions', []];

function record(): Call[] {
  const calls: Call[] = [];
  put('fbq', noting(calls, 'fbq'));
  return calls;
}

interface Fbq {
  (...command: unknown[]): void;
  queue: ArrayLike<unknown>[];
  loaded?: boolean;
}

/** What Meta's snippet does: nothing where there is an `fbq`, else one with a queue, and a script that is on its way. */
function snippet(): Fbq {
  const page = window as unknown as { fbq: Fbq | undefined };
  if (page.fbq) return page.fbq;
  const fbq: Fbq = Object.assign(
    function () {
      // eslint-disable-next-line prefer-rest-params -- as Meta has it
      fbq.queue.push(arguments);
    },
    { queue: [], loaded: true },
  );
  return (page.fbq = fbq);
}

const waiting = ({ queue }: Fbq): string[] => queue.map((entry) => Array.from(entry).slice(0, 2).join(' '));

describe('Meta Pixel', () => {
  followsTheRow({
    start: meta,
    put() {
      const calls = record();
      return () => calls;
    },
    before: [consent('')],
    after: (letters) => [consent(letters)],
    globals: ['fbq'],
    waits: true,
  });

  it('leaves the name to the snippet, which would do nothing where it finds one', () => {
    put('fbq', undefined);
    const integration = meta(startPending());
    integration.before?.();
    expect(integration.after(stateOf('m'))).to.be.false;
    expect(window).to.have.property('fbq', undefined);
    const fbq = snippet();
    fbq('init', '1');
    fbq('track', 'PageView');
    expect(integration.after(stateOf('m'))).to.be.true;
    expect(waiting(fbq)).to.deep.equal(['consent grant', 'init 1', 'track PageView']);
  });

  it('comes after the revocation of a snippet that has one, and before its init', () => {
    put('fbq', undefined);
    const fbq = snippet();
    fbq('consent', 'revoke');
    fbq('init', '1');
    fbq('track', 'PageView');
    const { after } = meta(startPending());
    after(stateOf('m', { regime: 'opt-out' }));
    after(stateOf('', { regime: 'opt-out' }));
    expect(waiting(fbq)).to.deep.equal([
      'consent revoke',
      'dataProcessingOptions ',
      'consent grant',
      'dataProcessingOptions LDU',
      'consent revoke',
      'init 1',
      'track PageView',
    ]);
  });

  it('is told of Limited Data Use under opt-out, and of none where marketing runs (J12)', () => {
    const calls = record();
    const { after } = meta(startPending());
    after(stateOf('m', { regime: 'opt-out' }));
    expect(calls.splice(0)).to.deep.equal([NO_LDU, consent('m')]);
    after(stateOf('ap', { regime: 'opt-out' }));
    expect(calls).to.deep.equal([LDU, consent('')]);
  });

  it('is told of Limited Data Use when the browser asks for it (J12, K4)', () => {
    const calls = record();
    stubGpc(true);
    startWith(meta, { regime: 'opt-out' });
    expect(calls).to.deep.equal([consent(''), LDU, consent('')]);
  });

  it('hears of a service of this name rather than of its category', () => {
    const calls = record();
    meta(startPending()).after(stateOf('m', serviceOf('meta', false)));
    expect(calls).to.deep.equal([consent('')]);
  });
});
