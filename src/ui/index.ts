/** `askfirst/element`: importing it defines the elements. */
import { CookieConsent } from './cookie-consent.js';

if (!customElements.get('cookie-consent')) customElements.define('cookie-consent', CookieConsent);

export { CookieConsent };

declare global {
  interface HTMLElementTagNameMap {
    'cookie-consent': CookieConsent;
  }
}
