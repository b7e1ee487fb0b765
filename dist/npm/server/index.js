/** `askfirst/server`: the same record, in Node and at the edge. No DOM and no Node interface is touched. */
import { readConfig } from '../core/config.js';
import { decide } from '../core/decide.js';
import { pickRecord } from '../core/record.js';
import { cookieValues } from '../core/storage.js';
function header(headers, name) {
    const value = typeof headers.get === 'function' ? headers.get(name) : headers[name];
    return Array.isArray(value) ? value.join('; ') : typeof value === 'string' ? value : '';
}
/**
 * The state that the page will have: from the consent cookie, and from `Sec-GPC`, of which exactly `1` counts (rule K2).
 * @param headers - Of the request: a `Headers`, or Node's `request.headers`.
 * @throws TypeError where the configuration cannot be trusted: on a server that is a fault to mend, not to live with.
 */
export function readConsent(headers, { config = {}, region, now = Date.now() } = {}) {
    let read;
    try {
        read = readConfig({ ...config, ...(region && { region }) });
    }
    catch (error) {
        throw new TypeError('AskFirst: this configuration cannot be trusted; validateConfig() of "askfirst/diagnostics" tells why.', { cause: error });
    }
    const record = pickRecord(cookieValues(header(headers, 'cookie'), read.cookie.name));
    return decide({ config: read, record, signals: { gpc: header(headers, 'sec-gpc') === '1' }, now });
}
