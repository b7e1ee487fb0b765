import { type Vendor } from './support/vendor.js';
/**
 * The WordPress Consent API: plugins that follow it are told the kind of law, and each category and service on each page. Without a
 * kind of law the API allows everything, so the strict one stands there until the region is known.
 * @see https://github.com/WordPress/wp-consent-level-api
 */
export declare const wordpress: Vendor;
