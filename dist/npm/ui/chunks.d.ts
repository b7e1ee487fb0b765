/** What the interface fetches when it is wanted. The drop-in puts src/drop-in/interface-chunks.ts in the place of this file. */
import type { Messages } from '../locales/en.js';
import type * as LayoutsModule from './layouts.js';
import type * as PreferencesModule from './preferences.js';
export declare const loadPreferences: () => Promise<typeof PreferencesModule>;
export declare const loadLayouts: () => Promise<typeof LayoutsModule>;
/** The messages of a language: `pt-BR`, or else `pt`; nothing for English, which is here already, or where it is not shipped. */
export declare const loadLocale: (language: string) => Promise<Messages | undefined>;
