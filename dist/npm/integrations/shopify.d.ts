import { type Vendor } from './support/vendor.js';
/**
 * Shopify's Customer Privacy API: loaded at once, and told on each page on which it remembers anything else (N3): telling it is a
 * request. What counts as sale or sharing (marketing by default) is `sale_of_data`.
 * @see https://shopify.dev/docs/api/customer-privacy
 */
export declare const shopify: Vendor;
