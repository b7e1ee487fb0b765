/**
 * JSON to a frozen, complete Config. Runs on every page view, so it checks only what the gate itself rests on. What is wrong there, in
 * anything that decides what is asked, gated or remembered, makes the whole configuration unusable: everything stays denied. Unknown
 * keys, looks and words are looked at behind the question (answers/inspect.ts), and fall back to their defaults. Words for all of it come
 * from diagnostics, which reads the same input by the full schema; a test holds the two together.
 */
import { NECESSARY } from './decide.js';
import { REGION } from './region.js';
import { RECOMMENDED } from './regions.js';
import { table } from './table.js';
import type { Category, Config, Service } from '../types.js';

type Json = Record<string, unknown>;

const ID = /^string [a-z][\w-]*$/i;
const COUNT = /^number \d+$/;
const FLAG = /^boolean/;
const TEXT = /^string ./;
const REGIME = /^string (opt-in|opt-out|notice)$/;

const isTable = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Whether a value, written as "type value", is of a pattern. */
const is = (value: unknown, pattern: RegExp): boolean => pattern.test(`${typeof value} ${value as string}`);
/** What looks and words fall back from. */
const tableOr = (value: unknown): Json => (isTable(value) ? value : table());

/**
 * A copy: what the page does to its own object later changes nothing. Its tables have no prototype, so that nothing which another script
 * wrote into one is read for a key (Q9); and JSON is not asked, since old libraries teach every list a `toJSON` of their own.
 */
const copy = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(copy)
    : isTable(value)
      ? table(Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, copy(inner)]])))
      : value;

/** @throws where the configuration cannot be trusted. */
export function readConfig(input: unknown): Config {
  const own = copy(input) as Partial<Omit<Config, 'regions'>> & { regions?: Config['regions'] | 'recommended' };
  const check = (...truths: readonly boolean[]): void => {
    if (truths.includes(false)) throw new TypeError();
  };
  check(isTable(own));
  const described: Record<string, Category> = { necessary: {}, marketing: {}, analytics: {}, personalization: {} };
  const {
    revision = 1,
    timeout = 5000,
    regime = 'opt-in',
    region = '',
    sensitive = false,
    age = 'under16',
    regions = {},
    memory = {},
    cookie = {},
    withdrawal = {},
    signals = {},
    integrations = {},
    categories = described,
    services = [],
    language,
  } = own;
  const where = regions === 'recommended' ? RECOMMENDED : regions;
  check(
    Array.isArray(services),
    ...[where, memory, cookie, withdrawal, signals, integrations, categories].map(isTable),
  );

  const months = { consentMonths: 6, refusalMonths: 6, ...memory };
  const { optOutMonths = 12 } = months as Partial<Config['memory']>;
  const kept: Config['cookie'] = { name: 'askfirst', path: '/', ...cookie };
  const { google = false } = integrations;
  const { reload } = { reload: true, ...withdrawal };
  const { gpcInOptIn = 'ask', dnt = false } = signals;
  // Section F of the requirements: a yes lives 24 months at most; a no at least six, and at least as long as a yes.
  check(
    is(revision, COUNT),
    is(timeout, COUNT),
    is(months.consentMonths, /^number ([1-9]|1\d|2[0-4])$/),
    is(months.refusalMonths, /^number ([6-9]|\d\d+)$/),
    months.consentMonths <= months.refusalMonths,
    is(optOutMonths, /^number (1[2-9]|[2-9]\d|\d{3,})$/),
    ...[regime, ...Object.values(where)].map((each) => is(each, REGIME)),
    Object.keys(where).every((code) => code === '*' || REGION.test(code)),
    is(region, /^string/),
    is(age, /^string under16$/),
    is(gpcInOptIn, /^string (ask|refuse)$/),
    is(kept.name, /^string [\w-]+$/),
    is(kept.path, /^string \//),
    is(kept.domain ?? '', /^string/),
    ...[reload, sensitive, dnt].map((each) => is(each, FLAG)),
    // What Google is sent before a yes says more about a sensitive page than it may (M8).
    isTable(google)
      ? is(google.mode ?? 'basic', sensitive ? /^string basic$/ : /^string (basic|advanced)$/)
      : is(google, FLAG),
  );

  const texts = table(Object.entries(tableOr(own.texts)).filter(([, words]) => isTable(words))) as Config['texts'];
  const asked = table<Category>([[NECESSARY, {}]]);
  for (const [id, category] of Object.entries(categories)) {
    check(is(id, ID), isTable(category));
    const { revision: asking = 1, saleOrShare = id === 'marketing' } = category;
    // A yes to a category that nobody described is no informed consent (C8, D2).
    const isDescribed = Object.values(texts).some((words) => {
      const { title, description } = tableOr(tableOr(words.categories)[id]);
      return title && description;
    });
    check(is(asking, COUNT), is(saleOrShare, FLAG), isDescribed || Object.hasOwn(described, id));
    asked[id] = Object.assign(table<never>(), category, { saleOrShare });
  }
  const taken = table(Object.entries<unknown>(asked));
  const listed = (services as readonly (Service | null)[]).map((service) => {
    const given = tableOr(service) as Partial<Service>;
    const { id, category = '', cookies = [], storage = [], revision: asking = 1, exempt, sale = false } = given;
    const { saleOrShare = asked[category]?.saleOrShare ?? false, sensitiveSharing = false } = given;
    check(
      is(id, ID) && !taken[id as string],
      is(category, ID) && category in asked,
      is(asking, COUNT),
      ...[saleOrShare, sensitiveSharing, sale].map((flag) => is(flag, FLAG)),
      // Nobody can allow a sale of what tells about health by a switch (L3).
      !(sensitive && sale),
      Array.isArray(cookies) && cookies.every((each) => is(tableOr(each).name, TEXT)),
      Array.isArray(storage) &&
        storage.every((each) => is(each, /^string ((local|session|indexeddb|cache):.|serviceworker:[/*])/)),
      exempt === undefined ||
        (Boolean(exempt) &&
          !sensitive &&
          is(exempt.objection, /^boolean true/) &&
          [exempt.basis, exempt.infoUrl].every((text) => isTable(text) || is(text, TEXT))),
    );
    taken[id as string] = true;
    return Object.assign(table<never>(), given, { saleOrShare: saleOrShare || sale }) as object as Service;
  });
  return Object.freeze({
    switches: 'category' as const,
    ...(own as Partial<Config>),
    revision,
    timeout,
    regime,
    region: region.toUpperCase(),
    regions: table(Object.entries(where)),
    sensitive,
    memory: months,
    cookie: kept,
    withdrawal: { reload },
    signals,
    integrations,
    categories: asked,
    services: listed,
    texts,
    site: tableOr(own.site),
    language: typeof language === 'string' ? language : 'auto',
    ui: {
      layout: 'bar' as const,
      position: 'bottom' as const,
      theme: 'auto' as const,
      settingsButton: true,
      ...(tableOr(own.ui) as Partial<Config['ui']>),
    },
  });
}
