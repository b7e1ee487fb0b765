/** Ways into a configuration as it was written, whatever is in it: what is of the wrong type reads as if it were not there. */
import { isTable } from './words.js';

export type Json = Readonly<Record<string, unknown>>;

export const tableOf = (value: unknown): Json => (isTable(value) ? value : {});
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The services that are objects, each with its path. */
export const servicesOf = ({ services }: Json): readonly (readonly [path: string, service: Json])[] =>
  listOf(services).flatMap((one, index) => (isTable(one) ? [[`services[${String(index)}]`, one] as const] : []));

/** How deep a text stands at most: `texts.en.categories.analytics.title`. */
const DEEPEST = 4;

/** Every text in a value, each with its path: a text itself, a text for each language, or texts deeper down. */
export function textsIn(value: unknown, path: string, depth = 0): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (depth === DEEPEST) return [];
  return Object.entries(tableOf(value)).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`, depth + 1));
}

/** Whether there is no text where one is due. What is of another type is there, and wrong. */
export const isMissing = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === 'string' && !value.trim()) ||
  (isTable(value) && Object.values(value).every((text) => typeof text === 'string' && !text.trim()));

/** "a", "b" and "c". */
export const listed = (words: readonly string[]): string => words.join(', ').replace(/, ([^,]*)$/, ' and $1');
