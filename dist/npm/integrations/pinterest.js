import { ahead } from './support/queue.js';
import { functionOf, isGranted } from './support/vendor.js';
/**
 * Pinterest Tag: told no before its first page view, and told on each page. `window.pintrk` is left to Pinterest's own snippet, which
 * would do nothing where it finds one.
 */
export const pinterest = () => {
    const tell = (granted) => {
        const pintrk = functionOf('pintrk');
        if (!pintrk)
            return false;
        pintrk('setconsent', granted);
        ahead(pintrk.queue, 'setconsent', 'page');
        return true;
    };
    return {
        before() {
            tell(false);
        },
        after: (state) => tell(isGranted(state, 'marketing', 'pinterest')),
    };
};
