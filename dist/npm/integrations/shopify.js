import { isGranted, objectOf } from './support/vendor.js';
/**
 * Shopify's Customer Privacy API: loaded at once, and told on each page on which it remembers anything else (N3): telling it is a
 * request. What counts as sale or sharing (marketing by default) is `sale_of_data`.
 * @see https://shopify.dev/docs/api/customer-privacy
 */
export const shopify = (consent) => {
    let state;
    let isAsked = false;
    const tell = () => {
        const api = objectOf('Shopify')?.customerPrivacy;
        if (!state || !api)
            return;
        const now = state;
        const sold = Object.entries(consent.config?.categories ?? { marketing: { saleOrShare: true } });
        const answers = {
            analytics: isGranted(now, 'analytics'),
            marketing: isGranted(now, 'marketing'),
            preferences: isGranted(now, 'personalization'),
            sale_of_data: sold.every(([id, { saleOrShare }]) => !saleOrShare || isGranted(now, id)),
        };
        const known = api.currentVisitorConsent?.();
        const isKnown = Object.keys(answers).every((key) => known?.[key] === (answers[key] ? 'yes' : 'no'));
        if (!isKnown)
            api.setTrackingConsent(answers, () => undefined);
    };
    const load = () => {
        const shop = objectOf('Shopify');
        if (!shop?.loadFeatures)
            return false;
        if (isAsked)
            tell();
        else {
            isAsked = true;
            shop.loadFeatures([{ name: 'consent-tracking-api', version: '0.1' }], (error) => {
                if (error)
                    isAsked = false;
                else
                    tell();
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
