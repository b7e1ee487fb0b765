import { type Vendor } from './support/vendor.js';
/**
 * Microsoft UET and Clarity: denied before their scripts, and told again at each decision and on each page. UET hears of marketing,
 * Clarity of marketing and analytics.
 * @see https://learn.microsoft.com/en-us/clarity/setup-and-installation/clarity-consent-api-v2
 */
export declare const microsoft: Vendor;
