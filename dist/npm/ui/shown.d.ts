import { type TemplateResult } from 'lit';
import type { Localized } from '../types.js';
/** A text of the site's, in its own order; and where the site has it in another language alone, it says in which. */
export declare function shown(value: Localized | undefined, language: string): TemplateResult;
