import { LitElement, html, nothing } from 'lit';
import { categoryWords } from './categories.js';
import { controls } from './styles/controls.js';
import { embedStyles } from './styles/embed.js';
import { setFont, tokens } from './styles/tokens.js';
import { english, fill, inSentence, localized } from './text.js';
import { loadWords } from './words.js';
import { HIDDEN } from '../core/markup.js';
import { embed } from '../locales/en.js';
/** What an address is likely to show. */
const KINDS = [
    [/youtu\.?be|vimeo|dailymotion|twitch|wistia|loom\.com|tiktok/, 'Video'],
    [/spotify|soundcloud|deezer|podcast/, 'Audio'],
    [/maps?[./]|openstreetmap|mapbox/, 'Map'],
];
const BY_TAG = { video: 'Video', audio: 'Audio', img: 'Image' };
/** What makes up the place of an element, whatever the page's styles do with it. */
const PLACE = ('position inset float margin padding border-width box-sizing width height min-width min-height max-width max-height ' +
    'aspect-ratio flex align-self justify-self grid-area vertical-align order z-index transform').split(' ');
/** Keeps what waits out of the way. */
let hiding;
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
export class ConsentEmbed extends LitElement {
    static { this.styles = [tokens, controls, embedStyles]; }
    static { this.properties = {
        held: { attribute: false },
        words: { state: true },
        kind: {},
        source: {},
        headingLevel: { attribute: 'heading-level' },
    }; }
    #place = new CSSStyleSheet();
    #measured = false;
    /** A page may take away, or move, what this stands for: then this goes. */
    #watcher = new MutationObserver(() => {
        if (!this.#standsFor || this.#standsFor.parentNode === this.parentNode)
            return;
        this.remove();
        this.held = undefined;
    });
    #onResize = () => {
        this.#measure();
    };
    /** The element whose very place this takes. */
    get #standsFor() {
        const [element] = this.held?.elements ?? [];
        return element && !this.contains(element) ? element : undefined;
    }
    connectedCallback() {
        super.connectedCallback();
        setFont(this);
        const { adoptedStyleSheets: sheets } = this.renderRoot;
        if (!sheets.includes(this.#place))
            sheets.push(this.#place);
        if (this.#standsFor && this.parentNode)
            this.#watcher.observe(this.parentNode, { childList: true });
        addEventListener('resize', this.#onResize);
    }
    disconnectedCallback() {
        super.disconnectedCallback();
        this.#watcher.disconnect();
        removeEventListener('resize', this.#onResize);
        this.#standsFor?.removeAttribute(HIDDEN);
    }
    willUpdate() {
        const { held } = this;
        if (held && !this.words) {
            void loadWords(held.consent).then((words) => {
                this.words ??= { ...english(embed, words.language), ...words };
            });
        }
    }
    updated() {
        if (this.held && !this.#measured)
            this.#measure();
    }
    /** Takes the place of what waits: its box as it is, with all in it that still follows the page's own styles. */
    #measure() {
        const element = this.held?.elements.find((one) => !one.matches('script,template,link'));
        const root = this.renderRoot.querySelector('.root');
        if (!element || !root)
            return;
        this.#measured = true;
        const own = this.#standsFor;
        const page = (own ?? this).getRootNode();
        if (!hiding) {
            hiding = new CSSStyleSheet();
            hiding.replaceSync(`[${HIDDEN}]{display:none!important}`);
        }
        if (!page.adoptedStyleSheets.includes(hiding))
            page.adoptedStyleSheets.push(hiding);
        // As it stands on the page, so to say: what is inside of this element has no box while its slot is not there.
        element.removeAttribute(HIDDEN);
        const computed = getComputedStyle(element);
        const { display, width, height } = computed;
        element.setAttribute(HIDDEN, '');
        // Without a box, styles are as they were computed: percentages stay percentages, and follow the window.
        const rules = PLACE.map((name) => [name, computed.getPropertyValue(name)]);
        const hasRatio = computed.aspectRatio !== 'auto';
        const isAuto = (side) => computed[side] === 'auto';
        if (isAuto('width') && !(hasRatio && !isAuto('height')))
            rules.push(['width', width]);
        if (isAuto('height') && !hasRatio)
            rules.push(['height', height]);
        // Inside of this element it has no box to take after, unless its own attributes or styles say one.
        if (height === 'auto' && !hasRatio)
            return;
        rules.push(['display', display.startsWith('inline') ? 'inline-block' : 'block']);
        if (computed.position === 'static')
            rules.push(['position', 'relative']);
        rules.push(['border-style', 'solid'], ['border-color', 'transparent'], ['overflow', 'hidden']);
        this.#place.replaceSync(`@media not print{.root{${rules.map(([name, value]) => `${String(name)}:${String(value)}!important`).join(';')}}}`);
        root.classList.add('measured');
    }
    get #address() {
        const { src, data, href } = this.held?.elements.find(({ localName }) => localName !== 'template')?.dataset ?? {};
        return src ?? data ?? href ?? '';
    }
    get #kind() {
        const [element] = this.held?.elements ?? [];
        const kind = this.kind ?? element?.dataset.kind;
        return ([...KINDS.map(([, each]) => each), 'Image'].find((each) => each.toLowerCase() === kind) ??
            (kind ? 'Content' : undefined) ??
            BY_TAG[element?.localName ?? ''] ??
            KINDS.find(([pattern]) => pattern.test(this.#address))?.[1] ??
            'Content');
    }
    /** Ids that a yes to this embed names: a service speaks for its own category. */
    get #granted() {
        const { ids = [], consent } = this.held ?? {};
        const spoken = consent?.config?.services.filter(({ id }) => ids.includes(id)).map(({ category }) => category);
        return ids.filter((id) => !spoken?.includes(id));
    }
    render() {
        const { held, words } = this;
        // What is inside stays in the tree, without a box, so that its size can be read.
        return held
            ? [words ? this.#placeholder(held, words) : nothing, html `<slot class="waits"></slot>`]
            : html `<slot></slot>`;
    }
    #placeholder({ consent, ids, loadOnce }, words) {
        const { config } = consent;
        const { language, direction } = words;
        const kind = this.#kind;
        const source = this.source ?? this.held?.elements[0]?.dataset.source ?? this.#address;
        const host = URL.canParse(source, document.baseURI)
            ? new URL(source, document.baseURI).host.replace(/^www\./, '')
            : '';
        const services = this.#granted.flatMap((id) => config?.services.filter((service) => service.id === id) ?? []);
        const texts = categoryWords(words, config);
        const join = (names) => [...new Set(names)].join(', ');
        const title = (id) => inSentence(texts[id]?.title ?? id, language);
        const categories = join([...ids.filter((id) => id in consent.state.categories), ...services.map(({ category }) => category)].map(title));
        const nameOf = ({ id, name, provider }) => localized(name, language) || localized(provider, language) || id;
        const name = join(services.map(nameOf)) || host || categories;
        const provider = join(services.map((each) => localized(each.provider, language) || nameOf(each))) || host || name;
        const allowed = join(services.map(nameOf)) || categories;
        const plays = kind === 'Video' || kind === 'Audio';
        return html `<div
      class="root"
      part="embed"
      lang=${language}
      dir=${direction}
      data-theme=${config?.ui.theme ?? nothing}
      data-nosnippet
      role="group"
      aria-labelledby="title"
      aria-describedby="lead"
    >
      <div class="panel">
        <div class="inner">
          <h2 id="title" part="title" aria-level=${this.headingLevel ?? '3'}>
            ${fill(words[`embed${kind}`], { name })}
          </h2>
          <p id="lead">${fill(words[plays ? 'embedPlays' : 'embedShows'], { provider, categories })}</p>
          <div class="actions" part="actions">
            <button type="button" class="button filled" part="button" data-action="load-once" @click=${loadOnce}>
              ${words[`load${kind}`]}
            </button>
            <button
              type="button"
              class="button"
              part="button"
              data-action="always-allow"
              @click=${() => {
            this.#allow(allowed);
        }}
            >
              ${fill(words.alwaysAllow, { name: allowed })}
            </button>
          </div>
          ${host && host !== location.host
            ? html `<div>
                  <a class="link" part="link" href=${source} rel="noreferrer">
                    ${fill(words[kind === 'Video' ? 'watchOn' : 'openOn'], { host })}
                  </a>
                </div>`
            : nothing}
        </div>
      </div>
    </div>`;
    }
    /** Grants this service, and no other, and says so. */
    #allow(name) {
        const { held, words } = this;
        held?.consent.choose(Object.fromEntries(this.#granted.map((id) => [id, true])));
        document.querySelector('cookie-consent')?.say(fill(words?.serviceSaved ?? '', { name }).join(''));
    }
}
