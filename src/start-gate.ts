import { startGate as start, type Gate, type GateOptions } from './gate/gate.js';
import type { Consent } from './types.js';

export type { Gate, GateOptions };

/**
 * Follows a consent: finds what is gated in the document, holds it, and releases it in document order once its ids are granted. What
 * releases embeds and templates is fetched by `import()` where a page holds one; their placeholders, and `<cookie-declaration>`, come with
 * `askfirst/element`, which `loadInterface` fetches for them too.
 */
export const startGate = (consent: Consent, options: GateOptions = {}): Gate =>
  start(consent, {
    loadEmbeds: async () => {
      const { startEmbeds } = await import('./gate/embeds.js');
      const { loadInterface } = options;
      return (gate) =>
        startEmbeds(loadInterface ? { ...gate, loadPlaceholder: loadInterface, loadDeclaration: loadInterface } : gate);
    },
    ...options,
  });
