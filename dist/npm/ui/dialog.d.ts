/** What the dialogs of both layers do alike. */
import type { CSSResult, LitElement } from 'lit';
/** Adds styles that come with a chunk, each once. */
export declare function adopt({ renderRoot }: LitElement, ...styles: readonly CSSResult[]): void;
/**
 * Opens a modal dialog. Focus rests on its title, so that a key pressed too early answers nothing.
 * @returns whether it can be seen: a page may hide the element, and a modal dialog without a box would freeze the page.
 */
export declare function openDialog(dialog: HTMLDialogElement | null): boolean;
