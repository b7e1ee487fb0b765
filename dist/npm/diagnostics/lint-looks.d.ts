/** The linter, of colours that a page sets: what cannot be read cannot be agreed to (WCAG 2.2, 1.4.3 and 1.4.11). */
import { type Lint } from './lint.js';
import type { Consent } from '../types.js';
/** What stands in the place of a colour that a page does not set, light and dark. A test holds it to the style sheet of the interface. */
export declare const DEFAULTS: Readonly<Record<string, readonly [light: string, dark: string]>>;
/** Names each pair of colours, set by the page on `<cookie-consent>` or above it, that is hard to tell apart. */
export declare function lintLooks(page: ParentNode, { config }: Pick<Consent, 'config'>): readonly Lint[];
