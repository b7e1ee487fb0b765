/** Records as tests write them down, and as fast-check makes them up. */
import fc from 'fast-check';
import { fingerprint, printOf } from '../../src/core/record.js';
import { table } from '../../src/core/table.js';
import type { ConsentRecord, RecordEntry } from '../../src/types.js';

/** The moment at which most tests happen: a Monday noon, in full minutes. */
export const NOW: number = Date.UTC(2026, 10, 23, 12);
export const MINUTE = 60_000;
export const DAY: number = 24 * 60 * MINUTE;

/** A letter, or the whole of an entry: `{ answer: 'U', revision: 2, services: { ga: '-' } }`, services by their ids. */
export type EntryInput = string | { answer: string; revision?: number; services?: Readonly<Record<string, string>> };

/** A record that was made at `NOW` under opt-in, unless `head` says otherwise. */
export function recordOf(
  entries: Readonly<Record<string, EntryInput>> = {},
  head: Partial<Omit<ConsentRecord, 'entries'>> = {},
): ConsentRecord {
  const made = table<RecordEntry>();
  for (const [id, input] of Object.entries(entries)) {
    const { answer, revision = 1, services = {} } = typeof input === 'string' ? { answer: input } : input;
    const marks = Object.entries(services).map(([service, mark]) => [fingerprint({ id: service }), mark] as const);
    made[printOf(id)] = { answer, revision, services: table(marks) };
  }
  return { revision: 1, decidedAt: NOW, regime: 'i', gpc: false, ...head, entries: made };
}

/** Letters that a record may hold. */
export const LETTERS: readonly string[] = Array.from('-uagdUAD');

const letters = fc.constantFrom(...LETTERS);
const prints = fc.oneof(
  fc.stringMatching(/^[a-z][0-9a-z]{3}$/),
  fc.constantFrom('marketing', 'analytics', 'constructor').map(printOf),
);

const entriesOf = <Value>(
  keys: fc.Arbitrary<string>,
  values: fc.Arbitrary<Value>,
): fc.Arbitrary<Record<string, Value>> =>
  fc.array(fc.tuple(keys, values), { maxLength: 5 }).map((pairs) => table(pairs));

/** Any record at all, keys in the order in which the reader builds them. */
export const records: fc.Arbitrary<ConsentRecord> = fc.record(
  {
    revision: fc.oneof(fc.nat({ max: 50 }), fc.nat()),
    decidedAt: fc.nat({ max: 100_000_000 }).map((minutes) => minutes * MINUTE),
    regime: fc.constantFrom<ConsentRecord['regime']>('i', 'o', 'n'),
    gpc: fc.boolean(),
    entries: entriesOf(
      prints,
      fc.record(
        {
          answer: letters,
          revision: fc.nat({ max: 2000 }),
          services: entriesOf(prints, letters),
        },
        { noNullPrototype: true },
      ),
    ),
  },
  { noNullPrototype: true },
);

/** Whether anything in a record is a yes. */
export const holdsYes = ({ entries }: ConsentRecord): boolean =>
  Object.values(entries).some(({ answer, services }) => /[A-Z]/.test(answer + Object.values(services).join('')));
