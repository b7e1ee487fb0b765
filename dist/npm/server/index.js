export { readConsent, readRegion } from './read.js';
export { renewConsentCookie } from './renew.js';
export { consentOf } from './visit.js';
export { consentHook, consentMiddleware } from './node.js';
export { withConsent } from './fetch.js';
