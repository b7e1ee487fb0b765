/** For servers that turn a `Request` into a `Response`: workers at the edge, Hono, Astro, Next. */
import { remember, visitsOf } from './visit.js';
/**
 * Wraps a handler, so that `consentOf(request)` tells inside it how the visitor has answered, and renews the consent cookie where it is
 * told to. What else the handler is called with, it gets.
 * @throws TypeError at once where the configuration cannot be trusted; a request never makes it throw.
 */
export function withConsent(handler, options = {}) {
    const visitOf = visitsOf(options);
    return async (request, ...rest) => {
        const visit = visitOf(request.headers);
        remember(request, visit);
        const response = await handler(request, ...rest);
        // A middleware may leave it to the next one; an error of the network, or the switch to another protocol, takes no headers.
        if (!response?.headers || response.status < 200)
            return response;
        // What was fetched cannot be changed: then it is copied, once there is something to change.
        let answer = response;
        const change = (how) => (name, value) => {
            try {
                answer.headers[how](name, value);
            }
            catch (error) {
                if (answer !== response)
                    throw error;
                answer = new Response(response.body, response);
                answer.headers[how](name, value);
            }
        };
        visit.finish({ get: (name) => answer.headers.get(name), set: change('set'), append: change('append') });
        return answer;
    };
}
