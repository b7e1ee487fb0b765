import { expect } from '@open-wc/testing';
import { useConsents } from '../support/consents.js';
import { external, fresh, gated, inline, logUrl, ranUntil, requested, settled } from '../support/gates.js';
import { waitUntil } from '../support/wait-until.js';

/** A snippet as a vendor hands it out, as text in a template. */
const snippet = (text: string, attributes = 'data-consent="analytics"'): string =>
  `<template ${attributes}><textarea>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</textarea></template>`;
const plain = (markup: string, attributes = 'data-consent="analytics"'): string =>
  `<template ${attributes}>${markup}</template>`;

const run = (name: string): string => `<script>window.ran.push('${name}')</script>`;
const load = (name: string): string => `<script src="${logUrl(name)}"></script>`;

const marks = (root: Element): number => root.querySelectorAll('[data-mark]').length;

describe('a gated template', () => {
  useConsents();

  for (const [what, wrap] of [
    ['of text in a textarea', snippet],
    ['of plain markup', plain],
  ] as const) {
    it(`${what} stays closed before a yes (A1, A4)`, async () => {
      const image = fresh('image.svg');
      const page = await gated(wrap(`${run('a')}<img data-mark src="${image}">`));
      page.consent.choose({ marketing: true });
      expect(await settled(page, 'data-consent="marketing"')).to.deep.equal([]);
      expect([requested(image), page.root.querySelector('[data-mark]')]).to.deep.equal([false, null]);
    });

    it(`${what} opens behind itself, its scripts in order, before those that come later (A11)`, async () => {
      const page = await gated(
        `${external('before')}${wrap(`<p data-mark>Hello</p>${load('a')}<div>${run('b')}</div>${load('c')}`)}${inline('after')}`,
      );
      page.consent.choose({ analytics: true });
      expect(await ranUntil('after')).to.deep.equal(['before', 'a', 'b', 'c', 'after']);
      expect(page.root.querySelector('[data-mark]')?.textContent).to.equal('Hello');
      expect(page.root.querySelector('template')?.nextElementSibling?.hasAttribute('data-mark')).to.equal(true);
    });

    it(`${what} opens once (A11)`, async () => {
      const page = await gated(wrap(`${run('a')}<p data-mark></p>`));
      page.consent.acceptAll();
      await ranUntil('a');
      page.consent.withdraw();
      page.consent.acceptAll();
      expect(await settled(page)).to.deep.equal(['a']);
      expect(marks(page.root)).to.be.at.most(1);
    });

    it(`${what} leaves what is no script as it is`, async () => {
      const data = '<script type="application/ld+json" data-mark>{"@type":"Article"}</script>';
      const page = await gated(wrap(`${data}<script type="speculationrules" data-mark>{}</script>${run('a')}`));
      page.consent.acceptAll();
      await ranUntil('a');
      const [first, second] = page.root.querySelectorAll<HTMLScriptElement>('[data-mark]');
      expect([first?.type, first?.text]).to.deep.equal(['application/ld+json', '{"@type":"Article"}']);
      expect(second?.type).to.equal('speculationrules');
    });

    it(`${what} runs a module as a module, in its turn`, async () => {
      const page = await gated(
        wrap(
          `<script type="module" src="${logUrl('a', 'log-module.js')}"></script><script type="text/javascript">window.ran.push('b')</script>`,
        ),
      );
      page.consent.acceptAll();
      expect(await ranUntil('b')).to.deep.equal(['a', 'b']);
    });

    it(`${what} obeys its service, and so do its scripts (A9)`, async () => {
      const services = [{ id: 'ga', category: 'analytics' }];
      const page = await gated(wrap(run('a'), 'data-consent="analytics" data-service="ga"'), { services });
      page.consent.choose({ analytics: true, ga: false });
      expect(await settled(page)).to.deep.equal([]);
      page.consent.choose({ ga: true });
      expect(await ranUntil('a')).to.include('a');
    });

    it(`${what} may hold what is gated otherwise`, async () => {
      const page = await gated(wrap(`${inline('inner', 'data-consent="marketing"')}${run('own')}`));
      page.consent.choose({ analytics: true });
      expect(await settled(page)).to.deep.equal(['own']);
      page.consent.choose({ marketing: true });
      expect(await ranUntil('inner')).to.include('inner');
    });

    it(`${what} is emptied again when consent is taken back, and opens anew (E3)`, async () => {
      const page = await gated(wrap('<p data-mark></p>text<!-- note --><iframe data-mark title="x"></iframe>'));
      page.consent.acceptAll();
      await settled(page);
      expect(marks(page.root)).to.equal(2);
      expect(page.root.textContent).to.include('text');
      page.consent.withdraw();
      expect(marks(page.root)).to.equal(0);
      expect(page.root.textContent).not.to.include('text');
      page.consent.acceptAll();
      await settled(page);
      expect(marks(page.root)).to.equal(2);
    });

    it(`${what} takes its embeds back also where it brought a script, without a reload (E3)`, async () => {
      const page = await gated(wrap(`${run('a')}<iframe data-mark title="x"></iframe>`));
      page.consent.acceptAll();
      await ranUntil('a');
      page.consent.withdraw();
      expect(marks(page.root)).to.equal(0);
    });

    it(`${what} runs its scripts only where it carries the gate’s nonce (A12)`, async () => {
      const options = { nonce: 'own' };
      const without = await gated(
        wrap(run('none')) + inline('next', 'data-consent="analytics" nonce="own"'),
        {},
        options,
      );
      without.consent.acceptAll();
      expect(await ranUntil('next')).to.deep.equal(['next']);
      const own = await gated(wrap(run('own'), 'data-consent="analytics" nonce="own"'), {}, options);
      own.consent.acceptAll();
      expect(await ranUntil('own')).to.deep.equal(['own']);
    });
  }

  it('never loads what stands in noscript: here scripts do run', async () => {
    const [hidden, shown] = [fresh('image.svg'), fresh('image.svg')];
    const page = await gated(
      snippet(
        `${run('a')}<noscript><img src="${hidden}"><iframe src="${hidden}"></iframe></noscript><img src="${shown}">`,
      ),
    );
    page.consent.acceptAll();
    await waitUntil(() => requested(shown), 'the snippet’s own image was not loaded');
    await ranUntil('a');
    expect([requested(hidden), page.root.querySelectorAll('img').length]).to.deep.equal([false, 1]);
  });

  it('keeps text, comments and order of a snippet', async () => {
    const page = await gated(snippet('<!-- Begin -->before<b>bold</b>after<!-- End -->'));
    page.consent.acceptAll();
    await settled(page);
    const [, ...nodes] = page.root.childNodes;
    expect(nodes.slice(0, 5).map(({ nodeName, textContent }) => `${nodeName} ${textContent ?? ''}`)).to.deep.equal([
      '#comment  Begin ',
      '#text before',
      'B bold',
      '#text after',
      '#comment  End ',
    ]);
  });

  it('is plain markup where a textarea is not alone in it', async () => {
    const page = await gated(plain('<textarea>kept</textarea><p data-mark></p>'));
    page.consent.acceptAll();
    await settled(page);
    expect([page.root.querySelector('textarea')?.value, marks(page.root)]).to.deep.equal(['kept', 1]);
  });

  it('that comes later waits, and opens in its turn (A13)', async () => {
    const page = await gated('');
    page.root.insertAdjacentHTML('beforeend', snippet(run('a')) + inline('b'));
    page.consent.acceptAll();
    expect(await ranUntil('b')).to.deep.equal(['a', 'b']);
  });
});
