import { type Words } from './text.js';
import type { Consent } from '../types.js';
/**
 * The words for a consent's language; English where that language is neither shipped nor written by the site. A site that writes a
 * language of its own writes at least `intro`, and what it leaves out is English among its words.
 */
export declare function loadWords({ language: named, config, report }: Consent): Promise<Words>;
