import { ahead } from './support/queue.js';
import { isGranted, objectOf } from './support/vendor.js';
/** TikTok Pixel: held before it starts, and told on each page. Its methods are there once TikTok's snippet has run. */
export const tiktok = () => {
    const tell = (name) => {
        const ttq = objectOf('ttq');
        if (!ttq?.[name])
            return false;
        ttq[name]();
        ahead(ttq, name, 'page');
        return true;
    };
    return {
        before() {
            tell('holdConsent');
        },
        after: (state) => tell(isGranted(state, 'marketing', 'tiktok') ? 'grantConsent' : 'revokeConsent'),
    };
};
