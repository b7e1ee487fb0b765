import { type Vendor } from './support/vendor.js';
/**
 * Meta Pixel: paused before it starts, and told on each page. `window.fbq` is left to Meta's own snippet, which would do nothing where
 * it finds one; what waits in the snippet's queue is put before its `init`. Under opt-out a no is also "Limited Data Use" (J12).
 * @see https://developers.facebook.com/docs/meta-pixel/implementation/gdpr
 */
export declare const meta: Vendor;
