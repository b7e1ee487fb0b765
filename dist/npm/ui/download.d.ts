/** A visitor's own record, to take away (requirement G6). */
import type { Consent } from '../types.js';
/** What was chosen, when, how, and on which site; nothing tells on which page of it (L4). */
export declare const recordOf: ({ config, state, version }: Consent) => object;
/** Hands it over as a file, by the name of the cookie that it stands in. Nothing is sent anywhere. */
export declare function download(consent: Consent): void;
