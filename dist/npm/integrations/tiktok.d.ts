import { type Vendor } from './support/vendor.js';
/** TikTok Pixel: held before it starts, and told on each page. Its methods are there once TikTok's snippet has run. */
export declare const tiktok: Vendor;
