import { expect, fixture } from '@open-wc/testing';
import { startGate } from '../../src/start-gate.js';
import { freshName, noteFindings, reported, rulesOf, startPending, useConsents } from '../support/consents.js';
import { external, inline, ranUntil, requested } from '../support/gates.js';
import { waitUntil } from '../support/wait-until.js';
import type { Consent } from '../../src/types.js';

/** A gate over markup whose vendors are told when the test says so; everything is granted. */
async function holding(
  markup: string,
): Promise<{ consent: Consent; root: HTMLElement; tell(): void; fail(error: Error): void }> {
  window.ran = [];
  const root = await fixture<HTMLElement>(`<div>${markup}</div>`);
  const consent = startPending();
  let tell: () => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const telling = new Promise<void>((resolve, reject) => {
    tell = resolve;
    fail = reject;
  });
  startGate(consent, { manual: true, tellVendors: () => telling });
  consent.configure({ cookie: { name: freshName() }, regime: 'notice', withdrawal: { reload: false } });
  return { consent, root, tell, fail };
}

const IMAGE = '<img alt="" data-consent="analytics" data-src="/test/support/fixtures/image.svg">';
const TEMPLATE = `<template data-consent="analytics"><textarea>
  <p class="brought">Text</p><script>window.ran.push('brought')</script></textarea></template>`;
const live = (root: HTMLElement): Promise<void> =>
  waitUntil(() => root.querySelector('img')?.hasAttribute('src'), 'the image has not started');

describe('a gate whose vendors are still to be told', () => {
  useConsents();

  it('holds every script, and lets embeds through (N1)', async () => {
    const { root, tell } = await holding(inline('one') + external('two') + TEMPLATE + IMAGE);
    await live(root);
    await waitUntil(() => root.querySelector('.brought'), 'the template has not been unpacked');
    expect(window.ran).to.deep.equal([]);
    tell();
    expect(await ranUntil('brought')).to.deep.equal(['one', 'two', 'brought']);
  });

  it('holds what comes meanwhile too', async () => {
    const { root, tell } = await holding(inline('one'));
    root.insertAdjacentHTML('beforeend', inline('two') + IMAGE);
    await live(root);
    expect(window.ran).to.deep.equal([]);
    tell();
    expect(await ranUntil('two')).to.deep.equal(['one', 'two']);
  });

  it('fetches ahead what is granted, so that nobody waits twice (A11)', async () => {
    const { root, tell } = await holding(external('one'));
    const { src = '' } = root.querySelector('script')?.dataset ?? {};
    await waitUntil(() => requested(src), 'the script is not fetched ahead');
    expect(window.ran).to.deep.equal([]);
    tell();
    expect(await ranUntil('one')).to.deep.equal(['one']);
  });

  it('holds scripts for good where one cannot be told, and says so once (A14)', async () => {
    const { consent, root, fail } = await holding(inline('one'));
    const findings = noteFindings(consent);
    fail(new Error('chunk.js'));
    root.insertAdjacentHTML('beforeend', inline('two') + IMAGE);
    await live(root);
    consent.rejectAll();
    consent.acceptAll();
    root.insertAdjacentHTML('beforeend', inline('three') + IMAGE.replace('<img', '<img id="last"'));
    await waitUntil(() => root.querySelector('#last')?.hasAttribute('src'), 'the last image has not started');
    await reported(consent);
    expect(window.ran).to.deep.equal([]);
    expect(rulesOf(findings)).to.deep.equal(['integrations']);
  });

  it('tells after each script that it has run, in its turn (N1)', async () => {
    const { consent, tell } = await holding(inline('one') + external('two') + inline('three'));
    const rounds: string[] = [];
    consent.on('ran', () => rounds.push((window.ran ?? []).join()));
    tell();
    await ranUntil('three');
    expect(rounds).to.deep.equal(['one', 'one,two', 'one,two,three']);
  });
});
