/** The linter: its own chunk in the drop-in, since of all visitors only those who build the site ever load it. */
export { lintConfig } from './lint-config.js';
export { lintLooks } from './lint-looks.js';
export { lintPage } from './lint-page.js';
