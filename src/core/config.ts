/**
 * JSON to a frozen, complete Config. Runs on every page view, so it checks only what the gate itself rests on. What is wrong there, in
 * anything that decides what is asked, gated or remembered, makes the whole configuration unusable: everything stays denied. Unknown
 * keys, looks and words are looked at behind the question (answers/), and fall back to their defaults. Words for all of it come from
 * diagnostics, which reads the same input by the full schema.
 */
import { NECESSARY } from './decide.js';
import { table } from './table.js';
import type { Category, Config } from '../types.js';

const ID = /^[a-z][\w-]*$/i;
const REGIMES = /^(opt-in|opt-out|notice|,)+$/;
/** revision, timeout, months of a yes and of a no (section F of the requirements: 24 at most, a no 6 at least), cookie's name and path. */
const NUMBERS = /^\d+ \d+ ([1-9]|1\d|2[0-4]) ([6-9]|1\d|2[0-4]) [\w-]+ \//;

/** @throws where the configuration cannot be trusted. */
export function readConfig(input: unknown): Config {
  const own = input as Partial<Config>;
  const described: Record<string, Category> = { necessary: {}, marketing: {}, analytics: {}, personalization: {} };
  const config = {
    revision: 1,
    regime: 'opt-in' as const,
    region: '',
    timeout: 5000,
    language: 'auto',
    services: [],
    categories: described,
    integrations: {},
    site: {},
    texts: {},
    ...own,
    regions: table(Object.entries(own.regions ?? {})),
    memory: { consentMonths: 6, refusalMonths: 6, ...own.memory },
    cookie: { name: 'askfirst', path: '/', ...own.cookie },
    withdrawal: { reload: true, ...own.withdrawal },
    ui: { layout: 'bar', position: 'bottom', theme: 'auto', settingsButton: true, ...own.ui } as const,
  };
  const { memory, cookie } = config;
  const check = (...fits: readonly unknown[]): void => {
    if (!fits.every(Boolean)) throw new TypeError();
  };
  check(
    own.constructor === Object,
    NUMBERS.test(
      [config.revision, config.timeout, memory.consentMonths, memory.refusalMonths, cookie.name, cookie.path].join(' '),
    ),
    memory.refusalMonths >= memory.consentMonths,
    REGIMES.test([config.regime, ...Object.values(config.regions)].join()),
  );
  const categories = table<Category>([[NECESSARY, {}]]);
  for (const [id, category] of Object.entries(config.categories)) {
    check(
      ID.test(id),
      category.constructor === Object,
      // A yes to a category that nobody described is no informed consent (C8, D2).
      Object.hasOwn(described, id) ||
        Object.values(config.texts).some(
          (words) => (words.categories as Record<string, { description?: string }> | undefined)?.[id]?.description,
        ),
    );
    categories[id] = { saleOrShare: id === 'marketing', ...category };
  }
  const ids = table<unknown>(Object.entries(categories));
  for (const service of config.services) {
    check(ID.test(service.id), !ids[service.id], categories[service.category]);
    ids[service.id] = service;
  }
  return Object.freeze({ ...config, categories });
}
