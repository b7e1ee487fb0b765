import { type ConsentOptions } from './core/consent.js';
import type { Consent, ScriptConfig } from './types.js';
export type CreateConsentOptions = Partial<Pick<ConsentOptions, 'explain' | 'now' | 'signals'>>;
/**
 * One running consent, for sites with a build step. It reads the record and decides at once; nothing happens on the page until
 * `startGate()` follows it. Importing this does nothing by itself.
 * @param config - Without one the consent stays `pending`, and everything denied, until `consent.configure()` is called.
 * @param options - `explain` of `askfirst/diagnostics` puts what is wrong into words; without it messages name the key and what was found.
 */
export declare function createConsent(config?: ScriptConfig, options?: CreateConsentOptions): Consent;
