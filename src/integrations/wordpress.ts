import { functionOf, isGranted, objectOf, type Vendor } from './support/vendor.js';

type SetConsent = (category: string, value: 'allow' | 'deny') => void;
type SetService = (service: string, granted: boolean) => void;

/**
 * The WordPress Consent API: plugins that follow it are told the kind of law, and each category and service on each page. Without a
 * kind of law the API allows everything, so the strict one stands there until the region is known.
 * @see https://github.com/WordPress/wp-consent-level-api
 */
export const wordpress: Vendor = () => {
  const defines = (type: 'optin' | 'optout'): void => {
    if (objectOf('wp_consent_type') === type) return;
    Object.assign(window, { wp_consent_type: type });
    document.dispatchEvent(new CustomEvent('wp_consent_type_defined'));
  };
  return {
    before() {
      defines('optin');
    },
    after(state) {
      defines(state.regime === 'opt-in' ? 'optin' : 'optout');
      const set = functionOf('wp_set_consent') as SetConsent | undefined;
      if (!set) return false;
      const tell = (category: string, granted: boolean): void => set(category, granted ? 'allow' : 'deny');
      tell('functional', true);
      tell('preferences', isGranted(state, 'personalization'));
      for (const category of ['statistics-anonymous', 'statistics']) tell(category, isGranted(state, 'analytics'));
      tell('marketing', isGranted(state, 'marketing'));
      const setService = functionOf('wp_set_service_consent') as SetService | undefined;
      for (const [id, { granted }] of Object.entries(state.services)) setService?.(id, granted);
      return true;
    },
  };
};
