import { configSchema } from './schema.js';
/** Every key that the schema does not know. Valibot itself names one in each object, and stops there. */
export function findUnknownKeys(input, { type, entries, value, item, wrapped, options = [] } = configSchema, path = '') {
    if (wrapped)
        return findUnknownKeys(input, wrapped, path);
    if (type === 'union')
        return options.flatMap((option) => findUnknownKeys(input, option, path));
    if (item && Array.isArray(input)) {
        return input.flatMap((one, index) => findUnknownKeys(one, item, `${path}[${String(index)}]`));
    }
    // A list in the place of an object is one with keys that nobody knows.
    if (typeof input !== 'object' || input === null)
        return [];
    return Object.entries(input).flatMap(([key, inner]) => {
        const at = path ? `${path}.${key}` : key;
        if (entries && !Object.hasOwn(entries, key))
            return [{ path: at, key, value: inner }];
        const below = entries ? entries[key] : value;
        return below ? findUnknownKeys(inner, below, at) : [];
    });
}
