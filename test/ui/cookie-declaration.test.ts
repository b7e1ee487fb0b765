/** What a policy page says of cookies, written from the configuration. */
import 'axe-core/axe.min.js';
import type * as Axe from 'axe-core';
import { expect, fixture } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { useConsents } from '../support/consents.js';
import { waitUntil } from '../support/wait-until.js';
import { CONFIG, ask, engine, forget, type Question } from './question.js';
import type { CookieDeclaration } from '../../src/ui/index.js';
import type { ConfigInput } from '../../src/types.js';

const { axe } = globalThis as unknown as { axe: typeof Axe };
const text = (element: Element | ShadowRoot | null | undefined): string =>
  element?.textContent.replace(/\s+/g, ' ').trim() ?? '';

interface Written extends Question {
  readonly declaration: CookieDeclaration;
  /** What its shadow root holds. */
  readonly written: ShadowRoot;
}

/** Waits until a declaration says something. */
async function read(question: Question, declaration: CookieDeclaration): Promise<Written> {
  await waitUntil(() => declaration.shadowRoot?.querySelector('.service'), 'nothing is written');
  return { ...question, declaration, written: declaration.shadowRoot! };
}

/** A page with a declaration, and the question asked. */
async function write(config: ConfigInput = CONFIG, attributes = ''): Promise<Written> {
  const declaration = await fixture<CookieDeclaration>(
    `<cookie-declaration ${attributes}>No list.</cookie-declaration>`,
  );
  return read(await ask(config), declaration);
}

/** Headings as people meet them: level and text. */
const headings = (root: ParentNode): [number, string][] =>
  [...root.querySelectorAll('h2, h4')].map((heading) => [Number(heading.ariaLevel), text(heading)]);

const states = (root: ParentNode): string[] => [...root.querySelectorAll('[part=state]')].map(text);

