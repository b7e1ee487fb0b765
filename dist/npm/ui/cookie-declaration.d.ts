import { LitElement, type CSSResultGroup, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { Consent } from '../types.js';
/**
 * What a policy page says of cookies, written from the configuration: the choice that stands, with the way to change it, and for each
 * category its services and all that they store. It is content of the page, printed with it, in the page's own type. What stands inside
 * the element is seen where no script runs.
 *
 * @attr {number} [heading-level=2] - Level of the headings of categories; those of services are one below.
 * @csspart declaration - All of it.
 * @csspart choice - The choice that stands.
 * @csspart actions - Holds the button.
 * @csspart button - The button.
 * @csspart manage - The same: opens the preferences.
 * @csspart category - One category.
 * @csspart category-title - Its name.
 * @csspart category-description - Its description.
 * @csspart state - "Allowed", "Not allowed", "Always on".
 * @csspart service - One service.
 * @csspart service-title - Its name and provider.
 * @csspart link - Links to policies.
 * @csspart table - What a service stores.
 * @cssproperty [--consent-surface=transparent] - Background.
 * @cssproperty [--consent-text=currentcolor] - Text.
 * @cssproperty [--consent-muted=currentcolor] - States, and heads of tables.
 * @cssproperty [--consent-link=currentcolor] - Links.
 * @cssproperty [--consent-tint] - Background of the button under the pointer.
 * @cssproperty [--consent-control=currentcolor] - Border of the button.
 * @cssproperty [--consent-focus=currentcolor] - Focus ring.
 * @cssproperty [--consent-line] - Lines of tables.
 * @cssproperty [--consent-radius-control=10px] - Corners of the button.
 */
export declare class CookieDeclaration extends LitElement {
    #private;
    static styles: CSSResultGroup;
    static properties: PropertyDeclarations;
    /** The running consent, from the gate. A property alone, since objects have no attribute. */
    consent: Consent | undefined;
    headingLevel: string | undefined;
    connectedCallback(): void;
    disconnectedCallback(): void;
    /** To what in it can have the focus: whoever has changed a choice comes back here. */
    focus(options?: FocusOptions): void;
    protected willUpdate(changed: PropertyValues<this>): void;
    protected render(): unknown;
}
