/** What the interface fetches when it is wanted. The drop-in puts others in the place of this file: see rollup.config.mjs. */
import type { Messages } from '../locales/en.js';
import { locales } from './locales.js';
import type * as LayoutsModule from './layouts.js';
import type * as PreferencesModule from './preferences.js';
import type * as ServicesModule from './services.js';

export const loadPreferences = (): Promise<typeof PreferencesModule> => import('./preferences.js');

export const loadLayouts = (): Promise<typeof LayoutsModule> => import('./layouts.js');
export const loadServices = (): Promise<typeof ServicesModule> => import('./services.js');

/** The messages of a language: `pt-BR`, or else `pt`; nothing for English, which is here already, or where it is not shipped. */
export const loadLocale = async (language: string): Promise<Messages | undefined> =>
  (await (locales[language] ?? locales[language.replace(/-.*/, '')])?.())?.default;
