import { expect, fixture } from '@open-wc/testing';
import { readConfig } from '../../src/core/config.js';
import { decide } from '../../src/core/decide.js';
import { configurations } from '../support/configurations.js';
import { NOW } from '../support/records.js';
import type * as Inspect from '../../src/answers/inspect.js';
import type { Config } from '../../src/types.js';

let count = 0;

/** What a fresh page view reports: "kind path". */
async function inspected(input: unknown = {}): Promise<string[]> {
  // It looks once a page view, so each test takes a copy of its own.
  const { inspect } = (await import(`/src/answers/inspect.ts?${String((count += 1))}`)) as typeof Inspect;
  const config = readConfig(input);
  const reports: string[] = [];
  const core = {
    config,
    input,
    state: decide({ config, record: undefined, signals: { gpc: false }, now: NOW }),
    record: undefined,
    gpc: false,
    now: () => NOW,
    take: () => undefined,
    report: (code: string, path: string) => void reports.push(`${code} ${path}`),
  };
  inspect(core);
  inspect(core);
  return reports;
}

const trusted = (input: unknown): Config | undefined => {
  try {
    return readConfig(input);
  } catch {
    return undefined;
  }
};

describe('a look at what does no harm', () => {
  for (const [what, input] of Object.entries(configurations.good)) {
    it(`finds nothing in ${what}`, async () => {
      expect(await inspected(input)).to.deep.equal([]);
    });
  }

  for (const [what, input] of Object.entries(configurations.harmless)) {
    // Of links the interface speaks itself, where it leaves one out.
    if (!trusted(input) || what.includes('link')) continue;
    it(`finds ${what}, so that diagnostics can warn of it`, async () => {
      const reports = await inspected(input);
      expect(reports.filter((report) => report.startsWith('config '))).to.have.lengthOf(1);
    });
  }

  it('names markup of an unknown id, of a service that is none, and of what is necessary', async () => {
    await fixture(`<div>
      <script type="text/plain" data-consent="analytics"></script>
      <script type="text/plain" data-consent="statistics"></script>
      <img data-consent="analytics  marketing" data-service="nobody" alt="">
      <template data-consent="necessary"></template>
    </div>`);
    expect(await inspected()).to.deep.equal(['gated-id statistics', 'gated-id nobody', 'necessary necessary']);
  });

  it('names markup that names nothing', async () => {
    await fixture('<div><img data-consent alt=""></div>');
    expect(await inspected()).to.deep.equal(['gated-id ']);
  });

  it('knows the services and categories of the configuration', async () => {
    await fixture('<div><img data-consent="analytics" data-service="ga" alt=""><img data-consent="ga" alt=""></div>');
    expect(await inspected({ services: [{ id: 'ga', category: 'analytics' }] })).to.deep.equal([]);
  });

  it('names a second configuration on the page (C12)', async () => {
    const block = '<script type="application/json" data-askfirst>{}</script>';
    await fixture(`<div>${block}${block}</div>`);
    expect(await inspected()).to.deep.equal(['second-configuration data-askfirst']);
  });
});
