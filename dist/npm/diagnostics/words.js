/** What every message says in the same words. */
export const DENIED = 'Everything that needs consent stays off, and nothing is asked, until this is mended.';
export const IGNORED = 'The default takes its place.';
export const isTable = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** What was found, short enough to read. */
export function shown(value) {
    const json = JSON.stringify(value);
    const text = value === undefined ? 'nothing' : (json ?? `a ${typeof value}`);
    return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
