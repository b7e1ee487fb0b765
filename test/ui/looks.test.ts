/** What people see: the measures of the UX specification, section 14. */
import { expect } from '@open-wc/testing';
import { emulateMedia, sendMouse, setViewport } from '@web/test-runner-commands';
import { waitUntil } from '../support/wait-until.js';
import { CONFIG, ask, engine, forget, frame, settled, type Question } from './question.js';

/** The runner's WebKit cannot change the size of its window. */
const resizes = engine !== 'webkit';
const onlyWhereItResizes = resizes ? it : it.skip;

const answers = ({ root }: Question, layer: string): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>(`${layer} [data-action$="-all"]`),
];

/** Everything that the browser says of an element's looks, without what follows from the length of its word. */
function looks(element: HTMLElement): Record<string, string> {
  const style = getComputedStyle(element);
  const names = [...style].filter((name) => !/width$|^inline-size$|origin/.test(name) || /border|outline/.test(name));
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]));
}

const box = (element: Element): { x: number; y: number; width: number; height: number } => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
};

/** Boxes of all that is rendered in both layers, by name. */
function boxes({ root }: Question): readonly string[] {
  return [...root.querySelectorAll('.root *:not(.status)')]
    .filter((element) => element.checkVisibility())
    .map((element) => {
      const { x, y, width, height } = box(element);
      const rounded = [x, y, width, height].map((number) => Math.round(number * 10) / 10);
      return `${element.localName}.${element.getAttribute('class') ?? ''} ${rounded.join(' ')}`;
    });
}

const large = async (): Promise<void> => {
  if (resizes) await setViewport({ width: 1280, height: 800 });
};

