/**
 * The one place that answers "may it?". Pure: the same input gives the same state, in the browser and on a server.
 * A yes comes from a current record or, where the regime is not `opt-in`, from the regime; from nowhere else.
 */
import { expiryOf, fingerprint, isCurrent } from './record.js';
import { regimeOf } from './region.js';
import { table } from './table.js';
import type { Signals } from './signals.js';
import type { Answer, By, Config, ConsentRecord, ConsentState } from '../types.js';

export interface Facts {
  readonly config: Config;
  readonly record: ConsentRecord | undefined;
  readonly signals: Signals;
  /** Milliseconds since the epoch, UTC. */
  readonly now: number;
}

export const NECESSARY = 'necessary';

/** Who answered, by the record's letter. A default (`d`) is no answer: under a stricter law it never counts (requirement I4). */
const answerers = table<By>([
  ['u', 'user'],
  ['a', 'api'],
  ['g', 'gpc'],
]);

/** What counts before anything is known. */
export const UNDECIDED: ConsentState = Object.freeze({
  status: 'pending',
  regime: 'opt-in',
  region: null,
  gpc: Object.freeze({ present: false, applied: false }),
  decidedAt: null,
  expiresAt: null,
  categories: Object.freeze(table<Answer>()),
  services: Object.freeze(table<Answer>()),
});

export function decide({ config, record, signals: { gpc }, now }: Facts): ConsentState {
  const current = record && isCurrent(record, config, now) ? record : undefined;
  const regime = regimeOf(config);
  const categories = table<Answer>();
  const services = table<Answer>();
  /** Whether nothing is left to ask. */
  let decided = true as boolean;
  let applied = false;

  /** A recorded answer, unless Global Privacy Control overrules it (K7); else what the regime says, after the signal (K4). */
  const answer = (letter: string | undefined, saleOrShare: boolean): Answer => {
    const by = answerers[letter?.toLowerCase() ?? ''];
    const granted = by ? letter !== letter?.toLowerCase() : regime !== 'opt-in';
    const overruled = granted && saleOrShare && gpc && !(by && current?.gpc);
    applied ||= overruled;
    decided &&= Boolean(by);
    return Object.freeze({
      granted: granted && !overruled,
      decided: Boolean(by),
      by: overruled ? 'gpc' : (by ?? 'default'),
    });
  };

  /** Recorded answers to the categories as they are asked now. */
  const letters = table<string>();
  for (const [id, { saleOrShare = false, revision = 1 }] of Object.entries(config.categories)) {
    const entry = current?.entries[id];
    letters[id] = entry && entry.revision >= revision ? entry.answer : '';
    categories[id] =
      id === NECESSARY
        ? Object.freeze({ granted: true, decided: true, by: 'default' })
        : answer(letters[id], saleOrShare);
  }
  for (const service of config.services) {
    const { category, saleOrShare = config.categories[category]?.saleOrShare ?? false } = service;
    const own = current?.entries[category]?.services[fingerprint(service)] ?? '';
    // A yes covers the services that were shown with it; a no covers whatever comes later too (B6, and no nagging).
    const covered = own === '-' || (own === '' && /[uag]/.test(letters[category] ?? ''));
    services[service.id] =
      category === NECESSARY
        ? (categories[category] as Answer)
        : answer(covered ? letters[category] : own, saleOrShare);
  }

  return Object.freeze({
    status: decided ? 'decided' : 'undecided',
    regime,
    region: config.region || null,
    gpc: Object.freeze({ present: gpc, applied }),
    decidedAt: current?.decidedAt ?? null,
    expiresAt: current ? expiryOf(current, config) : null,
    categories: Object.freeze(categories),
    services: Object.freeze(services),
  });
}