describe('a declaration', () => {
  useConsents();
  afterEach(forget);

  it('lists the categories with what each stores, the library’s own cookie among what is necessary', async () => {
    const { written } = await write({ ...CONFIG, cookie: { name: 'askfirst' } });
    expect(headings(written)).to.deep.equal([
      [2, 'Necessary'],
      [3, 'Bodywise Notes'],
      [2, 'Marketing'],
      [3, 'Shop'],
      [2, 'Analytics'],
      [3, 'Counter'],
      [2, 'Personalization'],
      [3, 'Taste'],
    ]);
    const [own] = written.querySelectorAll('tbody tr');
    expect([...own!.children].map(text)).to.deep.equal([
      'askfirst',
      'Remembers what you choose here',
      '6 months',
      'Bodywise Notes',
    ]);
    expect(states(written)).to.deep.equal(['Always on', 'Not allowed', 'Not allowed', 'Not allowed']);
    expect(text(written)).to.contain('mp_bodywise_counter');
  });

  it('takes the level of its headings from the page', async () => {
    const { written } = await write(CONFIG, 'heading-level="3"');
    expect(headings(written).map(([level]) => level)).to.deep.equal([3, 4, 3, 4, 3, 4, 3, 4]);
  });

  it('follows the choice, and names a service that stands otherwise than its category', async () => {
    const { written, consent } = await write({ ...CONFIG, switches: 'service' });
    const choice = (): string => text(written.querySelector('[part=choice]'));
    expect(choice()).to.equal('You have not chosen yet. What needs your yes is off.');
    consent.choose({ analytics: true, shop: true });
    await waitUntil(() => choice().startsWith('Chosen on '), 'it does not follow');
    expect(states(written)).to.deep.equal(['Always on', 'Not allowed', 'Allowed', 'Not allowed']);
    const shop = [...written.querySelectorAll('.service')].find((service) => text(service).startsWith('Shop'));
    expect(text(shop?.querySelector('p'))).to.equal('Allowed');
    const counter = [...written.querySelectorAll('.service')].find((service) => text(service).startsWith('Counter'));
    expect(text(counter?.querySelector('p'))).to.equal(
      'Counter Ltd gets access to the data. Privacy policy of Counter Ltd',
    );
  });

  it('is written also where it comes later, or comes back', async () => {
    const question = await ask();
    const late = document.createElement('cookie-declaration');
    document.body.append(late);
    try {
      const { written } = await read(question, late);
      late.remove();
      question.consent.acceptAll();
      await waitUntil(() => question.consent.state.status === 'decided');
      document.body.append(late);
      await waitUntil(() => states(written).includes('Allowed'), 'it has missed what was chosen');
    } finally {
      late.remove();
    }
  });

  it('follows the language of the page', async () => {
    const { written } = await write();
    document.documentElement.lang = 'ar';
    try {
      await waitUntil(() => written.querySelector('[dir=rtl][lang=ar]'), 'it stays English');
      expect(text(written.querySelector('[data-action=manage]'))).to.equal('تغيير خياراتي');
      expect(text(written.querySelector('th'))).to.equal('الاسم');
    } finally {
      document.documentElement.lang = 'en';
    }
    await waitUntil(() => text(written.querySelector('th')) === 'Name', 'it stays Arabic');
  });

  it('opens the preferences, and has the focus again once they are closed', async () => {
    const { written, declaration, consent, root } = await write();
    consent.rejectAll();
    await waitUntil(() => consent.state.status === 'decided' && !root.querySelector('.banner:popover-open'));
    written.querySelector<HTMLElement>('[data-action=manage]')!.click();
    await waitUntil(() => root.querySelector('dialog:modal'), 'no preferences');
    root.querySelector<HTMLElement>('[data-action=close]')!.click();
    await waitUntil(() => document.activeElement === declaration, 'the focus is elsewhere');
    expect(written.activeElement?.getAttribute('data-action')).to.equal('manage');
  });

  it('links the policies, and no address that would run as a script (H2)', async () => {
    const site = { privacyPolicyUrl: '/privacy', cookiePolicyUrl: 'javascript:alert(1)' };
    const { written } = await write({ ...CONFIG, site });
    expect([...written.querySelectorAll('.root > p a')].map(text)).to.deep.equal(['Privacy policy']);
  });

  it('shows markup in a text as text', async () => {
    const { written } = await write({
      services: [{ id: 'x', category: 'analytics', name: '<img src=x onerror=alert(1)>', cookies: [{ name: '<b>' }] }],
    });
    expect(written.querySelectorAll('img, b').length).to.equal(0);
    expect(text(written)).to.contain('<img src=x onerror=alert(1)>');
  });

  it('is set in the type and the colours of the page, unless the page says otherwise', async () => {
    const { written, declaration } = await write();
    const paragraph = written.querySelector('[part=choice]')!;
    declaration.style.cssText = 'font: italic 21px Georgia; color: rgb(1, 2, 3); --consent-link: rgb(4, 5, 6)';
    const { fontFamily, fontSize, fontStyle, color } = getComputedStyle(paragraph);
    expect([fontFamily, fontSize, fontStyle, color]).to.deep.equal(['Georgia', '21px', 'italic', 'rgb(1, 2, 3)']);
    expect(getComputedStyle(written.querySelector('a')!).color).to.equal('rgb(4, 5, 6)');
    expect(getComputedStyle(declaration).display).to.equal('block');
  });

  it('is printed, while the question and the settings button are not', async function () {
    if (engine !== 'chromium') this.skip(); // emulated in Chromium
    const { written, get, consent } = await write();
    const isSeen = (element: Element | null | undefined): boolean => Boolean(element?.getClientRects().length);
    await emulateMedia({ media: 'print' });
    try {
      expect(isSeen(get('.banner'))).to.equal(false);
      expect(isSeen(written.querySelector('table'))).to.equal(true);
      expect(isSeen(written.querySelector('[data-action=manage]'))).to.equal(false);
      consent.rejectAll();
      await waitUntil(() => consent.state.status === 'decided');
      expect(isSeen(get('#settings'))).to.equal(false);
      expect(isSeen(written.querySelector('table'))).to.equal(true);
    } finally {
      await emulateMedia({ media: 'screen' });
    }
    await waitUntil(() => isSeen(get('#settings')), 'the button is gone');
  });

  it('is not there where the configuration cannot be trusted: what stands inside of it is', async () => {
    const declaration = await fixture<CookieDeclaration>('<cookie-declaration></cookie-declaration>');
    await declaration.updateComplete;
    expect(text(declaration.shadowRoot)).to.equal('');
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`axe finds nothing on a ${scheme} page, nor in little room, nor in Arabic`, async () => {
      const page = document.body.style;
      page.cssText = scheme === 'dark' ? 'background: #111; color: #eee' : 'background: #fff; color: #222';
      try {
        const { declaration, written } = await write(CONFIG);
        const audit = async (): Promise<string[]> => {
          const { violations, passes } = await axe.run(declaration, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          });
          expect(passes.map(({ id }) => id)).to.include.members(['color-contrast', 'button-name']);
          return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.flat().join(' ')}`));
        };
        expect(await audit()).to.deep.equal([]);
        if (engine !== 'webkit') {
          await setViewport({ width: 320, height: 800 });
          expect(await audit()).to.deep.equal([]);
          expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
          await setViewport({ width: 1280, height: 800 });
        }
        document.documentElement.lang = 'ar';
        await waitUntil(() => written.querySelector('[dir=rtl]'), 'it stays English');
        expect(await audit()).to.deep.equal([]);
      } finally {
        page.cssText = '';
        document.documentElement.lang = 'en';
      }
    });
  }
});
