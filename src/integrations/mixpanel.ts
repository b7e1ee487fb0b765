import { isGranted, objectOf, type Vendor } from './support/vendor.js';

interface Mixpanel {
  has_opted_in_tracking?(): boolean;
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
    const tell = (library: Mixpanel): void => {
      if (!isGranted(state, 'analytics', 'mixpanel'))
        library.opt_out_tracking({ delete_user: false, clear_persistence: true });
      else if (!library.has_opted_in_tracking?.()) library.opt_in_tracking?.();
    };
    // The list that Mixpanel's snippet leaves in its place remembers nothing: the library is told as soon as it takes the list.
    if (Array.isArray(it))
      it.push(function (this: Mixpanel) {
        tell(this);
      });
    else tell(it);
    return true;
  },
});
