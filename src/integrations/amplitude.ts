import { isGranted, objectOf, type Vendor } from './support/vendor.js';

interface Amplitude {
  setOptOut?(optOut: boolean): void;
}

/** Amplitude: opted in or out on each page. */
export const amplitude: Vendor = () => ({
  after(state) {
    const it = objectOf('amplitude') as Amplitude | undefined;
    if (!it?.setOptOut) return false;
    it.setOptOut(!isGranted(state, 'analytics', 'amplitude'));
    return true;
  },
});
