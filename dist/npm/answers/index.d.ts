import type { Config, Consent, ConsentRecord } from '../types.js';
export { describe } from './describe.js';
export { inspect } from './inspect.js';
export { sweep } from './sweep.js';
/** What an answer needs of the running consent, beyond its public side. */
export interface Core extends Pick<Consent, 'config' | 'state' | 'report'> {
    /** The configuration as it was handed in. */
    readonly input: unknown;
    /** The record in force, expired or not. */
    readonly record: ConsentRecord | undefined;
    now(): number;
    /**
     * Lets a new record count; `undefined` forgets it.
     * @param kept - Whether the browser keeps it; where not, it counts for this page view (requirement F6).
     */
    take(record: ConsentRecord | undefined, kept: boolean, acted: boolean): void;
}
type Given = Readonly<Record<string, boolean | undefined>>;
/**
 * The record after these answers. They name what they change, categories or services; a service beats its category. A category's answer
 * covers all its services, and replaces what was said of them before. What expired is not carried over.
 */
export declare function makeRecord({ config, state, record, now }: Core & {
    config: Config;
}, answers: Given, acted: boolean): ConsentRecord;
/** Stores a record in its cookie: first-party, host-only unless a domain is configured (requirement F5). @returns whether it is there. */
export declare function storeRecord(record: ConsentRecord, config: Config, now: number): boolean;
export declare function choose(core: Core, answers: Given): void;
export declare const acceptAll: (core: Core) => void;
export declare const rejectAll: (core: Core) => void;
export declare const withdraw: (core: Core, ids?: readonly string[]) => void;
export declare function reset(core: Core): void;
