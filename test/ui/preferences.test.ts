/** The second layer in full: the choice that stands, what each service stores, and what visitors can take away. */
import 'axe-core/axe.min.js';
import type * as Axe from 'axe-core';
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { stub, stubActivation, stubGpc, stubTimer, useConsents } from '../support/consents.js';
import { waitUntil } from '../support/wait-until.js';
import { CONFIG, ask, engine, forget, type Question } from './question.js';
import type { ConfigInput } from '../../src/types.js';

const { axe } = globalThis as unknown as { axe: typeof Axe };
const text = (element: Element | null | undefined): string => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';

/** Everything that a service can store, and one that belongs to the site itself. */
const STORING: ConfigInput = {
  site: { name: 'Bodywise Notes' },
  services: [
    {
      id: 'counter',
      category: 'analytics',
      name: 'Counter',
      provider: 'Counter Ltd',
      purpose: 'Counts visits',
      policyUrl: 'https://counter.example/privacy',
      cookies: [
        { name: '_count*', purpose: 'Tells one device from another', duration: '1 year' },
        { name: 'seen', domain: 'counter.example' },
      ],
      storage: ['local:count:queue', 'session:tab', 'indexeddb:countDb', 'cache:counts', 'serviceworker:/count/'],
    },
    { id: 'log', category: 'analytics', name: 'Own log', provider: 'Bodywise Notes', cookies: [{ name: 'log' }] },
  ],
};

/** Opens the second layer, with what is told of services there. */
async function open(config: ConfigInput = CONFIG, banner = true): Promise<Question & { dialog: HTMLDialogElement }> {
  const question = await ask(config, banner);
  const dialog = await question.opensPreferences();
  await waitUntil(() => dialog.querySelector('.service'), 'nothing is told of services');
  return { ...question, dialog };
}

/** Rows of a service's table, each cell as its text. */
const rows = (dialog: Element, name: string): string[][] =>
  [...dialog.querySelectorAll('table')]
    .filter((table) => text(table.caption) === name)
    .flatMap((table) => [...table.tBodies[0]!.rows].map((row) => [...row.cells].map(text)));

const chosen = (root: ParentNode): string => text(root.querySelector('.chosen p'));

describe('the choice that stands (D7)', () => {
  useConsents();
  afterEach(forget);

  it('is none before anybody has chosen', async () => {
    const { dialog } = await open();
    expect(chosen(dialog)).to.equal('You have not chosen yet. What needs your yes is off.');
    expect(dialog.querySelectorAll('[data-action=export]').length).to.equal(0);
  });

  it('is the visitor’s, with its date and the next question', async () => {
    const { consent, root, host } = await open();
    consent.rejectAll();
    await waitUntil(() => consent.state.status === 'decided');
    await host.updateComplete;
    const date = new Intl.DateTimeFormat('en', { dateStyle: 'long' });
    const { decidedAt, expiresAt } = consent.state;
    expect(chosen(root)).to.equal(
      `Chosen on ${date.format(decidedAt!)}. Asked again after ${date.format(expiresAt!)}. You made this choice.`,
    );
  });

  it('is the page’s where a script has answered', async () => {
    stubActivation(false);
    const { consent, opensPreferences } = await ask();
    consent.choose({ analytics: true, marketing: false, personalization: false });
    await waitUntil(() => consent.state.status === 'decided');
    expect(chosen(await opensPreferences())).to.match(/ This site made this choice\.$/);
  });

  it('is the browser’s where its signal has answered, under opt-out, and names the signal', async () => {
    stubGpc(true);
    const { consent, opensPreferences } = await ask({ ...CONFIG, regime: 'opt-out' }, false);
    await waitUntil(() => consent.state.decidedAt !== null);
    expect(chosen(await opensPreferences())).to.match(
      /until you change it\. Your browser made this choice\. Global Privacy Control on: marketing \(not allowed\)\.$/,
    );
  });

  it('says of a yes in the face of the signal that both are there (K7)', async () => {
    stubGpc(true);
    const { consent, opensPreferences } = await ask();
    consent.acceptAll();
    await waitUntil(() => consent.state.status === 'decided');
    expect(chosen(await opensPreferences())).to.match(
      /You made this choice\. Global Privacy Control on: marketing \(allowed\)\.$/,
    );
  });

  for (const regime of ['opt-out', 'notice'] as const) {
    it(`is the rule of the place under ${regime}, until somebody says no`, async () => {
      const { dialog } = await open({ ...CONFIG, regime }, false);
      expect(chosen(dialog)).to.equal('You have not chosen yet. What needs no yes runs until you say no.');
    });
  }
});

