import { LitElement, type CSSResultGroup, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { Consent, Layout, Position } from '../types.js';
/**
 * The question. First layer: a bar, box or dialog that says what is asked, with reject and accept side by side. Second layer: the preferences, a modal
 * dialog with a switch for each category. And one button back to them, once neither is open.
 *
 * @slot title - Replaces the heading of the first layer.
 * @slot intro - Replaces its text: say who asks, what for, with whom, and that it can be changed (C8).
 * @slot preferences-title - Replaces the heading of the second layer.
 * @slot preferences-lead - Replaces the text under it.
 * @attr {'bar' | 'box' | 'center'} layout - Shape of the first layer; by default as configured.
 * @attr {'bottom' | 'top' | 'bottom start' | 'bottom end' | 'top start' | 'top end'} position - Edge of the window that the banner keeps
 * to, and corner of a box; by default as configured.
 * @attr {'auto' | 'light' | 'dark'} theme - Colours: `auto` follows the system.
 * @csspart banner - The first layer.
 * @csspart title - Heading of a layer.
 * @csspart intro - Text of the first layer.
 * @csspart link - Links inside texts.
 * @csspart actions - Holds the buttons of a layer.
 * @csspart button - Every button with a label.
 * @csspart answer - Reject and Accept: one part for both, so that neither can be made louder.
 * @csspart manage - Opens the preferences.
 * @csspart continue - The X of the first layer, which refuses, where there is one.
 * @csspart preferences-button - The settings button.
 * @csspart dialog - The second layer.
 * @csspart header - Title, lead and close button of the second layer.
 * @csspart lead - Text under the title of the second layer.
 * @csspart close - Closes the second layer without saving.
 * @csspart notice - A notice, such as the one on Global Privacy Control.
 * @csspart list - The categories.
 * @csspart category - One category.
 * @csspart category-title - Its name.
 * @csspart category-description - Its description.
 * @csspart switch - Its switch.
 * @csspart state - "Allowed", "Not allowed", "Always on".
 * @csspart details - Services and cookies of a category.
 * @csspart summary - Opens them.
 * @csspart table - Cookies of a service.
 * @csspart footer - Holds the buttons of the second layer.
 * @csspart save - Saves the choices.
 * @cssproperty [--consent-surface] - Background of both layers.
 * @cssproperty [--consent-tint] - Background of notices, and of buttons under the pointer.
 * @cssproperty [--consent-text] - Text.
 * @cssproperty [--consent-muted] - Descriptions.
 * @cssproperty [--consent-link] - Links.
 * @cssproperty [--consent-accent] - Filled buttons and switches that are on.
 * @cssproperty [--consent-on-accent] - Text on the accent.
 * @cssproperty [--consent-accent-hover] - Filled buttons under the pointer.
 * @cssproperty [--consent-control] - Borders of buttons and switches.
 * @cssproperty [--consent-focus] - Focus ring.
 * @cssproperty [--consent-border] - Border of the layers.
 * @cssproperty [--consent-line] - Lines inside a layer.
 * @cssproperty [--consent-scrim] - Over the page, behind a dialog.
 * @cssproperty [--consent-shadow] - Shadow of the layers.
 * @cssproperty [--consent-font=system-ui] - Font family; `inherit`, on the element itself, blends in with the page.
 * @cssproperty [--consent-font-size=medium] - Size that all others follow.
 * @cssproperty [--consent-radius=16px] - Corners of the banner.
 * @cssproperty [--consent-radius-dialog=20px] - Corners of the second layer.
 * @cssproperty [--consent-radius-control=10px] - Corners of buttons.
 * @cssproperty [--consent-gap=16px] - Distance of the banner from the window's edges.
 * @cssproperty [--consent-pad=20px] - Room inside a box.
 * @cssproperty [--consent-bar-width=64em] - Widest bar.
 * @cssproperty [--consent-box-width=26em] - Widest box.
 * @cssproperty [--consent-dialog-width=40em] - Widest second layer.
 */
export declare class CookieConsent extends LitElement {
    #private;
    static styles: CSSResultGroup;
    static properties: PropertyDeclarations;
    layout: Layout | undefined;
    position: Position | undefined;
    theme: 'auto' | 'light' | 'dark' | undefined;
    /** The running consent. A property alone, since objects have no attribute. */
    consent: Consent | undefined;
    connectedCallback(): void;
    disconnectedCallback(): void;
    /** The gate has drawn the settings button, with its styles, before this element came alive: both stay. */
    protected createRenderRoot(): HTMLElement | DocumentFragment;
    protected scheduleUpdate(): Promise<void>;
    protected render(): unknown;
    protected updated(changed: PropertyValues<this>): void;
}
