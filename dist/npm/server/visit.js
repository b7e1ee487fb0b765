/** One request and its answer: what every kind of server does alike. */
import { readerOf } from './read.js';
import { checkAttributes, renewalOf } from './renew.js';
/** Milliseconds that an answer may take and still set the cookie: whoever waits longer may have answered anew meanwhile. */
const PATIENCE = 1000;
/** Names of headers that speak to shared caches alone (RFC 9213, and what came before it). */
const SHARED = [
    'cdn-cache-control',
    'cloudflare-cdn-cache-control',
    'netlify-cdn-cache-control',
    'vercel-cdn-cache-control',
    'surrogate-control',
];
/** Whether a page would be handed to others too, since the site says that it may. */
const isShared = (headers) => /\b(public|s-maxage)\b/i.test(headers.get('cache-control') ?? '') ||
    SHARED.some((name) => !/^$|\b(private|no-store)\b/i.test(headers.get(name) ?? ''));
/** A list of names in a header, longer by those that are missing. */
function withNames(list, names) {
    const there = list.split(',').map((name) => name.trim().toLowerCase());
    return there.includes('*')
        ? list
        : [...(list.trim() ? [list] : []), ...names.filter((name) => !there.includes(name.toLowerCase()))].join(', ');
}
/**
 * Reads the options once, for as many requests as come.
 * @throws TypeError where the configuration cannot be trusted.
 */
export function visitsOf({ renew = false, secure, ...options }) {
    const read = readerOf(options);
    const { cookie, signals } = read.config;
    if (renew)
        checkAttributes(read.config);
    const { region, regionHeader = [] } = options;
    /** All that an answer may depend on. */
    const names = [
        'Cookie',
        'Sec-GPC',
        ...(signals.dnt ? ['DNT'] : []),
        ...(region === undefined ? [regionHeader].flat() : []),
    ];
    return (headers) => {
        const begun = Date.now();
        let reading;
        let isRead = false;
        const renewal = renew ? renewalOf((reading = read(headers)), headers, secure) : undefined;
        return {
            get state() {
                isRead = true;
                return (reading ??= read(headers)).state;
            },
            finish(answer) {
                // A cookie in a page for everybody would hand one visitor's answer to all. And what the site itself sets goes before.
                const isOwn = (answer.get('set-cookie') ?? '').split(', ').some((each) => each.startsWith(`${cookie.name}=`));
                const sets = renewal !== undefined && !isOwn && !isShared(answer) && Date.now() - begun <= PATIENCE;
                if (sets)
                    answer.append('set-cookie', renewal);
                if (!sets && !isRead)
                    return;
                answer.set('vary', withNames(answer.get('vary') ?? '', names));
                const control = answer.get('cache-control') ?? '';
                if (!isShared(answer) && !/\b(private|no-store)\b/i.test(control))
                    answer.set('cache-control', control.trim() ? `${control}, private` : 'private');
            },
        };
    };
}
const visits = new WeakMap();
export const remember = (request, visit) => void visits.set(request, visit);
/**
 * The state of a request that has come through `consentMiddleware()`, `consentHook()` or `withConsent()`.
 * @throws TypeError for any other: nobody knows what its visitor allows.
 */
export function consentOf(request) {
    const visit = visits.get(request);
    if (!visit)
        throw new TypeError('AskFirst: consentOf() does not know this request. Expected is the very object that came through consentMiddleware(), consentHook() or withConsent().');
    return visit.state;
}
