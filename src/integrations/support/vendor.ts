import type { Consent, ConsentState, Integration } from '../../types.js';

/** What each file of this folder's parent exports, under the name that its key has in `integrations`: one vendor's interface. */
export type Vendor<Options = undefined> = (
  consent: Pick<Consent, 'report' | 'config'>,
  options?: Options,
) => Integration;

/** What a vendor's script has put on the page, for its integration to say what it is: `Window` is left to sites, which declare it too. */
export const objectOf = (name: string): unknown => (window as unknown as Readonly<Record<string, unknown>>)[name];

/** The same where it is called itself: an element with that id answers to the name too, and is not. */
export function functionOf(name: string): unknown {
  const found = objectOf(name);
  return typeof found === 'function' ? found : undefined;
}

/** Whether a category is granted; or a single service of it, where the site declares one by that id. */
export const isGranted = ({ categories, services }: ConsentState, category: string, service = ''): boolean =>
  (services[service] ?? categories[category])?.granted === true;
