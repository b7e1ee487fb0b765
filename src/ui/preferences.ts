/** The second layer: a modal dialog of the platform's own, with a switch for each category. Fetched when it is wanted. */
import { html, nothing, type TemplateResult } from 'lit';
import { preferences, type PreferencesMessages } from '../locales/en.js';
import { preferencesStyles } from './styles/preferences.js';
import { fill, localized, type Words } from './text.js';
import type { CookieConsent } from './cookie-consent.js';
import type { Localized, Service } from '../types.js';

const icon = (path: string, className = ''): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true" class=${className || nothing}><path d=${path}></path></svg>`;
const CLOSE = 'M6 6l12 12M18 6L6 18';
const LOCK = 'M7 11V8a5 5 0 0 1 10 0v3M6 11h12a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1z';
const CHECK = 'M7.5 12.5l3 3 6-7';
const CHEVRON = 'M9 5l7 7-7 7';
const INFO = 'M12 11v6M12 7.5v.01M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18';

export class Preferences {
  readonly #host: CookieConsent;
  readonly #words: PreferencesMessages & Words;
  /** How the switches stand, and differ from what is stored, until they are saved. */
  #draft = new Map<string, boolean>();

  constructor(host: CookieConsent) {
    this.#host = host;
    const { words, consent } = host;
    const categories: Record<string, PreferencesMessages['categories'][string]> = { ...preferences.categories };
    // A category may be described in another language alone: better that than a question about nothing.
    const texts = Object.values(consent?.config?.texts ?? {}) as Partial<PreferencesMessages>[];
    for (const described of [...texts.map((text) => text.categories), words?.categories]) {
      for (const [id, text] of Object.entries(described ?? {})) {
        if (described === words?.categories || !(id in preferences.categories))
          categories[id] = { ...categories[id], ...text };
      }
    }
    this.#words = { ...preferences, ...(words as Words), categories };
    const { styleSheet } = preferencesStyles;
    if (styleSheet) (host.renderRoot as ShadowRoot).adoptedStyleSheets.push(styleSheet);
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog');
  }

  /** Opens the dialog. @returns whether it can be seen: a page may hide the element, and a modal dialog without a box would freeze it. */
  show(): boolean {
    const dialog = this.#dialog;
    if (!dialog) return false;
    dialog.showModal();
    if (!dialog.getClientRects().length) {
      dialog.close();
      return false;
    }
    // Focus rests on the title, so that a key pressed too early answers nothing.
    dialog.querySelector('h2')?.focus();
    return true;
  }

  hide(): void {
    this.#draft.clear();
    this.#dialog?.close();
  }