describe('the question', () => {
  beforeEach(large);
  afterEach(forget);

  it('shows Reject and Accept alike on both layers, also under the pointer', async () => {
    const question = await ask();
    for (const layer of ['.banner', 'dialog']) {
      if (layer === 'dialog') await question.opensPreferences();
      const [reject, accept] = answers(question, layer) as [HTMLElement, HTMLElement];
      expect([reject.localName, accept.localName]).to.deep.equal(['button', 'button']);
      expect(reject.part.value).to.equal(accept.part.value);
      expect(reject.className).to.equal(accept.className);
      expect(looks(accept)).to.deep.equal(looks(reject));
      expect(accept.offsetTop).to.equal(reject.offsetTop);
      expect(Math.abs(box(accept).width - box(reject).width)).to.be.at.most(1);
      expect(box(accept).height).to.equal(box(reject).height);

      const hovered: Record<string, string>[] = [];
      for (const button of [reject, accept]) {
        const { x, y, width, height } = box(button);
        await sendMouse({ type: 'move', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
        await waitUntil(() => button.matches(':hover'), 'the pointer does not reach it');
        await frame(); // what moves has begun to
        await settled(button);
        hovered.push(looks(button));
      }
      expect(hovered[1]).to.deep.equal(hovered[0]);
      await sendMouse({ type: 'move', position: [0, 0] });
    }
  });

  onlyWhereItResizes('leaves most of the window to the page', async () => {
    for (const [width, height, most] of [
      [1280, 800, 15],
      [390, 844, 35],
      [320, 568, 50],
    ] as const) {
      await setViewport({ width, height });
      const question = await ask();
      await frame();
      const { width: wide, height: high } = box(question.get('.banner'));
      const share = (100 * wide * high) / (innerWidth * innerHeight);
      expect(share, `${String(width)}x${String(height)}`).to.be.at.most(most);
      await forget();
    }
  });

  onlyWhereItResizes('keeps all three buttons in view, and scrolls nothing sideways, in small windows', async () => {
    for (const [width, height] of [
      [320, 568],
      [320, 256],
      [640, 400],
      [1280, 720],
    ] as const) {
      await setViewport({ width, height });
      const question = await ask();
      await frame();
      const { documentElement } = document;
      const name = `${String(width)}x${String(height)}`;
      expect(documentElement.scrollWidth, name).to.be.at.most(documentElement.clientWidth);
      for (const button of question.root.querySelectorAll('.banner .actions button')) {
        const { x, y, width: wide, height: high } = box(button);
        const hit = question.root.elementFromPoint(x + wide / 2, y + high / 2);
        expect(button.contains(hit), `${name} ${button.textContent.trim()}`).to.be.true;
        expect(y >= 0 && y + high <= innerHeight, `${name} ${button.textContent.trim()} is cut`).to.be.true;
      }
      await forget();
    }
  });

  for (const layout of ['bar', 'box'] as const) {
    it(`takes clicks only where it is seen: ${layout}`, async () => {
      const question = await ask({ ...CONFIG, ui: { layout } });
      const banner = box(question.get('.banner'));
      const steps = Array.from({ length: 64 }, (_, index) => (index + 0.5) / 64);
      let inside = 0;
      for (const x of steps.map((step) => step * innerWidth)) {
        for (const y of steps.map((step) => step * innerHeight)) {
          if (document.elementFromPoint(x, y) !== question.host) continue;
          inside += 1;
          expect(x >= banner.x && x <= banner.x + banner.width && y >= banner.y && y <= banner.y + banner.height).to.be
            .true;
        }
      }
      expect(inside).to.be.greaterThan(0);
    });
  }

  it('has targets that a thumb can hit', async () => {
    const question = await ask();
    await question.opensPreferences();
    const shown = [...question.root.querySelectorAll<HTMLElement>('button, input, summary, a')].filter(
      (element) => element.checkVisibility() && !element.matches('.link'),
    );
    expect(shown.length).to.be.at.least(10);
    for (const element of shown) {
      const { width, height } = box(element);
      const [wide, high] = element.matches('input') ? [52, 28] : element.matches('summary') ? [24, 32] : [44, 44];
      expect(width, element.outerHTML).to.be.at.least(wide);
      expect(height, element.outerHTML).to.be.at.least(high);
    }
    for (const label of question.root.querySelectorAll('h3 label')) expect(box(label).height).to.be.at.least(44);
  });

  it('stands where it stands from its first frame on', async () => {
    const question = await ask();
    const banner = question.get('.banner');
    const first = JSON.stringify([box(banner), getComputedStyle(banner).opacity]);
    expect(question.root.getAnimations()).to.deep.equal([]);
    expect(getComputedStyle(banner).opacity).to.equal('1');
    for (let count = 0; count < 30; count += 1) {
      await frame();
      expect(JSON.stringify([box(banner), getComputedStyle(banner).opacity])).to.equal(first);
    }
  });

  (engine === 'chromium' ? it : it.skip)(
    'moves nothing for those who want less motion (emulated in Chromium)',
    async () => {
      await emulateMedia({ reducedMotion: 'reduce' });
      try {
        const question = await ask();
        question.consent.open();
        for (let count = 0; count < 20; count += 1) {
          expect(question.root.getAnimations().length).to.equal(0);
          await frame();
        }
        const button = question.get('[name=marketing]');
        button.click();
        await frame();
        expect(question.root.getAnimations().length).to.equal(0);
        expect(question.get('dialog').matches(':modal')).to.be.true;
      } finally {
        await emulateMedia({ reducedMotion: 'no-preference' });
      }
    },
  );

  (engine === 'chromium' ? it : it.skip)('is not printed (emulated in Chromium)', async () => {
    const question = await ask();
    const visible = (): number =>
      [...question.root.querySelectorAll('*')].filter((element) => element.getClientRects().length).length;
    expect(visible()).to.be.greaterThan(5);
    await emulateMedia({ media: 'print' });
    try {
      expect(visible()).to.equal(0);
      question.consent.rejectAll();
      await waitUntil(() => !question.get('#settings').hidden);
      expect(visible()).to.equal(0);
    } finally {
      await emulateMedia({ media: 'screen' });
    }
  });

  it("keeps its measures under a page's own styles", async () => {
    const measure = async (): Promise<readonly string[]> => {
      const question = await ask();
      await frame();
      const banner = boxes(question);
      await question.opensPreferences();
      const all = [...banner, ...boxes(question)];
      await forget();
      return all;
    };
    const before = await measure();
    const style = document.createElement('style');
    style.textContent = `html { font-size: 62.5%; line-height: 3; letter-spacing: 3px; word-spacing: 9px; text-align: end; text-transform: uppercase }
      a { color: red } button { all: unset } * { font: 9px serif !important; box-sizing: content-box; margin: 3px }
      body, cookie-consent { visibility: visible; text-indent: 5px; white-space: pre }`;
    document.head.append(style);
    try {
      expect(await measure()).to.deep.equal(before);
      expect(before.length).to.be.greaterThan(40);
    } finally {
      style.remove();
    }
  });

  it('is drawn in the colours that it was told, and follows the system where it was told nothing', async () => {
    const colours: string[] = [];
    for (const theme of ['light', 'dark'] as const) {
      const question = await ask({ ui: { theme } });
      colours.push(getComputedStyle(question.get('.banner')).backgroundColor);
      await forget();
    }
    expect(colours).to.deep.equal(['rgb(255, 255, 255)', 'rgb(26, 33, 42)']);
    const question = await ask({});
    const dark = matchMedia('(prefers-color-scheme: dark)').matches;
    expect(getComputedStyle(question.get('.banner')).backgroundColor).to.equal(colours[Number(dark)]);
  });
});
