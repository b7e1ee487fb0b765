import { queueOf } from './support/queue.js';
import { functionOf, isGranted, type Vendor } from './support/vendor.js';

type Clarity = ((...command: unknown[]) => void) & { q?: unknown[] };

/**
 * Microsoft UET and Clarity: denied before their scripts, and told again at each decision and on each page. UET hears of marketing,
 * Clarity of marketing and analytics.
 * @see https://learn.microsoft.com/en-us/clarity/setup-and-installation/clarity-consent-api-v2
 */
export const microsoft: Vendor = () => {
  const signal = (granted: boolean): string => (granted ? 'granted' : 'denied');
  // Three separate items in the queue, and not one.
  const uet = (command: string, ad: boolean): unknown =>
    queueOf('uetq').push('consent', command, { ad_storage: signal(ad) });
  const clarity = (...command: unknown[]): void => (functionOf('clarity') as Clarity | undefined)?.(...command);
  /** A capital S, other than everybody else's; one key without the other does not count. */
  const consentv2 = (ad: boolean, analytics: boolean): void =>
    clarity('consentv2', { ad_Storage: signal(ad), analytics_Storage: signal(analytics) });
  let wasRecording = false;
  return {
    before() {
      uet('default', false);
      if (!functionOf('clarity')) {
        const queue: Clarity = function () {
          // eslint-disable-next-line prefer-rest-params -- what Clarity's own queue holds
          (queue.q ??= []).push(arguments);
        };
        Object.assign(window, { clarity: queue });
      }
      consentv2(false, false);
    },
    after(state) {
      const ad = isGranted(state, 'marketing');
      const analytics = isGranted(state, 'analytics', 'clarity');
      uet('update', isGranted(state, 'marketing', 'uet'));
      // Erases its cookies, and denies both: what is still granted is said after it.
      if (wasRecording && !analytics) clarity('consent', false);
      consentv2(ad, analytics);
      wasRecording = analytics;
    },
  };
};
