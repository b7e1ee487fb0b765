/** What the settings button says and looks like. Every page view of every visitor pays for it, so it is no more than that. */

/** Two sliders. */
export const icon =
  'M2 8h10m5 0h5M2 16h5m5 0h10M17 8a2.5 2.5 0 1 1-5 0a2.5 2.5 0 1 1 5 0m-5 8a2.5 2.5 0 1 1-5 0a2.5 2.5 0 1 1 5 0';

const css = String.raw;

export const styles: string = css`
  :host {
    display: contents;
    color-scheme: light dark;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  #settings {
    all: unset;
    position: fixed;
    inset-block-end: max(16px, env(safe-area-inset-bottom));
    inset-inline-start: 16px;
    z-index: var(--consent-z, 99999);
    padding: 13px;
    border: 1px solid var(--consent-control, light-dark(#66758a, #8695a6));
    border-radius: 50%;
    background: var(--consent-surface, light-dark(#fff, #1a212a));
    color: var(--consent-text, light-dark(#17212b, #eef2f6));
    box-shadow: 0 2px 8px rgb(15 23 32/0.16);
    cursor: pointer;
  }
  #settings.top {
    inset-block: max(16px, env(safe-area-inset-top)) auto;
  }
  #settings.end {
    inset-inline: auto 16px;
  }
  [hidden] {
    display: none !important;
  }
  #settings:focus-visible {
    outline: 3px solid var(--consent-focus, light-dark(#0b62d6, #9cc9ff));
    outline-offset: 2px;
  }
  #settings svg {
    display: block;
    width: 20px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
