import { expect } from '@open-wc/testing';
import { tiktok } from '../../src/integrations/tiktok.js';
import { startPending } from '../support/consents.js';
import { followsTheRow, noting, put, serviceOf, stateOf, type Call } from './support.js';

const METHODS = ['page', 'track', 'holdConsent', 'revokeConsent', 'grantConsent'];
const consent = (letters: string): Call => [letters.includes('m') ? 'grantConsent' : 'revokeConsent'];

function record(): readonly Call[] {
  const calls: Call[] = [];
  put('ttq', Object.fromEntries(METHODS.map((name) => [name, noting(calls, name)])));
  return calls;
}

/** What TikTok's snippet does: a list that has the methods, and notes their calls until the script is here. */
function snippet(methods = METHODS): string[][] & Record<string, () => void> {
  const ttq: string[][] = [];
  for (const name of methods) Object.assign(ttq, { [name]: () => ttq.push([name]) });
  put('ttq', ttq);
  return ttq as string[][] & Record<string, () => void>;
}

describe('TikTok Pixel', () => {
  followsTheRow({
    start: tiktok,
    put() {
      const calls = record();
      return () => calls;
    },
    before: [['holdConsent']],
    after: (letters) => [consent(letters)],
    globals: ['ttq'],
    waits: true,
  });

  it('is held, and released, before the page view that waits in its list', () => {
    const ttq = snippet();
    ttq.page!();
    const { before, after } = tiktok(startPending());
    before?.();
    after(stateOf('m'));
    expect([...ttq]).to.deep.equal([['holdConsent'], ['grantConsent'], ['page']]);
  });

  it('waits for a snippet of the time before these methods, until its script is here', () => {
    snippet(['page', 'track']);
    const { before, after } = tiktok(startPending());
    before?.();
    expect(after(stateOf('m'))).to.be.false;
  });

  it('hears of a service of this name rather than of its category', () => {
    const calls = record();
    tiktok(startPending()).after(stateOf('m', serviceOf('tiktok', false)));
    expect(calls).to.deep.equal([consent('')]);
  });
});
