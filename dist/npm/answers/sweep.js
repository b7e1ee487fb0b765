/** Removes what refused services left on the device (requirements E3 to E5). */
import { cookieValues, readJar } from '../core/storage.js';
import { setCookie } from './cookie.js';
import { matches } from './matches.js';
/** Milliseconds for what browsers delete in their own time: a busy one needs more than a fifth of a second to end a worker. */
const PATIENCE = 1000;
/** Milliseconds for whoever holds a database open, perhaps in a tab that follows: it may take as long as the page. */
const HELD = 200;
/** A cookie set with these goes only by them; which of them it has, nobody can read (E4). */
const ATTRIBUTES = ['', '; secure; samesite=none', '; secure; samesite=none; partitioned'];
/** Names of the cookies here that a declared name means. */
const cookiesLike = (declared) => readJar()
    .split('; ')
    .map((pair) => pair.split('=')[0] ?? '')
    .filter((name) => name !== '' && matches(declared, name));
/** A cookie may have been set for this host or any parent domain, at this path or any parent path; nobody can read which. */
export function removeCookie(name) {
    const labels = location.hostname.split('.');
    const domains = [null, ...labels.map((_, index) => labels.slice(index).join('.'))];
    const paths = ['/'];
    let folder = '';
    for (const step of location.pathname.split('/').slice(1)) {
        folder += `/${step}`;
        paths.push(folder, `${folder}/`);
    }
    for (const path of paths) {
        for (const domain of domains) {
            for (const attributes of ATTRIBUTES)
                setCookie(name, '', { path, domain }, 0, attributes);
        }
        if (!cookieValues(readJar(), name).length)
            return;
    }
}
/** By its own list: old libraries make of `Array.from()` and `Object.keys()` something else. */
const keysLike = (storage, key) => [...Array(storage.length)].map((_, index) => storage.key(index) ?? '').filter((name) => matches(key, name));
const pathOf = (url) => new URL(url).pathname;
/** What is there, by the kinds that browsers list and delete in their own time. Pages without https have neither caches nor workers. */
const LISTS = {
    indexeddb: async () => (await indexedDB.databases()).map(({ name = '' }) => [
        () => new Promise((resolve, reject) => {
            const request = indexedDB.deleteDatabase(name);
            request.onsuccess = resolve;
            request.onerror = reject;
            request.onblocked = () => setTimeout(reject, HELD);
        }),
        name,
    ]),
    cache: async () => ((await window.caches?.keys()) ?? []).map((name) => [() => caches.delete(name), name]),
    serviceworker: async () => ((await navigator.serviceWorker?.getRegistrations()) ?? []).map((registration) => {
        const { scope, active, waiting, installing } = registration;
        const { scriptURL = scope } = active ?? waiting ?? installing ?? {};
        return [() => registration.unregister(), pathOf(scope), pathOf(scriptURL)];
    }),
};
/** Deletes what a place means, and names in `left` what of it is not deleted yet: the place itself until its content is known. */
async function eraseLater(place, kind, key, left) {
    left.add(place);
    try {
        const found = (await LISTS[kind]?.()) ?? [];
        left.delete(place);
        await Promise.allSettled(found.map(async ([remove, ...names]) => {
            const name = names.find((each) => matches(key, each));
            if (name === undefined)
                return;
            left.add(`${kind}:${name}`);
            await remove();
            left.delete(`${kind}:${name}`);
        }));
    }
    catch {
        // What the browser does not list stays named as it was declared.
    }
}
/** Whether a cookie of that domain is another site's, and out of reach. */
const isForeign = (domain) => !`.${location.hostname}`.endsWith(`.${domain.replace(/^\./, '')}`);
/**
 * Erases the declared cookies and storage of each service that somebody refused. Cookies and keys are gone when it returns; databases,
 * caches and workers a little later.
 * @param withdrawn - Ids that were granted until now: they are erased though nobody answered for them alone.
 * @param brief - Leave alone what takes time: the page is being left.
 */
export function sweep({ services, cookie }, state, withdrawn, brief = false) {
    const left = new Set();
    const pending = [];
    /** One that fails holds up none of the others. */
    const attempt = (what, erase) => {
        try {
            erase();
        }
        catch {
            // Where the browser gives no access, nobody knows.
            left.add(what);
        }
    };
    for (const { id, cookies = [], storage = [] } of services) {
        const answer = state.services[id];
        if (!answer || answer.granted || !(answer.decided || withdrawn.includes(id)))
            continue;
        for (const { name, httpOnly, domain } of cookies) {
            if (httpOnly === true || (typeof domain === 'string' && domain && isForeign(domain)))
                left.add(name);
            attempt(name, () => {
                // A declared `*` does not mean the record of the refusal itself.
                const meant = () => cookiesLike(name).filter((each) => each !== cookie.name);
                meant().forEach(removeCookie);
                for (const each of meant())
                    left.add(each);
            });
        }
        for (const place of storage) {
            const [kind = '', key = ''] = place.split(/:(.*)/s);
            if (kind in LISTS) {
                if (!brief)
                    pending.push(eraseLater(place, kind, key, left));
            }
            else {
                attempt(place, () => {
                    const keys = kind === 'local' ? localStorage : sessionStorage;
                    for (const name of keysLike(keys, key))
                        keys.removeItem(name);
                    for (const name of keysLike(keys, key))
                        left.add(`${kind}:${name}`);
                });
            }
        }
    }
    if (!pending.length)
        return { left };
    const patience = new Promise((resolve) => {
        setTimeout(resolve, PATIENCE);
    });
    return { left, end: Promise.race([Promise.all(pending), patience]) };
}
