/** `askfirst/element`: importing it defines the elements. */
import { ConsentEmbed } from './consent-embed.js';
import { CookieConsent } from './cookie-consent.js';
import { CookieDeclaration } from './cookie-declaration.js';

if (!customElements.get('cookie-consent')) customElements.define('cookie-consent', CookieConsent);
if (!customElements.get('consent-embed')) customElements.define('consent-embed', ConsentEmbed);
if (!customElements.get('cookie-declaration')) customElements.define('cookie-declaration', CookieDeclaration);

export { ConsentEmbed, CookieConsent, CookieDeclaration };

declare global {
  interface HTMLElementTagNameMap {
    'consent-embed': ConsentEmbed;
    'cookie-consent': CookieConsent;
    'cookie-declaration': CookieDeclaration;
  }
}
