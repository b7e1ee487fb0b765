/**
 * Running consents for tests. A consent has no end, so each is kept apart from the next by a cookie name of its own, and
 * takes everything back once its test is over: a gate that follows it then opens nothing of a later test. It also hears no
 * word any more: some hundred of them that all answer each other keep a page busy for seconds.
 */
import { writeRecord } from '../../src/core/record.js';
import { createConsent, type CreateConsentOptions } from '../../src/create-consent.js';
import { waitUntil } from './wait-until.js';
import type { ConfigInput, Consent, ConsentRecord, Finding } from '../../src/types.js';

const running: Consent[] = [];
const restores: (() => void)[] = [];
let count = 0;

/** A name that no other cookie here has. */
export const freshName = (): string => `askfirst-${String((count += 1))}-${Math.random().toString(36).slice(2, 8)}`;

/** Starts a consent with a cookie of its own, unless the configuration names one. It never reloads the page of the tests. */
export function start(config: ConfigInput = {}, options: CreateConsentOptions = {}): Consent {
  const cookie = { name: freshName(), ...config.cookie };
  const consent = createConsent({ withdrawal: { reload: false }, ...config, cookie }, options);
  running.push(consent);
  return consent;
}

/** Starts a consent from just this input, as a page hands it over. */
export function startFrom(input: unknown, options: CreateConsentOptions = {}): Consent {
  const consent = createConsent(undefined, options);
  running.push(consent);
  consent.configure(input);
  return consent;
}

/** A consent without a configuration so far. */
export function startPending(options: CreateConsentOptions = {}): Consent {
  const consent = createConsent(undefined, options);
  running.push(consent);
  return consent;
}

/** Puts a record into the jar. */
export function store(name: string, record: ConsentRecord): string {
  const text = writeRecord(record);
  document.cookie = `${name}=${text}; path=/`;
  return text;
}

/** Value of a cookie; `undefined` where there is none. */
export const cookie = (name: string): string | undefined =>
  document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/** Replaces a property until the test is over. */
export function stub(target: object, key: PropertyKey, descriptor: PropertyDescriptor): void {
  const own = Object.getOwnPropertyDescriptor(target, key);
  Object.defineProperty(target, key, { configurable: true, ...descriptor });
  restores.push(() => {
    if (own) Object.defineProperty(target, key, own);
    else Reflect.deleteProperty(target, key);
  });
}

/** Whether the visitor has just clicked or pressed a key. */
export const stubActivation = (isActive: boolean): void => {
  stub(navigator, 'userActivation', { value: { isActive, hasBeenActive: isActive } });
};

export const stubGpc = (value: unknown): void => {
  stub(navigator, 'globalPrivacyControl', { value });
};

/** Timers of this many milliseconds, which end when the test says so, and not before; others go on as they are. */
export function stubTimer(milliseconds: number): { readonly waiting: number; ends(): void } {
  const waiting: (() => void)[] = [];
  const { setTimeout: wait } = window;
  const hold = (act: (...given: unknown[]) => void, delay?: number, ...given: unknown[]): number =>
    delay === milliseconds ? -waiting.push(() => act(...given)) : wait(act, delay, ...given);
  stub(window, 'setTimeout', { value: hold, writable: true });
  return {
    get waiting() {
      return waiting.length;
    },
    ends: () => {
      for (const act of waiting.splice(0)) act();
    },
  };
}

/** A browser that keeps no cookies. */
export const blockCookies = (): void => {
  stub(Document.prototype, 'cookie', { get: () => '', set: () => undefined });
};

/** The page is left, and what runs on it hears nothing of other tabs. */
export const leavePage = (): void => {
  dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
};

/** The page goes into the back-forward cache, and comes back from there. */
export const comeBack = (): void => {
  leavePage();
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
};

/** What is written into the jar from now on, as it is written. */
export function noteCookies(): string[] {
  const written: string[] = [];
  const jar = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie') as Required<PropertyDescriptor>;
  stub(Document.prototype, 'cookie', {
    get: () => jar.get.call(document) as string,
    set: (text: string) => {
      written.push(text);
      jar.set.call(document, text);
    },
  });
  return written;
}

/** What a consent reports from now on. */
export function noteFindings(consent: Consent): Finding[] {
  const findings: Finding[] = [];
  consent.on('error', (finding) => findings.push(finding));
  return findings;
}

/** Resolves when all that has been reported so far has been said. */
export async function reported(consent: Consent): Promise<void> {
  let said = false;
  const stop = consent.on('error', ({ path }) => {
    said ||= path === 'the-end';
  });
  consent.report('the-end', 'the-end');
  await waitUntil(() => said, 'what was reported has not been said');
  stop();
}

/** Findings but for the mark that `reported()` sets. */
export const rulesOf = (findings: readonly Finding[]): string[] =>
  findings.map(({ rule }) => rule).filter((rule) => rule !== 'the-end');

/** Call in a `describe`: quiet console, a visitor who acts, and everything as it was after each test. */
export function useConsents(): void {
  beforeEach(() => {
    stubActivation(true);
    for (const method of ['error', 'warn'] as const) stub(console, method, { value: () => undefined, writable: true });
  });
  afterEach(() => {
    for (const restore of restores.splice(0).reverse()) restore();
    for (const consent of running.splice(0)) {
      try {
        consent.rejectAll();
        consent.close();
      } catch {
        // One that could not start has nothing to take back, and its test has said so.
      }
      if (consent.config) document.cookie = `${consent.config.cookie.name}=; max-age=0; path=/`;
    }
    leavePage();
  });
}
