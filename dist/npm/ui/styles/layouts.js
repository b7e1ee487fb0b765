import { css } from 'lit';
/** The first layer as a dialog in the middle of the window, a sheet like the others where it is small; and the X at its top end. */
export const layoutsStyles = css `
  .banner:modal {
    display: grid;
    /* It stands at once (C13), whatever other dialogs do. */
    animation: none;
  }
  .continue {
    inset-block-start: 6px;
    inset-inline-end: 6px;
  }
  .bar.closable {
    padding-inline-end: 56px;
  }
  .closable:not(.bar) h2 {
    padding-inline-end: 32px;
  }
  .center .manage {
    flex-basis: 100%;
  }
  @media (min-width: 36.01em) {
    .center {
      grid-template-columns: 1fr;
      gap: 14px;
      inset-block: 16px;
      max-inline-size: 30em;
      block-size: fit-content;
      margin: auto;
      padding: 24px;
    }
  }
  @media (max-width: 36em) {
    .bar.closable {
      padding-inline-end: 16px;
    }
    .closable h2 {
      padding-inline-end: 32px;
    }
  }
`;
