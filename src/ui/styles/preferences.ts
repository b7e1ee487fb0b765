import { css, type CSSResult } from 'lit';

/** The second layer: a dialog, and a sheet where the window is small. Its header and footer stay while the list scrolls. */
export const preferencesStyles: CSSResult = css`
  dialog {
    box-sizing: border-box;
    flex-direction: column;
    inline-size: min(var(--consent-dialog-width, 40em), 100vw - 32px);
    max-inline-size: none;
    max-block-size: min(46em, 100dvh - 48px);
    margin: auto;
    padding: 0;
    border: 1px solid var(--border);
    border-radius: var(--consent-radius-dialog, 20px);
    overflow: hidden;
    background: var(--surface);
    box-shadow: var(--shadow);
    color: var(--text);
  }
  dialog[open] {
    display: flex;
    animation: enter 0.2s cubic-bezier(0.2, 0.8, 0.2, 1);
  }
  @keyframes enter {
    from {
      transform: translateY(12px);
    }
  }
  .header {
    position: relative;
    flex: none;
    margin-inline: 24px;
    padding: 28px 0 12px;
    border-block-end: 1px solid var(--line);
  }
  .title {
    display: flex;
    gap: 10px;
    align-items: center;
    padding-inline-end: 44px;
  }
  .title h2 {
    font-size: 1.25em;
  }
  .lead,
  .description {
    margin-block-start: 4px;
    max-inline-size: 66ch;
    color: var(--muted);
    font-size: 0.9375em;
    text-wrap: pretty;
  }
  .opt-out {
    flex: none;
    inline-size: 39px;
    stroke-width: 1.2;
  }
  .body {
    flex: 1 1 auto;
    min-block-size: 0;
    padding: 0 24px 8px;
    overflow: auto;
    overscroll-behavior: contain;
  }
  .notice {
    display: flex;
    gap: 10px;
    margin-block-start: 12px;
    padding: 10px 14px;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--tint);
    font-size: 0.9375em;
  }
  .notice svg {
    flex: none;
    inline-size: 18px;
    block-size: 1.5em;
  }
  .banner .notice {
    margin-block-start: 8px;
    padding: 6px 10px;
    font-size: 0.875em;
    line-height: 1.4;
  }
  .list {
    list-style: none;
  }
  .list > li {
    padding-block: 10px 14px;
  }
  .list > li + li {
    border-block-start: 1px solid var(--line);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 10px;
    min-block-size: 44px;
  }
  h3 {
    flex: 1 1 auto;
    font-weight: 600;
    line-height: 1.375;
  }
  h4 label,
  h3 label {
    display: flex;
    align-items: center;
    min-block-size: 44px;
    cursor: pointer;
  }
  .state {
    display: flex;
    gap: 10px;
    align-items: center;
    margin-inline-start: auto;
    color: var(--muted);
    font-size: 0.875em;
  }
  .state > svg {
    inline-size: 14px;
    margin-inline-end: -4px;
    stroke-width: 2.5;
  }
  .description {
    max-inline-size: min(66ch, 36em);
    margin: 0;
  }
  .switch {
    position: relative;
    flex: none;
    box-sizing: border-box;
    inline-size: 52px;
    block-size: 28px;
    margin: 8px 0;
    border: 2px solid var(--control);
    border-radius: 14px;
    appearance: none;
    background: var(--surface);
    cursor: pointer;
    transition: background-color 0.15s;
  }
  /* Makes the whole row's height answer to the pointer. */
  .switch::before {
    position: absolute;
    inset: -10px -2px;
    content: '';
  }
  .switch::after {
    position: absolute;
    inset-block-start: 4px;
    inset-inline-start: 4px;
    inline-size: 16px;
    block-size: 16px;
    border-radius: 50%;
    background: var(--control);
    content: '';
    transition:
      inset-inline-start 0.15s,
      background-color 0.15s;
  }
  .switch:checked:not(:indeterminate) {
    border-color: var(--accent);
    background: var(--accent);
  }
  .switch:checked:not(:indeterminate)::after {
    inset-block-start: 2px;
    inset-inline-start: 26px;
    inline-size: 20px;
    block-size: 20px;
    background: var(--on-accent);
  }
  .check {
    position: absolute;
    inset-inline-end: 4px;
    inline-size: 20px;
    color: var(--accent);
    pointer-events: none;
    visibility: hidden;
  }
  .switch:checked:not(:indeterminate) + .check {
    visibility: visible;
  }
  /* Mixed: between off and on, with a bar in place of the check. */
  .switch:indeterminate::after {
    inset-block-start: 10px;
    inset-inline-start: 16px;
    block-size: 4px;
    border-radius: 2px;
  }
  .single {
    margin-block-start: 4px;
    padding-inline-start: 16px;
    border-inline-start: 1px solid var(--line);
    list-style: none;
  }
  .toggle {
    position: relative;
    display: flex;
    align-items: center;
  }
  summary {
    display: inline-flex;
    gap: 4px;
    align-items: center;
    min-block-size: 32px;
    margin-block-start: 2px;
    color: var(--link);
    font-size: 0.875em;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary svg {
    inline-size: 13px;
    stroke-width: 3.5;
  }
  details[open] summary svg {
    transform: rotate(90deg);
  }
  .root[dir='rtl'] details:not([open]) summary svg {
    transform: scaleX(-1);
  }
  .service {
    font-size: 0.875em;
  }
  .chosen {
    padding-block: 12px 0;
    border-block-start: 1px solid var(--line);
    color: var(--muted);
    font-size: 0.875em;
  }
  .export {
    display: inline-block;
    padding-block: 12px;
  }
  .footer {
    flex: none;
    padding: 14px 24px 20px;
    border-block-start: 1px solid var(--border);
  }
  @media (max-width: 36em) {
    dialog {
      inline-size: 100%;
      max-block-size: calc(100dvh - 24px);
      margin-block-end: 0;
      border-width: 1px 0 0;
      border-radius: var(--consent-radius-dialog, 20px) var(--consent-radius-dialog, 20px) 0 0;
    }
    .header {
      margin-inline: 16px;
      padding-block: 20px 8px;
    }
    .close {
      inset-block-start: 12px;
    }
    .body {
      padding-inline: 16px;
    }
    .footer {
      padding: 12px 16px max(12px, env(safe-area-inset-bottom));
    }
    .save {
      flex-basis: 100%;
    }
  }
  @media (max-height: 30em) {
    dialog[open] {
      display: block;
      overflow: auto;
    }
    .body {
      overflow: visible;
    }
  }
  @media (forced-colors: active) {
    dialog {
      border: 1px solid CanvasText;
    }
    .switch {
      forced-color-adjust: none;
      border-color: ButtonText;
      background: Canvas;
    }
    .switch::after {
      background: ButtonText;
    }
    .switch:checked:not(:indeterminate) {
      border-color: Highlight;
      background: Highlight;
    }
    .switch:checked:not(:indeterminate)::after {
      background: HighlightText;
    }
    .check {
      forced-color-adjust: none;
      color: Highlight;
    }
  }
`;
