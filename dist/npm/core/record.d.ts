import type { Config, ConsentRecord, Regime, Service } from '../types.js';
/** Short fingerprint of a text: FNV-1a, 32 bits, modulo 26 · 36³, plus 10 · 36³, in base 36. */
export declare function printOf(text: string): string;
/** Fingerprint of what a visitor was asked for: the service and its revision, not its wording (requirement B7). */
export declare const fingerprint: ({ id, revision }: Pick<Service, 'id' | 'revision'>) => string;
/** Cookie text of a record. Only characters that a cookie carries unescaped. */
export declare function writeRecord({ revision, decidedAt, regime, gpc, entries }: ConsentRecord): string;
/**
 * @returns `undefined` for any text that `writeRecord` would not have written, a later schema included: it is written again, and compared.
 * No pattern does that: browsers take longer to compile one than for all the rest of a return. Never throws.
 */
export declare function readRecord(text: string): ConsentRecord | undefined;
/** The record that counts among several of one name (a host's and its parent domain's): the newer, at a tie the stricter. */
export declare const pickRecord: (texts: readonly string[]) => ConsentRecord | undefined;
/**
 * When an answer stops to speak: a yes after `consentMonths`, a no after `refusalMonths`, which is never sooner. Months are the
 * calendar's, in UTC (requirement F2): the same day of the month, or its last day where it has no such day; not 180 days. Under opt-out
 * and notice a visitor who has answered is not asked again (J8): it is `optOutMonths`, and `Infinity` by default.
 * @param granted - Of a yes, or of a no; by default of what the record holds first to end.
 */
export declare function expiryOf(record: ConsentRecord, { memory }: Pick<Config, 'memory'>, regime: Regime, granted?: boolean): number;
/**
 * Whether what a record says, yes or no, still speaks for its visitor.
 * @param now - Milliseconds since the epoch, UTC. A record from up to 24 h ahead reads as made now, from further ahead as none (F4).
 */
export declare const isCurrent: (record: ConsentRecord, config: Pick<Config, 'memory' | 'revision'>, regime: Regime, now: number, granted?: boolean) => boolean;
