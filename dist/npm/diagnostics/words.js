/** What every message says in the same words. */
export const DENIED = 'Everything that needs consent stays off, and nothing is asked, until this is mended.';
export const IGNORED = 'The default takes its place.';
export const ASIDE = 'It is left aside.';
export const isTable = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** A value as JSON; nothing where JSON cannot say it, since a script may hand in anything. */
export function jsonOf(value) {
    try {
        return JSON.stringify(value);
    }
    catch {
        return undefined;
    }
}
/** What was found, short enough to read. */
export function shown(value) {
    const text = value === undefined
        ? 'nothing'
        : (jsonOf(value) ?? (typeof value === 'object' ? 'an object' : `a ${typeof value}`));
    return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
