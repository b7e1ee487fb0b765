/** `askfirst/element`: importing it defines the elements. */
import { ConsentEmbed } from './consent-embed.js';
import { CookieConsent } from './cookie-consent.js';
import { CookieDeclaration } from './cookie-declaration.js';
export { ConsentEmbed, CookieConsent, CookieDeclaration };
declare global {
    interface HTMLElementTagNameMap {
        'consent-embed': ConsentEmbed;
        'cookie-consent': CookieConsent;
        'cookie-declaration': CookieDeclaration;
    }
}
