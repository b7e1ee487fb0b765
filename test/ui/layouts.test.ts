/** The first layer as bar, box and dialog, at each edge and corner, and with an X that refuses (UX specification, sections 2 to 4 and 8). */
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { useConsents } from '../support/consents.js';
import { waitUntil } from '../support/wait-until.js';
import { CONFIG, ask, engine, forget, frame, type Question } from './question.js';
import type { ConfigInput } from '../../src/types.js';

/** The runner's WebKit cannot change the size of its window. */
const resizes = engine !== 'webkit';
const onlyWhereItResizes = resizes ? it : it.skip;

type Ui = NonNullable<ConfigInput['ui']>;
type Layout = NonNullable<Ui['layout']>;

/** Asks in a layout, and waits until it stands. */
async function lays(ui: Ui, more: Partial<ConfigInput> = {}): Promise<Question> {
  const question = await ask({ ...CONFIG, ...more, ui }, false);
  await waitUntil(() => question.root.querySelector('.banner:is(:popover-open, :modal)'), 'no first layer');
  return question;
}

const gaps = (element: Element): Record<'top' | 'right' | 'bottom' | 'left' | 'width', number> => {
  const { top, right, bottom, left, width } = element.getBoundingClientRect();
  const { clientWidth } = document.documentElement;
  const [a, b, c, d, e] = [top, clientWidth - right, innerHeight - bottom, left, width].map(Math.round) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return { top: a, right: b, bottom: c, left: d, width: e };
};

