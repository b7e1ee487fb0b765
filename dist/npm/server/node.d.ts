/** For servers that are handed a request and a response: `node:http`, Connect, Express, and Fastify by its hook. */
import { type ConsentMiddlewareOptions } from './visit.js';
import type { ConsentState } from '../types.js';
declare global {
    namespace Express {
        interface Request {
            /** How the visitor has answered: set by `consentMiddleware()` of "askfirst/server". */
            readonly consent: ConsentState;
        }
    }
}
/** What is used of `IncomingMessage`: the types of Node stay with those who have them. */
export interface NodeRequest {
    readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}
/** What is used of `ServerResponse`. */
export interface NodeResponse {
    readonly headersSent: boolean;
    getHeader(name: string): number | string | readonly string[] | undefined;
    setHeader(name: string, value: string | string[]): unknown;
    removeHeader(name: string): void;
    writeHead(status: number): unknown;
}
export type ConsentMiddleware = (request: NodeRequest, response: NodeResponse, next?: () => void) => void;
/**
 * Gives each request its `consent`, the state that the page will have, and renews the consent cookie where it is told to. By hand, in
 * `node:http`, it is called without `next`, and `consentOf(request)` tells the state to TypeScript too.
 * @throws TypeError at once where the configuration cannot be trusted; a request never makes it throw.
 */
export declare function consentMiddleware(options?: ConsentMiddlewareOptions): ConsentMiddleware;
/**
 * The same as a hook of Fastify: `app.addHook('onRequest', consentHook(options))`.
 * @throws TypeError at once where the configuration cannot be trusted; a request never makes it throw.
 */
export declare function consentHook(options?: ConsentMiddlewareOptions): (request: {
    readonly raw: NodeRequest;
}, reply: {
    readonly raw: NodeResponse;
}, done: () => void) => void;
