/** Written by tools/locales.mjs from src/locales/. Do not edit: write a language there and build. */
/** `settings` of each language. Every page view of every visitor pays for them. */
export const labels = {
    en: 'Cookie settings',
    ar: 'إعدادات ملفات تعريف الارتباط',
    de: 'Cookie-Einstellungen',
    es: 'Ajustes de cookies',
    fr: 'Gérer les cookies',
    he: 'הגדרות עוגיות',
    it: 'Impostazioni cookie',
    nl: 'Cookie-instellingen',
    pl: 'Ustawienia cookie',
    pt: 'Opções de cookies',
};
