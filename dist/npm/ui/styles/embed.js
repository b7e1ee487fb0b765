import { css } from 'lit';
/** Stands where an embed waits: as large as it, so that nothing moves when it comes; around a site's own widget as large as the site says. */
export const embedStyles = css `
  :host {
    display: block;
  }
  :host([data-askfirst-brought]) {
    display: contents !important;
  }
  .root {
    position: relative;
    display: grid;
    box-sizing: border-box;
    inline-size: 100%;
    block-size: 100%;
    aspect-ratio: 16/9;
    color: var(--text);
    color-scheme: light dark;
  }
  .root[data-theme='light'] {
    color-scheme: light;
  }
  .root[data-theme='dark'] {
    color-scheme: dark;
  }
  .panel {
    display: grid;
    box-sizing: border-box;
    min-block-size: 14em;
    padding: 16px;
    border: 1px solid var(--border);
    border-radius: 12px;
    overflow: auto;
    background: var(--tint);
  }
  .measured .panel {
    position: absolute;
    inset: 0;
    container-type: size;
    min-block-size: 0;
  }
  .inner {
    display: grid;
    gap: 8px;
    max-inline-size: 34em;
    margin: auto;
  }
  h2 {
    font-size: 1em;
  }
  p {
    color: var(--muted);
    font-size: 0.9375em;
    text-wrap: pretty;
  }
  .button:hover {
    background: var(--surface);
  }
  .filled:hover {
    background: var(--hover);
  }
  .link {
    padding-block: 4px;
    font-size: 0.9375em;
  }
  @container (height < 14em) or (width < 20em) {
    .inner {
      gap: 4px;
      margin: auto 0;
      inline-size: 100%;
    }
    p,
    .button,
    .link {
      font-size: 0.875em;
      line-height: 1.3;
    }
    .button {
      min-block-size: 36px;
      padding: 5px 8px;
      flex-basis: 6em;
    }
    .link {
      padding-block: 0;
    }
  }
  @media print {
    .root {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .panel {
      border-color: CanvasText;
    }
  }
`;
