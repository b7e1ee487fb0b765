import { type Vendor } from './support/vendor.js';
/**
 * PostHog: opted in or out on each page, which overwrites what it remembers (N3). The yes sends no event of its own. It is not reset:
 * after a yes that would make somebody else of its visitor.
 * @see https://posthog.com/docs/privacy/data-collection
 */
export declare const posthog: Vendor;
