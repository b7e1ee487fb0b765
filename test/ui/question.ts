/** The element on the runner's page, with a running consent, as the gate puts it there. */
import { createConsent } from '../../src/create-consent.js';
import { startGate } from '../../src/start-gate.js';
import '../../src/ui/index.js';
import { cookie, freshName, leavePage } from '../support/consents.js';
import { waitUntil } from '../support/wait-until.js';
import type { CookieConsent } from '../../src/ui/index.js';
import type { ConfigInput, Consent } from '../../src/types.js';

/** What the demo's site asks for, without its languages. */
export const CONFIG: ConfigInput = {
  site: { name: 'Bodywise Notes', privacyPolicyUrl: '/privacy' },
  services: [
    {
      id: 'counter',
      category: 'analytics',
      name: 'Counter',
      provider: 'Counter Ltd',
      policyUrl: 'https://counter.example/privacy',
      cookies: [{ name: 'mp_bodywise_counter', purpose: 'Tells one device from another', duration: '1 year' }],
    },
    { id: 'shop', category: 'marketing', name: 'Shop', provider: 'Shop Ltd', cookies: [{ name: '_shop*' }] },
    { id: 'taste', category: 'personalization', name: 'Taste', provider: 'Taste Ltd' },
  ],
};

export interface Question {
  readonly consent: Consent;
  readonly host: CookieConsent;
  readonly root: ShadowRoot;
  /** What is stored. */
  record(): string | undefined;
  /** The first element that a selector names, which must be there. */
  get(selector: string): HTMLElement;
  /** Opens the second layer, with all that folds unfolded, and waits until it stands still. */
  opensPreferences(): Promise<HTMLDialogElement>;
}

const asked: Question[] = [];

/**
 * Asks, and waits until the banner stands; where the law wants no banner, the element alone. Each keeps its answer under a name of its
 * own: WebKit may hand out a cookie again for a moment after it was deleted, and the next one would find an answer.
 */
export async function ask(config: ConfigInput = CONFIG, banner: boolean = true): Promise<Question> {
  const consent = createConsent();
  startGate(consent);
  const name = freshName();
  consent.configure({ cookie: { name }, ...config });
  const host = document.querySelector('cookie-consent')!;
  const root = host.shadowRoot!;
  const get = (selector: string): HTMLElement => root.querySelector<HTMLElement>(selector)!;
  const question: Question = {
    consent,
    host,
    root,
    record: () => cookie(name),
    get,
    async opensPreferences() {
      consent.open();
      await waitUntil(() => root.querySelector('dialog:not(.banner):modal'), 'no preferences');
      for (const details of root.querySelectorAll('details')) details.open = true;
      const dialog = root.querySelector<HTMLDialogElement>('dialog:not(.banner)')!;
      await settled(dialog);
      return dialog;
    },
  };
  asked.push(question);
  if (banner) await waitUntil(() => root.querySelector('.banner:popover-open'), 'no banner');
  return question;
}

/** Takes away what was asked, and what was answered. */
export async function forget(): Promise<void> {
  for (const { consent, host } of asked.splice(0)) {
    while (consent.layer) consent.close();
    await host.updateComplete;
    host.remove();
    document.cookie = `${consent.config!.cookie.name}=; max-age=0; path=/`;
  }
  leavePage();
}

/** Waits for what moves into place, or fades into a colour. */
export async function settled(element: Element): Promise<void> {
  await Promise.allSettled(element.getAnimations({ subtree: true }).map(({ finished }) => finished));
}

export const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

export const engine: 'firefox' | 'chromium' | 'webkit' = /firefox/i.test(navigator.userAgent)
  ? 'firefox'
  : /chrome/i.test(navigator.userAgent)
    ? 'chromium'
    : 'webkit';
