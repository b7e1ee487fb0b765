/** The place of the interface: `<cookie-consent>` with its settings button, drawn without Lit, which a returning visitor never loads. */
import { labels } from './labels.js';
import { styles } from './settings-button.js';
import type { Consent } from '../types.js';

const TAG = 'cookie-consent';

/** What was clicked on: perhaps no element, or one without the method. */
interface Clicked {
  readonly closest?: { call?(target: unknown, selector: string): unknown };
}

export interface HostOptions {
  /** Fetches the interface: called when somebody must be asked, or asks. Without it, the page itself defines `<cookie-consent>`. */
  readonly loadInterface?: (() => Promise<unknown>) | undefined;
  /** Show nothing unless somebody asks for it. */
  readonly manual?: boolean | undefined;
}

/** It is there from the start, if hidden: extensions know the library by it (autoconsent/askfirst.json). */
function drawButton(root: ShadowRoot, { open }: Consent): HTMLButtonElement {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets.push(sheet);
  const button = document.createElement('button');
  button.id = button.dataset.action = 'settings';
  button.setAttribute('part', 'button preferences-button');
  button.onclick = () => {
    open();
  };
  root.append(button);
  return button;
}

/** Keeps the host on the page and its button in step with the consent. */
export function startHost(consent: Consent, { loadInterface, manual }: HostOptions = {}): void {
  let host: (HTMLElement & { consent?: Consent }) | undefined;
  let button: HTMLButtonElement | undefined;
  let body: HTMLElement | undefined;
  let loading: Promise<unknown> | undefined;

  const update = (): void => {
    const { config, layer, language } = consent;
    if (!config) return;
    // Not `document.body`: an image whose name is "body" answers to that.
    const present = document.querySelector('body');
    if (present) host ??= document.querySelector<HTMLElement>(TAG) ?? document.createElement(TAG);
    // Before all that it does not need, the page's body among it: the question waits for nothing as long as for this.
    if (layer) {
      loading ??= Promise.resolve(loadInterface?.()).catch((error: unknown) => {
        // Denied is what stays; whoever asks again tries again.
        consent.report('interface', layer, error);
        while (consent.layer) consent.close();
        loading = undefined;
      });
    }
    if (!present || !host) return;
    if (!button) {
      host.consent = consent;
      // Turbo's morphing leaves it alone; and htmx keeps no copy of the page, in which what was released would start again by itself.
      host.toggleAttribute('data-turbo-permanent', true);
      host.setAttribute('hx-history', 'false');
      // What the author wrote on an element of their own stands.
      if (!host.hasAttribute('theme')) host.setAttribute('theme', config.ui.theme);
      button = drawButton(host.shadowRoot ?? host.attachShadow({ mode: 'open' }), consent);
    }
    // Read first; and placed again only when the page's content was replaced, never against whoever took it away.
    if (!host.isConnected && (body !== present || swapped)) {
      // Where the router has a copy of it, in place of the copy.
      const copy = document.querySelector(TAG);
      if (copy) copy.replaceWith(host);
      else present.prepend(host);
    }
    if (body !== present) {
      body = present;
      watcher.disconnect();
      watcher.observe(document.documentElement, { childList: true });
      watcher.observe(body, { childList: true });
    }
    swapped = false;
    button.hidden = layer !== undefined || config.ui.settingsButton === false;
    // Pages also write `pt_BR`, or `DE`.
    const [short = ''] = language.toLowerCase().split(/[-_]/);
    const own = (config.texts[language] ?? config.texts[short])?.settings;
    const label = typeof own === 'string' ? own : labels[short];
    button.ariaLabel = label ?? labels.en ?? '';
    button.lang = label ? short : 'en';
    button.className = String(config.ui.settingsButton);
  };

  /** Whether a router has swapped all that was in the body. Whoever minds the question takes it away, and leaves the page. */
  let swapped = false;
  const watcher = new MutationObserver((records) => {
    // Each script that is released is a change of the body: nothing is done about those.
    if (host?.isConnected && body?.isConnected) return;
    const removed = records.flatMap(({ removedNodes }) => [...removedNodes]);
    const added = records.flatMap(({ addedNodes }) => [...addedNodes]);
    swapped =
      removed.length > 1 &&
      removed.includes(host as Node) &&
      [...(body as HTMLElement).children].every((child) => added.includes(child));
    update();
  });
  watcher.observe(document.documentElement, { childList: true });

  const follow = (): void => {
    if (consent.layer && manual) {
      manual = false;
      consent.close();
    } else update();
  };
  consent.on('interface', follow);
  follow();
  addEventListener('click', (event) => {
    // A field of a form answers to the name of its method.
    const isWay = (event.target as Clicked).closest?.call?.(event.target, '[data-askfirst-open]');
    // Where nothing can be asked, or shown, a link is a link.
    if (!isWay || !consent.config || !host?.isConnected) return;
    // A link keeps its address for those without scripts (requirement J3).
    event.preventDefault();
    consent.open();
  });
}
