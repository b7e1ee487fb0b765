/** `askfirst/element`: importing it defines the elements. */
import { CookieConsent } from './cookie-consent.js';
export { CookieConsent };
declare global {
    interface HTMLElementTagNameMap {
        'cookie-consent': CookieConsent;
    }
}
