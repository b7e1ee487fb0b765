/** Removes what refused services left on the device (requirements E3 to E5). */
import { setCookie } from './cookie.js';
/** Whether a name is meant by a declared one, which may end in `*`. */
const matches = (declared, name) => declared.endsWith('*') ? name.startsWith(declared.slice(0, -1)) : name === declared;
/** Names of the cookies here that a declared name means. */
const cookiesLike = (declared) => document.cookie
    .split('; ')
    .map((pair) => pair.split('=')[0] ?? '')
    .filter((name) => name !== '' && matches(declared, name));
/** A cookie may have been set for this host or any parent domain, at this path or any parent path; nobody can read which. */
export function removeCookie(name) {
    const labels = location.hostname.split('.');
    const domains = [null, ...labels.map((_, index) => labels.slice(index).join('.'))];
    const steps = location.pathname.split('/');
    const paths = steps.flatMap((_, index) => [
        steps.slice(0, index + 1).join('/'),
        `${steps.slice(0, index + 1).join('/')}/`,
    ]);
    for (const domain of domains) {
        for (const path of paths)
            setCookie(name, '', { path: path || '/', domain }, 0);
    }
}
function removeStored(storage, key) {
    for (const name of Object.keys(storage))
        if (matches(key, name))
            storage.removeItem(name);
}
async function removeDatabases(key) {
    for (const { name = '' } of await indexedDB.databases())
        if (matches(key, name))
            indexedDB.deleteDatabase(name);
}
/**
 * Erases the declared cookies and storage of each service that somebody refused.
 * @param withdrawn - Ids that were granted until now: they are erased though nobody answered for them alone.
 * @returns names of the cookies and storage keys that are still there.
 */
export function sweep({ services, cookie }, state, withdrawn) {
    const remaining = [];
    for (const { id, cookies = [], storage = [] } of services) {
        const answer = state.services[id];
        if (!answer || answer.granted || !(answer.decided || withdrawn.includes(id)))
            continue;
        try {
            for (const { name } of cookies) {
                // A declared `*` does not mean the record of the refusal itself.
                const meant = () => cookiesLike(name).filter((each) => each !== cookie.name);
                meant().forEach(removeCookie);
                remaining.push(...meant());
            }
            for (const place of storage) {
                const [kind, key = ''] = place.split(/:(.*)/s);
                if (kind === 'local')
                    removeStored(localStorage, key);
                else if (kind === 'session')
                    removeStored(sessionStorage, key);
                else
                    void removeDatabases(key);
            }
        }
        catch {
            // Where the browser gives no access there is nothing of ours to erase, and nothing we could.
        }
    }
    return remaining;
}
