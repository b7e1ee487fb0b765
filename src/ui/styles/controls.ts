import { css, type CSSResult } from 'lit';

/** Buttons, links, focus ring. Reject and Accept share one rule: nothing here can style one of them alone (C3). */
export const controls: CSSResult = css`
  h2,
  h3,
  p,
  ul {
    margin: 0;
    padding: 0;
    font: inherit;
  }
  h2 {
    outline: none;
    font-size: 1.125em;
    font-weight: 650;
    line-height: 1.3;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .button {
    flex: 1 1 8.75em;
    min-inline-size: 0;
    min-block-size: 44px;
    box-sizing: border-box;
    padding: 10px 16px;
    border: 1px solid var(--control);
    border-radius: var(--consent-radius-control, 10px);
    background: transparent;
    color: var(--text);
    font: inherit;
    font-size: 0.9375em;
    font-weight: 600;
    line-height: 1.25;
    cursor: pointer;
    transition: background-color 0.12s;
  }
  .button:hover {
    background: var(--tint);
  }
  .filled {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
  .filled:hover {
    border-color: var(--hover);
    background: var(--hover);
  }
  .link {
    all: unset;
    color: var(--link);
    text-decoration: underline;
    cursor: pointer;
  }
  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  [tabindex='-1']:focus-visible {
    outline: none;
  }
  .status {
    position: absolute;
    overflow: hidden;
    inline-size: 1px;
    block-size: 1px;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    .button {
      border-color: ButtonText;
    }
    .filled {
      border-width: 2px;
      color: ButtonText;
    }
    :focus-visible {
      outline-color: Highlight;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::after {
      transition: none !important;
      animation: none !important;
    }
  }
`;
