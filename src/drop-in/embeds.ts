/** Entry of dist/askfirst-embeds.js: what releases embeds; their placeholder is a chunk behind it, as is a declaration, and both need the interface. */
import { startEmbeds as start, type Embeds } from '../gate/embeds.js';
import type { LoadChunk } from './chunks.js';
import type { Gatekeeper } from '../gate/gate.js';

/** Written in by the build: SHA-256 of the placeholder and of the declaration. */
declare const PLACEHOLDER: string;
declare const DECLARATION: string;

export const startEmbeds = (
  load: LoadChunk,
  loadInterface: () => Promise<{ readonly shared: object }>,
): ((gate: Gatekeeper) => Embeds) => {
  /** Fetches an element that uses what the interface hands it, and lets it come alive. */
  const define = async (name: string, className: string, file: string, hash: string): Promise<void> => {
    const [{ shared }, chunk] = await Promise.all([
      loadInterface(),
      load<{ default: (own: object) => Readonly<Record<string, CustomElementConstructor>> }>(file, hash),
    ]);
    const element = chunk.default(shared)[className];
    if (element && !customElements.get(name)) customElements.define(name, element);
  };
  return (gate) =>
    start({
      ...gate,
      loadPlaceholder: () => define('consent-embed', 'ConsentEmbed', 'askfirst-placeholder.js', PLACEHOLDER),
      loadDeclaration: () => define('cookie-declaration', 'CookieDeclaration', 'askfirst-declaration.js', DECLARATION),
    });
};
