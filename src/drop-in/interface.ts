/** Entry of dist/askfirst-ui.js: the gate hands over its loader, and the elements come alive. */
import { CookieConsent } from '../ui/cookie-consent.js';
import { useLoader } from './interface-chunks.js';
export { loadAnswers } from './interface-chunks.js';
import type { LoadChunk } from './chunks.js';

export function start(load: LoadChunk): void {
  useLoader(load);
  if (!customElements.get('cookie-consent')) customElements.define('cookie-consent', CookieConsent);
}
