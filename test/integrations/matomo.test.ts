import { expect } from '@open-wc/testing';
import { matomo, type MatomoOptions } from '../../src/integrations/matomo.js';
import { startPending } from '../support/consents.js';
import { followsTheRow, put, serviceOf, stateOf, type Call } from './support.js';
import type { Integration } from '../../src/types.js';

const page = window as unknown as { _paq: Call[] };

/** What Matomo does first, whatever stands before it: of several commands of one name, it warns. */
const FIRST = [
  'forgetCookieConsentGiven',
  'requireCookieConsent',
  'setSiteId',
  'setCookieConsentGiven',
  'requireConsent',
  'setConsentGiven',
];

/** Takes what waits, in Matomo's order, and gives what is allowed at the end: to track, to keep cookies. */
function matomoLoads(): { tracks: boolean; cookies: boolean; views: number } {
  const seen = { tracks: true, cookies: true, views: 0 };
  const does: Record<string, () => void> = {
    requireConsent: () => (seen.tracks = false),
    setConsentGiven: () => (seen.tracks = true),
    forgetConsentGiven: () => (seen.tracks = false),
    requireCookieConsent: () => (seen.cookies = false),
    setCookieConsentGiven: () => (seen.cookies = true),
    forgetCookieConsentGiven: () => (seen.cookies = false),
    trackPageView: () => (seen.views += Number(seen.tracks)),
  };
  const names = page._paq.map(([name]) => String(name));
  expect(new Set(names).size, `each command once: ${names.join()}`).to.equal(names.length);
  const rest = names.filter((name) => !FIRST.includes(name));
  for (const name of [...FIRST.filter((first) => names.includes(first)), ...rest]) does[name]?.();
  return seen;
}

const MODES: readonly (readonly [what: string, infix: string, options?: MatomoOptions])[] = [
  ['Matomo', 'Consent'],
  ['Matomo without cookies', 'CookieConsent', { mode: 'cookieless' }],
];

for (const [what, infix, options] of MODES) {
  const start = (): Integration => matomo(startPending(), options);
  const answer = (letters: string): Call => [`${letters.includes('a') ? 'set' : 'forget'}${infix}Given`];

  describe(what, () => {
    followsTheRow({
      start,
      put() {
        const calls: Call[] = [];
        put('_paq', { push: (call: Call) => calls.push(call) });
        return () => calls;
      },
      before: [[`require${infix}`]],
      after: (letters) => [answer(letters)],
      globals: ['_paq'],
      waits: false,
    });

    for (const [from, to] of [
      ['', 'a'],
      ['a', ''],
      ['map', 'a'],
    ] as const) {
      it(`has one answer in its queue after a change from ${from || 'nothing'} to ${to || 'nothing'}, which Matomo obeys`, () => {
        put('_paq', undefined);
        const { before, after } = start();
        before?.();
        after(stateOf(from));
        page._paq.push(['trackPageView'], ['setSiteId', '1']);
        after(stateOf(to));
        expect(page._paq.filter(([name]) => /Given$/.test(String(name)))).to.deep.equal([answer(to)]);
        const { tracks, cookies } = matomoLoads();
        expect(options ? cookies : tracks).to.equal(to.includes('a'));
      });
    }

    it('is told no before a page view that waits already', () => {
      put('_paq', [['trackPageView'], ['setSiteId', '1']]);
      const { before, after } = start();
      before?.();
      after(stateOf(''));
      const names = page._paq.map(([name]) => name);
      expect(names.indexOf(answer('')[0])).to.be.below(names.indexOf('trackPageView'));
      expect(matomoLoads().views).to.equal(options ? 1 : 0);
    });

    it('takes no exemption for a yes to cookies (A21)', () => {
      put('_paq', []);
      start().after(stateOf('', serviceOf('matomo', true)));
      expect(page._paq).to.deep.equal([answer(options ? '' : 'a')]);
    });

    it('is never asked to remember (N3)', () => {
      put('_paq', []);
      const { before, after } = start();
      before?.();
      after(stateOf('map'));
      expect(JSON.stringify(page._paq)).not.to.include('remember');
    });

    it('hears of a service of this name rather than of its category', () => {
      put('_paq', []);
      start().after(stateOf('a', serviceOf('matomo', false)));
      expect(page._paq).to.deep.equal([answer('')]);
    });
  });
}
