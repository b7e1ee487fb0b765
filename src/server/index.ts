/** `askfirst/server`: the same record, in Node and at the edge. No DOM and no Node interface is touched. */
import { readConfig } from '../core/config.js';
import { decide } from '../core/decide.js';
import { pickRecord } from '../core/record.js';
import { cookieValues } from '../core/storage.js';
import type { ConfigInput, ConsentState } from '../types.js';

/** Headers as a `Request` carries them, or as Node does. */
export type HeadersLike =
  { get(name: string): string | null } | Readonly<Record<string, string | readonly string[] | undefined>>;

export interface ReadConsentOptions {
  /** The page's configuration. The defaults, if there is none: a category that it does not name is then never granted. */
  readonly config?: ConfigInput;
  /** ISO 3166 code of the visitor's region, where the server knows it. */
  readonly region?: string;
  /** Milliseconds since the epoch, UTC. */
  readonly now?: number;
}

function header(headers: HeadersLike, name: string): string {
  const value: unknown =
    typeof headers.get === 'function' ? headers.get(name) : (headers as Readonly<Record<string, unknown>>)[name];
  return Array.isArray(value) ? value.join('; ') : typeof value === 'string' ? value : '';
}

/**
 * The state that the page will have: from the consent cookie, and from `Sec-GPC`, of which exactly `1` counts (rule K2).
 * @param headers - Of the request: a `Headers`, or Node's `request.headers`.
 * @throws TypeError where the configuration cannot be trusted: on a server that is a fault to mend, not to live with.
 */
export function readConsent(
  headers: HeadersLike,
  { config = {}, region, now = Date.now() }: ReadConsentOptions = {},
): ConsentState {
  let read;
  try {
    read = readConfig({ ...config, ...(region && { region }) });
  } catch (error) {
    throw new TypeError(
      'AskFirst: this configuration cannot be trusted; validateConfig() of "askfirst/diagnostics" tells why.',
      { cause: error },
    );
  }
  const record = pickRecord(cookieValues(header(headers, 'cookie'), read.cookie.name));
  return decide({ config: read, record, signals: { gpc: header(headers, 'sec-gpc') === '1' }, now });
}
