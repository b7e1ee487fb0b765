/**
 * Keys of the texts that a site may put into its own words, beside those of the categories and of `partners`. Whoever checks a
 * configuration needs the names alone, and would otherwise carry all of English along; a test holds them together (locales/en.ts). Parted by blanks.
 */
export declare const TEXT_KEYS: string;
