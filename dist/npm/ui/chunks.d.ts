/** What the interface fetches when it is wanted. The drop-in puts src/drop-in/interface-chunks.ts in the place of this file. */
import type { Messages } from '../locales/en.js';
import type * as PreferencesModule from './preferences.js';
export declare const loadPreferences: () => Promise<typeof PreferencesModule>;
/** Every language but English, which comes with the interface. */
export declare const locales: Readonly<Record<string, () => Promise<Messages>>>;
