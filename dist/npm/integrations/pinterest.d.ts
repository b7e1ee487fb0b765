import { type Vendor } from './support/vendor.js';
/**
 * Pinterest Tag: told no before its first page view, and told on each page. `window.pintrk` is left to Pinterest's own snippet, which
 * would do nothing where it finds one.
 */
export declare const pinterest: Vendor;
