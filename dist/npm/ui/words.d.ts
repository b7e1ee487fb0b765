import { type Words } from './text.js';
import type { Consent } from '../types.js';
/** The words for a consent's language; English where that language is neither shipped nor written by the site. */
export declare function loadWords({ language: named, config, report }: Consent): Promise<Words>;
