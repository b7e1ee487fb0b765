import type { Config } from '../types.js';
/** @throws where the configuration cannot be trusted. */
export declare function readConfig(input: unknown): Config;
