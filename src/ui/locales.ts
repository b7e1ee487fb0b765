/** Written by tools/locales.mjs from src/locales/. Do not edit: write a language there and build. */
import type { Messages } from '../locales/en.js';

/** Every language but English, which comes with the interface. */
export const locales: Readonly<Record<string, () => Promise<{ readonly default: Messages }>>> = {
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
