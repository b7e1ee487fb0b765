/**
 * Checks of the UX specification, section 14, that want a whole page, or a visitor who has set the browser otherwise: larger type, forced
 * colours. The others stand in test/ui and beside what they are about.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { put } from './pages/page.mjs';
import { BANNER, CLOSE, MANAGE, REJECT, SAVE, SETTINGS, decided } from './pages/story.mjs';
import { engineName, journey } from './support/journey.mjs';

/** Why a journey is left out: WebKit's driver can set neither type nor colours. */
const skip = engineName === 'webkit' && 'the driver of WebKit cannot set this';

/** Of each text in the open layers: its size in pixels, and whether any of it is cut off or stands outside. */
const texts = (visitor) =>
  visitor.evaluates(() => {
    const root = document.querySelector('cookie-consent').shadowRoot;
    const shown = [...root.querySelectorAll('h2, h3, p, .button, .link, summary')].filter((element) =>
      element.checkVisibility(),
    );
    return shown.map((element) => {
      const { left, right } = element.getBoundingClientRect();
      return {
        what: `${element.localName} ${element.textContent.trim().slice(0, 30)}`,
        size: parseFloat(getComputedStyle(element).fontSize),
        isCut: element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline',
        isOut: left < -0.5 || right > document.documentElement.clientWidth + 0.5,
      };
    });
  });

for (const width of [1280, 390, 320]) {
  journey(
    `14: type doubles with the visitor's own setting, and nothing is cut, ${width} px wide`,
    { skip },
    async ({ newVisitor, server }) => {
      put(server, '/type', { config: { site: { name: 'Bodywise Notes', privacyPolicyUrl: '/privacy' } } });
      const seen = [];
      for (const fontSize of [16, 32]) {
        const visitor = await newVisitor({ viewport: { width, height: 800 }, fontSize });
        await visitor.goes(`${server.origin}/type`);
        await visitor.sees(REJECT);
        const banner = await texts(visitor);
        await visitor.opensPreferences();
        seen.push([...banner, ...(await texts(visitor))]);
      }
      const [usual, large] = seen;
      assert.ok(usual.length > 15);
      // Where the window is narrow for its type, the intro is one step smaller.
      for (const [index, { what, size, isCut, isOut }] of large.entries()) {
        assert.ok(size >= 1.85 * usual[index].size, `${what}: ${size} px beside ${usual[index].size}`);
        assert.deepEqual([isCut, isOut], [false, false], what);
      }
    },
  );
}

journey("14: the page's own 62.5 % changes no size", async ({ visitor, server }) => {
  const sizes = [];
  for (const head of ['', '<style>html { font-size: 62.5% }</style>']) {
    put(server, '/small', { head });
    await visitor.goes(`${server.origin}/small`);
    await visitor.sees(REJECT);
    sizes.push(await texts(visitor));
  }
  assert.ok(sizes[0].length > 4);
  assert.deepEqual(sizes[1], sizes[0]);
});

journey(
  '18: in forced colours everything has a border, and on differs from off by its shape',
  { skip },
  async ({ newVisitor, server }) => {
    const visitor = await newVisitor({ forcedColors: true });
    put(server, '/forced');
    await visitor.goes(`${server.origin}/forced`);
    await visitor.sees(REJECT);
    const look = (selector, pseudo) =>
      visitor.evaluates(
        (name, part) => {
          const element = document.querySelector('cookie-consent').shadowRoot.querySelector(name);
          const { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor, width, visibility, outlineStyle } =
            getComputedStyle(element, part);
          return { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor, width, visibility, outlineStyle };
        },
        selector,
        pseudo ?? null,
      );
    assert.equal(await visitor.evaluates(() => matchMedia('(forced-colors: active)').matches), true);
    const banner = await look('.banner');
    assert.deepEqual([banner.borderTopStyle, banner.borderTopWidth], ['solid', '1px']);
    assert.notEqual(banner.borderTopColor, banner.backgroundColor);
    assert.equal((await look('[data-action=reject-all]')).borderTopWidth, '2px');
    await visitor.presses('Tab');
    assert.equal((await look(':focus-visible')).outlineStyle, 'solid');
    await visitor.opensPreferences();
    const dialog = await look('dialog:modal');
    assert.deepEqual([dialog.borderTopStyle, dialog.borderTopWidth], ['solid', '1px']);
    const shape = async () => [
      (await look('[name=analytics]', '::after')).width,
      (await look('[name=analytics] + .check')).visibility,
    ];
    assert.deepEqual(await shape(), ['16px', 'hidden']);
    await visitor.switches('analytics', true);
    assert.deepEqual(await shape(), ['20px', 'visible']);
  },
);

