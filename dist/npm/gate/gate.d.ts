import { trusted } from '../core/trusted-types.js';
import { type HostOptions } from './host.js';
import type * as EmbedsModule from './embeds.js';
import type { Consent } from '../types.js';
export interface GateOptions extends HostOptions {
    /** Nonce of the gate's own tag. Where there is one, a gated script runs only if it carries the same. */
    readonly nonce?: string | undefined;
    /** Called once the configuration is read: scripts wait until what it returns is fulfilled, so that no vendor hears too late (N1). */
    readonly tellVendors?: (() => Promise<unknown> | undefined) | undefined;
    /** Fetches what releases embeds and templates. */
    readonly loadEmbeds?: (() => Promise<typeof EmbedsModule.startEmbeds>) | undefined;
}
/** What the gate lets the embeds know, and decide with it. */
export interface Gatekeeper {
    readonly consent: Consent;
    /** Released, or refused for good. */
    readonly done: WeakSet<Element>;
    /** Let through once, by the visitor's own hand. */
    readonly permitted: WeakSet<Element>;
    isAllowed(element: HTMLElement): boolean;
    /** Goes through all that waits. */
    release(): Promise<void>;
    /** The page's policy lets one of that name be made once, and the gate has it. */
    readonly trusted: typeof trusted;
    /** Fetches the placeholder of embeds. Without it, the page itself defines `<consent-embed>`. */
    readonly loadPlaceholder?: () => Promise<unknown>;
    /** Fetches what writes a declaration. Without it, the page itself defines `<cookie-declaration>`. */
    readonly loadDeclaration?: () => Promise<unknown>;
}
export interface Gate {
    /** Treats what stands in another root, such as a shadow root, like what stands in the document. */
    watch(root: Node & ParentNode): void;
}
/** Starts the gate. Until the consent is ready, and wherever it says no, all declared markup stays inert. */
export declare function startGate(consent: Consent, { nonce, tellVendors, loadEmbeds, ...hostOptions }?: GateOptions): Gate;
