/** The second layer: a modal dialog of the platform's own, with a switch for each category. Fetched when it is wanted. */
import { html, nothing } from 'lit';
import { choice, preferences } from '../locales/en.js';
import { NECESSARY } from '../core/necessary.js';
import { categoryWords } from './categories.js';
import { choiceOf, isOwnDeclared, nameOf, soldOf, titleOf } from './choice.js';
import { loadServices } from './chunks.js';
import { adopt, openDialog } from './dialog.js';
import { CHEVRON, CLOSE, icon, INFO, LOCK, optOutIcon } from './icons.js';
import { shown } from './shown.js';
import { dialogStyles } from './styles/dialog.js';
import { preferencesStyles } from './styles/preferences.js';
import { Switches } from './switches.js';
import { english, fill, localized } from './text.js';
export class Preferences {
    #host;
    #words;
    #switches;
    #services;
    #isLoading = false;
    constructor(host) {
        this.#host = host;
        const { words, consent } = host;
        this.#words = {
            ...english({ ...choice, ...preferences }, words?.language),
            ...words,
            categories: categoryWords(words, consent?.config),
        };
        this.#switches = new Switches(host, this.#words);
        adopt(host, dialogStyles, preferencesStyles);
    }
    /** Fetches what is told of services, behind all that is seen at once. */
    #loadServices() {
        if (this.#isLoading)
            return;
        this.#isLoading = true;
        loadServices().then((module) => {
            adopt(this.#host, module.servicesStyles);
            this.#services = module;
            this.#host.requestUpdate();
        }, (error) => {
            this.#isLoading = false;
            this.#host.consent?.report('interface', 'services', error);
        });
    }
    /** What is told of services here, and by whom. */
    get #teller() {
        const host = this.#host;
        return { consent: host.consent, words: this.#words, link: host.link.bind(host) };
    }
    get #dialog() {
        return this.#host.renderRoot.querySelector('dialog:not(.banner)');
    }
    /** Opens the dialog. @returns whether it can be seen. */
    show() {
        const dialog = this.#dialog;
        this.#loadServices();
        if (!dialog || !openDialog(dialog))
            return false;
        if (this.#host.atServices)
            this.#showServices(dialog);
        return true;
    }
    /** Whoever asks for the partners sees them: unfolded, and the first of them at once (UX specification, section 13). */
    #showServices(dialog) {
        this.#host.atServices = false;
        for (const details of dialog.querySelectorAll('details'))
            details.open = true;
        dialog.querySelector('li + li summary')?.focus();
    }
    close() {
        this.#dialog?.close();
    }
    hide() {
        this.#switches.reset();
        this.close();
    }
    /** Whether this is about sale and sharing (requirement J5). */
    get #isOptOut() {
        return this.#host.consent?.state.regime !== 'opt-in';
    }
    /** That an opt-out is honoured (J6); nothing, where there is none. */
    get #honored() {
        const { config, state } = this.#host.consent ?? {};
        if (!config || !state || !this.#isOptOut)
            return undefined;
        const categories = Object.entries(config.categories).map(([id, one]) => ({ ...one, id }));
        const sold = [...categories, ...config.services].filter(({ saleOrShare }) => saleOrShare);
        const isHonored = sold.length && !sold.some(({ id }) => (state.categories[id] ?? state.services[id])?.granted);
        return isHonored ? this.#words[state.gpc.applied ? 'optOutHonoredGpc' : 'optOutHonored'] : undefined;
    }
    /** What stands now, in words. */
    saved() {
        const words = this.#words;
        if (this.#honored)
            return this.#honored;
        const list = new Intl.ListFormat(words.language, { style: 'short', type: 'unit' });
        const titles = (granted) => list.format(Object.entries(this.#host.consent?.state.categories ?? {})
            .filter(([id, answer]) => id !== NECESSARY && answer.granted === granted)
            .map(([id]) => nameOf(this.#teller, id)));
        return fill(words.saved, { on: titles(true), off: titles(false) }).join('');
    }
    /** Closes and stores nothing (D5). */
    #close = (event) => {
        event.preventDefault();
        if (this.#switches.isTouched)
            this.#host.say(this.#words.unchanged);
        this.#host.consent?.close();
    };
    #save = () => {
        const { answers } = this.#switches;
        this.#host.answer(({ choose }) => {
            choose(answers);
        });
    };
    render() {
        const host = this.#host;
        const { consent } = host;
        const words = this.#words;
        if (!consent?.config)
            return nothing;
        const { config, state } = consent;
        const ofLaw = this.#isOptOut;
        return html `<dialog
      part="dialog"
      aria-labelledby="preferences-title"
      aria-describedby="lead"
      @cancel=${this.#close}
    >
      <div class="header" part="header">
        <div class="title">
          <h2 id="preferences-title" part="title">
            <slot name="preferences-title">${ofLaw ? words.optOutTitle : words.preferencesTitle}</slot>
          </h2>
          ${ofLaw && state.region?.startsWith('US') ? optOutIcon() : nothing}
        </div>
        <p class="lead" id="lead" part="lead">
          <slot name="preferences-lead">${host.write(ofLaw ? words.optOutLead : words.preferencesLead)}</slot>
          ${ofLaw || config.sensitive ? host.links(words) : nothing}
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
        ${this.notice()}
        <ul class="list" part="list">
          ${Object.keys(config.categories).map((id) => this.#category(id))}
        </ul>
        <div class="chosen" part="choice">
          <p>
            ${choiceOf(this.#teller)}
            ${host.link(config.site.cookiePolicyUrl, words.cookiePolicy, 'site.cookiePolicyUrl')}
          </p>
          ${state.decidedAt === null
            ? nothing
            : html `<button
                  type="button"
                  class="link export"
                  part="link"
                  data-action="export"
                  @click=${() => {
                this.#services?.download(consent);
            }}
                >
                  ${words.download}
                </button>`}
        </div>
      </div>
      <div class="footer actions" part="footer">
        ${host.answers('')}
        <button type="button" class="button filled save" part="button save" data-action="save" @click=${this.#save}>
          ${words.save}
        </button>
      </div>
    </dialog>`;
    }
    /**
     * What Global Privacy Control does, or that an opt-out is honoured; nothing, where there is neither.
     * @param isQuestion - Where the question is asked, Accept all says yes in the face of the signal (K7).
     */
    notice(isQuestion) {
        const words = this.#words;
        const teller = this.#teller;
        const categories = soldOf(teller)
            .map((id) => nameOf(teller, id))
            .join(', ');
        const text = this.#honored ??
            (categories &&
                teller.consent.state.gpc.present && [
                fill(words.gpc, { categories }),
                isQuestion && [' ', fill(words.gpcAccept, { accept: words.acceptAll })],
            ]);
        return text
            ? html `<div class="notice" part="notice" role="note">
          ${icon(INFO)}
          <span>${text}</span>
        </div>`
            : nothing;
    }
    #say(value) {
        return localized(value, this.#words.language);
    }
    #category(id) {
        const words = this.#words;
        const teller = this.#teller;
        const { config } = teller.consent;
        const listed = config?.services.filter(({ category }) => category === id) ?? [];
        const count = listed.length + Number(id === NECESSARY && !isOwnDeclared(config));
        const told = this.#services;
        const single = this.#switches.of(id);
        const title = titleOf(teller, id);
        return html `<li part="category">
      <div class="head">
        ${id === NECESSARY
            ? html `<h3 part="category-title">${title}</h3>
                <span class="state" part="state">${icon(LOCK)}${words.alwaysOn}</span>`
            : html `<h3 part="category-title"><label for=${`switch-${id}`}>${title}</label></h3>
                ${this.#switches.render(id)}`}
      </div>
      <p class="description" id=${`description-${id}`} part="category-description">
        ${this.#host.write(words.categories[id]?.description)}
      </p>
      ${single.length
            ? html `<ul class="single">
              ${single.map((service) => this.#single(service))}
            </ul>`
            : nothing}
      ${count
            ? html `<details part="details">
              <summary part="summary">
                ${icon(CHEVRON)}${fill(words.services, { count: count.toLocaleString(words.language) })}
              </summary>
              ${told?.servicesOf(teller, id).map((service) => told.serviceTemplate(teller, service))}
            </details>`
            : nothing}
    </li>`;
    }
    /** A service with a switch of its own: who gets what, and on what ground, stands beside it. */
    #single({ id, name, provider, purpose, sensitiveSharing, exempt }) {
        const words = this.#words;
        return html `<li>
      <div class="head">
        <h4><label for=${`switch-${id}`} dir="auto">${this.#say(name) || id}</label></h4>
        ${this.#switches.render(id)}
      </div>
      <p class="description" id=${`description-${id}`}>
        ${shown(purpose, words.language)}
        ${sensitiveSharing ? fill(words.sensitiveSharing, { provider: this.#say(provider) || this.#say(name) || id }) : nothing}
        ${exempt
            ? [
                fill(words.exempt, { basis: shown(exempt.basis, words.language) }),
                ' ',
                this.#host.link(exempt.infoUrl, words.exemptMore, `services: ${id}.exempt.infoUrl`),
            ]
            : nothing}
      </p>
    </li>`;
    }
}
