import type { Consent, ConsentState, Integration } from '../../types.js';
/** What each file of this folder's parent exports, under the name that its key has in `integrations`: one vendor's interface. */
export type Vendor<Options = undefined> = (consent: Pick<Consent, 'report' | 'config'>, options?: Options) => Integration;
/** What a vendor's script has put on the page, for its integration to say what it is: `Window` is left to sites, which declare it too. */
export declare const objectOf: (name: string) => unknown;
/** The same where it is called itself: an element with that id answers to the name too, and is not. */
export declare function functionOf(name: string): unknown;
/** Whether a category is granted; or a single service of it, where the site declares one by that id. */
export declare const isGranted: ({ categories, services }: ConsentState, category: string, service?: string) => boolean;
