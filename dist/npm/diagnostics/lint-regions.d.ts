import { type Lint } from './lint.js';
import { type Json } from './read-json.js';
/** Whether some visitors are asked before anything starts. */
export declare function mayBeOptIn({ regime, regions, sensitive, ...rest }: Json): boolean;
export declare function lintRegions(input: Json): readonly Lint[];
/** What a sensitive page still has to mind (section L). What it may not have at all is for the gate. */
export declare function lintSensitive(input: Json): readonly Lint[];
