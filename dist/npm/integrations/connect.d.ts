import type { Consent, Integration } from '../types.js';
/**
 * Lets an integration follow a consent: `before` at once, `after` at each decision and, where something was decided on an earlier
 * page or the law lets things run until a no, on each page (vendors keep no memory of it). It runs after the record is stored and before
 * any released script (rule N1).
 * A vendor that is not on the page yet is told again once a script has run, and at the page's `load`.
 * @returns the function that ends it.
 */
export declare function connect(consent: Consent, integration: Integration): () => void;
