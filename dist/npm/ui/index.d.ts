/** `askfirst/element`: importing it defines the elements. */
import { ConsentEmbed } from './consent-embed.js';
import { CookieConsent } from './cookie-consent.js';
export { ConsentEmbed, CookieConsent };
declare global {
    interface HTMLElementTagNameMap {
        'consent-embed': ConsentEmbed;
        'cookie-consent': CookieConsent;
    }
}
