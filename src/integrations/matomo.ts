import { ahead, queueOf } from './support/queue.js';
import { isGranted, type Vendor } from './support/vendor.js';

export interface MatomoOptions {
  /** Without cookies it counts all the same before a yes: only where the law exempts that (requirement A21). */
  readonly mode?: 'cookieless';
}

/**
 * Matomo: waits for consent, and is told on each page. It is never asked to remember a yes, and one that it remembers is forgotten at a
 * no: the record is the one memory (N3).
 * @see https://developer.matomo.org/guides/tracking-consent
 */
export const matomo: Vendor<MatomoOptions> = (_, { mode } = {}) => {
  const what = mode === 'cookieless' ? 'CookieConsent' : 'Consent';
  let told: readonly string[] | undefined;
  return {
    before() {
      queueOf('_paq').push([`require${what}`]);
    },
    after(state) {
      const paq = queueOf('_paq');
      // Matomo takes what waits in an order of its own, and an earlier answer might come last: it is taken back.
      if (Array.isArray(paq) && paq.includes(told)) paq.splice(paq.indexOf(told), 1);
      // A service that is exempt runs without a yes, and keeps cookies with one only.
      const granted = isGranted(state, 'analytics', 'matomo') && (!mode || isGranted(state, 'analytics'));
      told = granted ? [`set${what}Given`] : [`forget${what}Given`];
      paq.push(told);
      ahead(paq, told[0] as string, 'trackPageView');
    },
  };
};
