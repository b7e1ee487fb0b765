import { ahead } from './support/queue.js';
import { isGranted, objectOf, type Vendor } from './support/vendor.js';

type Call = 'holdConsent' | 'grantConsent' | 'revokeConsent';

/** TikTok Pixel: held before it starts, and told on each page. Its methods are there once TikTok's snippet has run. */
export const tiktok: Vendor = () => {
  const tell = (name: Call): boolean => {
    const ttq = objectOf('ttq') as Partial<Record<Call, () => void>> | undefined;
    if (!ttq?.[name]) return false;
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
