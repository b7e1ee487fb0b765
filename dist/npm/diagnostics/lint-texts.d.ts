import { type Lint } from './lint.js';
import { type Json } from './read-json.js';
export declare const lintTexts: (input: Json) => readonly Lint[];
