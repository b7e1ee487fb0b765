/**
 * Writes cookies by their very names. js-cookie is the field's helper for it, and was here first; but it encodes names, so that
 * `cart:id` or `wp[user]` could not be erased, and it walks its attributes by `for…in`, so that a page whose old library has added to
 * `Object.prototype` could store no answer at all. Both are lines of this product's own work.
 */
import { writeJar } from '../core/storage.js';
/**
 * @param seconds - How long it lives; 0 removes it.
 * @param more - Attributes besides, as they are written.
 */
export function setCookie(name, value, { path, domain }, seconds, more = `; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`) {
    writeJar(`${name}=${value}; path=${path}; max-age=${String(seconds)}${domain ? `; domain=${domain}` : ''}${more}`);
}
