/** axe finds nothing, in each layer of each layout, in every mixture of colours, direction, width and type (check 11 of the UX specification). */
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { waitUntil } from '../support/wait-until.js';
import { audit } from './axe.js';
import { CONFIG, ask, engine, forget, frame } from './question.js';

/** The runner's WebKit cannot change the size of its window: there it is looked at as it is. */
const widths = engine === 'webkit' ? [0] : [1280, 390, 320];

describe('accessibility, all of it', () => {
  before(() => void (document.body.style.minBlockSize = '100vh'));
  afterEach(async () => {
    document.documentElement.style.removeProperty('--consent-font-size');
    await forget();
  });

  for (const layout of ['bar', 'box', 'center'] as const)
    for (const theme of ['light', 'dark'] as const)
      for (const language of ['en', 'ar'])
        for (const size of [100, 200])
          for (const width of widths) {
            it(`axe finds nothing: ${layout}, ${theme}, ${language}, ${String(size)} %, ${String(width)} px`, async () => {
              if (width) await setViewport({ width, height: 800 });
              document.documentElement.style.setProperty('--consent-font-size', `${String(size)}%`);
              const { host, root, opensPreferences } = await ask(
                { ...CONFIG, language, ui: { theme, layout, closeButton: true } },
                false,
              );
              await waitUntil(() => root.querySelector('.banner:is(:popover-open, :modal)'), 'no banner');
              await frame();
              const banner = await audit(host);
              expect(banner.found).to.deep.equal([]);
              expect(banner.passed).to.include.members(['button-name', 'color-contrast']);
              await opensPreferences();
              const preferences = await audit(host);
              expect(preferences.found).to.deep.equal([]);
              expect(preferences.passed).to.include.members(['color-contrast', 'label']);
            });
          }
});