for (const [width, height] of [
  [1280, 800],
  [390, 844],
]) {
  journey(
    `6: every link at the page's end can be clicked beside the banner, ${width} px wide`,
    async ({ newVisitor, server }) => {
      const visitor = await newVisitor({ viewport: { width, height } });
      await visitor.goes(`${server.origin}/`);
      await visitor.sees(REJECT);
      const covered = await visitor.evaluates(() => {
        scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
        const links = [...document.querySelectorAll('footer a, footer button')];
        return links
          .filter((link) => {
            const { left, top, width: wide, height: high } = link.getBoundingClientRect();
            return !link.contains(document.elementFromPoint(left + wide / 2, top + high / 2));
          })
          .map(({ textContent }) => textContent)
          .concat(links.length > 8 ? [] : 'there are too few');
      });
      assert.deepEqual(covered, []);
    },
  );
}

for (const [width, height] of [
  [320, 256],
  [640, 400],
  [844, 390],
]) {
  journey(
    `15: every control of the preferences can be reached in a window of ${width} by ${height}`,
    async ({ newVisitor, server }) => {
      const visitor = await newVisitor({ viewport: { width, height } });
      await visitor.goes(`${server.origin}/`);
      await visitor.sees(REJECT);
      await visitor.opensPreferences();
      const missed = await visitor.evaluates(() => {
        const root = document.querySelector('cookie-consent').shadowRoot;
        const dialog = root.querySelector('dialog:modal');
        for (const details of dialog.querySelectorAll('details')) details.open = true;
        const controls = [...dialog.querySelectorAll('button, input, summary, a')].filter((element) =>
          element.checkVisibility(),
        );
        const missing = controls.filter((control) => {
          control.scrollIntoView({ block: 'center', behavior: 'instant' });
          // A link may run over two lines: one of its boxes will do.
          return ![...control.getClientRects()].some(({ left, top, width: wide, height: high }) => {
            const hit = root.elementFromPoint(left + wide / 2, top + high / 2);
            return (
              control.contains(hit) ||
              hit?.closest?.('label')?.control === control ||
              control.parentElement.contains(hit)
            );
          });
        });
        const sideways = dialog.scrollWidth > dialog.clientWidth || document.documentElement.scrollWidth > innerWidth;
        return [
          ...missing.map(({ outerHTML }) => outerHTML.slice(0, 80)),
          ...(sideways ? ['it scrolls sideways'] : []),
          ...(controls.length > 8 ? [] : ['too few']),
        ];
      });
      assert.deepEqual(missed, []);
    },
  );
}

journey(
  '16: nothing of the page moves as the question comes, is answered, and is opened again',
  { skip: engineName !== 'chromium' && 'only Chromium measures layout shifts' },
  async ({ visitor, server }) => {
    const body = `${'<p>Words that stand still.</p>'.repeat(60)}`;
    put(server, '/still', {
      body,
      head: '<script>window.shifts = []; new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: "layout-shift", buffered: true });</script>',
    });
    await visitor.goes(`${server.origin}/still`);
    await visitor.sees(REJECT);
    await visitor.opensPreferences();
    await visitor.clicks(CLOSE);
    await visitor.sees(BANNER);
    await visitor.rejects();
    await decided(visitor);
    await visitor.opensSettings();
    await visitor.clicks(SAVE);
    await visitor.sees(SETTINGS);
    assert.deepEqual(await visitor.evaluates(() => window.shifts), []);
    // And it would be seen.
    await visitor.evaluates(() =>
      document.body.prepend(Object.assign(document.createElement('div'), { innerText: 'A line' })),
    );
    await visitor.waitsFor(() => window.shifts.length > 0);
  },
);

