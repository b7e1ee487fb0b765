import { isGranted, objectOf, type Vendor } from './support/vendor.js';

interface Mixpanel {
  has_opted_in_tracking?(): unknown;
  opt_in_tracking?(): void;
  opt_out_tracking(options: { readonly delete_user: boolean; readonly clear_persistence: boolean }): void;
}

/**
 * Mixpanel: opted in or out on each page, which overwrites what it remembers (N3). Only what it remembers as a yes is not said again,
 * since each time sends an event `$opt_in`. A no keeps the person's profile, which Mixpanel would delete by default.
 * @see https://docs.mixpanel.com/docs/privacy/protecting-user-data
 */
export const mixpanel: Vendor = () => ({
  after(state) {
    const it = objectOf('mixpanel') as Mixpanel | undefined;
    if (!it?.opt_in_tracking) return false;
    if (!isGranted(state, 'analytics', 'mixpanel'))
      it.opt_out_tracking({ delete_user: false, clear_persistence: true });
    // The stand-in of Mixpanel's snippet knows nothing yet, and answers nothing.
    else if (it.has_opted_in_tracking?.() !== true) it.opt_in_tracking();
    return true;
  },
});
