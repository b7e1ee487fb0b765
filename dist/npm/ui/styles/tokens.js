import { css } from 'lit';
/**
 * Colours and measures. A page sets `--consent-…` anywhere above the element; the short names in here take its value or the default. They
 * stand on an inner root, and with them every inherited text property, because page rules reach `:host`. The scheme comes from the host.
 */
export const tokens = css `
  .root {
    --surface: var(--consent-surface, light-dark(#fff, #1a212a));
    --tint: var(--consent-tint, light-dark(#f4f7f9, #222b35));
    --text: var(--consent-text, light-dark(#17212b, #eef2f6));
    --muted: var(--consent-muted, light-dark(#4a5868, #b4c0cc));
    --link: var(--consent-link, light-dark(#0a56a8, #9cc9ff));
    --accent: var(--consent-accent, light-dark(#1b3d5c, #cfe1f3));
    --on-accent: var(--consent-on-accent, light-dark(#fff, #0f1c29));
    --hover: var(--consent-accent-hover, light-dark(#122c44, #e4eff9));
    --control: var(--consent-control, light-dark(#66758a, #8695a6));
    --focus: var(--consent-focus, light-dark(#0b62d6, #9cc9ff));
    --border: var(--consent-border, light-dark(#d5dce4, #3a4653));
    --line: var(--consent-line, light-dark(#e6ebf0, #2b3540));
    --shadow: var(
      --consent-shadow,
      0 1px 2px light-dark(#0f17200f, #0006),
      0 12px 40px -8px light-dark(#0f172038, #0009)
    );
    all: initial;
    position: fixed;
    outline: none;
    color-scheme: inherit;
    font: var(--consent-font-size, medium)/1.5 system-ui;
    font-family: var(--consent-font, inherit);
    overflow-wrap: break-word;
    -webkit-text-size-adjust: 100%;
  }
  @media (prefers-contrast: more) {
    .root {
      --border: var(--control);
      --line: var(--control);
      --muted: var(--text);
    }
  }
`;
const font = css `
  :host {
    --consent-font: system-ui, sans-serif;
  }
`;
/**
 * Gives an element its font, unless one is set above it. It stands on the host, so that a page's `cookie-consent { --consent-font: inherit }`
 * goes before it and lets the page's own font in: anywhere deeper that would be the same as nothing set.
 */
export function setFont(host) {
    const { parentElement, renderRoot } = host;
    const isSet = parentElement && getComputedStyle(parentElement).getPropertyValue('--consent-font');
    const { adoptedStyleSheets } = renderRoot;
    const sheet = font.styleSheet;
    if (!isSet && !adoptedStyleSheets.includes(sheet))
        adoptedStyleSheets.push(sheet);
}
