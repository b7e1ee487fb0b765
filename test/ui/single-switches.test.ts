/** Services with a switch of their own, and what the second layer says where the law is another. */
import 'axe-core/axe.min.js';
import type * as Axe from 'axe-core';
import { expect } from '@open-wc/testing';
import { stubGpc, useConsents } from '../support/consents.js';
import { waitUntil } from '../support/wait-until.js';
import { CONFIG, ask, forget } from './question.js';
import type { ConfigInput } from '../../src/types.js';

const { axe } = globalThis as unknown as { axe: typeof Axe };
const text = (element: Element | null | undefined): string => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';

const EXEMPT = {
  id: 'meter',
  category: 'analytics',
  name: 'Meter',
  exempt: { basis: 'Article 82', infoUrl: '/measurement', objection: true },
} as const;
const HOSPITAL = {
  id: 'hospital',
  category: 'personalization',
  name: 'Clinic finder',
  provider: 'Clinic Finder Ltd',
  sensitiveSharing: true,
} as const;
const services: NonNullable<ConfigInput['services']> = [...(CONFIG.services ?? []), EXEMPT, HOSPITAL];

/** Opens the second layer, and tells how its switches stand: "counter off", "analytics mixed". */
async function open(
  config: ConfigInput,
  banner = true,
): Promise<{
  dialog: HTMLDialogElement;
  consent: Awaited<ReturnType<typeof ask>>['consent'];
  host: HTMLElement;
  root: ShadowRoot;
  box: (name: string) => HTMLInputElement;
  stand: () => string[];
  save: () => void;
  record: () => string | undefined;
}> {
  const { opensPreferences, consent, host, root, record } = await ask(config, banner);
  const dialog = await opensPreferences();
  const boxes = (): HTMLInputElement[] => [...dialog.querySelectorAll<HTMLInputElement>('input')];
  return {
    dialog,
    consent,
    host,
    root,
    record,
    box: (name) => dialog.querySelector<HTMLInputElement>(`[name="${name}"]`)!,
    stand: () =>
      boxes().map(({ name, checked, indeterminate }) => `${name} ${indeterminate ? 'mixed' : checked ? 'on' : 'off'}`),
    save: () => {
      dialog.querySelector<HTMLElement>('[data-action=save]')?.click();
    },
  };
}

