/** An object without a prototype, so that no id can meet `constructor`, or what another script added to `Object.prototype` (Q9). */
export declare const table: <Value>(entries?: Iterable<readonly [string, Value]>) => Record<string, Value>;
