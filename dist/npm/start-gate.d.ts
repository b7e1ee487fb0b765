import { type Gate, type GateOptions } from './gate/gate.js';
import type { Consent } from './types.js';
export type { Gate, GateOptions };
/**
 * Follows a consent: finds what is gated in the document, holds it, and releases it in document order once its ids are granted. What
 * releases embeds and templates is fetched by `import()` where a page holds one; their placeholders, and `<cookie-declaration>`, come with
 * `askfirst/element`, which `loadInterface` fetches for them too.
 */
export declare const startGate: (consent: Consent, options?: GateOptions) => Gate;
