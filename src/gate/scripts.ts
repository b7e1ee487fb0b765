/** From an inert script to a live one: attributes kept, the nonce never lent. Downloads start ahead of their turn. */
import { trusted } from '../core/trusted-types.js';
import { prepare } from './late.js';
import { said } from '../core/markup.js';

/** What the browser runs. Anything else is data, and no `load` ever comes of it. */
export const RUNS: RegExp = /^($|module$|\w+\/(x-)?(java|ecma)script)/i;

/** Address of a script: as text it is not fetched, so it may have one of its own. */
export const addressOf = (script: HTMLElement): string | null => said(script, 'src') ?? script.getAttribute('src');

const typeOf = (script: HTMLElement): string => said(script, 'type') ?? '';

/** Whether it tells modules where to look: no module may be asked for before it. */
export const isImportMap = (script: HTMLElement): boolean => typeOf(script) === 'importmap';

/** Whether it is fetched, and tells when that is done. */
export const isFetched = (script: HTMLScriptElement): boolean =>
  Boolean(addressOf(script)) && RUNS.test(typeOf(script)) && !script.noModule;

/**
 * Starts the download of a script that runs later, in its turn.
 * @returns a promise of whether it has come, or failed, within `timeout` milliseconds; nothing where browsers fetch nothing ahead.
 */
export function fetchAhead(script: HTMLScriptElement, timeout: number): Promise<boolean> | undefined {
  const link = document.createElement('link');
  if (!link.relList.supports('preload')) return undefined;
  // By all of these the browser tells whether a script is the one that it has fetched ahead.
  const { nonce, crossOrigin, integrity, referrerPolicy } = script;
  const rel = typeOf(script) === 'module' ? 'modulepreload' : 'preload';
  Object.assign(link, { rel, as: 'script', nonce, crossOrigin, integrity, referrerPolicy, href: addressOf(script) });
  document.head.append(link);
  return new Promise<boolean>((resolve) => {
    link.onload = link.onerror = () => {
      resolve(true);
    };
    setTimeout(resolve, timeout, false);
  }).finally(() => {
    link.remove();
  });
}

/**
 * Puts a live script in the place of an inert one. It keeps every attribute but `type`, which `data-type` replaces.
 * @param timeout - Milliseconds to wait for it at most.
 * @param hooks - `onRefusal` is called where the browser takes no import map, or no second one; `onWrite` with what it writes.
 * @returns a promise of its end (load, error, or time-out) where the next one has to wait for it: an external script without `async`;
 * otherwise `undefined`. An inline module runs later and tells nobody when it is done.
 */
export function reviveScript(
  inert: HTMLScriptElement,
  timeout: number,
  { onRefusal, onWrite }: { onRefusal(): void; onWrite: Parameters<typeof prepare>[1] },
): Promise<unknown> | undefined {
  // Not a copy of the element: one that was parsed as a fragment counts as started, and so would its copy.
  const live = document.createElement('script');
  const address = addressOf(inert);
  for (const name of inert.getAttributeNames()) {
    if (name === 'src') continue;
    try {
      live.setAttribute(name, inert.getAttribute(name) as string);
    } catch {
      // Markup may hold names that setAttribute() refuses; copies of nodes make a whole release a tenth longer.
      live.setAttributeNode(inert.getAttributeNode(name)?.cloneNode() as Attr);
    }
  }
  live.type = typeOf(inert);
  if (inert.nonce) live.nonce = inert.nonce;
  // It stays asynchronous, as what a script inserts is: in the browser's own queue one that hangs would hold up all behind it.
  if (address) live.src = trusted('createScriptURL', address);
  else live.text = trusted('createScript', inert.text);
  if (isImportMap(inert)) live.addEventListener('error', onRefusal);
  const hasRun = prepare(live, onWrite);
  const end = address
    ? new Promise((resolve) => {
        for (const type of ['load', 'error']) live.addEventListener(type, resolve);
        setTimeout(resolve, timeout);
      }).then(hasRun)
    : undefined;
  inert.replaceWith(live);
  if (!end) hasRun();
  return isFetched(inert) && !inert.hasAttribute('async') ? end : undefined;
}

/** Of a sensitive page nobody who is fetched learns more than the site it is on (requirement L4). */
export function hideAddress(element: Element): void {
  if (element.getAttribute('referrerpolicy') !== 'no-referrer') element.setAttribute('referrerpolicy', 'strict-origin');
}
