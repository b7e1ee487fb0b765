/** axe finds nothing: both layers, light and dark, wide and narrow. */
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { audit } from './axe.js';
import { CONFIG, ask, engine, forget, frame } from './question.js';

/** The runner's WebKit cannot change the size of its window: there it is looked at as it is. */
const widths = engine === 'webkit' ? [0] : [1280, 320];

describe('accessibility', () => {
  // As tall as a page is: while preferences are open it does not scroll, and axe takes what lies beyond its box for hidden.
  before(() => void (document.body.style.minBlockSize = '100vh'));
  afterEach(forget);

  for (const theme of ['light', 'dark'] as const) {
    for (const width of widths) {
      it(`axe finds nothing in either layer, ${theme}${width ? `, ${String(width)} px wide` : ''}`, async () => {
        if (width) await setViewport({ width, height: 800 });
        const { host, opensPreferences } = await ask({ ...CONFIG, ui: { theme } });
        await frame();
        const banner = await audit(host);
        expect(banner.found).to.deep.equal([]);
        expect(banner.passed).to.include.members(['button-name', 'color-contrast']);
        await opensPreferences();
        const preferences = await audit(host);
        expect(preferences.found).to.deep.equal([]);
        expect(preferences.passed).to.include.members(['color-contrast', 'heading-order', 'label', 'target-size']);
      });
    }
  }

  for (const language of ['ar', 'he', 'de']) {
    it(`axe finds nothing in the language ${language}`, async () => {
      const { host, opensPreferences } = await ask({ ...CONFIG, language });
      expect((await audit(host)).found).to.deep.equal([]);
      await opensPreferences();
      expect((await audit(host)).found).to.deep.equal([]);
    });
  }

  it('axe would find something', async () => {
    const { host, root } = await ask();
    root.querySelector<HTMLElement>('.intro')!.style.color = '#ddd';
    expect((await audit(host)).found.join()).to.contain('color-contrast');
  });
});
