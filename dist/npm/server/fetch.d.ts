/** For servers that turn a `Request` into a `Response`: workers at the edge, Hono, Astro, Next. */
import { type ConsentMiddlewareOptions } from './visit.js';
/** What is used of a `Request`: each platform has a type of its own. */
export interface FetchRequest {
    readonly headers: {
        get(name: string): string | null;
    };
}
/**
 * Wraps a handler, so that `consentOf(request)` tells inside it how the visitor has answered, and renews the consent cookie where it is
 * told to. What else the handler is called with, it gets.
 * @throws TypeError at once where the configuration cannot be trusted; a request never makes it throw.
 */
export declare function withConsent<Incoming extends FetchRequest, Rest extends readonly unknown[], Answer extends Response>(handler: (request: Incoming, ...rest: Rest) => Answer | Promise<Answer>, options?: ConsentMiddlewareOptions): (request: Incoming, ...rest: Rest) => Promise<Answer>;
