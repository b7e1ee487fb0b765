import { type Vendor } from './support/vendor.js';
/**
 * Mixpanel: opted in or out on each page, which overwrites what it remembers (N3). Only what it remembers as a yes is not said again,
 * since each time sends an event `$opt_in`. A no keeps the person's profile, which Mixpanel would delete by default.
 * @see https://docs.mixpanel.com/docs/privacy/protecting-user-data
 */
export declare const mixpanel: Vendor;
