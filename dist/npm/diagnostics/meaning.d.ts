import type { Finding } from '../types.js';
/** @param complete - Whether the schema found nothing wrong. */
export declare function checkMeaning(input: unknown, complete: boolean): readonly Finding[];
