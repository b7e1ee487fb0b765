/** What Google is told before anything is known. The gate itself says it; all else about Google is in google.ts, a file of its own. */
/** The list that Google's tags read. An element whose id is "dataLayer" answers to the name too, and takes no commands. */
export function layer() {
    if (!window.dataLayer?.push)
        window.dataLayer = [];
    return window.dataLayer;
}
/** What Google's tags read as one command is an `Arguments` object: a plain array is ignored (rule M1). */
export const gtag = function () {
    // A blocker may have taken the list away, and leave none in its place.
    // eslint-disable-next-line prefer-rest-params -- see above
    layer()?.push(arguments);
};
/** Milliseconds that tags wait for an answer of an earlier page: two seconds at most, half a second where nothing else is said (M4). */
export const waitOf = (wait) => (wait <= 2000 ? wait : 500);
/** All that a visitor has a say in is denied, and what is told without a yes is redacted, before any of Google's tags runs (rules M2, M3, M4, M7). */
export function denyGoogle(wait) {
    gtag('consent', 'default', {
        ad_storage: 'denied',
        ad_user_data: 'denied',
        ad_personalization: 'denied',
        analytics_storage: 'denied',
        functionality_storage: 'denied',
        personalization_storage: 'denied',
        security_storage: 'granted',
        wait_for_update: waitOf(wait),
    });
    gtag('set', 'ads_data_redaction', true);
}
