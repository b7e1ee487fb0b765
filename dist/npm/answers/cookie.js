/** @param seconds - How long it lives; 0 removes it. */
export function setCookie(name, value, { path, domain }, seconds) {
    const attributes = [`path=${path}`, `max-age=${String(seconds)}`, 'samesite=lax'];
    if (domain)
        attributes.push(`domain=${domain}`);
    if (location.protocol === 'https:')
        attributes.push('secure');
    document.cookie = [`${name}=${value}`, ...attributes].join('; ');
}