describe('a visitor’s own record (G6)', () => {
  useConsents();
  afterEach(forget);

  it('is a file with the choice, its time and its site, and nothing of the page (L4)', async () => {
    const { consent, get, opensPreferences } = await ask({ ...CONFIG, region: 'FR', revision: 3 });
    consent.choose({ analytics: true, marketing: false, personalization: false });
    await waitUntil(() => consent.state.status === 'decided');
    await opensPreferences();
    await waitUntil(() => get('.service'), 'nothing is told of services');
    const blobs: Blob[] = [];
    const revoked: string[] = [];
    const saved: [string, string][] = [];
    stub(URL, 'createObjectURL', { value: (blob: Blob) => `blob:${String(blobs.push(blob))}` });
    stub(URL, 'revokeObjectURL', { value: (url: string) => revoked.push(url) });
    stub(HTMLAnchorElement.prototype, 'click', {
      value(this: HTMLAnchorElement) {
        saved.push([this.download, this.href]);
      },
    });
    const timer = stubTimer(10_000);
    get('[data-action=export]').click();
    expect(saved).to.deep.equal([[`${consent.config!.cookie.name}.json`, 'blob:1']]);
    expect(revoked).to.deep.equal([]);
    timer.ends();
    expect(revoked).to.deep.equal(['blob:1']);
    const [blob] = blobs;
    expect(blob!.type).to.equal('application/json');
    const content = await blob!.text();
    const record = JSON.parse(content) as Record<string, unknown>;
    const { decidedAt, expiresAt, categories, services } = consent.state;
    expect(record).to.deep.equal({
      schema: 1,
      library: `askfirst ${consent.version}`,
      origin: location.origin,
      decidedAt: new Date(decidedAt!).toISOString(),
      expiresAt: new Date(expiresAt!).toISOString(),
      regime: 'opt-in',
      region: 'FR',
      gpc: { present: false, applied: false },
      revision: 3,
      categories: { ...categories },
      services: { ...services },
    });
    expect(categories.analytics).to.deep.equal({ granted: true, decided: true, by: 'user' });
    for (const secret of [location.pathname, location.search, document.title]) {
      if (secret.length > 1) expect(content).not.to.contain(secret);
    }
  });

  it('says of an answer without an end that it has none', async () => {
    const { recordOf } = await import('../../src/ui/download.js');
    const { consent } = await ask({ ...CONFIG, regime: 'opt-out' }, false);
    consent.rejectAll();
    await waitUntil(() => consent.state.decidedAt !== null);
    expect(recordOf(consent)).to.include({ expiresAt: null, regime: 'opt-out' });
  });
});

