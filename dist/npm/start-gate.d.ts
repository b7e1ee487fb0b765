import { type Gate, type GateOptions } from './gate/gate.js';
import type { Consent } from './types.js';
export type { Gate, GateOptions };
/**
 * Follows a consent: finds what is gated in the document, holds it, and releases it in document order once its ids are granted. What
 * releases embeds and templates is fetched by `import()` where a page holds one; their placeholders come with `askfirst/element`.
 */
export declare const startGate: (consent: Consent, options?: GateOptions) => Gate;
