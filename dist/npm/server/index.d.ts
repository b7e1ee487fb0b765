/** `askfirst/server`: the same record, in Node and at the edge. No DOM is touched, and nothing of Node is imported. */
export type { HeadersLike } from './headers.js';
export { readConsent, readRegion } from './read.js';
export type { ReadConsentOptions } from './read.js';
export { renewConsentCookie } from './renew.js';
export type { RenewOptions } from './renew.js';
export { consentOf } from './visit.js';
export type { ConsentMiddlewareOptions } from './visit.js';
export { consentHook, consentMiddleware } from './node.js';
export type { ConsentMiddleware, NodeRequest, NodeResponse } from './node.js';
export { withConsent } from './fetch.js';
export type { FetchRequest } from './fetch.js';
