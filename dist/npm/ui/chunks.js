export const loadPreferences = () => import('./preferences.js');
/** Every language but English, which comes with the interface. */
export const locales = {
    ar: async () => (await import('../locales/ar.js')).default,
};
