import * as answers from './answers/index.js';
import { createConsent as create } from './core/consent.js';
/**
 * One running consent, for sites with a build step. It reads the record and decides at once; nothing happens on the page until
 * `startGate()` follows it. Importing this does nothing by itself.
 * @param config - Without one the consent stays `pending`, and everything denied, until `consent.configure()` is called.
 * @param options - `explain` of `askfirst/diagnostics` puts what is wrong into words; without it messages name the key and what was found.
 */
export function createConsent(config, options = {}) {
    const consent = create({ answers, ...options });
    if (config)
        consent.configure(config);
    return consent;
}
