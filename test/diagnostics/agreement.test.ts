/** Gate and diagnostics draw one line between what is harmless and what keeps everything off. */
import { expect } from '@open-wc/testing';
import { readConfig } from '../../src/core/config.js';
import { findFaults } from '../../src/diagnostics/find-faults.js';
import { validateConfig } from '../../src/diagnostics/index.js';
import { configurations, every } from '../support/configurations.js';
import { exempt } from './described.js';

function trusts(input: unknown): boolean {
  try {
    readConfig(input);
    return true;
  } catch {
    return false;
  }
}

/** Of the faults alone: what the linter says beside them is for whoever builds the site, and refuses nothing. */
const levels = (input: unknown): string[] => findFaults(input).map(({ level }) => level);

describe('diagnostics', () => {
  for (const [verdict, what, input] of every) {
    if (verdict === 'open') continue;
    it(
      {
        good: `finds nothing in ${what}`,
        harmless: `warns of ${what}, and no more`,
        fatal: `finds the error in ${what}`,
      }[verdict],
      () => {
        if (verdict === 'good') expect(findFaults(input)).to.deep.equal([]);
        else if (verdict === 'fatal') expect(levels(input)).to.include('error');
        else expect([...new Set(levels(input))]).to.deep.equal(['warning']);
      },
    );
  }
});

describe('gate and diagnostics agree on', () => {
  for (const [, what, input] of every) {
    it(what, () => {
      expect(trusts(input), 'the gate trusts it').to.equal(!levels(input).includes('error'));
    });
  }

  it('what is refused, whatever the linter adds', () => {
    for (const [, what, input] of every) {
      const refused = validateConfig(input).filter(({ level }) => level === 'error');
      expect(refused, what).to.deep.equal(findFaults(input).filter(({ level }) => level === 'error'));
    }
  });

  it('an object without a prototype', () => {
    const input: unknown = Object.assign(Object.create(null), { revision: 2 });
    expect(trusts(input), 'the gate trusts it').to.equal(!levels(input).includes('error'));
  });

  it('each key of the schema with each kind of value', () => {
    const whole = { ...(configurations.good['a whole service'] as { services: [Record<string, unknown>] }) };
    const values = [
      null,
      true,
      false,
      0,
      1,
      6,
      1.5,
      -1,
      '',
      '6',
      'opt-in',
      '/x',
      [],
      ['x'],
      {},
      { x: 'y' },
      { en: 'y' },
      { en: 5 },
      { '': 'y' },
    ];
    const keys: Readonly<Record<string, readonly string[]>> = {
      memory: ['consentMonths', 'refusalMonths', 'optOutMonths'],
      signals: ['gpcInOptIn', 'dnt'],
      cookie: ['name', 'domain', 'path'],
      withdrawal: ['reload'],
      ui: ['layout', 'position', 'theme', 'settingsButton'],
      site: ['name', 'privacyPolicyUrl'],
      integrations: ['google'],
      regions: ['US'],
      texts: ['en'],
      categories: ['analytics'],
    };
    const cases = values.flatMap((value) => {
      const named: Record<string, unknown> = {};
      for (const key of [
        'revision',
        'regime',
        'region',
        'timeout',
        'language',
        'services',
        'sensitive',
        'age',
        'switches',
        ...Object.keys(keys),
      ]) {
        named[key] = { [key]: value };
      }
      for (const [part, own] of Object.entries(keys)) {
        for (const key of own) named[`${part}.${key}`] = { [part]: { [key]: value } };
      }
      for (const key of ['revision', 'saleOrShare']) {
        named[`categories.analytics.${key}`] = { categories: { analytics: { [key]: value } } };
      }
      for (const key of [...Object.keys(whole.services[0]), 'sale', 'sensitiveSharing', 'exempt']) {
        named[`services[0].${key}`] = { services: [{ ...whole.services[0], [key]: value }] };
      }
      for (const key of Object.keys(exempt)) {
        named[`services[0].exempt.${key}`] = {
          services: [{ ...whole.services[0], exempt: { ...exempt, [key]: value } }],
        };
      }
      for (const key of ['name', 'purpose', 'duration']) {
        named[`services[0].cookies[0].${key}`] = {
          services: [{ ...whole.services[0], cookies: [{ name: 'x', [key]: value }] }],
        };
      }
      return Object.entries(named).map(([path, input]) => ({ path, value, input }));
    });
    expect(cases.length).to.be.above(500);
    const refusals: Record<string, string[]> = {};
    for (const { path, value, input } of cases) {
      const trusted = trusts(input);
      if (trusted !== levels(input).includes('error')) continue;
      (refusals[`${path}: ${trusted ? 'diagnostics' : 'the gate'} alone refuses`] ??= []).push(JSON.stringify(value));
    }
    expect(Object.entries(refusals).map(([what, found]) => `${what} ${found.join(' ')}`)).to.deep.equal([]);
  });
});