describe('services with a switch of their own', () => {
  useConsents();
  afterEach(forget);

  it('are none where the site has one switch for each category', async () => {
    const { stand } = await open(CONFIG);
    expect(stand()).to.deep.equal(['marketing off', 'analytics off', 'personalization off']);
  });

  it('are all where the site says so, each named, described, and off (B1, D2)', async () => {
    const { stand, dialog, box } = await open({ ...CONFIG, switches: 'service' });
    expect(stand()).to.deep.equal([
      'marketing off',
      'shop off',
      'analytics off',
      'counter off',
      'personalization off',
      'taste off',
    ]);
    const counter = box('counter');
    expect(text(counter.labels?.[0])).to.equal('Counter');
    expect(counter.getAttribute('role')).to.equal('switch');
    expect(dialog.querySelector(`#${counter.getAttribute('aria-describedby')!}`)).not.to.equal(null);
    // A switch is on or off; what can be mixed is a checkbox.
    expect(box('analytics').hasAttribute('role')).to.equal(false);
  });

  it('follow the switch of their category, and make it mixed where they differ from it', async () => {
    const { box, stand, dialog } = await open({
      ...CONFIG,
      switches: 'service',
      services: [...services.slice(0, 3), { id: 'second', category: 'analytics', name: 'Second' }],
    });
    const analytics = (): string[] => stand().filter((one) => /analytics|counter|second/.test(one));
    box('analytics').click();
    await waitUntil(() => box('counter').checked);
    expect(analytics()).to.deep.equal(['analytics on', 'counter on', 'second on']);
    box('second').click();
    await waitUntil(() => box('analytics').indeterminate);
    expect(analytics()).to.deep.equal(['analytics mixed', 'counter on', 'second off']);
    expect(text(dialog.querySelector('[name=analytics]')?.closest('.state')?.firstElementChild)).to.equal(
      'Partly allowed',
    );
  });

  it('are saved each by itself (A9)', async () => {
    const { box, save, consent } = await open({ ...CONFIG, switches: 'service' });
    box('counter').click();
    save();
    await waitUntil(() => consent.state.status === 'decided');
    const { categories, services: saved } = consent.state;
    expect([categories.analytics?.granted, saved.counter?.granted, saved.shop?.granted]).to.deep.equal([
      false,
      true,
      false,
    ]);
  });

  it('saved without a change are a no to everything (D6)', async () => {
    const first = await open({ ...CONFIG, switches: 'service' });
    first.save();
    await waitUntil(() => first.consent.state.status === 'decided');
    const saved = first.record();
    await forget();
    const second = await ask({ ...CONFIG, switches: 'service' });
    second.consent.rejectAll();
    expect(saved?.replace(/\.\w{5}\./, '')).to.equal(second.record()?.replace(/\.\w{5}\./, ''));
    expect(saved).to.match(/be5ru/);
  });

  it('have one where they share health data: Accept all leaves it off, and it names who gets what (L2)', async () => {
    const { stand, box, dialog, consent, root } = await open({
      ...CONFIG,
      services: [...(CONFIG.services ?? []), HOSPITAL],
    });
    expect(stand()).to.include('hospital off').and.not.to.include('shop off');
    expect(text(dialog.querySelector(`#${box('hospital').getAttribute('aria-describedby')!}`))).to.equal(
      'Shares health-related data with Clinic Finder Ltd.',
    );
    box('personalization').click();
    await waitUntil(() => box('personalization').checked);
    expect(stand()).to.include.members(['personalization on', 'hospital off']);
    root.querySelector<HTMLElement>('dialog [data-action=accept-all]')?.click();
    await waitUntil(() => consent.state.status === 'decided');
    expect(consent.granted('personalization')).to.equal(true);
    expect(consent.granted('hospital')).to.equal(false);
  });

  it('have one where they may start without a yes: it is on, says by what law, and objects at once (A21)', async () => {
    const { stand, box, dialog, consent, save } = await open({ ...CONFIG, services });
    expect(consent.granted('meter')).to.equal(true);
    expect(stand()).to.include.members(['analytics off', 'meter on']);
    const words = dialog.querySelector(`#${box('meter').getAttribute('aria-describedby')!}`);
    expect(text(words)).to.equal(
      'Measures visits without asking first, as the law allows: Article 82. Switch it off to object. How it works',
    );
    expect(words?.querySelector('a')?.getAttribute('href')).to.equal('/measurement');
    // Left on beside a no to the rest it goes on, and is nobody's yes.
    save();
    await waitUntil(() => consent.state.status === 'decided');
    expect(consent.state.services.meter).to.deep.equal({ granted: true, decided: false, by: 'default' });
    consent.open();
    await waitUntil(() => dialog.open);
    box('meter').click();
    save();
    await waitUntil(() => !consent.granted('meter'));
    expect(consent.state.services.meter).to.deep.equal({ granted: false, decided: true, by: 'user' });
  });

  it('are found well by axe, mixed and not', async () => {
    const { box, host } = await open({ ...CONFIG, switches: 'service', services });
    box('counter').click();
    await waitUntil(() => box('analytics').indeterminate);
    const { violations } = await axe.run(host, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
    expect(violations.map(({ id }) => id)).to.deep.equal([]);
  });
});

describe('the second layer under opt-out', () => {
  useConsents();
  afterEach(forget);

  const config: ConfigInput = { ...CONFIG, regime: 'opt-out' };

  it('speaks of sale and sharing, and shows what runs as on (J5)', async () => {
    const { dialog, stand } = await open(config, false);
    expect(text(dialog.querySelector('h2'))).to.equal('Your Privacy Choices');
    expect(text(dialog.querySelector('.lead'))).to.match(/^You can opt out of the sale and sharing .* Privacy policy$/);
    expect(stand()).to.deep.equal(['marketing on', 'analytics on', 'personalization on']);
    expect(dialog.querySelector('[role=note]')).to.equal(null);
  });

  it('opens in one step, and opts out in one more; then it says that this is honoured (J2, J6)', async () => {
    const { root, consent, dialog } = await open(config, false);
    root.querySelector<HTMLElement>('dialog [data-action=reject-all]')?.click();
    await waitUntil(() => text(root.querySelector('[role=status]')).startsWith('Opt-Out Request Honored.'));
    expect(consent.granted('marketing')).to.equal(false);
    consent.open();
    await waitUntil(() => dialog.open);
    expect(text(dialog.querySelector('[role=note]'))).to.match(/^Opt-Out Request Honored\./);
    expect(text(dialog.querySelector('.chosen'))).to.match(
      /^Chosen on .* until you change it\. You made this choice\./,
    );
  });

  it('saves what was left on as nobody’s yes (I4)', async () => {
    const { box, save, consent } = await open(config, false);
    box('marketing').click();
    save();
    await waitUntil(() => !consent.granted('marketing'));
    expect(consent.state.categories.analytics).to.deep.equal({ granted: true, decided: false, by: 'default' });
  });

  it('says that a signal is honoured, at once and whenever it is opened, with the switch off (J6, K4)', async () => {
    stubGpc(true);
    const { root, dialog, stand } = await open(config, false);
    const words = 'Your browser sends a Global Privacy Control signal. Opt-Out Request Honored.';
    expect(text(dialog.querySelector('[role=note]'))).to.equal(words);
    expect(text(root.querySelector('[role=status]'))).to.equal(words);
    expect(stand()).to.deep.equal(['marketing off', 'analytics on', 'personalization on']);
  });
});

describe('the policies that a sensitive page links', () => {
  useConsents();
  afterEach(forget);

  it('stand in both layers, the one on health under its own title (L7)', async () => {
    const site = { name: 'Bodywise', privacyPolicyUrl: '/privacy', healthPolicyUrl: '/health' };
    const { root, dialog } = await open({ sensitive: true, site });
    for (const part of [root.querySelector('.banner'), dialog]) {
      const links = [...(part?.querySelectorAll('a') ?? [])].map((link) => [text(link), link.getAttribute('href')]);
      expect(links).to.deep.equal([
        ['Privacy policy', '/privacy'],
        ['Consumer Health Data Privacy Policy', '/health'],
      ]);
    }
  });
});
