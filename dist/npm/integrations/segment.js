import { isGranted, objectOf } from './support/vendor.js';
/**
 * Segment: stamps each event with the answers of that moment, by which Segment decides what it passes on to whom; and lets no event out
 * while analytics is denied.
 * @see https://segment.com/docs/privacy/consent-management/consent-in-segment-connections/
 */
export const segment = () => {
    let now;
    let stamped;
    const stamp = ({ payload, next }) => {
        // An event that is not handed on goes nowhere.
        if (!isGranted(now, 'analytics', 'segment'))
            return;
        const context = (payload.obj.context ??= {});
        const categoryPreferences = Object.fromEntries(Object.entries(now.categories).map(([id, { granted }]) => [id, granted]));
        context.consent = { ...context.consent, categoryPreferences };
        next(payload);
    };
    return {
        after(state) {
            now = state;
            const analytics = objectOf('analytics');
            if (!analytics?.addSourceMiddleware)
                return false;
            if (!stamped)
                analytics.addSourceMiddleware(stamp);
            stamped = analytics;
            return true;
        },
    };
};
