/** Entry of dist/askfirst-ui.js: the gate hands over its loader, and the elements come alive. */
import { LitElement, css, html, nothing } from 'lit';
import { CookieConsent } from '../ui/cookie-consent.js';
import { controls } from '../ui/styles/controls.js';
import { setFont, tokens } from '../ui/styles/tokens.js';
import { english, entryOf, fill, inSentence, localized, written } from '../ui/text.js';
import { loadWords } from '../ui/words.js';
import { loadHanded, useLoader } from './interface-chunks.js';
export { loadAnswers } from './interface-chunks.js';
import type { LoadChunk } from './chunks.js';

/** What the chunks behind it use of it, Lit above all, so that none of it is there twice. */
export const shared: object = {
  LitElement,
  css,
  html,
  nothing,
  controls,
  tokens,
  setFont,
  english,
  entryOf,
  fill,
  inSentence,
  localized,
  written,
  loadWords,
  loadHanded,
};

export function start(load: LoadChunk): void {
  useLoader(load, shared);
  if (!customElements.get('cookie-consent')) customElements.define('cookie-consent', CookieConsent);
}
