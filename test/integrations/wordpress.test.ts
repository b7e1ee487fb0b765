import { expect } from '@open-wc/testing';
import { wordpress } from '../../src/integrations/wordpress.js';
import { startPending } from '../support/consents.js';
import { followsTheRow, noting, put, serviceOf, stateOf, type Call } from './support.js';

const set = (category: string, granted: boolean): Call => ['wp_set_consent', category, granted ? 'allow' : 'deny'];
const categories = (letters: string): readonly Call[] => [
  set('functional', true),
  set('preferences', letters.includes('p')),
  set('statistics-anonymous', letters.includes('a')),
  set('statistics', letters.includes('a')),
  set('marketing', letters.includes('m')),
];
const defined = (type: string): Call => ['wp_consent_type_defined', type];

const endings = new AbortController();

function record(): readonly Call[] {
  const calls: Call[] = [];
  put('wp_consent_type', undefined);
  put('wp_set_consent', noting(calls, 'wp_set_consent'));
  put('wp_set_service_consent', noting(calls, 'wp_set_service_consent'));
  const { signal } = endings;
  document.addEventListener(
    'wp_consent_type_defined',
    () => calls.push(defined((window as unknown as { wp_consent_type: string }).wp_consent_type)),
    { signal },
  );
  return calls;
}

describe('the WordPress Consent API', () => {
  after(() => endings.abort());

  followsTheRow({
    start: wordpress,
    put() {
      const calls = record();
      return () => calls;
    },
    before: [defined('optin')],
    after: categories,
    globals: ['wp_set_consent', 'wp_set_service_consent', 'wp_consent_type'],
    waits: true,
  });

  it('is told the other kind of law where people are not asked first', () => {
    const calls = record();
    const { before, after: tell } = wordpress(startPending());
    before?.();
    for (const regime of ['opt-out', 'notice', 'opt-in'] as const) tell(stateOf('', { regime }));
    expect(calls.filter(([name]) => name === 'wp_consent_type_defined')).to.deep.equal([
      defined('optin'),
      defined('optout'),
      defined('optin'),
    ]);
  });

  it('is told of each service', () => {
    const calls = record();
    wordpress(startPending()).after(stateOf('m', serviceOf('youtube', false)));
    expect(calls.slice(1)).to.deep.equal([...categories('m'), ['wp_set_service_consent', 'youtube', false]]);
  });

  it('does without services in the versions that know none', () => {
    const calls = record();
    put('wp_set_service_consent', undefined);
    expect(wordpress(startPending()).after(stateOf('m', serviceOf('youtube', false)))).to.be.true;
    expect(calls.slice(1)).to.deep.equal(categories('m'));
  });
});
