import { type Lint } from './lint.js';
import { type Json } from './read-json.js';
export declare function lintGoogle(input: Json): readonly Lint[];
