/** What the interface fetches when it is wanted. The drop-in puts others in the place of this file: see rollup.config.mjs. */
import type { Messages } from '../locales/en.js';
import type * as LayoutsModule from './layouts.js';
import type * as PreferencesModule from './preferences.js';
import type * as ServicesModule from './services.js';
export declare const loadPreferences: () => Promise<typeof PreferencesModule>;
export declare const loadLayouts: () => Promise<typeof LayoutsModule>;
export declare const loadServices: () => Promise<typeof ServicesModule>;
/** The messages of a language: `pt-BR`, or else `pt`; nothing for English, which is here already, or where it is not shipped. */
export declare const loadLocale: (language: string) => Promise<Messages | undefined>;
