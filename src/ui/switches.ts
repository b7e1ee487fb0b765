/** The switches of the second layer: how they stand until they are saved, and which services have one of their own. */
import { html, nothing, type TemplateResult } from 'lit';
import { CHECK, icon } from './icons.js';
import { NECESSARY } from '../core/necessary.js';
import type { CookieConsent } from './cookie-consent.js';
import type { ChoiceMessages, PreferencesMessages } from '../locales/en.js';
import type { Service } from '../types.js';

export class Switches {
  readonly #host: CookieConsent;
  readonly #words: PreferencesMessages & ChoiceMessages;
  /** How the switches stand, and differ from what is stored. */
  readonly #draft = new Map<string, boolean>();

  constructor(host: CookieConsent, words: PreferencesMessages & ChoiceMessages) {
    this.#host = host;
    this.#words = words;
  }

  /** Whether anything has been switched, and not saved. */
  get isTouched(): boolean {
    return this.#draft.size > 0;
  }

  reset(): void {
    this.#draft.clear();
  }

  isOn(id: string): boolean {
    const { categories, services } = this.#host.consent?.state ?? {};
    return this.#draft.get(id) ?? (categories?.[id] ?? services?.[id])?.granted ?? false;
  }

  /** Services of a category that have a switch of their own: all, where the site says so; and those that the category does not cover. */
  of(id: string): readonly Service[] {
    const { switches, services = [] } = this.#host.consent?.config ?? {};
    return services.filter(
      ({ category, sensitiveSharing, exempt }) =>
        category === id && id !== NECESSARY && (switches === 'service' || sensitiveSharing || exempt),
    );
  }

  /** Of these, those that go with the switch of the category: not what needs a yes to itself (L2), nor what may run without one (A21). */
  #following(id: string): readonly Service[] {
    return this.of(id).filter(({ sensitiveSharing, exempt }) => !sensitiveSharing && !exempt);
  }

  /** An answer for each switch. */
  get answers(): Readonly<Record<string, boolean>> {
    const categories = Object.keys(this.#host.consent?.config?.categories ?? {}).filter((id) => id !== NECESSARY);
    const ids = categories.flatMap((id) => [id, ...this.of(id).map((service) => service.id)]);
    return Object.fromEntries(ids.map((id) => [id, this.isOn(id)]));
  }

  readonly #toggle = (event: Event): void => {
    const { name, checked } = event.currentTarget as HTMLInputElement;
    for (const id of [name, ...this.#following(name).map((service) => service.id)]) this.#draft.set(id, checked);
    this.#host.requestUpdate();
  };

  /** A switch with its state in words; a checkbox, which can be mixed, where services go with it. */
  render(id: string): TemplateResult {
    const words = this.#words;
    const on = this.isOn(id);
    const services = this.#following(id);
    const isMixed = services.some((service) => this.isOn(service.id) !== on);
    return html`<span class="state">
      <span part="state" aria-hidden="true">${isMixed ? words.mixed : on ? words.on : words.off}</span>
      <span class="toggle">
        <input
          type="checkbox"
          role=${services.length ? nothing : 'switch'}
          class="switch"
          part="switch"
          id=${`switch-${id}`}
          name=${id}
          aria-describedby=${`description-${id}`}
          .checked=${on}
          .indeterminate=${isMixed}
          @change=${this.#toggle}
        />${icon(CHECK, 'check')}
      </span>
    </span>`;
  }
}
