/**
 * Writes cookies by their very names. js-cookie is the field's helper for it, and was here first; but it encodes names, so that
 * `cart:id` or `wp[user]` could not be erased, and it walks its attributes by `for…in`, so that a page whose old library has added to
 * `Object.prototype` could store no answer at all. Both are lines of this product's own work.
 */
import type { Config } from '../types.js';

/** @param seconds - How long it lives; 0 removes it. */
export function setCookie(
  name: string,
  value: string,
  { path, domain }: Pick<Config['cookie'], 'path' | 'domain'>,
  seconds: number,
): void {
  const attributes = [`path=${path}`, `max-age=${String(seconds)}`, 'samesite=lax'];
  if (domain) attributes.push(`domain=${domain}`);
  if (location.protocol === 'https:') attributes.push('secure');
  document.cookie = [`${name}=${value}`, ...attributes].join('; ');
}
