import type { Gatekeeper } from './gate.js';
/** What the gate asks of this chunk. */
export interface Embeds {
    /** Brings one to life. */
    open(element: HTMLElement): void;
    /** Puts a placeholder where one waits. */
    hold(element: HTMLElement): void;
    /**
     * Takes what a released script has written by `document.write()`: as if the parser had come to it there.
     * @returns a promise of its place on the page.
     */
    write(script: HTMLScriptElement, texts: readonly string[]): Promise<void>;
    /**
     * Puts back what may not go on.
     * @returns whether a script has run, once and without a grant, that nothing but a reload ends.
     */
    follow(): boolean;
}
/** Starts what waits and is no script. */
export declare function startEmbeds({ consent, done, permitted, isAllowed, release, trusted, loadPlaceholder, loadDeclaration, }: Gatekeeper): Embeds;
