import { isGranted, objectOf } from './support/vendor.js';
/** Amplitude: opted in or out on each page. */
export const amplitude = () => ({
    after(state) {
        const it = objectOf('amplitude');
        if (!it?.setOptOut)
            return false;
        it.setOptOut(!isGranted(state, 'analytics', 'amplitude'));
        return true;
    },
});
