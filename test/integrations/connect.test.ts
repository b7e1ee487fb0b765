import { expect } from '@open-wc/testing';
import { connect } from '../../src/integrations/connect.js';
import { freshName, start, stubGpc, useConsents } from '../support/consents.js';
import type { Consent, Integration } from '../../src/types.js';

/** An integration that notes what it hears; `isThere` is whether its vendor is on the page. */
function noting(): Integration & { heard: string[]; isThere: boolean } {
  const vendor = {
    heard: [] as string[],
    isThere: true,
    before: () => void vendor.heard.push('before'),
    after: ({ categories }: Consent['state']) => {
      vendor.heard.push(categories.analytics?.granted ? 'yes' : 'no');
      return vendor.isThere;
    },
  };
  return vendor;
}

describe('a vendor’s interface', () => {
  useConsents();

  it('hears what comes before its tag at once, and nothing that nobody has decided (M5)', () => {
    const vendor = noting();
    const consent = start();
    connect(consent, vendor);
    consent.emit('ran', undefined);
    dispatchEvent(new Event('load'));
    expect(vendor.heard).to.deep.equal(['before']);
  });

  for (const regime of ['opt-out', 'notice'] as const) {
    it(`hears at once, and once, what runs until a no: ${regime} (J1)`, () => {
      const vendor = noting();
      const consent = start({ regime });
      connect(consent, vendor);
      consent.emit('ran', undefined);
      expect(vendor.heard).to.deep.equal(['before', 'yes']);
    });
  }

  it('hears what the browser’s signal has decided, once (K4)', () => {
    stubGpc(true);
    const vendor = noting();
    connect(start({ regime: 'opt-out' }), vendor);
    expect(vendor.heard).to.deep.equal(['before', 'yes']);
  });

  it('hears each decision once where its vendor is there', () => {
    const vendor = noting();
    const consent = start({ cookie: { name: freshName() } });
    connect(consent, vendor);
    consent.acceptAll();
    consent.emit('ran', undefined);
    dispatchEvent(new Event('load'));
    consent.rejectAll();
    expect(vendor.heard).to.deep.equal(['before', 'yes', 'no']);
  });

  const chances: Readonly<Record<string, (consent: Consent) => void>> = {
    'a gated script that has run': (consent) => {
      consent.emit('ran', undefined);
    },
    'the load of a script that nobody waits for': () => {
      const script = document.createElement('script');
      document.head.append(script);
      script.dispatchEvent(new Event('load'));
      script.remove();
    },
    'the load of the page': () => {
      dispatchEvent(new Event('load'));
    },
  };
  for (const [what, happens] of Object.entries(chances)) {
    it(`hears the present state again after ${what}, until its vendor is there`, () => {
      const vendor = noting();
      vendor.isThere = false;
      const consent = start();
      connect(consent, vendor);
      consent.acceptAll();
      happens(consent);
      expect(vendor.heard).to.deep.equal(['before', 'yes', 'yes']);
      consent.rejectAll();
      vendor.isThere = true;
      happens(consent);
      happens(consent);
      expect(vendor.heard.slice(3)).to.deep.equal(['no', 'no']);
    });
  }

  it('hears nothing again of an answer that was forgotten meanwhile', () => {
    const vendor = noting();
    vendor.isThere = false;
    const consent = start();
    connect(consent, vendor);
    consent.acceptAll();
    consent.reset();
    consent.emit('ran', undefined);
    expect(vendor.heard).to.deep.equal(['before', 'yes']);
  });

  it('hears nothing more once it is disconnected', () => {
    const vendor = noting();
    vendor.isThere = false;
    const consent = start();
    const stop = connect(consent, vendor);
    consent.acceptAll();
    stop();
    consent.rejectAll();
    for (const happens of Object.values(chances)) happens(consent);
    expect(vendor.heard).to.deep.equal(['before', 'yes']);
  });
});
