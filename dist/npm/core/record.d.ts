import type { Config, ConsentRecord, Service } from '../types.js';
/** Short fingerprint of what a visitor was asked for: the service and its revision, not its wording (requirement B7). FNV-1a. */
export declare function fingerprint({ id, revision }: Pick<Service, 'id' | 'revision'>): string;
/** Cookie text of a record. Only characters that a cookie carries unescaped. */
export declare function writeRecord({ revision, decidedAt, regime, gpc, entries }: ConsentRecord): string;
/** @returns `undefined` for any text that `writeRecord` would not have written, a later schema included. Never throws. */
export declare function readRecord(text: string): ConsentRecord | undefined;
/** The record that counts among several of one name (a host's and its parent domain's): the newer, at a tie the stricter. */
export declare const pickRecord: (texts: readonly string[]) => ConsentRecord | undefined;
/**
 * When a record stops to speak: one moment for the whole record, by `consentMonths` as soon as it holds one yes. Months are the
 * calendar's, in UTC (requirement F2): the same day of the month, or its last day where it has no such day; not 180 days.
 */
export declare function expiryOf(record: ConsentRecord, { memory }: Pick<Config, 'memory'>): number;
/**
 * Whether a record still speaks for its visitor.
 * @param now - Milliseconds since the epoch, UTC. A record from up to 24 h ahead reads as made now, from further ahead as none (F4).
 */
export declare const isCurrent: (record: ConsentRecord, config: Pick<Config, 'memory' | 'revision'>, now: number) => boolean;
