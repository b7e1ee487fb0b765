import { ahead } from './support/queue.js';
import { functionOf, isGranted, type Vendor } from './support/vendor.js';

type Pintrk = ((...command: unknown[]) => void) & { queue?: unknown };

/**
 * Pinterest Tag: told no before its first page view, and told on each page. `window.pintrk` is left to Pinterest's own snippet, which
 * would do nothing where it finds one.
 */
export const pinterest: Vendor = () => {
  const tell = (granted: boolean): boolean => {
    const pintrk = functionOf('pintrk') as Pintrk | undefined;
    if (!pintrk) return false;
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
