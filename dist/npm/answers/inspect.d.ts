import type { Core } from './index.js';
/** Reports what it finds, once a page view. */
export declare function inspect({ config, input, state, report }: Core): void;
