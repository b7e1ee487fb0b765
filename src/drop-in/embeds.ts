/** Entry of dist/askfirst-embeds.js: what releases embeds; their placeholder is a chunk behind it, and needs the interface. */
import { startEmbeds as start, type Embeds } from '../gate/embeds.js';
import type { LoadChunk } from './chunks.js';
import type { Gatekeeper } from '../gate/gate.js';
import type * as Placeholder from '../ui/consent-embed.js';

/** Written in by the build: SHA-256 of the placeholder. */
declare const PLACEHOLDER: string;

export const startEmbeds =
  (load: LoadChunk, loadInterface: () => Promise<{ readonly shared: object }>) =>
  (gate: Gatekeeper): Embeds =>
    start({
      ...gate,
      loadPlaceholder: async () => {
        const [{ shared }, chunk] = await Promise.all([
          loadInterface(),
          load<{ default: (own: object) => typeof Placeholder }>('askfirst-placeholder.js', PLACEHOLDER),
        ]);
        if (!customElements.get('consent-embed'))
          customElements.define('consent-embed', chunk.default(shared).ConsentEmbed);
      },
    });
