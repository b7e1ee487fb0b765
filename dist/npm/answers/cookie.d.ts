import type { Config } from '../types.js';
/**
 * @param seconds - How long it lives; 0 removes it.
 * @param more - Attributes besides, as they are written.
 */
export declare function setCookie(name: string, value: string, { path, domain }: Pick<Config['cookie'], 'path' | 'domain'>, seconds: number, more?: string): void;
