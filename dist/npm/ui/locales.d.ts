/** Written by tools/locales.mjs from src/locales/. Do not edit: write a language there and build. */
import type { Messages } from '../locales/en.js';
/** Every language but English, which comes with the interface. */
export declare const locales: Readonly<Record<string, () => Promise<{
    readonly default: Messages;
}>>>;
