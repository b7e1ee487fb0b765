import { expect } from '@open-wc/testing';
import { tellVendors } from '../../src/drop-in/integrations.js';
import { noteFindings, reported, start, stub, useConsents } from '../support/consents.js';
import type { LoadChunk } from '../../src/drop-in/chunks.js';
import type { ConfigInput, Consent } from '../../src/types.js';

/** Vendors that only this test knows, and what they hear. */
let heard: string[];
const vendor =
  (name: string) =>
  (_: Consent, options?: object): object => ({
    before: () => heard.push(`${name} ${JSON.stringify(options)}`),
    after: () => heard.push(`${name} after`),
  });
const FILES: Readonly<Record<string, object>> = {
  'integrations/google.js hash-g': { google: vendor('google') },
  'integrations/my-shop.js hash-s': { myShop: vendor('myShop') },
};
const load: LoadChunk = <Module>(name: string, hash: string) => {
  const file = FILES[`${name} ${hash}`];
  return file ? Promise.resolve(file as Module) : Promise.reject<Module>(new Error(name));
};
/** Vendors are the test's own, which the configuration's type does not know. */
const withVendors = (integrations: object, config: ConfigInput = {}): Consent => start({ ...config, integrations });

describe('the vendors of a configuration', () => {
  useConsents();
  beforeEach(() => {
    heard = [];
    // As the build writes it in.
    stub(window, 'VENDORS', { value: { google: 'hash-g', myShop: 'hash-s', broken: 'hash-b' } });
  });

  it('are fetched by key and hash, and hear their options; those that are false are not', async () => {
    await tellVendors(load, withVendors({ google: { mode: 'basic' }, myShop: true, broken: false }), null);
    expect(heard).to.deep.equal(['google {"mode":"basic"}', 'myShop {}']);
  });

  it('that nobody knows are named, and keep up nobody', async () => {
    const consent = withVendors({ toString: true, nobody: {}, myShop: true });
    const findings = noteFindings(consent);
    await tellVendors(load, consent, null);
    await reported(consent);
    expect(heard).to.deep.equal(['myShop {}']);
    expect(findings.map(({ rule, path }) => `${rule} ${path}`).slice(0, 2)).to.deep.equal([
      'config integrations.toString',
      'config integrations.nobody',
    ]);
  });

  it('that cannot be had are named by their file; the others hear all the same', async () => {
    const outcome: unknown = await tellVendors(load, withVendors({ broken: true, myShop: true }), null).catch(
      (error: unknown) => error,
    );
    expect((outcome as Error).message).to.equal('integrations/broken.js');
    expect(heard).to.deep.equal(['myShop {}']);
  });

  it('hear what is decided while they are on their way', async () => {
    const consent = withVendors({ myShop: true });
    const telling = tellVendors(load, consent, null);
    consent.acceptAll();
    await telling;
    expect(heard).to.deep.equal(['myShop {}', 'myShop after']);
  });

  it('include Google where the tag says so, whatever the configuration says', async () => {
    for (const [integrations, options] of [
      [{}, '{}'],
      [{ google: false }, '{}'],
      [{ google: { mode: 'advanced' } }, '{"mode":"advanced"}'],
    ] as const) {
      heard = [];
      await tellVendors(load, withVendors(integrations), 'basic');
      expect(heard).to.deep.equal([`google ${options}`]);
    }
  });

  it('refuse the tag’s advanced mode on a sensitive page (M8)', async () => {
    const consent = withVendors({ myShop: true }, { sensitive: true });
    const outcome: unknown = await tellVendors(load, consent, 'advanced').catch((error: unknown) => error);
    expect((outcome as Error).message).to.include('data-google="advanced"');
    expect(heard).to.deep.equal([]);
  });
});
