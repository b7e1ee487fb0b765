import type { Consent } from '../types.js';
export interface HostOptions {
    /** Fetches the interface: called when somebody must be asked, or asks. Without it, the page itself defines `<cookie-consent>`. */
    readonly loadInterface?: (() => Promise<unknown>) | undefined;
    /** Show nothing unless somebody asks for it. */
    readonly manual?: boolean | undefined;
}
/** Keeps the host on the page and its button in step with the consent. */
export declare function startHost(consent: Consent, { loadInterface, manual }?: HostOptions): void;
