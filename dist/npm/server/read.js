/** From a request's headers to the state that the page will have. */
import { readConfig } from '../core/config.js';
import { decide } from '../core/decide.js';
import { pickRecord } from '../core/record.js';
import { REGION } from '../core/region.js';
import { cookieValues } from '../core/storage.js';
import { header } from './headers.js';
/** Codes by which servers say that they do not know: nobody lives there. */
const UNKNOWN = /^(XX|ZZ|T1|A1|A2)$/;
/**
 * Where the visitor is, as headers tell it: "US-CA" of `["x-country", "x-region"]`, "FR" of "x-country". What is no ISO 3166 code is ""
 * (Cloudflare's "T1" for Tor, for example): unknown, and so opt-in. Write it into the page as `data-region`, so that both agree.
 */
export function readRegion(headers, names) {
    const parts = [names].flat().map((name) => header(headers, name).trim());
    // A part of a country may come with the country already in it, or not at all.
    const [country = '', part = ''] = parts;
    const code = (part.startsWith(`${country}-`) ? part : `${country}-${part}`).toUpperCase();
    return [code, country.toUpperCase()].find((each) => REGION.test(each) && !UNKNOWN.test(each)) ?? '';
}
/**
 * Reads the configuration once, for as many requests as come.
 * @throws TypeError where it cannot be trusted: on a server that is a fault to mend, not to live with.
 */
export function readerOf({ config: input = {}, region, regionHeader, now, }) {
    let config;
    try {
        config = readConfig({ ...input, ...(region && { region }) });
    }
    catch (error) {
        throw new TypeError('AskFirst: this configuration cannot be trusted; validateConfig() of "askfirst/diagnostics" tells why.', { cause: error });
    }
    const read = (headers) => {
        const told = region === undefined && regionHeader ? readRegion(headers, regionHeader) : '';
        const own = told ? { ...config, region: told } : config;
        const record = pickRecord(cookieValues(header(headers, 'cookie'), config.cookie.name));
        const gpc = header(headers, 'sec-gpc') === '1' || (config.signals.dnt === true && header(headers, 'dnt') === '1');
        const time = now ?? Date.now();
        return { config: own, record, state: decide({ config: own, record, signals: { gpc }, now: time }), now: time };
    };
    return Object.assign(read, { config });
}
/**
 * The state that the page will have: from the consent cookie, the region, and `Sec-GPC`, of which exactly `1` counts (rule K2).
 * @param headers - Of the request: a `Headers`, or Node's `request.headers`.
 * @throws TypeError where the configuration cannot be trusted: on a server that is a fault to mend, not to live with.
 */
export const readConsent = (headers, options = {}) => readerOf(options)(headers).state;
