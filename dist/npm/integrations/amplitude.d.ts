import { type Vendor } from './support/vendor.js';
/** Amplitude: opted in or out on each page. */
export declare const amplitude: Vendor;
