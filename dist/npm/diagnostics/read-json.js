/** Ways into a configuration as it was written, whatever is in it: what is of the wrong type reads as if it were not there. */
import { isTable } from './words.js';
export const tableOf = (value) => (isTable(value) ? value : {});
export const listOf = (value) => (Array.isArray(value) ? value : []);
/** The services that are objects, each with its path. */
export const servicesOf = ({ services }) => listOf(services).flatMap((one, index) => (isTable(one) ? [[`services[${String(index)}]`, one]] : []));
/** How deep a text stands at most: `texts.en.categories.analytics.title`. */
const DEEPEST = 4;
/** Every text in a value, each with its path: a text itself, a text for each language, or texts deeper down. */
export function textsIn(value, path, depth = 0) {
    if (typeof value === 'string')
        return [[path, value]];
    if (depth === DEEPEST)
        return [];
    return Object.entries(tableOf(value)).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`, depth + 1));
}
/** Whether there is no text where one is due. What is of another type is there, and wrong. */
export const isMissing = (value) => value === undefined ||
    (typeof value === 'string' && !value.trim()) ||
    (isTable(value) && Object.values(value).every((text) => typeof text === 'string' && !text.trim()));
/** "a", "b" and "c". */
export const listed = (words) => words.join(', ').replace(/, ([^,]*)$/, ' and $1');
