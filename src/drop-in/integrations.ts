/** Entry of dist/askfirst-integrations.js: knows the vendors, fetches the file of each that is configured, and lets it follow the consent. */
import { connect } from '../integrations/connect.js';
import type { LoadChunk } from './chunks.js';
import type { Consent, Integration } from '../types.js';

/** Written in by the build: SHA-256 of each vendor's file, by its key in the configuration. */
declare const VENDORS: Readonly<Record<string, string>>;

type Vendor = Readonly<Record<string, (consent: Consent, options?: object) => Integration>>;

/**
 * Resolves once each vendor that is configured has been told. Rejects where one of them cannot be.
 * @param google - What `data-google` says, if the tag has it: Google is told, whatever the configuration says.
 */
export async function tellVendors(load: LoadChunk, consent: Consent, google: string | null): Promise<void> {
  const { integrations = {}, sensitive } = consent.config ?? {};
  // Named once, since the build writes the whole table there.
  const hashes = VENDORS;
  // What a vendor is sent before a yes says more about a sensitive page than it may (M8).
  if (sensitive && google === 'advanced') throw new Error('data-google="advanced" on a sensitive page');
  const vendors: object = { ...integrations, ...(google !== null && { google: integrations.google || true }) };
  await Promise.all(
    Object.entries(vendors).map(async ([key, options]: [string, object | boolean]) => {
      if (!options) return;
      const hash = Object.hasOwn(hashes, key) && hashes[key];
      if (!hash) {
        consent.report('config', `integrations.${key}`);
        return;
      }
      const file = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      const vendor = await load<Vendor>(`integrations/${file}.js`, hash);
      connect(consent, (vendor[key] as Vendor[string])(consent, options === true ? {} : options));
    }),
  );
}
