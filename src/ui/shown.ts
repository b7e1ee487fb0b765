import { html, nothing, type TemplateResult } from 'lit';
import { entryOf, localized } from './text.js';
import type { Localized } from '../types.js';

/** A text of the site's, in its own order; and where the site has it in another language alone, it says in which. */
export function shown(value: Localized | undefined, language: string): TemplateResult {
  const text = localized(value, language);
  const isOther = typeof value === 'object' && !entryOf(value, language);
  const [other] = (isOther && Object.entries(value).find((entry) => entry[1] === text)) || [nothing];
  return html`<bdi lang=${other}>${text}</bdi>`;
}
