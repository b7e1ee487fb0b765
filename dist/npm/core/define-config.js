/** Gives the configuration as it is: editors then complete its keys, and the compiler checks it. */
export const defineConfig = (input) => input;
