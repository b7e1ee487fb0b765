import type { ConfigInput } from '../types.js';
/** Gives the configuration as it is: editors then complete its keys, and the compiler checks it. */
export declare const defineConfig: <const Input extends ConfigInput>(input: Input) => Input;