describe('what is told of services (D2)', () => {
  useConsents();
  afterEach(forget);

  it('is who, what for, who gets the data, and where to read on', async () => {
    const { dialog } = await open(STORING);
    const [own, counter, log] = [...dialog.querySelectorAll('.service')];
    expect(text(counter)).to.match(
      /^Counter Counts visits Counter Ltd gets access to the data\. Privacy policy of Counter Ltd /,
    );
    expect(counter!.querySelector('a')!.href).to.equal('https://counter.example/privacy');
    for (const first of [own, log]) expect(text(first)).to.contain('No third party gets access to the data.');
  });

  it('is all that one stores: cookies, and storage with its kind in words', async () => {
    const { dialog } = await open(STORING);
    const table = [...dialog.querySelectorAll('table')].find(({ caption }) => text(caption) === 'Counter')!;
    expect([...table.tHead!.rows[0]!.cells].map((cell) => [text(cell), cell.scope])).to.deep.equal([
      ['Name', 'col'],
      ['Purpose', 'col'],
      ['Kept for', 'col'],
      ['Set by', 'col'],
    ]);
    expect(rows(dialog, 'Counter')).to.deep.equal([
      ['_count*', 'Tells one device from another', '1 year', 'Counter Ltd'],
      ['seen', '', '', 'Counter Ltd (counter.example)'],
      ['count:queue (Browser storage)', 'Counts visits', 'Until it is erased', 'Counter Ltd'],
      ['tab (Browser storage)', 'Counts visits', 'Until the tab is closed', 'Counter Ltd'],
      ['countDb (Browser storage)', 'Counts visits', 'Until it is erased', 'Counter Ltd'],
      ['counts (Browser cache)', 'Counts visits', 'Until it is erased', 'Counter Ltd'],
      ['/count/ (Background script)', 'Counts visits', 'Until it is erased', 'Counter Ltd'],
    ]);
  });

  it('begins with the one cookie that keeps the choice', async () => {
    const { dialog } = await open({
      ...STORING,
      cookie: { name: 'choice' },
      memory: { consentMonths: 6, refusalMonths: 12 },
    });
    const [necessary] = dialog.querySelectorAll('.list > li');
    expect(text(necessary!.querySelector('summary'))).to.equal('Services and cookies (1)');
    expect(rows(dialog, 'Bodywise Notes')).to.deep.equal([
      ['choice', 'Remembers what you choose here', '6 months – 12 months', 'Bodywise Notes'],
    ]);
  });

  it('names that cookie once where the site has declared it', async () => {
    const cookies = [{ name: 'askfirst', purpose: 'Keeps your choice', duration: 'half a year' }];
    const { dialog } = await open({
      cookie: { name: 'askfirst' },
      services: [{ id: 'own', category: 'necessary', name: 'Own', cookies }],
    });
    expect([...dialog.querySelectorAll('code')].map(text)).to.deep.equal(['askfirst']);
    expect(text(dialog.querySelector('summary'))).to.equal('Services and cookies (1)');
  });

  it('keeps that cookie as long as browsers do where an answer has no end', async () => {
    const { dialog } = await open({ regime: 'opt-out' }, false);
    expect(rows(dialog, location.hostname)[0]![2]).to.equal('400 days');
  });

  it('stands in pairs of label and value where there is little room, and nothing scrolls sideways', async function () {
    if (engine === 'webkit') this.skip(); // the runner cannot change the size of its window
    const long = 'a'.repeat(120);
    const config: ConfigInput = {
      services: [{ id: 'long', category: 'analytics', provider: long, cookies: [{ name: long, purpose: long }] }],
    };
    for (const [width, display] of [
      [1280, 'table-cell'],
      [320, 'block'],
    ] as const) {
      await setViewport({ width, height: 800 });
      const { dialog } = await open(config);
      const body = dialog.querySelector('.body')!;
      expect(body.scrollWidth, `${String(width)} px`).to.be.at.most(body.clientWidth);
      expect(dialog.scrollWidth).to.be.at.most(dialog.clientWidth);
      for (const element of body.querySelectorAll('td, code, h4, p'))
        expect(element.getBoundingClientRect().right).to.be.at.most(body.getBoundingClientRect().right);
      const cell = dialog.querySelector('td')!;
      expect(getComputedStyle(cell).display).to.equal(display);
      // A row is a row, whatever it looks like.
      expect(cell.getAttribute('role')).to.equal('cell');
      if (width === 320) expect(getComputedStyle(cell, '::before').content).to.match(/attr|Name/);
      await forget();
    }
    await setViewport({ width: 1280, height: 800 });
  });

  it('is what opens where somebody asks for the partners, with the focus there', async () => {
    const { get, root } = await ask(STORING);
    get('.intro button').click();
    await waitUntil(() => root.querySelector('dialog:modal'), 'no preferences');
    for (const details of root.querySelectorAll('details')) expect(details.open).to.equal(true);
    const analytics = get('[name=analytics]').closest('li');
    expect(root.activeElement === analytics?.querySelector('summary')).to.equal(true);
  });

  it('stays folded where it is not asked for', async () => {
    const { get, root } = await ask(STORING);
    get('[data-action=manage]').click();
    await waitUntil(() => root.querySelector('dialog:modal'), 'no preferences');
    expect(root.querySelectorAll('details[open]').length).to.equal(0);
    expect(root.activeElement?.localName).to.equal('h2');
  });
});

