import { css } from 'lit';
/** The first layer: a bar at an edge of the window, a box in a corner, and a sheet where the window is small. It never moves (C13). */
export const banner = css `
  .banner {
    position: fixed;
    inset: auto max(var(--consent-gap, 16px), env(safe-area-inset-right))
      max(var(--consent-gap, 16px), env(safe-area-inset-bottom))
      max(var(--consent-gap, 16px), env(safe-area-inset-left));
    display: none;
    grid-template-columns: 1fr minmax(18em, min-content);
    gap: 12px 32px;
    align-items: center;
    box-sizing: border-box;
    inline-size: auto;
    max-inline-size: var(--consent-bar-width, 64em);
    block-size: auto;
    max-block-size: 85dvh;
    margin: 0 auto;
    padding-block: 18px;
    padding-inline: 24px 16px;
    border: 1px solid var(--border);
    border-radius: var(--consent-radius, 16px);
    overflow: auto;
    background: var(--surface);
    box-shadow: var(--shadow);
    color: var(--text);
  }
  .banner:popover-open,
  .banner:modal {
    display: grid;
  }
  .top {
    inset-block: max(var(--consent-gap, 16px), env(safe-area-inset-top)) auto;
  }
  .banner h2 {
    margin-block-end: 4px;
  }
  .intro {
    color: var(--muted);
    font-size: 0.9375em;
    text-wrap: pretty;
  }
  .banner .actions {
    position: sticky;
    inset-block-end: 0;
    background: var(--surface);
  }
  .manage {
    flex-basis: 100%;
  }
  @media (max-width: 52em) {
    .banner {
      grid-template-columns: 1fr;
      padding: 16px;
    }
    .manage {
      flex-basis: 8.75em;
    }
  }
  .box {
    grid-template-columns: 1fr;
    gap: 14px;
    max-inline-size: var(--consent-box-width, 26em);
    margin-inline: 0 auto;
    padding: var(--consent-pad, 20px);
  }
  .box.end {
    margin-inline: auto 0;
  }
  .box .manage {
    flex-basis: 100%;
  }
  @media (max-width: 36em) {
    .banner {
      inset: auto 0 0;
      gap: 10px;
      max-inline-size: none;
      padding: 16px max(16px, env(safe-area-inset-right)) max(16px, env(safe-area-inset-bottom))
        max(16px, env(safe-area-inset-left));
      border-width: 1px 0 0;
      border-radius: var(--consent-radius, 16px) var(--consent-radius, 16px) 0 0;
    }
    .top {
      inset: 0 0 auto;
      padding-block: max(16px, env(safe-area-inset-top)) 16px;
      border-width: 0 0 1px;
      border-radius: 0 0 var(--consent-radius, 16px) var(--consent-radius, 16px);
    }
    .manage {
      flex-basis: 100%;
    }
  }
  @media (max-width: 22.5em) {
    .banner {
      gap: 8px;
      padding-block: 12px max(12px, env(safe-area-inset-bottom));
    }
    .intro {
      font-size: 0.875em;
      line-height: 1.45;
    }
  }
  @media (max-height: 22em) {
    .banner {
      gap: 6px;
      padding-block: 10px 8px;
    }
  }
  @media (forced-colors: active) {
    .banner {
      border: 1px solid CanvasText;
    }
  }
`;
