import { css } from 'lit';
/** What dialogs share: the page dimmed behind them, the X, icons. */
export const dialogStyles = css `
  dialog::backdrop {
    background: var(--consent-scrim, light-dark(rgb(15 23 32/0.5), rgb(0 0 0/0.6)));
  }
  .close {
    position: absolute;
    inset-block-start: 20px;
    inset-inline-end: -10px;
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    padding: 0;
    border: 0;
    border-radius: 10px;
    background: none;
    color: var(--muted);
    cursor: pointer;
  }
  .close:hover {
    background: var(--tint);
    color: var(--text);
  }
  svg {
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .close svg {
    inline-size: 20px;
    stroke-width: 2.5;
  }
  @media (forced-colors: active) {
    .close {
      border: 1px solid ButtonText;
    }
  }
`;
