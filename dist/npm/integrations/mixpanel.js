import { isGranted, objectOf } from './support/vendor.js';
/**
 * Mixpanel: opted in or out on each page, which overwrites what it remembers (N3). Only what it remembers as a yes is not said again,
 * since each time sends an event `$opt_in`. A no keeps the person's profile, which Mixpanel would delete by default.
 * @see https://docs.mixpanel.com/docs/privacy/protecting-user-data
 */
export const mixpanel = () => ({
    after(state) {
        const it = objectOf('mixpanel');
        if (!it?.opt_in_tracking)
            return false;
        const tell = (library) => {
            if (!isGranted(state, 'analytics', 'mixpanel'))
                library.opt_out_tracking({ delete_user: false, clear_persistence: true });
            else if (!library.has_opted_in_tracking?.())
                library.opt_in_tracking?.();
        };
        // The list that Mixpanel's snippet leaves in its place remembers nothing: the library is told as soon as it takes the list.
        if (Array.isArray(it))
            it.push(function () {
                tell(this);
            });
        else
            tell(it);
        return true;
    },
});
