import { css, type CSSResult } from 'lit';

/**
 * A declaration is content of the page, and looks like it: its type, its colours, its ground. What a page sets by `--consent-…` goes
 * before that.
 */
export const declarationStyles: CSSResult = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  .root {
    --text: var(--consent-text, currentcolor);
    --muted: var(--consent-muted, currentcolor);
    --link: var(--consent-link, currentcolor);
    --control: var(--consent-control, currentcolor);
    --focus: var(--consent-focus, currentcolor);
    --line: var(--consent-line, color-mix(in srgb, currentcolor 25%, transparent));
    --tint: var(--consent-tint, color-mix(in srgb, currentcolor 8%, transparent));
    background: var(--consent-surface, transparent);
    color: var(--text);
    overflow-wrap: break-word;
  }
  p {
    margin-block: 0 0.5em;
  }
  .actions {
    margin-block: 0.75em 1.5em;
  }
  .button {
    flex: none;
    max-inline-size: 100%;
  }
  section {
    margin-block-start: 1.75em;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 16px;
    margin-block-end: 4px;
  }
  h2 {
    font-size: 1.25em;
    font-weight: 700;
  }
  .state {
    color: var(--muted);
    font-size: 0.9375em;
  }
  .service {
    margin-block-start: 1em;
    font-size: 0.9375em;
  }
  .service p {
    margin: 0;
  }
  @media print {
    .actions {
      display: none;
    }
  }
`;
