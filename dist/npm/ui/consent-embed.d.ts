import { LitElement, type CSSResultGroup, type PropertyDeclarations } from 'lit';
type Kind = 'Video' | 'Audio' | 'Map' | 'Image' | 'Content';
/**
 * Stands where an embed waits for a yes, in its size: says who would get what, plays it once, or always allows that service. The gate
 * places it in front of each gated frame, video, image and so on; around anything else the page places it, and it shows what is inside
 * once that may run.
 *
 * @slot - What waits: gated elements, a template, and what a widget needs beside its script.
 * @attr {'video' | 'audio' | 'map' | 'image' | 'content'} kind - What it is called; by default told from element and address.
 * @attr {string} source - Where the same can be seen at its provider's; by default the address of the embed.
 * @attr {number} [heading-level=3] - Level of the heading.
 * @csspart embed - The placeholder.
 */
export declare class ConsentEmbed extends LitElement {
    #private;
    static styles: CSSResultGroup;
    static properties: PropertyDeclarations;
    kind: Lowercase<Kind> | undefined;
    source: string | undefined;
    headingLevel: string | undefined;
    connectedCallback(): void;
    disconnectedCallback(): void;
    protected willUpdate(): void;
    protected updated(): void;
    protected render(): unknown;
}
export {};