describe('the signal of the browser, where everybody is asked', () => {
  useConsents();
  afterEach(forget);

  const SAID =
    'Your browser sends a Global Privacy Control signal, so marketing is off unless you switch it on yourself.';

  it('is named on both layers; where the question is, with what Accept all does (K7)', async () => {
    stubGpc(true);
    const { get, opensPreferences } = await ask();
    expect(text(get('.banner [role=note]'))).to.equal(`${SAID} “Accept all” switches it on too.`);
    const dialog = await opensPreferences();
    expect(text(dialog.querySelector('[role=note]'))).to.equal(SAID);
    expect(dialog.querySelector<HTMLInputElement>('[name=marketing]')!.checked).to.equal(false);
  });

  it('is not named where the browser sends none, or where it speaks of nothing', async () => {
    const { root } = await ask();
    expect(root.querySelectorAll('.banner [role=note]').length).to.equal(0);
    await forget();
    stubGpc(true);
    const none = await ask({ categories: { necessary: {}, analytics: {} } });
    expect(none.root.querySelector('[role=note]')).to.equal(null);
  });
});

describe('the second layer under United States law', () => {
  useConsents();
  afterEach(forget);

  const ICON = 'svg[role=img][aria-label="California Consumer Privacy Act (CCPA) Opt-Out Icon"]';

  it('shows the opt-out icon beside its title, about as large (J4)', async () => {
    const { dialog } = await open({ regions: 'recommended', region: 'US-CA' }, false);
    const title = dialog.querySelector('h2')!.getBoundingClientRect();
    const icon = dialog.querySelector(ICON)!.getBoundingClientRect();
    expect(text(dialog.querySelector('h2'))).to.equal('Your Privacy Choices');
    expect(icon.left).to.be.within(title.right, title.right + 16);
    expect(icon.top).to.be.within(title.top, title.bottom);
    expect(icon.height).to.be.within(12, 24);
  });

  it('shows it nowhere else', async () => {
    const { dialog } = await open({ regime: 'opt-out', region: 'BR' }, false);
    expect(dialog.querySelectorAll(ICON).length).to.equal(0);
  });
});

describe('the cookie policy (C8)', () => {
  useConsents();
  afterEach(forget);

  const links = (root: ParentNode | null): string[] => [...(root?.querySelectorAll('a') ?? [])].map(text);

  it('is linked from the second layer, and from the question where there is no other policy', async () => {
    const site = { name: 'Bodywise', cookiePolicyUrl: '/cookies' };
    const alone = await open({ site });
    expect(links(alone.root.querySelector('.banner'))).to.deep.equal(['Cookie policy']);
    expect(links(alone.dialog)).to.deep.equal(['Cookie policy']);
    expect(alone.dialog.querySelector('a')!.getAttribute('href')).to.equal('/cookies');
    await forget();
    const both = await open({ site: { ...site, privacyPolicyUrl: '/privacy' } });
    expect(links(both.root.querySelector('.banner'))).to.deep.equal(['Privacy policy']);
    expect(links(both.dialog)).to.deep.equal(['Cookie policy']);
  });
});

describe('accessibility of all that', () => {
  useConsents();
  before(() => void (document.body.style.minBlockSize = '100vh'));
  afterEach(forget);

  const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

  for (const [what, config] of Object.entries({
    'the signal, light': { ui: { theme: 'light' } },
    'the signal, dark': { ui: { theme: 'dark' } },
    California: { regions: 'recommended', region: 'US-CA' },
    Arabic: { language: 'ar' },
  } satisfies Record<string, ConfigInput>)) {
    it(`axe finds nothing, nor after an answer: ${what}`, async () => {
      stubGpc(true);
      const asks = what !== 'California';
      const { host, consent, opensPreferences, dialog } = await open({ ...STORING, ...config }, asks);
      const audit = async (): Promise<string[]> =>
        (await axe.run(host, { runOnly: TAGS })).violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target }) => `${id}: ${target.flat().join(' ')}`),
        );
      expect(await audit()).to.deep.equal([]);
      if (asks) {
        consent.close();
        await waitUntil(() => !dialog.open, 'the preferences stay');
        expect(await audit()).to.deep.equal([]);
      }
      consent.rejectAll();
      await waitUntil(() => consent.state.status === 'decided');
      await opensPreferences();
      expect(dialog.querySelectorAll('[data-action=export]').length).to.equal(1);
      expect(await audit()).to.deep.equal([]);
    });
  }
});