describe('layouts', () => {
  useConsents();
  beforeEach(async () => {
    if (resizes) await setViewport({ width: 1280, height: 800 });
  });
  afterEach(forget);

  describe('a box', () => {
    for (const [position, one, other] of [
      ['bottom', 'bottom', 'left'],
      ['bottom start', 'bottom', 'left'],
      ['bottom end', 'bottom', 'right'],
      ['top', 'top', 'left'],
      ['top start', 'top', 'left'],
      ['top end', 'top', 'right'],
    ] as const) {
      onlyWhereItResizes(`keeps to its corner, 16 px off: ${position}`, async () => {
        const { get } = await lays({ layout: 'box', position });
        const found = gaps(get('.banner'));
        expect([found[one], found[other], found.width]).to.deep.equal([16, 16, 416]);
      });
    }

    onlyWhereItResizes('keeps to the other side where the text runs from right to left', async () => {
      const { get } = await lays({ layout: 'box' }, { language: 'ar' });
      const found = gaps(get('.banner'));
      expect([found.bottom, found.right, found.width]).to.deep.equal([16, 16, 416]);
    });
  });

  onlyWhereItResizes(
    'leave the page its room: at most 13 % of a large window for a box, half of a small one for any',
    async () => {
      for (const [layout, width, height, most] of [
        ['box', 1280, 800, 13],
        ['box', 390, 844, 35],
        ['box', 320, 568, 50],
        ['center', 390, 844, 35],
        ['center', 320, 568, 50],
      ] as const) {
        await setViewport({ width, height });
        const { get } = await lays({ layout });
        await frame();
        const { width: wide, height: high } = get('.banner').getBoundingClientRect();
        expect((100 * wide * high) / (innerWidth * innerHeight), `${layout} ${String(width)}`).to.be.at.most(most);
        await forget();
      }
    },
  );

  for (const layout of ['bar', 'box', 'center'] as const satisfies Layout[]) {
    it(`show both answers alike, with or without an X: ${layout} (C3)`, async () => {
      for (const closeButton of [false, true]) {
        const { root } = await lays({ layout, closeButton });
        const [reject, accept] = [...root.querySelectorAll<HTMLElement>('.banner [data-action$="-all"]')].map(
          (button) => {
            const { width, height, top } = button.getBoundingClientRect();
            const { backgroundColor, color, fontWeight, borderColor, boxShadow } = getComputedStyle(button);
            return [Math.round(width), height, top, backgroundColor, color, fontWeight, borderColor, boxShadow];
          },
        );
        expect(accept).to.deep.equal(reject);
        expect(accept).to.have.lengthOf(8);
        await forget();
      }
    });

    onlyWhereItResizes(
      `keep every button in view, and scroll nothing sideways, in small windows: ${layout}`,
      async () => {
        for (const closeButton of [false, true]) {
          for (const [width, height] of [
            [320, 568],
            [320, 256],
            [640, 400],
            [844, 390],
            [1280, 720],
          ] as const) {
            await setViewport({ width, height });
            const { root } = await lays({ layout, closeButton });
            await frame();
            const { documentElement } = document;
            const name = `${String(width)}x${String(height)}`;
            expect(documentElement.scrollWidth, name).to.be.at.most(documentElement.clientWidth);
            const banner = root.querySelector('.banner')!;
            expect(banner.scrollWidth, name).to.be.at.most(banner.clientWidth);
            const buttons = [...banner.querySelectorAll('.actions button, .continue')];
            expect(buttons).to.have.lengthOf(closeButton ? 4 : 3);
            for (const button of buttons) {
              const { x, y, width: wide, height: high } = button.getBoundingClientRect();
              const hit = root.elementFromPoint(x + wide / 2, y + high / 2);
              const what = `${name} ${button.getAttribute('data-action')!}`;
              expect(button.contains(hit), what).to.equal(true);
              expect(y >= 0 && y + high <= innerHeight, `${what} is cut`).to.equal(true);
              expect(Math.min(wide, high), what).to.be.at.least(44);
            }
            await forget();
          }
        }
      },
    );
  }

  describe('in the center', () => {
    it('is a modal dialog with name and description, and begins on its title (P2)', async () => {
      const { root, get } = await lays({ layout: 'center' });
      const dialog = get('.banner');
      expect([dialog.localName, dialog.matches(':modal')]).to.deep.equal(['dialog', true]);
      expect(root.activeElement?.id).to.equal('title');
      const named = ['aria-labelledby', 'aria-describedby'].map(
        (name) => root.getElementById(dialog.getAttribute(name) ?? '')?.textContent.trim() ?? '',
      );
      expect(named[0]).to.equal('Your cookie choices');
      expect(named[1]).to.include('Refuse, and the site still works');
      expect(root.getAnimations()).to.deep.equal([]);
    });

    it('offers both answers at once, and gives the page back after either (B4)', async () => {
      for (const answer of ['reject', 'accept']) {
        const { get, consent, root } = await lays({ layout: 'center' });
        get(`[data-action=${answer}-all]`).click();
        expect(root.querySelector('dialog:modal')).to.equal(null);
        await waitUntil(() => consent.state.status === 'decided');
        expect(consent.granted('marketing')).to.equal(answer === 'accept');
        expect(getComputedStyle(document.documentElement).overflowY).to.equal('visible');
        await waitUntil(() => root.activeElement?.id === 'settings', 'the focus is nowhere');
        await forget();
      }
    });

    it('lets nothing scroll behind it', async () => {
      await lays({ layout: 'center' });
      expect(getComputedStyle(document.documentElement).overflowY).to.equal('hidden');
    });

    it('goes on as a bar after Escape, and nothing is answered (B2)', async () => {
      const { get, root, consent, record } = await lays({ layout: 'center' });
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => root.querySelector('section.banner:popover-open'), 'no bar');
      expect(root.querySelector('dialog.banner')).to.equal(null);
      expect(consent.state.status).to.equal('undecided');
      expect(record()).to.equal(undefined);
      expect(getComputedStyle(document.documentElement).overflowY).to.equal('visible');
      get('[data-action=reject-all]').click();
      await waitUntil(() => consent.state.status === 'decided');
    });

    it('waits while the preferences are open, and comes back after them', async () => {
      const { get, root, consent } = await lays({ layout: 'center' });
      get('.manage').click();
      await waitUntil(() => root.querySelector('dialog:not(.banner):modal'), 'no preferences');
      expect(get('.banner').matches(':modal')).to.equal(false);
      consent.close();
      await waitUntil(() => get('.banner').matches(':modal'), 'it does not come back');
    });

    it('is closed at once where the page hides it, instead of freezing the page', async () => {
      const style = document.createElement('style');
      style.textContent = 'cookie-consent { display: none !important }';
      document.head.append(style);
      try {
        const { root, consent } = await ask({ ...CONFIG, ui: { layout: 'center' } }, false);
        const errors: string[] = [];
        consent.on('error', ({ message }) => errors.push(message));
        await waitUntil(() => errors.length, 'nothing is reported');
        expect(errors.join()).to.include('hidden');
        expect(root.querySelector(':modal')).to.equal(null);
        expect(consent.state.status).to.equal('undecided');
      } finally {
        style.remove();
      }
    });
  });

  describe('an X', () => {
    it('is there only where the site wants it, or Italy (C7)', async () => {
      for (const [more, ui, count] of [
        [{}, {}, 0],
        [{}, { closeButton: true }, 1],
        [{ region: 'IT' }, {}, 1],
        [{ region: 'IT' }, { closeButton: false }, 0],
        [{ region: 'FR' }, {}, 0],
      ] as const) {
        const { root } = await lays(ui, more);
        const found = root.querySelectorAll('.banner [data-action=continue-without-accepting]').length;
        expect(found, JSON.stringify([more, ui])).to.equal(count);
        await forget();
      }
    });

    it('says what it does, and refuses for as long as any refusal (C6)', async () => {
      const { get, consent, record, root } = await lays({ closeButton: true });
      const x = get('[data-action=continue-without-accepting]');
      expect(x.getAttribute('aria-label')).to.equal('Continue without accepting');
      x.click();
      await waitUntil(() => consent.state.status === 'decided');
      for (const id of ['marketing', 'analytics', 'personalization'])
        expect(consent.state.categories[id]).to.deep.equal({
          granted: false,
          decided: true,
          by: consent.state.categories.marketing?.by,
        });
      expect(record()).to.match(/be5ru/);
      expect(root.querySelector('.banner:popover-open')).to.equal(null);
    });
  });

  it('follow the attributes of the element, also later', async () => {
    const { host, root } = await lays({ layout: 'bar' });
    host.layout = 'box';
    host.position = 'top end';
    await waitUntil(() => root.querySelector('.banner.box.top.end:popover-open'), 'no box');
    host.layout = 'center';
    await waitUntil(() => root.querySelector('dialog.center:modal'), 'no dialog');
    host.layout = 'bar';
    await waitUntil(() => root.querySelector('section.bar:popover-open'), 'no bar');
    expect(getComputedStyle(document.documentElement).overflowY).to.equal('visible');
  });

  describe('the settings button', () => {
    for (const [settingsButton, one, other] of [
      [true, 'bottom', 'left'],
      ['bottom start', 'bottom', 'left'],
      ['bottom end', 'bottom', 'right'],
      ['top start', 'top', 'left'],
      ['top end', 'top', 'right'],
    ] as const) {
      it(`stands in its corner: ${String(settingsButton)}`, async () => {
        const { get, consent } = await lays({ settingsButton });
        consent.rejectAll();
        await waitUntil(() => !get('#settings').hidden);
        const found = gaps(get('#settings'));
        expect([found[one], found[other], found.width]).to.deep.equal([16, 16, 48]);
      });
    }
  });
});
