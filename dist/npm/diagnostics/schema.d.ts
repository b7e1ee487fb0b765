/**
 * The configuration, said once. From this schema come the messages of diagnostics, `askfirst.schema.json` for editors, and the
 * type `ConfigInput` (src/config-input.ts, written by the build). The gate holds no schema: it checks cheaply, and asks here for words.
 */
import * as v from 'valibot';
/** Scheme of an address as the browser will read it: leading blanks, tabs and line ends inside do not disguise it. */
export declare function schemeOf(text: string): string;
/** Whether a text may be a link. */
export declare function isAddress(text: string): boolean;
export declare const configSchema: v.GenericSchema;
