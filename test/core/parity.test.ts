/** The browser's half of a table that test/node/server.test.mjs holds the server against (Q10). */
import { expect } from '@open-wc/testing';
import { freshName, start, stub, stubGpc, useConsents } from '../support/consents.js';
import type { ConfigInput } from '../../src/types.js';

interface Parity {
  now: number;
  cases: { what: string; config?: ConfigInput; cookie?: string; gpc?: boolean; granted: string[] }[];
}

describe('browser and server', () => {
  useConsents();

  it('grant the same for the same record and signal (Q10)', async () => {
    const { now, cases } = (await (await fetch('/test/support/parity.json')).json()) as Parity;
    expect(cases.length).to.be.above(10);
    for (const { what, config, cookie = '', gpc = false, granted } of cases) {
      const name = config?.cookie?.name ?? freshName();
      const text = cookie.replace('NOW', Math.floor(now / 60_000).toString(36));
      stub(Document.prototype, 'cookie', { get: () => `${name}=${text}`, set: () => undefined });
      stubGpc(gpc);
      const { categories, services } = start({ ...config, cookie: { name } }, { now: () => now }).state;
      const yes = Object.entries({ ...categories, ...services }).flatMap(([id, answer]) =>
        answer.granted ? [id] : [],
      );
      expect(yes, what).to.deep.equal(['necessary', ...granted]);
    }
  });
});
