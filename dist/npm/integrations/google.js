/** What Google's tags read as one command is an `Arguments` object: a plain array is ignored (rule M1). */
const gtag = function () {
    // An element whose id is "dataLayer" answers to the name too, and takes no commands.
    if (!window.dataLayer?.push)
        window.dataLayer = [];
    // eslint-disable-next-line prefer-rest-params -- see above
    window.dataLayer.push(arguments);
};
/**
 * Google Consent Mode v2 (rules M1 to M5): denied by default with all seven keys, and an update at each decision and on each page.
 * marketing speaks for the three ad keys, analytics for `analytics_storage`, personalization for the other two.
 * @see https://developers.google.com/tag-platform/security/guides/consent
 */
export function google({ report }) {
    const signals = ({ categories }) => {
        const signal = (id) => (categories[id]?.granted ? 'granted' : 'denied');
        return {
            ad_storage: signal('marketing'),
            ad_user_data: signal('marketing'),
            ad_personalization: signal('marketing'),
            analytics_storage: signal('analytics'),
            functionality_storage: signal('personalization'),
            personalization_storage: signal('personalization'),
        };
    };
    return {
        before() {
            // A default that comes after a tag's first command does not work (rule M3).
            const isTag = (entry) => /^(js|config|event)$/.test(String(entry?.[0])) || entry?.['gtm.start'] !== undefined;
            if (window.dataLayer?.some?.(isTag))
                report('google-late', 'dataLayer');
            gtag('consent', 'default', { ...signals({ categories: {} }), security_storage: 'granted', wait_for_update: 500 });
        },
        after(state) {
            gtag('consent', 'update', signals(state));
        },
    };
}
