/** The second layer: a modal dialog of the platform's own, with a switch for each category. Fetched when it is wanted. */
import { html, nothing, type TemplateResult } from 'lit';
import { preferences, type PreferencesMessages } from '../locales/en.js';
import { categoryWords } from './categories.js';
import { adopt, CLOSE, openDialog } from './dialog.js';
import { dialogStyles } from './styles/dialog.js';
import { preferencesStyles } from './styles/preferences.js';
import { english, entryOf, fill, inSentence, localized, type Words } from './text.js';
import type { CookieConsent } from './cookie-consent.js';
import type { Localized, Service } from '../types.js';

const icon = (path: string, className = ''): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true" class=${className || nothing}><path d=${path}></path></svg>`;
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
    this.#words = {
      ...english(preferences, words?.language),
      ...(words as Words),
      categories: categoryWords(words, consent?.config),
    };
    adopt(host, dialogStyles, preferencesStyles);
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog:not(.banner)');
  }

  /** Opens the dialog. @returns whether it can be seen. */
  show(): boolean {
    return openDialog(this.#dialog);
  }

  close(): void {
    this.#dialog?.close();
  }

  hide(): void {
    this.#draft.clear();
    this.close();
  }

  /** Whether this is about sale and sharing (requirement J5). */
  get #isOptOut(): boolean {
    return this.#host.consent?.state.regime !== 'opt-in';
  }

  /** That an opt-out is honoured (J6); nothing, where there is none. */
  get #honored(): string | undefined {
    const { config, state } = this.#host.consent ?? {};
    if (!config || !state || !this.#isOptOut) return undefined;
    const categories = Object.entries(config.categories).map(([id, one]) => ({ ...one, id }));
    const sold = [...categories, ...config.services].filter(({ saleOrShare }) => saleOrShare);
    const isHonored = sold.length && !sold.some(({ id }) => (state.categories[id] ?? state.services[id])?.granted);
    return isHonored ? this.#words[state.gpc.applied ? 'optOutHonoredGpc' : 'optOutHonored'] : undefined;
  }

  /** What stands now, in words. */
  saved(): string {
    const words = this.#words;
    if (this.#honored) return this.#honored;
    const list = new Intl.ListFormat(words.language, { style: 'short', type: 'unit' });
    const titles = (granted: boolean): string =>
      list.format(
        Object.entries(this.#host.consent?.state.categories ?? {})
          .filter(([id, answer]) => id !== 'necessary' && answer.granted === granted)
          .map(([id]) => inSentence(this.#title(id), words.language)),
      );
    return fill(words.saved, { on: titles(true), off: titles(false) }).join('');
  }

  #isOn(id: string): boolean {
    const { categories, services } = this.#host.consent?.state ?? {};
    return this.#draft.get(id) ?? (categories?.[id] ?? services?.[id])?.granted ?? false;
  }

  /** Services of a category that have a switch of their own: all, where the site says so; and those that the category does not cover. */
  #switched(id: string): readonly Service[] {
    const { switches, services = [] } = this.#host.consent?.config ?? {};
    return services.filter(
      ({ category, sensitiveSharing, exempt }) =>
        category === id && id !== 'necessary' && (switches === 'service' || sensitiveSharing || exempt),
    );
  }

  /** Of these, those that go with the switch of the category: not what needs a yes to itself (L2), nor what may run without one (A21). */
  #following(id: string): readonly Service[] {
    return this.#switched(id).filter(({ sensitiveSharing, exempt }) => !sensitiveSharing && !exempt);
  }

  /** Closes and stores nothing (D5). */
  readonly #close = (event: Event): void => {
    event.preventDefault();
    if (this.#draft.size) this.#host.say(this.#words.unchanged);
    this.#host.consent?.close();
  };

  readonly #save = (): void => {
    const { consent } = this.#host;
    const categories = Object.keys(consent?.config?.categories ?? {}).filter((id) => id !== 'necessary');
    const ids = categories.flatMap((id) => [id, ...this.#switched(id).map((service) => service.id)]);
    const answers = Object.fromEntries(ids.map((id) => [id, this.#isOn(id)]));
    this.#host.answer(({ choose }) => {
      choose(answers);
    });
  };

  readonly #toggle = (event: Event): void => {
    const { name, checked } = event.currentTarget as HTMLInputElement;
    for (const id of [name, ...this.#following(name).map((service) => service.id)]) this.#draft.set(id, checked);
    this.#host.requestUpdate();
  };

  render(): TemplateResult | typeof nothing {
    const { consent } = this.#host;
    const words = this.#words;
    if (!consent?.config) return nothing;
    const { decidedAt, expiresAt, gpc } = consent.state;
    const ofLaw = this.#isOptOut;
    const date = new Intl.DateTimeFormat(words.language, { dateStyle: 'long' });
    const ofSale = Object.entries(consent.config.categories).filter(([, { saleOrShare }]) => saleOrShare);
    return html`<dialog
      part="dialog"
      aria-labelledby="preferences-title"
      aria-describedby="lead"
      @cancel=${this.#close}
    >
      <div class="header" part="header">
        <h2 id="preferences-title" part="title" tabindex="-1">${ofLaw ? words.optOutTitle : words.preferencesTitle}</h2>
        <p class="lead" id="lead" part="lead">
          ${ofLaw ? words.optOutLead : words.preferencesLead}
          ${ofLaw || consent.config.sensitive ? this.#host.links(words) : nothing}
        </p>
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
        ${this.#notice(
          this.#honored ??
            (gpc.present && ofSale.length
              ? fill(words.gpc, {
                  categories: ofSale.map(([id]) => inSentence(this.#title(id), words.language)).join(', '),
                })
              : undefined),
        )}
        <ul class="list" part="list">
          ${Object.keys(consent.config.categories).map((id) => this.#category(id))}
        </ul>
        ${
          decidedAt !== null
            ? html`<p class="chosen">
                ${fill(words[expiresAt === null ? 'chosenForGood' : 'chosen'], {
                  date: date.format(decidedAt),
                  until: date.format(expiresAt ?? 0),
                })}
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

  #say(value: Localized | undefined): string {
    return localized(value, this.#words.language);
  }

  /** The same in its own order; and where the site has it in another language alone, it says in which. */
  #show(value: Localized | undefined): TemplateResult {
    const text = this.#say(value);
    const isOther = typeof value === 'object' && !entryOf(value, this.#words.language);
    const [language] = (isOther && Object.entries(value).find((entry) => entry[1] === text)) || [nothing];
    return html`<bdi lang=${language}>${text}</bdi>`;
  }

  #title(id: string): string {
    return this.#words.categories[id]?.title ?? id;
  }

  #notice(text: unknown): TemplateResult | typeof nothing {
    return text
      ? html`<div class="notice" part="notice" role="note">
          ${icon(INFO)}
          <span>${text}</span>
        </div>`
      : nothing;
  }

  /** A switch with its state in words; a checkbox, which can be mixed, where services below it stand otherwise (`services`). */
  #switch(id: string, services: readonly Service[] = []): TemplateResult {
    const words = this.#words;
    const on = this.#isOn(id);
    const isMixed = services.some((service) => this.#isOn(service.id) !== on);
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

  #category(id: string): TemplateResult {
    const words = this.#words;
    const services = this.#host.consent?.config?.services.filter(({ category }) => category === id) ?? [];
    const single = this.#switched(id);
    return html`<li part="category">
      <div class="head">
        ${
          id === 'necessary'
            ? html`<h3 part="category-title">${this.#title(id)}</h3>
                <span class="state" part="state">${icon(LOCK)}${words.alwaysOn}</span>`
            : html`<h3 part="category-title"><label for=${`switch-${id}`}>${this.#title(id)}</label></h3>
                ${this.#switch(id, this.#following(id))}`
        }
      </div>
      <p class="description" id=${`description-${id}`} part="category-description">
        ${words.categories[id]?.description}
      </p>
      ${
        single.length
          ? html`<ul class="single">
              ${single.map((service) => this.#single(service))}
            </ul>`
          : nothing
      }
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

  /** A service with a switch of its own: who gets what, and on what ground, stands beside it. */
  #single({ id, name, provider, purpose, sensitiveSharing, exempt }: Service): TemplateResult {
    const words = this.#words;
    return html`<li>
      <div class="head">
        <h4><label for=${`switch-${id}`} dir="auto">${this.#say(name) || id}</label></h4>
        ${this.#switch(id)}
      </div>
      <p class="description" id=${`description-${id}`}>
        ${this.#show(purpose)}
        ${sensitiveSharing ? fill(words.sensitiveSharing, { provider: this.#say(provider) || this.#say(name) || id }) : nothing}
        ${
          exempt
            ? [
                fill(words.exempt, { basis: this.#show(exempt.basis) }),
                ' ',
                this.#host.link(exempt.infoUrl, words.exemptMore, `services: ${id}.exempt.infoUrl`),
              ]
            : nothing
        }
      </p>
    </li>`;
  }

  #service({ id, name, provider, purpose, policyUrl, cookies = [] }: Service): TemplateResult {
    const words = this.#words;
    const title = this.#say(name) || id;
    const company = this.#say(provider);
    const link = this.#host.link(
      policyUrl,
      fill(words.servicePolicy, { provider: company || title }),
      `services: ${id}.policyUrl`,
    );
    return html`<div class="service">
      <h4 dir="auto">${title}${company && company !== title ? ` · ${company}` : ''}</h4>
      ${purpose ? html`<p>${this.#show(purpose)}</p>` : nothing} ${link === nothing ? link : html`<p>${link}</p>`}
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
                      <td>${this.#show(cookie.purpose)}</td>
                      <td>${this.#show(cookie.duration)}</td>
                    </tr>`,
                )}
              </tbody>
            </table>`
          : nothing
      }
    </div>`;
  }
}
