/** What every message says in the same words. */
export declare const DENIED = "Everything that needs consent stays off, and nothing is asked, until this is mended.";
export declare const IGNORED = "The default takes its place.";
export declare const ASIDE = "It is left aside.";
export declare const isTable: (value: unknown) => value is Record<string, unknown>;
/** A value as JSON; nothing where JSON cannot say it, since a script may hand in anything. */
export declare function jsonOf(value: unknown): string | undefined;
/** What was found, short enough to read. */
export declare function shown(value: unknown): string;
