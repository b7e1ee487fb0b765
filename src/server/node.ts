/** For servers that are handed a request and a response: `node:http`, Connect, Express, and Fastify by its hook. */
import { remember, visitsOf, type AnswerHeaders, type ConsentMiddlewareOptions, type Visit } from './visit.js';
import type { ConsentState } from '../types.js';

declare global {
  // Express merges what others add to a request in a global namespace of this name. Where there is no Express, it is empty.
  // eslint-disable-next-line @typescript-eslint/no-namespace
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

const headersOf = (response: NodeResponse): AnswerHeaders => ({
  get: (name) => [response.getHeader(name) ?? []].flat().join(', '),
  set: (name, value) => void response.setHeader(name, value),
  append: (name, value) =>
    void response.setHeader(name, [[response.getHeader(name) ?? []].flat(), value].flat().map(String)),
});

/** Headers that are handed to `writeHead()` in any of its forms: a table, a list of pairs, or names and values in turn. */
function pairsOf(given: unknown): (readonly [string, unknown])[] {
  if (typeof given !== 'object' || given === null) return [];
  if (!Array.isArray(given)) return Object.entries(given);
  const list = given as readonly unknown[];
  if (Array.isArray(list[0])) return list as (readonly [string, unknown])[];
  return list.flatMap((name, at) => (at % 2 ? [] : [[String(name), list[at + 1]] as const]));
}

/** Lets a visit finish the headers when they are complete, and before they are sent: all ways of sending come by `writeHead()`. */
function finishWith(visit: Visit, response: NodeResponse): void {
  const headers = headersOf(response);
  const writeHead = response.writeHead as (...values: unknown[]) => unknown;
  response.writeHead = (...values: unknown[]) => {
    response.writeHead = writeHead;
    if (response.headersSent) return writeHead.apply(response, values);
    // What is handed in here replaces what was set before, and would stay unseen.
    const pairs = pairsOf(values.at(-1));
    for (const [name] of pairs) response.removeHeader(name);
    for (const [name, value] of pairs) {
      const given = [value].flat().map(String);
      if (response.getHeader(name) !== undefined) for (const each of given) headers.append(name, each);
      else response.setHeader(name, Array.isArray(value) ? given : String(value));
    }
    visit.finish(headers);
    return writeHead.apply(
      response,
      values.filter((each) => typeof each !== 'object'),
    );
  };
}

/** Nothing that walks through all of a request, such as a log, shall count as a look at its consent: so it is not enumerable. */
function give(request: object, visit: Visit): void {
  remember(request, visit);
  Object.defineProperty(request, 'consent', { configurable: true, get: () => visit.state });
}

/**
 * Gives each request its `consent`, the state that the page will have, and renews the consent cookie where it is told to. By hand, in
 * `node:http`, it is called without `next`, and `consentOf(request)` tells the state to TypeScript too.
 * @throws TypeError at once where the configuration cannot be trusted; a request never makes it throw.
 */
export function consentMiddleware(options: ConsentMiddlewareOptions = {}): ConsentMiddleware {
  const visitOf = visitsOf(options);
  return (request, response, next) => {
    const visit = visitOf(request.headers);
    give(request, visit);
    finishWith(visit, response);
    next?.();
  };
}

/**
 * The same as a hook of Fastify: `app.addHook('onRequest', consentHook(options))`.
 * @throws TypeError at once where the configuration cannot be trusted; a request never makes it throw.
 */
export function consentHook(
  options: ConsentMiddlewareOptions = {},
): (request: { readonly raw: NodeRequest }, reply: { readonly raw: NodeResponse }, done: () => void) => void {
  const visitOf = visitsOf(options);
  return (request, reply, done) => {
    const visit = visitOf(request.raw.headers);
    give(request, visit);
    give(request.raw, visit);
    finishWith(visit, reply.raw);
    done();
  };
}
