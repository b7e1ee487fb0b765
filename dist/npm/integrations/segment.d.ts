import { type Vendor } from './support/vendor.js';
/**
 * Segment: stamps each event with the answers of that moment, by which Segment decides what it passes on to whom; and lets no event out
 * while analytics is denied.
 * @see https://segment.com/docs/privacy/consent-management/consent-in-segment-connections/
 */
export declare const segment: Vendor;
