/** Written by tools/locales.mjs from src/locales/. Do not edit: write a language there and build. */
/** `settings` of each language. Every page view of every visitor pays for them. */
export declare const labels: Readonly<Record<string, string>>;
