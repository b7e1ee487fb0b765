/**
 * JSON to a frozen, complete Config. Runs on every page view, so it checks only what the gate itself rests on. What is wrong there, in
 * anything that decides what is asked, gated or remembered, makes the whole configuration unusable: everything stays denied. Unknown
 * keys, looks and words are looked at behind the question (answers/inspect.ts), and fall back to their defaults. Words for all of it come
 * from diagnostics, which reads the same input by the full schema; a test holds the two together.
 */
import { NECESSARY } from './necessary.js';
import { REGION } from './region.js';
import { RECOMMENDED } from './regions.js';
import { table } from './table.js';
import type { Category, Config, Service } from '../types.js';

type Json = Record<string, unknown>;

/** Patterns cost a return more than all else here, for browsers compile each: so there are none but for what nothing else tells. */
const ID = /^[a-z][\w-]*$/i;

const isText = (value: unknown): value is string => typeof value === 'string';
/** A text of one letter at least. */
const isWritten = (value: unknown): boolean => isText(value) && value !== '';
const isFlag = (value: unknown): boolean => value === true || value === false;
/** Whether it is a whole number from `least` on. */
const isCount = (value: unknown, least = 0, most = Infinity): boolean =>
  Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
const isOneOf = (value: unknown, ...words: readonly unknown[]): boolean => words.includes(value);
const isId = (value: unknown): value is string => isText(value) && ID.test(value);
const isTable = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
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
  const { reload } = { reload: true, ...withdrawal };
  const { gpcInOptIn = 'ask', dnt = false } = signals;
  // Section F of the requirements: a yes lives 24 months at most; a no at least six, and at least as long as a yes.
  check(
    isCount(revision),
    isCount(timeout),
    isCount(months.consentMonths, 1, 24),
    isCount(months.refusalMonths, 6),
    months.consentMonths <= months.refusalMonths,
    isCount(optOutMonths, 12),
    ...[regime, ...Object.values(where)].map((each) => isOneOf(each, 'opt-in', 'opt-out', 'notice')),
    Object.keys(where).every((code) => code === '*' || REGION.test(code)),
    isText(region),
    isOneOf(age, 'under16'),
    isOneOf(gpcInOptIn, 'ask', 'refuse'),
    isText(kept.name) && /^[\w-]+$/.test(kept.name),
    isText(kept.path) && kept.path.startsWith('/'),
    isText(kept.domain ?? ''),
    ...[reload, sensitive, dnt].map(isFlag),
    // What a vendor is sent before a yes says more about a sensitive page than it may (M8).
    Object.values<unknown>(integrations).every((vendor) =>
      isTable(vendor) ? !sensitive || vendor.mode !== 'advanced' : isFlag(vendor),
    ),
  );

  const texts = table(Object.entries(tableOr(own.texts)).filter(([, words]) => isTable(words))) as Config['texts'];
  const asked = table<Category>([[NECESSARY, {}]]);
  for (const [id, category] of Object.entries(categories)) {
    check(Object.hasOwn(described, id) || isId(id), isTable(category));
    const { revision: asking = 1, saleOrShare = id === 'marketing' } = category;
    // A yes to a category that nobody described is no informed consent (C8, D2).
    const isDescribed = Object.values(texts).some((words) => {
      const { title, description } = tableOr(tableOr(words.categories)[id]);
      return title && description;
    });
    check(isCount(asking), isFlag(saleOrShare), isDescribed || Object.hasOwn(described, id));
    asked[id] = Object.assign(table<never>(), category, { saleOrShare });
  }
  const taken = table(Object.entries<unknown>(asked));
  const listed = (services as readonly (Service | null)[]).map((service) => {
    const given = tableOr(service) as Partial<Service>;
    const { id, category = '', cookies = [], storage = [], revision: asking = 1, exempt, sale = false } = given;
    const { saleOrShare = asked[category]?.saleOrShare ?? false, sensitiveSharing = false } = given;
    check(
      isId(id) && !taken[id],
      isText(category) && category in asked,
      isCount(asking),
      ...[saleOrShare, sensitiveSharing, sale].map(isFlag),
      // Nobody can allow a sale of what tells about health by a switch (L3).
      !(sensitive && sale),
      Array.isArray(cookies) && cookies.every((each) => isWritten(tableOr(each).name)),
      Array.isArray(storage) &&
        storage.every((each) => isText(each) && /^((local|session|indexeddb|cache):.|serviceworker:[/*])/.test(each)),
      exempt === undefined ||
        (Boolean(exempt) &&
          !sensitive &&
          isOneOf(exempt.objection, true) &&
          [exempt.basis, exempt.infoUrl].every((text) => isTable(text) || isWritten(text))),
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
