import { isGranted, objectOf } from './support/vendor.js';
/**
 * PostHog: opted in or out on each page, which overwrites what it remembers (N3). The yes sends no event of its own. It is not reset:
 * after a yes that would make somebody else of its visitor.
 * @see https://posthog.com/docs/privacy/data-collection
 */
export const posthog = () => ({
    after(state) {
        const it = objectOf('posthog');
        // Before its `init` it would remember the answer under no name.
        if (!it?.opt_in_capturing || it.__loaded === false)
            return false;
        if (isGranted(state, 'analytics', 'posthog'))
            it.opt_in_capturing({ captureEventName: false });
        else
            it.opt_out_capturing();
        return true;
    },
});
