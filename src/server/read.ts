/** From a request's headers to the state that the page will have. */
import { readConfig } from '../core/config.js';
import { decide } from '../core/decide.js';
import { pickRecord } from '../core/record.js';
import { REGION } from '../core/region.js';
import { cookieValues } from '../core/storage.js';
import { header, type HeadersLike } from './headers.js';
import type { Config, ConfigInput, ConsentRecord, ConsentState } from '../types.js';

export interface ReadConsentOptions {
  /** The page's configuration. The defaults, if there is none: a category that it does not name is then never granted. */
  readonly config?: ConfigInput;
  /** ISO 3166 code of the visitor's region, where the server knows it. */
  readonly region?: string;
  /**
   * Header in which the server in front tells the region, or the two that tell country and part of it: "cf-ipcountry", or
   * ["x-vercel-ip-country", "x-vercel-ip-country-region"]. `region` goes before it.
   */
  readonly regionHeader?: string | readonly [country: string, part: string];
  /** Milliseconds since the epoch, UTC. */
  readonly now?: number;
}

/** What one request says of its visitor. */
export interface Reading {
  /** With the visitor's own region. */
  readonly config: Config;
  readonly record: ConsentRecord | undefined;
  readonly state: ConsentState;
  readonly now: number;
}

/** Codes by which servers say that they do not know: nobody lives there. */
const UNKNOWN = /^(XX|ZZ|T1|A1|A2)$/;

/**
 * Where the visitor is, as headers tell it: "US-CA" of `["x-country", "x-region"]`, "FR" of "x-country". What is no ISO 3166 code is ""
 * (Cloudflare's "T1" for Tor, for example): unknown, and so opt-in. Write it into the page as `data-region`, so that both agree.
 */
export function readRegion(headers: HeadersLike, names: string | readonly [country: string, part: string]): string {
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
export function readerOf({
  config: input = {},
  region,
  regionHeader,
  now,
}: ReadConsentOptions): ((headers: HeadersLike) => Reading) & { readonly config: Config } {
  let config: Config;
  try {
    config = readConfig({ ...input, ...(region && { region }) });
  } catch (error) {
    throw new TypeError(
      'AskFirst: this configuration cannot be trusted; validateConfig() of "askfirst/diagnostics" tells why.',
      { cause: error },
    );
  }
  const read = (headers: HeadersLike): Reading => {
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
export const readConsent = (headers: HeadersLike, options: ReadConsentOptions = {}): ConsentState =>
  readerOf(options)(headers).state;
