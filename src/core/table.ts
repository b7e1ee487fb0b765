/** An object without a prototype, so that no id can meet `constructor`, or what another script added to `Object.prototype` (Q9). */
export const table = <Value>(entries: Iterable<readonly [string, Value]> = []): Record<string, Value> => {
  const made = Object.create(null) as Record<string, Value>;
  for (const [key, value] of entries) made[key] = value;
  return made;
};
