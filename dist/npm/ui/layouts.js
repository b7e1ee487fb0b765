/** What few sites have of the first layer: the dialog that the page waits for, and the X that refuses. Fetched where one is wanted. */
import { html } from 'lit';
import { adopt, openDialog } from './dialog.js';
import { CLOSE, icon } from './icons.js';
import { dialogStyles } from './styles/dialog.js';
import { layoutsStyles } from './styles/layouts.js';
export class Layouts {
    #host;
    constructor(host) {
        this.show = openDialog;
        this.#host = host;
        adopt(host, dialogStyles, layoutsStyles);
    }
    /** The first layer as a dialog. Escape leaves it, and answers nothing. */
    dialog(content, look) {
        return html `<dialog
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
    closeButton() {
        return html `<button
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
