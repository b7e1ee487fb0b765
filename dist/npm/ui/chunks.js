export const loadPreferences = () => import('./preferences.js');
export const loadLayouts = () => import('./layouts.js');
export const loadServices = () => import('./services.js');
/** Every language but English, which comes with the interface. */
const locales = {
    ar: () => import('../locales/ar.js'),
    de: () => import('../locales/de.js'),
    es: () => import('../locales/es.js'),
    fr: () => import('../locales/fr.js'),
    he: () => import('../locales/he.js'),
    it: () => import('../locales/it.js'),
    nl: () => import('../locales/nl.js'),
    pl: () => import('../locales/pl.js'),
    pt: () => import('../locales/pt.js'),
};
/** The messages of a language: `pt-BR`, or else `pt`; nothing for English, which is here already, or where it is not shipped. */
export const loadLocale = async (language) => (await (locales[language] ?? locales[language.replace(/-.*/, '')])?.())?.default;