  /** What stands now, in words. */
  saved(): string {
    const words = this.#words;
    const list = new Intl.ListFormat(words.language, { style: 'short', type: 'unit' });
    const titles = (granted: boolean): string =>
      list.format(
        Object.entries(this.#host.consent?.state.categories ?? {})
          .filter(([id, answer]) => id !== 'necessary' && answer.granted === granted)
          .map(([id]) => this.#title(id).toLocaleLowerCase(words.language)),
      );
    return fill(words.saved, { on: titles(true), off: titles(false) }).join('');
  }

  #isOn(id: string): boolean {
    return this.#draft.get(id) ?? this.#host.consent?.state.categories[id]?.granted ?? false;
  }

  /** Closes and stores nothing (D5). */
  readonly #close = (event: Event): void => {
    event.preventDefault();
    if (this.#draft.size) this.#host.say(this.#words.unchanged);
    this.#host.consent?.close();
  };

  readonly #save = (): void => {
    const { consent } = this.#host;
    const ids = Object.keys(consent?.config?.categories ?? {}).filter((id) => id !== 'necessary');
    consent?.choose(Object.fromEntries(ids.map((id) => [id, this.#isOn(id)])));
  };

  readonly #toggle = (event: Event): void => {
    const { name, checked } = event.currentTarget as HTMLInputElement;
    this.#draft.set(name, checked);
    this.#host.requestUpdate();
  };

  render(): TemplateResult | typeof nothing {
    const { consent } = this.#host;
    const words = this.#words;
    if (!consent?.config) return nothing;
    const { decidedAt, expiresAt, gpc } = consent.state;
    const date = new Intl.DateTimeFormat(words.language, { dateStyle: 'long' });
    const ofSale = Object.entries(consent.config.categories).filter(([, { saleOrShare }]) => saleOrShare);
    return html`<dialog
      part="dialog"
      aria-labelledby="preferences-title"
      aria-describedby="lead"
      @cancel=${this.#close}
    >
      <div class="header" part="header">
        <h2 id="preferences-title" part="title" tabindex="-1">${words.preferencesTitle}</h2>
        <p class="lead" id="lead" part="lead">${words.preferencesLead}</p>
        <button
          type="button"
          class="close"
          part="close"
          data-action="close"
          aria-label=${words.close}
          @click=${this.#close}
        >
          ${icon(CLOSE)}
        </button>
      </div>
      <div class="body">
        ${
          gpc.present && ofSale.length
            ? html`<div class="notice" part="notice" role="note">
                ${icon(INFO)}
                <span
                  >${fill(words.gpc, { categories: ofSale.map(([id]) => this.#title(id).toLocaleLowerCase(words.language)).join(', ') })}</span
                >
              </div>`
            : nothing
        }
        <ul class="list" part="list">
          ${Object.keys(consent.config.categories).map((id) => this.#category(id))}
        </ul>
        ${
          decidedAt !== null && expiresAt !== null
            ? html`<p class="chosen">
                ${fill(words.chosen, { date: date.format(decidedAt), until: date.format(expiresAt) })}
              </p>`
            : nothing
        }
      </div>
      <div class="footer actions" part="footer">
        ${this.#host.answers('')}
        <button type="button" class="button filled save" part="button save" data-action="save" @click=${this.#save}>
          ${words.save}
        </button>
      </div>
    </dialog>`;
  }

  #title(id: string): string {
    return this.#words.categories[id]?.title ?? id;
  }

  #category(id: string): TemplateResult {
    const words = this.#words;
    const on = this.#isOn(id);
    const services = this.#host.consent?.config?.services.filter(({ category }) => category === id) ?? [];
    return html`<li part="category">
      <div class="head">
        ${
          id === 'necessary'
            ? html`<h3 part="category-title">${this.#title(id)}</h3>
                <span class="state" part="state">${icon(LOCK)}${words.alwaysOn}</span>`
            : html`<h3 part="category-title"><label for=${`switch-${id}`}>${this.#title(id)}</label></h3>
                <span class="state">
                  <span part="state" aria-hidden="true">${on ? words.on : words.off}</span>
                  <span class="toggle">
                    <input
                      type="checkbox"
                      role="switch"
                      class="switch"
                      part="switch"
                      id=${`switch-${id}`}
                      name=${id}
                      aria-describedby=${`description-${id}`}
                      .checked=${on}
                      @change=${this.#toggle}
                    />${icon(CHECK, 'check')}
                  </span>
                </span>`
        }
      </div>
      <p class="description" id=${`description-${id}`} part="category-description">
        ${words.categories[id]?.description}
      </p>
      ${
        services.length
          ? html`<details part="details">
              <summary part="summary">
                ${icon(CHEVRON)}${fill(words.services, { count: String(services.length) })}
              </summary>
              ${services.map((service) => this.#service(service))}
            </details>`
          : nothing
      }
    </li>`;
  }

  #service({ id, name, provider, purpose, policyUrl, cookies = [] }: Service): TemplateResult {
    const words = this.#words;
    const say = (value: Localized | undefined): string => localized(value, words.language);
    const title = say(name) || id;
    const link = this.#host.link(
      policyUrl,
      fill(words.servicePolicy, { provider: provider ?? title }),
      `services: ${id}.policyUrl`,
    );
    return html`<div class="service">
      <h4 dir="auto">${title}${provider && provider !== title ? ` · ${provider}` : ''}</h4>
      ${purpose ? html`<p>${say(purpose)}</p>` : nothing} ${link === nothing ? link : html`<p>${link}</p>`}
      ${
        cookies.length
          ? html`<table part="table" aria-label=${title}>
              <thead>
                <tr>
                  <th scope="col">${words.cookieName}</th>
                  <th scope="col">${words.cookiePurpose}</th>
                  <th scope="col">${words.cookieDuration}</th>
                </tr>
              </thead>
              <tbody>
                ${cookies.map(
                  (cookie) =>
                    html`<tr>
                      <td><code dir="ltr">${cookie.name}</code></td>
                      <td>${say(cookie.purpose)}</td>
                      <td>${say(cookie.duration)}</td>
                    </tr>`,
                )}
              </tbody>
            </table>`
          : nothing
      }
    </div>`;
  }
}
