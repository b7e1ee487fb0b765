import { ahead } from './support/queue.js';
import { functionOf, isGranted } from './support/vendor.js';
/**
 * Meta Pixel: paused before it starts, and told on each page. `window.fbq` is left to Meta's own snippet, which would do nothing where
 * it finds one; what waits in the snippet's queue is put before its `init`. Under opt-out a no is also "Limited Data Use" (J12).
 * @see https://developers.facebook.com/docs/meta-pixel/implementation/gdpr
 */
export const meta = () => {
    const tell = (...command) => {
        const fbq = functionOf('fbq');
        if (!fbq)
            return false;
        fbq(...command);
        ahead(fbq.queue, command[0], 'init');
        return true;
    };
    return {
        before() {
            tell('consent', 'revoke');
        },
        after(state) {
            const granted = isGranted(state, 'marketing', 'meta');
            // The zeros leave it to Meta to tell where somebody is.
            if (state.regime === 'opt-out')
                tell('dataProcessingOptions', ...(granted ? [[]] : [['LDU'], 0, 0]));
            return tell('consent', granted ? 'grant' : 'revoke');
        },
    };
};
