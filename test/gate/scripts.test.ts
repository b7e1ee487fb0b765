import { expect } from '@open-wc/testing';
import { noteFindings, reported, stub, useConsents } from '../support/consents.js';
import { external, FIXTURES, fresh, gated, inline, module, ranUntil, requested, settled } from '../support/gates.js';
import { waitUntil } from '../support/wait-until.js';

const names = (text: string): string[] => text.split(' ');

describe('a gated script', () => {
  useConsents();

  it('does not run, and is not asked for, before a yes (A1)', async () => {
    const address = fresh('log.js');
    const page = await gated(
      `${inline('inline')}<script type="text/plain" data-consent="analytics" data-src="${address}"></script>
       <script type="text/plain" data-consent="analytics" src="${address}"></script>${module('module')}
       ${inline('other', 'data-consent="marketing"')}`,
    );
    page.consent.choose({ marketing: true, analytics: false });
    expect(await settled(page, 'data-consent="marketing"')).to.deep.equal(['other']);
    expect(requested(address)).to.equal(false);
  });

  it('runs after a yes, whatever it is (A3)', async () => {
    const { consent } = await gated(
      `${inline('inline')}${external('data-src')}${module('module')}
       <script type="text/plain" data-consent="analytics" src="${FIXTURES}log.js?name=src"></script>
       <script type="text/plain" data-consent="analytics" data-type="module">window.ran.push('inline-module')</script>`,
    );
    consent.choose({ analytics: true });
    expect(await ranUntil('inline-module')).to.deep.equal(names('inline data-src module src inline-module'));
  });

  it('runs at once where the yes was given earlier', async () => {
    const page = await gated('');
    page.consent.acceptAll();
    page.root.insertAdjacentHTML('beforeend', inline('early'));
    expect(await ranUntil('early')).to.deep.equal(['early']);
  });

  it('keeps document order with others of all kinds, and of several categories (A11)', async () => {
    const { consent } = await gated(
      `${external('a')}${inline('b', 'data-consent="marketing"')}${module('c')}${external('d', 'data-consent="marketing"')}
       <div><div>${inline('e')}</div>${inline('f')}</div>${module('g')}${inline('h')}`,
    );
    consent.acceptAll();
    expect(await ranUntil('h')).to.deep.equal(names('a b c d e f g h'));
  });

  it('keeps what a script has promised before the next one runs, as in a page that loads', async () => {
    const promising = `<script type="text/plain" data-consent="analytics">
      Promise.resolve().then(() => window.ran.push('promised'))</script>`;
    const { consent } = await gated(`${inline('a')}${promising}${inline('b')}`);
    consent.acceptAll();
    expect(await ranUntil('b')).to.deep.equal(['a', 'promised', 'b']);
  });

  it('keeps document order where only some are released, and the rest later', async () => {
    const page = await gated(
      `${external('a')}${inline('b', 'data-consent="marketing"')}${inline('c')}${inline('d', 'data-consent="marketing"')}`,
    );
    page.consent.choose({ analytics: true });
    expect(await settled(page)).to.deep.equal(names('a c'));
    page.consent.choose({ marketing: true });
    expect(await ranUntil('d')).to.deep.include.members(names('b d'));
    expect(window.ran?.filter((name) => /^[a-d]$/.test(name))).to.deep.equal(names('a c b d'));
  });

  it('runs once, also after repeated grants, withdrawals and moves (A11)', async () => {
    const page = await gated(`${inline('a')}${external('b')}`);
    page.consent.choose({ analytics: true });
    await ranUntil('b');
    page.consent.acceptAll();
    page.consent.withdraw();
    page.consent.acceptAll();
    for (const script of page.root.querySelectorAll('script')) page.root.append(script);
    expect(await settled(page)).to.deep.equal(names('a b'));
  });

  it('runs once where it is moved before the yes', async () => {
    const page = await gated(`${inline('a')}<p></p>`);
    page.root.querySelector('p')?.append(page.root.querySelector('script')!);
    page.consent.acceptAll();
    expect(await settled(page)).to.deep.equal(['a']);
  });

  it('that comes later is held, and released in its turn (A13)', async () => {
    const page = await gated(external('a'));
    page.root.insertAdjacentHTML('beforeend', inline('b'));
    const nested = document.createElement('section');
    nested.innerHTML = `<div>${inline('c')}</div>${inline('other', 'data-consent="marketing"')}`;
    page.root.append(nested);
    expect(window.ran).to.deep.equal([]);
    page.consent.choose({ analytics: true });
    expect(await settled(page)).to.deep.equal(names('a b c'));
    page.root.insertAdjacentHTML('beforeend', `${external('d')}${inline('e')}`);
    expect(await settled(page))
      .to.include.members(names('d e'))
      .and.not.include('other');
  });

  it('that left the page before the yes does not run; back on it, it does', async () => {
    const page = await gated(inline('a'));
    const script = page.root.querySelector('script')!;
    script.remove();
    page.consent.acceptAll();
    expect(await settled(page)).to.deep.equal([]);
    page.root.append(script);
    expect(await ranUntil('a')).to.include('a');
  });

  it('that needs two ids runs when both are granted (A10)', async () => {
    const page = await gated(
      inline('both', 'data-consent="analytics marketing"') +
        inline('spaced', 'data-consent="  analytics\n marketing "'),
    );
    page.consent.choose({ analytics: true });
    expect(await settled(page)).to.deep.equal([]);
    page.consent.choose({ analytics: false, marketing: true });
    expect(await settled(page, 'data-consent="marketing"')).not.to.include('both');
    page.consent.choose({ analytics: true });
    expect(await ranUntil('spaced')).to.include('both');
  });

  it('of a service obeys the service, which beats its category (A9)', async () => {
    const services = [
      { id: 'ga', category: 'analytics' },
      { id: 'hotjar', category: 'analytics' },
    ];
    const page = await gated(
      `${inline('ga', 'data-consent="analytics" data-service="ga"')}
       ${inline('hotjar', 'data-consent="analytics" data-service="hotjar"')}
       ${inline('two', 'data-consent="analytics marketing" data-service="ga"')}
       ${inline('by-id', 'data-consent="ga"')}${inline('unknown', 'data-consent="analytics" data-service="nobody"')}`,
      { services },
    );
    page.consent.choose({ analytics: true, ga: false });
    expect(await settled(page)).to.deep.equal(['hotjar']);
    page.consent.choose({ analytics: false, ga: true });
    await ranUntil('by-id');
    expect(window.ran?.filter((name) => !name.startsWith('last'))).to.deep.equal(names('hotjar ga by-id'));
    page.consent.choose({ marketing: true });
    expect(await ranUntil('two')).not.to.include('unknown');
  });

  it('keeps its attributes (A12)', async () => {
    const attributes =
      'id="kept" class="x y" crossorigin="anonymous" referrerpolicy="origin" defer data-own="1" data-consent="analytics"';
    const page = await gated(
      `<script type="text/plain" ${attributes} nonce="n1" data-src="${FIXTURES}log.js?name=a"></script>`,
    );
    page.consent.acceptAll();
    await ranUntil('a');
    const live = page.root.querySelector<HTMLScriptElement>('#kept')!;
    const kept = (name: string): string | null => live.getAttribute(name);
    expect(['class', 'crossorigin', 'referrerpolicy', 'data-own', 'data-consent'].map(kept)).to.deep.equal([
      'x y',
      'anonymous',
      'origin',
      '1',
      'analytics',
    ]);
    expect([live.defer, kept('async'), live.nonce, live.type]).to.deep.equal([true, null, 'n1', '']);
    expect(live.src).to.equal(new URL(`${FIXTURES}log.js?name=a`, location.href).href);
  });

  it('keeps its integrity: what is not what was meant does not run, and stops nothing (A12)', async () => {
    const page = await gated(
      external('bad', `data-consent="analytics" integrity="sha384-${'A'.repeat(64)}"`) + inline('next'),
    );
    page.consent.acceptAll();
    expect(await ranUntil('next')).to.deep.equal(['next']);
  });

  it('that is async is waited for by nobody (A12)', async () => {
    const page = await gated(external('slow', 'data-consent="analytics" async') + inline('next'));
    page.consent.acceptAll();
    expect(await ranUntil('slow')).to.deep.equal(names('next slow'));
    expect(page.root.querySelector('script')?.async).to.equal(true);
  });

  it('that fails is waited for, and stops nothing', async () => {
    const page = await gated(
      `<script type="text/plain" data-consent="analytics" data-src="${FIXTURES}missing.js"></script>${inline('next')}`,
    );
    page.consent.acceptAll();
    expect(await ranUntil('next')).to.deep.equal(['next']);
  });

  it('that hangs is waited for as long as the configuration says', async () => {
    // As the gate sees it: neither load nor error ever arrives.
    const hold = (event: Event): void => {
      if ((event.target as Element | null)?.id === 'hangs') event.stopImmediatePropagation();
    };
    document.addEventListener('load', hold, true);
    const page = await gated(external('hangs', 'data-consent="analytics" id="hangs"') + inline('next'), {
      timeout: 30,
    });
    page.consent.acceptAll();
    await ranUntil('next');
    await ranUntil('hangs');
    document.removeEventListener('load', hold, true);
  });

  for (const address of [
    'javascript:window.ran.push(1)',
    'data:text/javascript,window.ran.push(1)',
    ' java\tscript:x',
  ]) {
    it(`with ${JSON.stringify(address)} stays off, and is reported (H2)`, async () => {
      const page = await gated(
        `<script type="text/plain" data-consent="analytics" data-src="${address}"></script>${inline('next')}`,
      );
      const findings = noteFindings(page.consent);
      page.consent.acceptAll();
      expect(await ranUntil('next')).to.deep.equal(['next']);
      await reported(page.consent);
      expect(findings[0]).to.deep.include({ rule: 'address', path: address });
    });
  }

  it('runs only with the nonce of the gate’s own tag, where that has one (A12)', async () => {
    const page = await gated(
      `${inline('none')}${inline('other', 'data-consent="analytics" nonce="other"')}
       ${external('none-external')}${inline('own', 'data-consent="analytics" nonce="own"')}`,
      {},
      { nonce: 'own' },
    );
    const findings = noteFindings(page.consent);
    page.consent.acceptAll();
    expect(await ranUntil('own')).to.deep.equal(['own']);
    await reported(page.consent);
    expect(findings.filter(({ rule }) => rule === 'nonce')).to.have.lengthOf(3);
    expect(page.root.querySelectorAll('script[type="text/plain"]')).to.have.lengthOf(3);
  });

  it('runs without a nonce where the gate’s tag has none', async () => {
    const page = await gated(inline('a', 'data-consent="analytics" nonce="any"') + inline('b'));
    page.consent.acceptAll();
    expect(await ranUntil('b')).to.deep.equal(names('a b'));
  });

  it('of what is necessary, of an unknown id or of none stays off', async () => {
    const page = await gated(
      inline('a', 'data-consent="necessary"') +
        inline('b', 'data-consent="statistics"') +
        inline('c', 'data-consent="analytics statistics"') +
        inline('d', 'data-consent=""'),
    );
    page.consent.acceptAll();
    expect(await settled(page)).to.deep.equal([]);
  });

  it('with an attribute that nobody could write by script stops nothing (A14)', async () => {
    const page = await gated(`${inline('odd', 'data-consent="analytics" @load="x" " <b')}${inline('next')}`);
    page.consent.acceptAll();
    expect(await ranUntil('next')).to.deep.equal(names('odd next'));
  });

  it('stays what it is where it is not gated, or not inert', async () => {
    const page = await gated(
      `<script type="text/plain">window.ran.push('ungated')</script>
       <script type="application/ld+json" data-consent="analytics">{}</script>${inline('next')}`,
    );
    page.consent.acceptAll();
    expect(await ranUntil('next')).to.deep.equal(['next']);
    expect(page.root.querySelector('script[type="application/ld+json"]')?.textContent).to.equal('{}');
  });

  it('in a shadow root waits for a gate that watches it (A13)', async () => {
    const page = await gated('<section></section>');
    const shadow = page.root.querySelector('section')!.attachShadow({ mode: 'open' });
    shadow.innerHTML = `<div>${inline('before')}</div>`;
    page.consent.choose({ analytics: true });
    expect(await settled(page)).to.deep.equal([]);
    page.gate.watch(shadow);
    await ranUntil('before');
    shadow.firstElementChild!.insertAdjacentHTML('beforeend', inline('after'));
    expect(await ranUntil('after')).to.include('before');
  });

  it('is off while the configuration is not there, or cannot be trusted (A14)', async () => {
    const page = await gated(inline('a'));
    stub(page.consent, 'state', { value: { ...page.consent.state, categories: {}, services: {} } });
    stub(page.consent, 'config', { value: undefined });
    page.root.insertAdjacentHTML('beforeend', inline('b'));
    page.consent.emit('gate', page.consent.state);
    await waitUntil(() => page.root.querySelectorAll('script').length === 2);
    expect(window.ran).to.deep.equal([]);
  });
});
