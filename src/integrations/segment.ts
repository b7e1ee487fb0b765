import { isGranted, objectOf, type Vendor } from './support/vendor.js';
import type { ConsentState } from '../types.js';

interface Event {
  readonly obj: { context?: { consent?: object } };
}
type Middleware = (step: { readonly payload: Event; next(payload: Event): void }) => void;
interface Analytics {
  addSourceMiddleware?(middleware: Middleware): void;
}

/**
 * Segment: stamps each event with the answers of that moment, by which Segment decides what it passes on to whom; and lets no event out
 * while analytics is denied.
 * @see https://segment.com/docs/privacy/consent-management/consent-in-segment-connections/
 */
export const segment: Vendor = () => {
  let now: ConsentState;
  let stamped: Analytics | undefined;
  const stamp: Middleware = ({ payload, next }) => {
    // An event that is not handed on goes nowhere.
    if (!isGranted(now, 'analytics', 'segment')) return;
    const context = (payload.obj.context ??= {});
    const categoryPreferences = Object.fromEntries(
      Object.entries(now.categories).map(([id, { granted }]) => [id, granted]),
    );
    context.consent = { ...context.consent, categoryPreferences };
    next(payload);
  };
  return {
    after(state) {
      now = state;
      const analytics = objectOf('analytics') as Analytics | undefined;
      if (!analytics?.addSourceMiddleware) return false;
      if (!stamped) analytics.addSourceMiddleware(stamp);
      stamped = analytics;
      return true;
    },
  };
};
