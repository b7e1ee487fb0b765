import type { By, Config, Consent, ConsentRecord, ConsentState } from '../types.js';
export { describe } from './describe.js';
export { inspect } from './inspect.js';
export { sweep } from './sweep.js';
/** What an answer needs of the running consent, beyond its public side. */
export interface Core extends Pick<Consent, 'config' | 'state' | 'report'> {
    /** The configuration as it was handed in. */
    readonly input: unknown;
    /** The record in force, expired or not. */
    readonly record: ConsentRecord | undefined;
    /** Whether the browser sends Global Privacy Control now. */
    readonly gpc: boolean;
    now(): number;
    /**
     * Lets a new record count; `undefined` forgets it.
     * @param kept - Whether the browser keeps it; where not, it counts for this page view (requirement F6).
     */
    take(record: ConsentRecord | undefined, kept: boolean, by: By): void;
}
type Given = Readonly<Record<string, boolean | undefined>>;
/**
 * The record after these answers. They name what they change, categories or services; a service beats its category. A category's answer
 * covers its services, and replaces what was said of them before; but a yes covers nothing that shares what is sensitive (L2).
 * @param by - Who answers. A yes to what runs by default is nobody's act, and stays a default (I4), unless it is `outright`.
 */
export declare function makeRecord(core: Core & {
    config: Config;
}, answers: Given, by: By, outright?: boolean): ConsentRecord;
/** Stores a record in its cookie: first-party, host-only unless a domain is configured (requirement F5). @returns whether it is there. */
export declare function storeRecord(record: ConsentRecord, config: Config, { regime }: Pick<ConsentState, 'regime'>, now: number): boolean;
export declare function choose(core: Core, answers: Given, outright?: boolean): void;
export declare const acceptAll: (core: Core) => void;
export declare const rejectAll: (core: Core) => void;
export declare const withdraw: (core: Core, ids?: readonly string[]) => void;
/**
 * Keeps what holds without an answer of now: what the browser's signal decided, since a later page without the signal is no yes (K8); and
 * a record that lasts longer than the 400 days after which browsers forget a cookie.
 */
export declare function keep(core: Core): void;
export declare function reset(core: Core): void;
