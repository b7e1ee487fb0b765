import { type HostOptions } from './host.js';
import type { Consent } from '../types.js';
export interface GateOptions extends HostOptions {
    /** Nonce of the gate's own tag. Where there is one, a gated script runs only if it carries the same. */
    readonly nonce?: string | undefined;
}
export interface Gate {
    /** Treats what stands in another root, such as a shadow root, like what stands in the document. */
    watch(root: Node & ParentNode): void;
}
/** Starts the gate. Until the consent is ready, and wherever it says no, all declared markup stays inert. */
export declare function startGate(consent: Consent, { nonce, ...hostOptions }?: GateOptions): Gate;
