/** Colours and fonts: the defaults, the ready themes, and what a page sets (UX specification, sections 7 and 12, check 12). */
import { expect } from '@open-wc/testing';
import { CONFIG, ask, forget, frame } from './question.js';

/** Pairs of section 7: what stands on what, and the least contrast that the look was drawn with. */
const PAIRS = [
  ['text', 'surface', 7],
  ['text', 'tint', 6.5],
  ['muted', 'surface', 7],
  ['muted', 'tint', 6.5],
  ['link', 'surface', 7],
  ['link', 'tint', 6.5],
  ['on-accent', 'accent', 7],
  ['on-accent', 'hover', 7],
  ['control', 'surface', 3],
  ['control', 'tint', 3],
  ['focus', 'surface', 3],
  ['focus', 'tint', 3],
] as const;

const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
/** Relative luminance of a colour in any notation (WCAG 2.2). */
function luminance(colour: string): number {
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** A sheet of the page's own, until `remove()`. */
async function useSheet(theme: string): Promise<{ remove(): void }> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL(`../../src/themes/${theme}.css`, import.meta.url).href;
  const loaded = new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = reject;
  });
  document.head.append(link);
  await loaded;
  return link;
}

function useStyle(text: string): { remove(): void } {
  const style = document.createElement('style');
  style.textContent = text;
  document.head.append(style);
  return style;
}

describe('themes', () => {
  afterEach(forget);

  for (const name of ['', 'paper', 'meadow', 'ink']) {
    for (const theme of ['light', 'dark'] as const) {
      it(`can be read: ${name || 'the default'}, ${theme}`, async () => {
        const sheet = name ? await useSheet(name) : undefined;
        try {
          const { get } = await ask({ ...CONFIG, ui: { theme } });
          const probe = get('.intro');
          const colour = (token: string): string => {
            probe.style.transition = 'none';
            probe.style.color = `var(--${token})`;
            return getComputedStyle(probe).color;
          };
          for (const [one, other, least] of PAIRS)
            expect(contrast(colour(one), colour(other)), `${one} on ${other}`).to.be.at.least(least);
          expect(contrast(colour('surface'), theme === 'light' ? '#fff' : '#000')).to.be.below(1.6);
        } finally {
          sheet?.remove();
        }
      });
    }
  }

  const family = async (): Promise<string> => {
    const { get } = await ask();
    await frame();
    const found = getComputedStyle(get('.intro')).fontFamily;
    await forget();
    return found;
  };

  it('are set in the font of the system, whatever font the page has', async () => {
    const style = useStyle('html { font-family: monospace }');
    expect(await family()).to.equal('system-ui, sans-serif');
    style.remove();
  });

  it('take a font that is set anywhere above them', async () => {
    const style = useStyle(':root { --consent-font: fantasy }');
    expect(await family()).to.equal('fantasy');
    style.remove();
  });

  it("blend in with the page's own font where the element is told to inherit", async () => {
    const style = useStyle('html { font-family: monospace } cookie-consent { --consent-font: inherit }');
    expect(await family()).to.equal('monospace');
    style.remove();
  });
});
