/** What the interface fetches when it is wanted. The drop-in puts src/drop-in/interface-chunks.ts in the place of this file. */
import type { Messages } from '../locales/en.js';
import type * as PreferencesModule from './preferences.js';

export const loadPreferences = (): Promise<typeof PreferencesModule> => import('./preferences.js');

/** Every language but English, which comes with the interface. */
export const locales: Readonly<Record<string, () => Promise<Messages>>> = {
  ar: async () => (await import('../locales/ar.js')).default,
};
