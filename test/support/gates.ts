/** Gates on the page of the tests. Each is told apart by its consent: see consents.ts. */
import { fixture } from '@open-wc/testing';
import { startGate, type Gate, type GateOptions } from '../../src/start-gate.js';
import { start } from './consents.js';
import { waitUntil } from './wait-until.js';
import type { ConfigInput, Consent } from '../../src/types.js';

declare global {
  interface Window {
    /** What scripts of a test have noted, in the order in which they ran. */
    ran?: string[];
  }
}

export const FIXTURES = '/test/support/fixtures/';

export interface Gated {
  consent: Consent;
  gate: Gate;
  root: HTMLElement;
}

/** Puts markup on the page, inert, and starts a gate over it. */
export async function gated(markup: string, config: ConfigInput = {}, options: GateOptions = {}): Promise<Gated> {
  window.ran = [];
  document.querySelector('cookie-consent')?.remove();
  const root = await fixture<HTMLElement>(`<div>${markup}</div>`);
  const consent = start(config);
  return { consent, gate: startGate(consent, options), root };
}

/** A gated script that notes its name. */
export const inline = (name: string, attributes = 'data-consent="analytics"'): string =>
  `<script type="text/plain" ${attributes}>window.ran.push('${name}')</script>`;

/** An address that is asked for afresh: a module of one address runs once a page, in whatever test. */
export const logUrl = (name: string, file = 'log.js'): string =>
  `${FIXTURES}${file}?name=${name}&${Math.random().toString(36).slice(2)}`;

export const external = (name: string, attributes = 'data-consent="analytics"', file = 'log.js'): string =>
  `<script type="text/plain" ${attributes} data-src="${logUrl(name, file)}"></script>`;

export const module = (name: string, attributes = 'data-consent="analytics"'): string =>
  external(name, `${attributes} data-type="module"`, 'log-module.js');

/** Waits until this script has run, and tells what has run until then. */
export async function ranUntil(name: string): Promise<string[]> {
  await waitUntil(() => window.ran?.includes(name), `"${name}" has not run; what has: ${String(window.ran)}`);
  return [...(window.ran ?? [])];
}

/**
 * Waits until a gate has done all that it has to do: a script that comes last has run. What a gate would do next to the
 * document takes its turn before.
 */
export async function settled({ root }: Pick<Gated, 'root'>, attributes?: string): Promise<string[]> {
  const name = `last-${Math.random().toString(36).slice(2)}`;
  root.insertAdjacentHTML('beforeend', inline(name, attributes));
  return (await ranUntil(name)).filter((one) => one !== name);
}

/** An address of a fixture that nothing else has asked for. */
export const fresh = (file: string): string => `${FIXTURES}${file}?${Math.random().toString(36).slice(2)}`;

/** Whether the browser has asked for this address. */
export const requested = (address: string): boolean =>
  performance.getEntriesByName(new URL(address, location.href).href).length > 0;
