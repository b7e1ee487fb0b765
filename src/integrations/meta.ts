import { ahead } from './support/queue.js';
import { functionOf, isGranted, type Vendor } from './support/vendor.js';

type Fbq = ((...command: unknown[]) => void) & { queue?: unknown };

/**
 * Meta Pixel: paused before it starts, and told on each page. `window.fbq` is left to Meta's own snippet, which would do nothing where
 * it finds one; what waits in the snippet's queue is put before its `init`. Under opt-out a no is also "Limited Data Use" (J12).
 * @see https://developers.facebook.com/docs/meta-pixel/implementation/gdpr
 */
export const meta: Vendor = () => {
  const tell = (...command: readonly [name: string, ...unknown[]]): boolean => {
    const fbq = functionOf('fbq') as Fbq | undefined;
    if (!fbq) return false;
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
      if (state.regime === 'opt-out') tell('dataProcessingOptions', ...(granted ? [[]] : [['LDU'], 0, 0]));
      return tell('consent', granted ? 'grant' : 'revoke');
    },
  };
};
