/** Headers of a request, in either form. */
/** A header's text; "" where it was not sent. Whoever sends two `Cookie` headers means both. */
export function header(headers, name) {
    const value = typeof headers.get === 'function' ? headers.get(name) : headers[name];
    return Array.isArray(value) ? value.join('; ') : typeof value === 'string' ? value : '';
}
