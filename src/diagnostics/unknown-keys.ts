import { configSchema } from './schema.js';

export interface UnknownKey {
  readonly path: string;
  readonly key: string;
  readonly value: unknown;
}

/** As much of a valibot schema as leads to the next one inside. */
interface Node {
  readonly type: string;
  /** Of an object: a schema for each key. */
  readonly entries?: Readonly<Record<string, Node>>;
  /** Of a record: the schema of what stands under any key. */
  readonly value?: Node;
  readonly item?: Node;
  readonly wrapped?: Node;
  readonly options?: readonly Node[];
}

/** Every key that the schema does not know. Valibot itself names one in each object, and stops there. */
export function findUnknownKeys(
  input: unknown,
  { type, entries, value, item, wrapped, options = [] }: Node = configSchema,
  path = '',
): readonly UnknownKey[] {
  if (wrapped) return findUnknownKeys(input, wrapped, path);
  if (type === 'union') return options.flatMap((option) => findUnknownKeys(input, option, path));
  if (item && Array.isArray(input)) {
    return input.flatMap((one: unknown, index) => findUnknownKeys(one, item, `${path}[${String(index)}]`));
  }
  // A list in the place of an object is one with keys that nobody knows.
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input as Record<string, unknown>).flatMap(([key, inner]) => {
    const at = path ? `${path}.${key}` : key;
    if (entries && !Object.hasOwn(entries, key)) return [{ path: at, key, value: inner }];
    const below = entries ? entries[key] : value;
    return below ? findUnknownKeys(inner, below, at) : [];
  });
}
