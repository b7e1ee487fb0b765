import { LitElement, html, nothing } from 'lit';
import { categoryWords } from './categories.js';
import { choiceOf, titleOf } from './choice.js';
import { loadServices } from './chunks.js';
import { link } from './link.js';
import { controls } from './styles/controls.js';
import { declarationStyles } from './styles/declaration.js';
import { english, written } from './text.js';
import { loadWords } from './words.js';
import { NECESSARY } from '../core/necessary.js';
import { choice, declaration } from '../locales/en.js';
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
export class CookieDeclaration extends LitElement {
    static { this.styles = [controls, declarationStyles]; }
    static { this.properties = {
        consent: { attribute: false },
        headingLevel: { attribute: 'heading-level' },
        words: { state: true },
    }; }
    #following = new AbortController();
    #services;
    /** Language that words were asked for in. */
    #language;
    /** The page may change its language. */
    #watcher = new MutationObserver(() => {
        this.requestUpdate();
    });
    connectedCallback() {
        super.connectedCallback();
        this.#watcher.observe(document.documentElement, { attributeFilter: ['lang'] });
        this.#follow();
    }
    disconnectedCallback() {
        super.disconnectedCallback();
        this.#watcher.disconnect();
        this.#following.abort();
    }
    /** To what in it can have the focus: whoever has changed a choice comes back here. */
    focus(options) {
        this.renderRoot.querySelector('button')?.focus(options);
    }
    #follow() {
        this.#following.abort();
        this.#following = new AbortController();
        this.consent?.on('state', () => {
            this.requestUpdate();
        }, { signal: this.#following.signal });
    }
    willUpdate(changed) {
        const { consent } = this;
        if (changed.has('consent') && this.isConnected)
            this.#follow();
        const language = consent?.config && consent.language;
        if (!consent || !language || language === this.#language)
            return;
        this.#language = language;
        const loaded = this.#services ?? loadServices();
        void Promise.all([loadWords(consent), loaded]).then(([words, services]) => {
            const { styleSheet } = services.servicesStyles;
            if (styleSheet && !this.#services)
                this.renderRoot.adoptedStyleSheets.push(styleSheet);
            this.#services = services;
            // Another language may have been asked for meanwhile.
            if (language !== this.#language)
                return;
            const categories = categoryWords(words, consent.config);
            this.words = { ...english({ ...choice, ...declaration }, words.language), ...words, categories };
        }, (error) => {
            consent.report('interface', 'services', error);
        });
    }
    render() {
        const { consent, words } = this;
        if (!consent?.config || !words)
            return nothing;
        const teller = {
            consent,
            words,
            link: (...given) => link(consent, words.language, given),
        };
        const { site, categories } = consent.config;
        return html `<div class="root" part="declaration" lang=${words.language} dir=${words.direction}>
      <p part="choice">${choiceOf(teller)}</p>
      <div class="actions" part="actions">
        <button
          type="button"
          class="button"
          part="button manage"
          data-action="manage"
          aria-haspopup="dialog"
          @click=${() => {
            // Safari gives no focus to what is clicked on.
            this.focus();
            consent.open();
        }}
        >
          ${words.change}
        </button>
      </div>
      ${Object.keys(categories).map((id) => this.#category(teller, id))}
      <p>
        ${teller.link(site.privacyPolicyUrl, words.privacyPolicy, 'site.privacyPolicyUrl')}
        ${teller.link(site.cookiePolicyUrl, words.cookiePolicy, 'site.cookiePolicyUrl')}
      </p>
    </div>`;
    }
    #category(teller, id) {
        const { words, consent } = teller;
        const { categories, services } = consent.state;
        const level = Number(this.headingLevel ?? 2);
        const isGranted = (answer) => answer?.granted ?? false;
        const told = this.#services;
        const stand = isGranted(categories[id]);
        const say = (granted) => words[granted ? 'on' : 'off'];
        return html `<section part="category">
      <div class="head">
        <h2 part="category-title" aria-level=${level}>${titleOf(teller, id)}</h2>
        <span class="state" part="state">${id === NECESSARY ? words.alwaysOn : say(stand)}</span>
      </div>
      <p part="category-description">${written(words.categories[id]?.description, teller.link)}</p>
      ${told?.servicesOf(teller, id).map((service) => {
            const own = isGranted(services[service.id] ?? categories[id]);
            return told.serviceTemplate(teller, service, level + 1, own === stand ? undefined : say(own));
        })}
    </section>`;
    }
}
