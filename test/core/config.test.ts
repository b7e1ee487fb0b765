import { expect } from '@open-wc/testing';
import { readConfig } from '../../src/core/config.js';
import { every } from '../support/configurations.js';

const throws = (input: unknown): boolean => {
  try {
    readConfig(input);
    return false;
  } catch {
    return true;
  }
};

describe('the gate reads a configuration', () => {
  it('and fills in the defaults of the contract', () => {
    expect(readConfig({})).to.deep.equal({
      revision: 1,
      switches: 'category',
      sensitive: false,
      signals: {},
      regime: 'opt-in',
      region: '',
      regions: {},
      timeout: 5000,
      language: 'auto',
      categories: {
        necessary: { saleOrShare: false },
        marketing: { saleOrShare: true },
        analytics: { saleOrShare: false },
        personalization: { saleOrShare: false },
      },
      services: [],
      integrations: {},
      site: {},
      texts: {},
      memory: { consentMonths: 6, refusalMonths: 6 },
      cookie: { name: 'askfirst', path: '/' },
      withdrawal: { reload: true },
      ui: { layout: 'bar', position: 'bottom', theme: 'auto', settingsButton: true },
    });
  });

  it('and fills in what a part leaves out', () => {
    const { memory, cookie, ui } = readConfig({
      memory: { refusalMonths: 12 },
      cookie: { domain: 'example.org' },
      ui: { position: 'top' },
    });
    expect(memory).to.deep.equal({ consentMonths: 6, refusalMonths: 12 });
    expect(cookie).to.deep.equal({ name: 'askfirst', path: '/', domain: 'example.org' });
    expect(ui).to.deep.equal({ layout: 'bar', position: 'top', theme: 'auto', settingsButton: true });
  });

  it('and keeps the order of the categories, with what is necessary first', () => {
    const categories = { personalization: {}, analytics: {}, marketing: {} };
    expect(Object.keys(readConfig({ categories }).categories)).to.deep.equal([
      'necessary',
      'personalization',
      'analytics',
      'marketing',
    ]);
  });

  it('and takes marketing for sale or sharing unless the site says otherwise (J1)', () => {
    expect(readConfig({}).categories.marketing?.saleOrShare).to.equal(true);
    expect(
      readConfig({ categories: { marketing: { saleOrShare: false } } }).categories.marketing?.saleOrShare,
    ).to.equal(false);
  });

  it('and freezes it', () => {
    expect(Object.isFrozen(readConfig({}))).to.equal(true);
  });

  it('and leaves what it was given as it was', () => {
    const input = { categories: { analytics: {} }, memory: { consentMonths: 3 } };
    readConfig(input);
    expect(input).to.deep.equal({ categories: { analytics: {} }, memory: { consentMonths: 3 } });
  });

  for (const [verdict, what, input] of every) {
    if (verdict === 'open') continue;
    it(verdict === 'fatal' ? `and trusts none that has ${what} (A14)` : `and lives with ${what}`, () => {
      expect(throws(input)).to.equal(verdict === 'fatal');
    });
  }
});
