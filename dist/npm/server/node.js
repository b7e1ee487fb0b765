/** For servers that are handed a request and a response: `node:http`, Connect, Express, and Fastify by its hook. */
import { remember, visitsOf } from './visit.js';
const headersOf = (response) => ({
    get: (name) => [response.getHeader(name) ?? []].flat().join(', '),
    set: (name, value) => void response.setHeader(name, value),
    append: (name, value) => void response.setHeader(name, [[response.getHeader(name) ?? []].flat(), value].flat().map(String)),
});
/** Headers that are handed to `writeHead()` in any of its forms: a table, a list of pairs, or names and values in turn. */
function pairsOf(given) {
    if (typeof given !== 'object' || given === null)
        return [];
    if (!Array.isArray(given))
        return Object.entries(given);
    const list = given;
    if (Array.isArray(list[0]))
        return list;
    return list.flatMap((name, at) => (at % 2 ? [] : [[String(name), list[at + 1]]]));
}
/** Lets a visit finish the headers when they are complete, and before they are sent: all ways of sending come by `writeHead()`. */
function finishWith(visit, response) {
    const headers = headersOf(response);
    const writeHead = response.writeHead;
    response.writeHead = (...values) => {
        response.writeHead = writeHead;
        if (response.headersSent)
            return writeHead.apply(response, values);
        // What is handed in here replaces what was set before, and would stay unseen.
        const pairs = pairsOf(values.at(-1));
        for (const [name] of pairs)
            response.removeHeader(name);
        for (const [name, value] of pairs) {
            const given = [value].flat().map(String);
            if (response.getHeader(name) !== undefined)
                for (const each of given)
                    headers.append(name, each);
            else
                response.setHeader(name, Array.isArray(value) ? given : String(value));
        }
        visit.finish(headers);
        return writeHead.apply(response, values.filter((each) => typeof each !== 'object'));
    };
}
/** Nothing that walks through all of a request, such as a log, shall count as a look at its consent: so it is not enumerable. */
function give(request, visit) {
    remember(request, visit);
    Object.defineProperty(request, 'consent', { configurable: true, get: () => visit.state });
}
/**
 * Gives each request its `consent`, the state that the page will have, and renews the consent cookie where it is told to. By hand, in
 * `node:http`, it is called without `next`, and `consentOf(request)` tells the state to TypeScript too.
 * @throws TypeError at once where the configuration cannot be trusted; a request never makes it throw.
 */
export function consentMiddleware(options = {}) {
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
export function consentHook(options = {}) {
    const visitOf = visitsOf(options);
    return (request, reply, done) => {
        const visit = visitOf(request.raw.headers);
        give(request, visit);
        give(request.raw, visit);
        finishWith(visit, reply.raw);
        done();
    };
}
