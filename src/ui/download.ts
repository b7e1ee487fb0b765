/** A visitor's own record, to take away (requirement G6). */
import type { Consent } from '../types.js';

/** Milliseconds after which every browser has what it saves. */
const SAVED = 10_000;

const isoOf = (moment: number | null): string | null => (moment === null ? null : new Date(moment).toISOString());

/** What was chosen, when, how, and on which site; nothing tells on which page of it (L4). */
export const recordOf = ({ config, state, version }: Consent): object => ({
  schema: 1,
  library: `askfirst ${version}`,
  origin: location.origin,
  decidedAt: isoOf(state.decidedAt),
  expiresAt: isoOf(state.expiresAt),
  regime: state.regime,
  region: state.region,
  gpc: state.gpc,
  revision: config?.revision,
  categories: state.categories,
  services: state.services,
});

/** Hands it over as a file, by the name of the cookie that it stands in. Nothing is sent anywhere. */
export function download(consent: Consent): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(recordOf(consent), null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${consent.config?.cookie.name ?? ''}.json`;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, SAVED);
}
