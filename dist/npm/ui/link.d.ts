import type { Consent, Localized } from '../types.js';
/** A link, unless it is none, or one that is not safe: that is reported (H2). */
export declare function link(consent: Pick<Consent, 'report'> | undefined, language: string, [url, text, path]: readonly [url: Localized | undefined, text: unknown, path: string]): unknown;
