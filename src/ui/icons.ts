import { html, nothing, type TemplateResult } from 'lit';

export const icon = (path: string, className = ''): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true" class=${className || nothing}><path d=${path}></path></svg>`;

export const CLOSE = 'M6 6l12 12M18 6L6 18';
export const LOCK = 'M7 11V8a5 5 0 0 1 10 0v3M6 11h12a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1z';
export const CHECK = 'M7.5 12.5l3 3 6-7';
export const CHEVRON = 'M9 5l7 7-7 7';
export const INFO = 'M12 11v6M12 7.5v.01M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18';

/**
 * The opt-out icon of California, a pill with check and X, in its own colours: it stands beside "Your Privacy Choices" (J4). Its name is
 * prescribed, in English.
 */
export const optOutIcon = (): TemplateResult =>
  html`<svg
    class="opt-out"
    viewBox="0 0 30 14"
    role="img"
    aria-label="California Consumer Privacy Act (CCPA) Opt-Out Icon"
    lang="en"
  >
    <path fill="#06f" stroke="none" d="M7 0h16a7 7 0 0 1 0 14H7A7 7 0 0 1 7 0z"></path>
    <path fill="#fff" stroke="none" d="M7 1.2h10.3l-3.1 11.6H7A5.8 5.8 0 0 1 7 1.2z"></path>
    <path stroke="#06f" d="M5.6 7.4l2.3 2.2 4.2-5"></path>
    <path stroke="#fff" d="M19.1 4.4l5.2 5.2m0-5.2l-5.2 5.2"></path>
  </svg>`;
