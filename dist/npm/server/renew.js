/**
 * The consent cookie once more, by the server. Safari forgets after seven days what a script has written, refusals too, and would ask
 * again (F7); what a server sets lives as long as it says. The record stays as it is to the letter, and its time runs on (F8).
 */
import { expiryOf, writeRecord } from '../core/record.js';
import { header } from './headers.js';
import { readerOf } from './read.js';
/** Browsers cap a cookie's life at 400 days (RFC 6265bis). */
const LONGEST_SECONDS = 400 * 24 * 60 * 60;
/**
 * Whether a page is opened by it. Images, scripts and calls of a page come while its visitor may be answering: what is set in return
 * could overwrite the answer. So could what is fetched ahead.
 */
function opensPage(headers) {
    const kind = header(headers, 'sec-fetch-dest');
    const isAhead = `${header(headers, 'sec-purpose')} ${header(headers, 'purpose')}`.includes('prefetch');
    return !isAhead && (kind ? kind === 'document' : header(headers, 'accept').includes('text/html'));
}
/** @throws TypeError for what would end the attribute that it stands in. */
export function checkAttributes({ cookie }) {
    for (const key of ['path', 'domain']) {
        const value = cookie[key] ?? '';
        if (/[^!-:<-~]/.test(value))
            throw new TypeError(`AskFirst: "cookie.${key}" expects no space, semicolon or control character; found ${JSON.stringify(value)}. No cookie can be renewed.`);
    }
}
/** @returns the value for `Set-Cookie`, in the attributes that the page writes (F5); `undefined` where there is nothing to renew. */
export function renewalOf({ config, record, state, now }, headers, secure = true) {
    // What is damaged, ended or asked anew is no answer. Where the signal overrules a record, the page is about to write what that means (K8).
    if (!record || state.decidedAt === null || state.gpc.applied || !opensPage(headers))
        return undefined;
    const { name, path, domain } = config.cookie;
    const isRefused = Object.values(record.entries).some(({ answer, services }) => [answer, ...Object.values(services)].some((letter) => 'uag'.includes(letter)));
    // As long as the last of its answers speaks, like the page's own: a no outlives a yes.
    const left = Math.floor((expiryOf(record, config, state.regime, !isRefused) - now) / 1000);
    const text = writeRecord(record);
    // The fingerprint of what nobody asks for is any four characters that a visitor sent: they must not become a header.
    if (left <= 0 || /[^\w.~-]/.test(text))
        return undefined;
    return [
        `${name}=${text}`,
        `Path=${path}`,
        `Max-Age=${String(Math.min(left, LONGEST_SECONDS))}`,
        ...(domain ? [`Domain=${domain}`] : []),
        'SameSite=Lax',
        ...(secure ? ['Secure'] : []),
    ].join('; ');
}
/**
 * The consent cookie as a value for `Set-Cookie`, for as long as is left of its record's life; `undefined` for a visitor who has not
 * decided, and for a request that opens no page. Send it with `Cache-Control: private`: it belongs to one visitor.
 * @param headers - Of the request: a `Headers`, or Node's `request.headers`.
 * @throws TypeError where the configuration cannot be trusted.
 */
export function renewConsentCookie(headers, { secure, ...options } = {}) {
    const read = readerOf(options);
    checkAttributes(read.config);
    return renewalOf(read(headers), headers, secure);
}
