import { isGranted, objectOf, type Vendor } from './support/vendor.js';
import type { ConsentState } from '../types.js';

type Answers = Readonly<Record<'analytics' | 'marketing' | 'preferences' | 'sale_of_data', boolean>>;
interface Shopify {
  loadFeatures?(
    features: readonly { readonly name: string; readonly version: string }[],
    done: (error?: unknown) => void,
  ): void;
  customerPrivacy?: {
    currentVisitorConsent?(): Readonly<Partial<Record<keyof Answers, string>>>;
    setTrackingConsent(answers: Answers, done: () => void): void;
  };
}

/**
 * Shopify's Customer Privacy API: loaded at once, and told on each page on which it remembers anything else (N3): telling it is a
 * request. What counts as sale or sharing (marketing by default) is `sale_of_data`.
 * @see https://shopify.dev/docs/api/customer-privacy
 */
export const shopify: Vendor = (consent) => {
  let state: ConsentState | undefined;
  let isAsked = false;
  const tell = (): void => {
    const api = (objectOf('Shopify') as Shopify | undefined)?.customerPrivacy;
    if (!state || !api) return;
    const now = state;
    const sold = Object.entries(consent.config?.categories ?? { marketing: { saleOrShare: true } });
    const answers: Answers = {
      analytics: isGranted(now, 'analytics'),
      marketing: isGranted(now, 'marketing'),
      preferences: isGranted(now, 'personalization'),
      sale_of_data: sold.every(([id, { saleOrShare }]) => !saleOrShare || isGranted(now, id)),
    };
    const known = api.currentVisitorConsent?.();
    const isKnown = (Object.keys(answers) as (keyof Answers)[]).every(
      (key) => known?.[key] === (answers[key] ? 'yes' : 'no'),
    );
    if (!isKnown) api.setTrackingConsent(answers, () => undefined);
  };
  const load = (): boolean => {
    const shop = objectOf('Shopify') as Shopify | undefined;
    if (!shop?.loadFeatures) return false;
    if (isAsked) tell();
    else {
      isAsked = true;
      shop.loadFeatures([{ name: 'consent-tracking-api', version: '0.1' }], (error) => {
        if (error) isAsked = false;
        else tell();
      });
    }
    return true;
  };
  return {
    before() {
      load();
    },
    after(decided) {
      state = decided;
      return load();
    },
  };
};
