/** The linter, of services: where they stand, and what people are told of them. */
import { type Lint } from './lint.js';
import { type Json } from './read-json.js';
export declare const lintServices: (input: Json) => readonly Lint[];
