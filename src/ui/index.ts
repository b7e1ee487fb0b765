/** `askfirst/element`: importing it defines the elements. */
import { ConsentEmbed } from './consent-embed.js';
import { CookieConsent } from './cookie-consent.js';

if (!customElements.get('cookie-consent')) customElements.define('cookie-consent', CookieConsent);
if (!customElements.get('consent-embed')) customElements.define('consent-embed', ConsentEmbed);

export { ConsentEmbed, CookieConsent };

declare global {
  interface HTMLElementTagNameMap {
    'consent-embed': ConsentEmbed;
    'cookie-consent': CookieConsent;
  }
}
