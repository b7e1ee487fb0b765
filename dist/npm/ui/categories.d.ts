/** What the categories are called, in the words of the interface. */
import { type CategoryMessages } from '../locales/en.js';
import { type Words } from './text.js';
import type { Config } from '../types.js';
/** English, with the language's own words over it, and what the site says in another language alone: better that than nothing. */
export declare function categoryWords(words: Words | undefined, config: Config | undefined): CategoryMessages;
