import {
  LitElement,
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { loadLayouts, loadPreferences } from './chunks.js';
import { link } from './link.js';
import { banner } from './styles/banner.js';
import { controls } from './styles/controls.js';
import { setFont, tokens } from './styles/tokens.js';
import { fill, localized, written, type Words } from './text.js';
import { loadWords } from './words.js';
import type { Teller } from './choice.js';
import type { Layouts } from './layouts.js';
import type { Preferences } from './preferences.js';
import type { Consent, ConsentChange, Layer, Layout, Position } from '../types.js';

/** Milliseconds after which a banner counts as late, and is announced (UX specification, section 5). */
const LATE = 1000;

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
export class CookieConsent extends LitElement {
  static override styles: CSSResultGroup = [tokens, controls, banner];
  static override properties: PropertyDeclarations = {
    layout: {},
    position: {},
    theme: {},
    consent: { attribute: false },
  };

  declare layout: Layout | undefined;
  declare position: Position | undefined;
  declare theme: 'auto' | 'light' | 'dark' | undefined;
  /** The running consent. A property alone, since objects have no attribute. */
  declare consent: Consent | undefined;
  /** What is said to those who listen. @internal */
  status = '';
  /** @internal */
  words: Words | undefined;
  /** Whether the preferences are to open at the services. @internal */
  declare atServices: boolean | undefined;

  #preferences: Preferences | undefined;
  #layouts: Layouts | undefined;
  #following = new AbortController();
  /** Where focus was when the preferences opened. */
  #opener: Element | null = null;
  /** The layer on the screen; `consent.layer` is the one that is due. */
  #shown: Layer | undefined;
  /** The first layer as it was last shown, or taken away. */
  #placed: HTMLElement | undefined;
  #asked = false;
  /** Whether somebody left the dialog of the first layer by Escape: it goes on as a bar, which lets the page be read. */
  #isSetAside = false;
  /** Whether what an answer needs is on its way, or will be. */
  #prepared = false;
  /** Whether an answer has been given and has not taken effect; and what had the focus then. */
  #leaving = false;
  #focused: Element | null = null;
  /** What the page's own style sheet from here says. */
  #room = '';
  readonly #pageStyle = new CSSStyleSheet();
  readonly #sizes = new ResizeObserver(() => {
    // An answer takes the room once it counts: in the frame that it is seen in, the browser would look at the whole page for it.
    if (!this.#leaving) this.#keepRoom();
  });

  override connectedCallback(): void {
    super.connectedCallback();
    setFont(this);
    document.adoptedStyleSheets.push(this.#pageStyle);
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#following.abort();
    this.#sizes.disconnect();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#pageStyle);
  }

  /** Keeps in step with the consent. It is there with the first update: the gate hands it over before this element comes alive. */
  #follow(): void {
    const update = (): void => {
      this.requestUpdate();
    };
    this.#following.abort();
    this.#following = new AbortController();
    const { signal } = this.#following;
    // A dialog of the page's own may have closed: the banner waits for it.
    addEventListener('close', update, { capture: true, once: false, signal });
    this.consent?.on(
      'interface',
      () => {
        // An answer that could not take effect leaves the question open, and the layer comes again.
        if (this.#leaving && this.consent?.layer === this.#shown) this.#shown = undefined;
        this.#leaving = false;
        update();
      },
      { signal },
    );
    this.consent?.on('change', (change) => void this.#announce(change), { signal });
    this.#shown = undefined;
    update();
  }

  /** The gate has drawn the settings button, with its styles, before this element came alive: both stay. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const drawn = [...(this.shadowRoot?.adoptedStyleSheets ?? [])];
    const root = super.createRenderRoot() as ShadowRoot;
    root.adoptedStyleSheets.push(...drawn);
    return root;
  }

  get #root(): ShadowRoot {
    return this.renderRoot as ShadowRoot;
  }

  protected override async scheduleUpdate(): Promise<void> {
    const { consent } = this;
    if (consent?.layer) this.words ??= await loadWords(consent);
    const isOpening = consent?.layer === 'preferences';
    // The bar asks as well.
    if (consent?.layer && (this.#hasX || this.#layout === 'center'))
      await this.#loadLayouts().catch((error: unknown) => {
        consent.report('interface', 'layouts', error);
      });
    // What is said of the browser's signal comes with the preferences: those who send it wait for that, and nobody else.
    if (isOpening || (consent?.layer && !this.#asked && consent.state.gpc.present)) {
      await this.#loadPreferences().catch((error: unknown) => {
        consent.report('interface', 'preferences', error);
        // The question stands without.
        if (isOpening) consent.close();
      });
    }
    await super.scheduleUpdate();
  }

  async #loadLayouts(): Promise<Layouts> {
    return (this.#layouts ??= new (await loadLayouts()).Layouts(this));
  }

  async #loadPreferences(): Promise<Preferences> {
    return (this.#preferences ??= new (await loadPreferences()).Preferences(this));
  }

  protected override render(): unknown {
    const { words, status } = this;
    return html`<div
      class="root"
      tabindex="-1"
      lang=${words?.language ?? nothing}
      dir=${words?.direction ?? nothing}
      data-nosnippet
    >
      ${words ? this.#banner(words) : nothing} ${this.#preferences?.render() ?? nothing}
      <div class="status" role="status">${status}</div>
    </div>`;
  }

  #banner(words: Words): TemplateResult {
    const more = this.#layouts;
    const content = html`<div>
        <h2 id="title" part="title"><slot name="title">${words.title}</slot></h2>
        ${more && this.#hasX ? more.closeButton() : nothing}
        <p class="intro" id="intro" part="intro"><slot name="intro">${this.#intro(words)}</slot></p>
        ${this.#preferences?.notice(true)}
      </div>
      <div class="actions" part="actions">
        ${this.answers('filled')}
        <button
          type="button"
          class="button manage"
          part="button manage"
          data-action="manage"
          aria-haspopup="dialog"
          @click=${() => this.consent?.open()}
        >
          ${words.manage}
        </button>
      </div>`;
    const look = `banner ${this.#layout} ${this.#edge}${more && this.#hasX ? ' closable' : ''}`;
    return more && this.#layout === 'center'
      ? more.dialog(content, look)
      : html`<section class=${look} popover="manual" part="banner" aria-labelledby="title">${content}</section>`;
  }

  #intro(words: Words): unknown {
    const { site, services } = this.consent?.config ?? {};
    const { language } = words;
    const partners = new Set(
      services
        ?.filter(({ category }) => category !== 'necessary')
        .map(({ provider, id }) => localized(provider, language) || id),
    ).size;
    const name = localized(site?.name, language);
    const subject = words[partners ? (name ? 'siteAndPartners' : 'weAndPartners') : name ? 'site' : 'we'];
    // `Intl` takes milliseconds to start: not where there is nothing to count.
    const count = (): readonly unknown[] =>
      fill(words.partners[new Intl.PluralRules(language).select(partners)] ?? words.partners.other, {
        count: partners.toLocaleString(language),
      });
    return [
      this.write(words.intro, {
        who: fill(subject, {
          site: name,
          partners:
            partners &&
            html`<button
              type="button"
              class="link"
              part="link"
              aria-haspopup="dialog"
              @click=${() => {
                this.atServices = true;
                this.consent?.open();
              }}
            >
              ${count()}
            </button>`,
        }),
      }),
      ' ',
      this.links(words),
    ];
  }

  /** Links to the policies that the site names (C8, L7): the one on cookies where there is none on privacy. @internal */
  links(words: Words): unknown {
    const { site } = this.consent?.config ?? {};
    return ([site?.privacyPolicyUrl ? 'privacyPolicy' : 'cookiePolicy', 'healthPolicy'] as const).map((name) => [
      this.link(site?.[`${name}Url`], words[name], `site.${name}Url`),
      ' ',
    ]);
  }

  /** A text with its links. @internal */
  write(text: string | undefined, values?: Readonly<Record<string, unknown>>): unknown {
    return written(text, this.link.bind(this), values);
  }

  /** A link, unless it is none, or one that is not safe (H2). @internal */
  link(...given: Parameters<Teller['link']>): unknown {
    return link(this.consent, this.words?.language ?? '', given);
  }

  /** Reject and Accept, on every layer the same: one rule, one part, one template (C1, C3). @internal */
  answers(look: string): TemplateResult[] {
    return (['rejectAll', 'acceptAll'] as const).map(
      (answer) =>
        html`<button
          type="button"
          class="button ${look}"
          part="button answer"
          data-action=${answer.replace('A', '-a')}
          @click=${() => {
            this.answer((consent) => {
              consent[answer]();
            });
          }}
        >
          ${this.words?.[answer]}
        </button>`,
    );
  }

  /** The dialog goes on as a bar, which lets the page be read (UX specification, section 4). @internal */
  setAside(): void {
    this.#place(false);
    this.#isSetAside = true;
    this.requestUpdate();
  }

  /** The layer goes at once, and what was answered counts as soon as that is on the screen. @internal */
  answer(act: (consent: Consent) => void): void {
    const { consent } = this;
    if (!consent) return;
    this.#leaving = true;
    this.#focused = this.#root.activeElement;
    this.#place(false);
    this.#preferences?.close();
    consent.afterPaint(() => {
      act(consent);
    });
  }

  /**
   * What an answer needs is fetched behind all that the page loads by itself, which comes first; or as soon as somebody comes near the
   * question.
   */
  #prepare(consent: Consent): void {
    if (this.#prepared) return;
    this.#prepared = true;
    let isDone = false;
    const prepare = (): void => {
      if (!isDone) consent.inspect();
      isDone = true;
    };
    const wait = (): void => {
      consent.afterPaint(prepare);
    };
    if (document.readyState === 'complete') wait();
    else addEventListener('load', wait);
    // Without options: what another script wrote into `Object.prototype` would count for one.
    for (const type of ['pointerover', 'focusin']) this.addEventListener(type, prepare);
  }

  get #section(): HTMLElement | null {
    return this.#root.querySelector<HTMLElement>('.banner');
  }

  /** Shows the first layer, or takes it away. @returns whether it can be seen where it ought to. */
  #place(isShown: boolean): boolean {
    const section = this.#section;
    if (!section) return false;
    if (!(section instanceof HTMLDialogElement)) section.togglePopover(isShown);
    else if (isShown) return this.#layouts?.show(section) === true;
    else section.close();
    return true;
  }

  /** Italy wants an X that refuses (C7). */
  get #hasX(): boolean {
    const { config, state } = this.consent ?? {};
    return config?.ui.closeButton ?? state?.region === 'IT';
  }

  get #layout(): Layout {
    return this.#isSetAside ? 'bar' : (this.layout ?? this.consent?.config?.ui.layout ?? 'bar');
  }

  get #edge(): string {
    return this.position ?? this.consent?.config?.ui.position ?? '';
  }

  /** The layer that may be seen now: a banner waits while a modal dialog of the page's own is open. */
  get #due(): Layer | undefined {
    const layer = this.consent?.layer;
    return layer === 'banner' && document.querySelector('dialog:modal') ? undefined : layer;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('consent')) this.#follow();
    const { consent, words } = this;
    const section = this.#section;
    const due = this.#due;
    const before = this.#shown;
    // Another layout is another element.
    const isSame = due === before && (due !== 'banner' || section === this.#placed);
    // At another edge it has the size that it had: the observer does not tell of that.
    if (changed.has('position')) this.#keepRoom();
    if (!consent || !section?.isConnected || isSame) return;
    this.#shown = due;
    this.#placed = section;
    /** Whether the focus is nowhere: a visitor who has gone on meanwhile is not called back. */
    const isLost = (): boolean => [null, document.body].includes(document.activeElement as HTMLElement | null);
    const focused = this.#root.activeElement ?? (isLost() ? this.#focused : null);
    this.#focused = null;
    if (before === 'preferences') this.#preferences?.hide();
    const isSeen = this.#place(due === 'banner');
    if (due) this.#prepare(consent);
    if (due === 'banner') {
      this.#sizes.observe(section);
      // In its place as the page came it is first in order, and needs no word.
      if (!before && (this.#asked || (performance.now() > LATE && document.readyState === 'complete')))
        this.say(words?.appeared);
      this.#asked = true;
    }
    if (due === 'preferences') this.#opener = focused ?? document.activeElement;
    if (due === 'preferences' ? !this.#preferences?.show() : !isSeen) {
      consent.report('hidden', String(due));
      while (consent.layer) consent.close();
      return;
    }
    // At once, and not as the observer tells: nothing of the page is hidden under the banner for whoever looks before the next frame.
    this.#keepRoom();
    if (before === due) return;
    if (before) consent.emit('close', { layer: before });
    if (due) consent.emit('open', { layer: due });
    if (due !== 'preferences' && (focused || (before === 'preferences' && isLost())))
      this.#returnFocus(before === 'preferences' ? this.#opener : null);
  }

  /** To the opener if it is still visible, else to the settings button, else to the root: never to <body> (section 3). */
  #returnFocus(opener: Element | null): void {
    for (const selector of ['', '.banner:popover-open .manage', '#settings', '.root']) {
      const place = selector ? this.#root.querySelector<HTMLElement>(selector) : (opener as HTMLElement | null);
      if (!place || place === document.body) continue;
      place.focus({ preventScroll: true });
      // Not `:focus`: that matches nothing in a window which is not itself in front.
      if ((place.getRootNode() as Document).activeElement === place) return;
    }
  }

  /** The page keeps room for the banner, so that nothing of it is hidden for good; and it rests under a modal dialog. */
  #keepRoom(): void {
    const box = this.#root.querySelector('.banner:popover-open')?.getBoundingClientRect();
    const top = this.#edge.startsWith('top');
    // One that a page hides takes none.
    const room = box?.height && Math.ceil(top ? box.bottom : innerHeight - box.top);
    // Asked for only where it is needed: the answer to a click waits for no layout.
    const gutter = (): string => (innerWidth > document.documentElement.clientWidth ? 'scrollbar-gutter:stable' : '');
    const style = room
      ? `html{scroll-padding-block-${top ? 'start' : 'end'}:${String(room)}px;${top ? '' : `padding-block-end:${String(room)}px!important`}}`
      : this.#root.querySelector('dialog:modal')
        ? `html{overflow:hidden!important;${gutter()}}`
        : '';
    // The same text again would make the browser look at the whole page again.
    if (style !== this.#room) this.#pageStyle.replaceSync(style);
    this.#room = style;
  }

  /** Says politely what was saved; of an opt-out, that it is honoured, in the words of the second layer (J6). */
  async #announce({ state }: ConsentChange): Promise<void> {
    const answers = Object.entries(state.categories).flatMap(([id, { granted }]) =>
      id === 'necessary' ? [] : granted,
    );
    const words = (this.words ??= await loadWords(this.consent as Consent));
    if (state.regime !== 'opt-in') this.say((await this.#loadPreferences()).saved());
    else if (state.status === 'decided')
      this.say(
        !answers.includes(false)
          ? words.savedAllOn
          : answers.includes(true)
            ? this.#preferences?.saved()
            : words.savedAllOff,
      );
  }

  /** Says it to those who listen; the same text twice is said twice. @internal */
  say(text = ''): void {
    this.status = '';
    this.requestUpdate();
    void this.updateComplete.then(() => {
      this.status = text;
      this.requestUpdate();
    });
  }
}