for (const [width, height, most] of [
  [1280, 800, 23],
  [390, 844, 43],
]) {
  journey(
    `21: with labels twice as long nothing overflows, and the answers stay equal, ${width} px wide`,
    async ({ newVisitor, server }) => {
      const visitor = await newVisitor({ viewport: { width, height } });
      const twice = (text) => `${text} ${text}`;
      put(server, '/long', {
        config: {
          site: { name: 'Bodywise Notes', privacyPolicyUrl: '/privacy' },
          texts: {
            en: Object.fromEntries(
              Object.entries({
                title: 'Your cookie choices',
                acceptAll: 'Accept all',
                rejectAll: 'Reject all',
                manage: 'Manage preferences',
                save: 'Save my choices',
              }).map(([key, text]) => [key, twice(text)]),
            ),
          },
        },
      });
      await visitor.goes(`${server.origin}/long`);
      await visitor.sees(MANAGE);
      const measure = (layer) =>
        visitor.evaluates((selector) => {
          const box = document.querySelector('cookie-consent').shadowRoot.querySelector(selector);
          const { width: wide, height: high } = box.getBoundingClientRect();
          const [reject, accept] = [...box.querySelectorAll('[data-action$=-all]')].map((button) =>
            button.getBoundingClientRect(),
          );
          return {
            share: (100 * wide * high) / (innerWidth * innerHeight),
            overflows:
              box.scrollWidth > box.clientWidth ||
              [...box.querySelectorAll('.button')].some((button) => button.scrollWidth > button.clientWidth),
            differ: [Math.round(Math.abs(reject.width - accept.width)), reject.height - accept.height],
          };
        }, layer);
      const banner = await measure('.banner');
      assert.ok(banner.share <= most, `${banner.share} %`);
      assert.deepEqual([banner.overflows, banner.differ], [false, [0, 0]]);
      await visitor.opensPreferences();
      const dialog = await measure('dialog:modal');
      assert.deepEqual([dialog.overflows, dialog.differ], [false, [0, 0]]);
    },
  );
}

journey(
  '10: assistive technology is handed a region before the page, and a modal dialog with three named switches',
  { skip: engineName !== 'chromium' && 'only the driver of Chromium hands out its accessibility tree' },
  async ({ visitor, server }) => {
    put(server, '/heard', { body: '<header><p>The site</p></header><main><h1>Words</h1></main>' });
    await visitor.goes(`${server.origin}/heard`);
    await visitor.sees(REJECT);
    const first = await visitor.hears();
    const place = (role, name) => first.findIndex((node) => node.role === role && (!name || node.name === name));
    const region = place('region', 'Your cookie choices');
    assert.ok(region >= 0 && region < place('banner'), JSON.stringify(first.map(({ role, name }) => [role, name])));
    assert.ok(!first.some(({ role }) => role === 'dialog'));

    await visitor.opensPreferences();
    const heard = await visitor.hears();
    const dialog = heard.find(({ role }) => role === 'dialog');
    assert.equal(dialog.name, 'Cookie preferences');
    assert.equal(dialog.modal, true);
    assert.match(dialog.description, /^Switch on only what you are happy with/);
    const switches = heard.filter(({ role }) => role === 'switch');
    assert.deepEqual(
      switches.map(({ name }) => name),
      ['Marketing', 'Analytics', 'Personalization'],
    );
    for (const { description, name } of switches) assert.ok(description, `${name} has no description`);
    const levels = heard.filter(({ role }) => role === 'heading').map(({ level }) => level);
    assert.deepEqual(levels, [2, 3, 3, 3, 3]);
    assert.ok(!heard.some(({ role, name }) => /button|switch|checkbox/.test(role) && name === 'Necessary'));
    // The page behind it is out of reach.
    assert.ok(!heard.some(({ name }) => name === 'Words'));
  },
);

journey('8: a click beside the open preferences does nothing, and stores nothing', async ({ visitor, server }) => {
  put(server, '/beside');
  await visitor.goes(`${server.origin}/beside`);
  await visitor.sees(REJECT);
  await visitor.opensPreferences();
  await visitor.switches('analytics', true);
  await visitor.clicksAt(8, 8);
  await visitor.presses('Shift');
  await visitor.sees(SAVE);
  assert.deepEqual(await visitor.cookies(), []);
  await visitor.clicks(CLOSE);
  await visitor.sees(BANNER);
  assert.equal((await visitor.state()).status, 'undecided');
});

journey('11: axe finds nothing in either layer in forced colours', { skip }, async ({ newVisitor, server }) => {
  const visitor = await newVisitor({ forcedColors: true });
  server.pages.set('/axe.js', {
    body: await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)),
  });
  put(server, '/forced-axe', { head: '<script src="/axe.js"></script>', body: '<main><h1>Words</h1></main>' });
  await visitor.goes(`${server.origin}/forced-axe`);
  await visitor.sees(REJECT);
  const audit = () =>
    visitor.evaluates(async () => {
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const { violations, passes } = await window.axe.run(document.querySelector('cookie-consent'), { runOnly: tags });
      return [
        violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => [id, html.slice(0, 90), any[0]?.message])),
        passes.length > 10,
      ];
    });
  assert.deepEqual(await audit(), [[], true]);
  await visitor.opensPreferences();
  assert.deepEqual(await audit(), [[], true]);
});
