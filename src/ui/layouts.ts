/** What few sites have of the first layer: the dialog that the page waits for, and the X that refuses. Fetched where one is wanted. */
import { html, type TemplateResult } from 'lit';
import { adopt, openDialog } from './dialog.js';
import { CLOSE, icon } from './icons.js';
import { dialogStyles } from './styles/dialog.js';
import { layoutsStyles } from './styles/layouts.js';
import type { CookieConsent } from './cookie-consent.js';

export class Layouts {
  readonly #host: CookieConsent;

  constructor(host: CookieConsent) {
    this.#host = host;
    adopt(host, dialogStyles, layoutsStyles);
  }

  readonly show: (dialog: HTMLDialogElement) => boolean = openDialog;

  /** The first layer as a dialog. Escape leaves it, and answers nothing. */
  dialog(content: TemplateResult, look: string): TemplateResult {
    return html`<dialog
      class=${look}
      part="banner"
      aria-labelledby="title"
      aria-describedby="intro"
      @cancel=${() => {
        this.#host.setAside();
      }}
    >
      ${content}
    </dialog>`;
  }

  /** Continue without accepting: a no to all that is asked, and remembered as one (C6). */
  closeButton(): TemplateResult {
    return html`<button
      type="button"
      class="close continue"
      part="continue"
      data-action="continue-without-accepting"
      aria-label=${this.#host.words?.continueWithout ?? ''}
      @click=${() => {
        this.#host.answer(({ rejectAll }) => {
          rejectAll();
        });
      }}
    >
      ${icon(CLOSE)}
    </button>`;
  }
}
