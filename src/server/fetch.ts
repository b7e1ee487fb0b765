/** For servers that turn a `Request` into a `Response`: workers at the edge, Hono, Astro, Next. */
import { remember, visitsOf, type AnswerHeaders, type ConsentMiddlewareOptions } from './visit.js';

/** What is used of a `Request`: each platform has a type of its own. */
export interface FetchRequest {
  readonly headers: { get(name: string): string | null };
}

/**
 * Wraps a handler, so that `consentOf(request)` tells inside it how the visitor has answered, and renews the consent cookie where it is
 * told to. What else the handler is called with, it gets.
 * @throws TypeError at once where the configuration cannot be trusted; a request never makes it throw.
 */
export function withConsent<Incoming extends FetchRequest, Rest extends readonly unknown[], Answer extends Response>(
  handler: (request: Incoming, ...rest: Rest) => Answer | Promise<Answer>,
  options: ConsentMiddlewareOptions = {},
): (request: Incoming, ...rest: Rest) => Promise<Answer> {
  const visitOf = visitsOf(options);
  return async (request, ...rest) => {
    const visit = visitOf(request.headers);
    remember(request, visit);
    const response = await handler(request, ...rest);
    // A middleware may leave it to the next one; an error of the network, or the switch to another protocol, takes no headers.
    if (!(response as Answer | undefined)?.headers || response.status < 200) return response;
    // What was fetched cannot be changed: then it is copied, once there is something to change.
    let answer = response;
    const change =
      (how: 'set' | 'append'): AnswerHeaders['set'] =>
      (name, value) => {
        try {
          answer.headers[how](name, value);
        } catch (error) {
          if (answer !== response) throw error;
          answer = new Response(response.body, response) as Answer;
          answer.headers[how](name, value);
        }
      };
    visit.finish({ get: (name) => answer.headers.get(name), set: change('set'), append: change('append') });
    return answer;
  };
}
