/**
 * What the settings button looks like. Every page view of every visitor pays for it, so it is no more than that: its icon, two sliders, is a
 * shape cut out of a border, which keeps its colour where colours are forced. The first SVG element of a page costs 30 kB of memory.
 */

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
    padding: 11px;
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
  #settings::before {
    content: '';
    display: block;
    border: 12px solid;
    scale: 0.83;
    clip-path: path(
      'M2 7h10v2H2zm15 0h5v2h-5zM2 15h5v2H2zm10 0h10v2H12zM14.5 4.5a3.5 3.5 0 1 1-.1 0zm0 2a1.5 1.5 0 1 0 .1 0zM9.5 12.5a3.5 3.5 0 1 1-.1 0zm0 2a1.5 1.5 0 1 0 .1 0z'
    );
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
