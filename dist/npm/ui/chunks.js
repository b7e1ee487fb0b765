import { locales } from './locales.js';
export const loadPreferences = () => import('./preferences.js');
export const loadLayouts = () => import('./layouts.js');
export const loadServices = () => import('./services.js');
/** The messages of a language: `pt-BR`, or else `pt`; nothing for English, which is here already, or where it is not shipped. */
export const loadLocale = async (language) => (await (locales[language] ?? locales[language.replace(/-.*/, '')])?.())?.default;
