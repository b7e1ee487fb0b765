/** What stands where an embed waits: its words, its looks, and that it is no obstacle to anybody. */
import 'axe-core/axe.min.js';
import type * as Axe from 'axe-core';
import { expect, fixture } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { BROUGHT, idsOf } from '../../src/core/markup.js';
import '../../src/ui/index.js';
import { start, useConsents } from '../support/consents.js';
import { fresh } from '../support/gates.js';
import { waitUntil } from '../support/wait-until.js';
import { engine } from './question.js';
import type { ConfigInput, Consent } from '../../src/types.js';
import type { ConsentEmbed } from '../../src/ui/index.js';

const { axe } = globalThis as unknown as { axe: typeof Axe };
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const CLIPS: ConfigInput = {
  language: 'en',
  services: [{ id: 'clips', category: 'marketing', name: 'Clips', provider: 'Clips Video Ltd' }],
};

interface Held {
  readonly placeholder: ConsentEmbed;
  readonly consent: Consent;
  readonly root: HTMLElement;
  get(selector: string): HTMLElement;
}

const markupOf = (attributes: string, size = 'width="560" height="315"'): string =>
  `<iframe data-consent="marketing" ${attributes} ${size} title="A clip"></iframe>`;

/** Puts one in front of what waits, as the gate does; or gives it to the one that is around it. */
async function held(markup: string, config: ConfigInput = CLIPS): Promise<Held> {
  const root = await fixture<HTMLElement>(`<div>${markup}</div>`);
  const consent = start(config);
  const element = root.querySelector<HTMLElement>('[data-consent]')!;
  let placeholder = root.querySelector('consent-embed');
  if (!placeholder) {
    placeholder = document.createElement('consent-embed');
    placeholder.toggleAttribute(BROUGHT, true);
    element.before(placeholder);
  }
  placeholder.held = { consent, elements: [element], ids: idsOf(element), loadOnce: () => undefined };
  await waitUntil(() => placeholder.renderRoot.querySelector('.inner'), 'no placeholder has come');
  return { placeholder, consent, root, get: (selector) => placeholder.renderRoot.querySelector(selector)! };
}

const text = (element: Element | null): string => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
const heading = async (attributes: string, config?: ConfigInput): Promise<string> =>
  text((await held(markupOf(attributes), config)).get('h2'));

describe('a placeholder', () => {
  useConsents();

  for (const [what, attributes, title] of [
    ['a player of video', 'data-src="https://www.youtube.com/embed/x"', 'Video from youtube.com'],
    ['a player of sound', 'data-src="https://open.spotify.com/embed/x"', 'Audio from open.spotify.com'],
    ['a map', 'data-src="https://www.google.com/maps/embed?x"', 'Map from google.com'],
    ['anything', 'data-src="https://forms.example/x"', 'Content from forms.example'],
    ['what the page says it is', 'data-kind="image" data-src="https://forms.example/x"', 'Image from forms.example'],
    ['what the page calls otherwise', 'data-kind="form" data-src="https://vimeo.com/x"', 'Content from vimeo.com'],
    ['a known service', 'data-service="clips" data-src="https://clips.example/x"', 'Content from Clips'],
  ] as const) {
    it(`names ${what} (A19)`, async () => {
      expect(await heading(attributes)).to.equal(title);
    });
  }

  it('names each tag by what it is (A3)', async () => {
    for (const [markup, title] of [
      ['<video controls data-consent="marketing" data-src="/x.mp4" width="300" height="200"></video>', 'Video'],
      ['<audio controls data-consent="marketing" data-src="/x.mp3"></audio>', 'Audio'],
      ['<img data-consent="marketing" data-src="/x.png" alt="" width="300" height="200">', 'Image'],
      [
        '<object data-consent="marketing" data-data="/x.html" style="display:block;width:300px;height:200px"></object>',
        'Content',
      ],
    ] as const) {
      const { get } = await held(markup);
      expect(text(get('h2'))).to.match(new RegExp(`^${title} from`));
    }
  });

  it('says who would do what, and offers to play it once, to allow it always, and where it comes from', async () => {
    const { get } = await held(
      markupOf(
        'data-service="clips" data-kind="video" data-src="https://clips.example/embed/1" data-source="https://clips.example/watch/1"',
      ),
    );
    expect(text(get('#lead'))).to.equal('Playing it lets Clips Video Ltd set marketing cookies on your device.');
    expect(text(get('[data-action=load-once]'))).to.equal('Play this video');
    expect(text(get('[data-action=always-allow]'))).to.equal('Always allow Clips');
    const link = get('a') as HTMLAnchorElement;
    expect([text(link), link.href, link.rel]).to.deep.equal([
      'Watch on clips.example',
      'https://clips.example/watch/1',
      'noreferrer',
    ]);
  });

  it('links to nothing that runs by itself (H2)', async () => {
    const { get } = await held(markupOf('data-src="https://a.example/x" data-source="javascript:alert(1)"'));
    expect(get('a')).to.equal(null);
  });

  it('of a category alone allows the category; of two, both', async () => {
    const { get, consent } = await held(
      '<iframe data-consent="marketing analytics" data-src="/x" width="560" height="315" title="x"></iframe>',
    );
    expect(text(get('[data-action=always-allow]'))).to.equal('Always allow marketing, analytics');
    get('[data-action=always-allow]').click();
    const { marketing, analytics, personalization } = consent.state.categories;
    expect([marketing?.granted, analytics?.granted, personalization?.decided]).to.deep.equal([true, true, false]);
  });

  it('has a heading of the level that the page wants', async () => {
    const { placeholder, get } = await held(
      '<consent-embed heading-level="2"><template data-consent="marketing"><textarea>x</textarea></template></consent-embed>',
    );
    await placeholder.updateComplete;
    expect(get('h2').getAttribute('aria-level')).to.equal('2');
  });

  it('moved about fifty times leaves nothing behind', async () => {
    const { placeholder, root } = await held(
      '<consent-embed><template data-consent="marketing"><textarea>x</textarea></template></consent-embed>',
    );
    const sheets = (): number => (placeholder.renderRoot as ShadowRoot).adoptedStyleSheets.length;
    const before = sheets();
    for (let time = 0; time < 50; time += 1) root.append(placeholder);
    expect(sheets()).to.equal(before);
  });

  it('in the site’s own words (B11)', async () => {
    const config: ConfigInput = {
      ...CLIPS,
      texts: { en: { loadVideo: 'Start', categories: { marketing: { title: 'Adverts' } } } },
    };
    const { get } = await held(markupOf('data-kind="video" data-service="clips" data-src="/x"'), config);
    expect([text(get('[data-action=load-once]')), text(get('#lead'))]).to.deep.equal([
      'Start',
      'Playing it lets Clips Video Ltd set adverts cookies on your device.',
    ]);
  });

  it('of a small box shows all its controls, by scrolling at most (P5)', async () => {
    for (const size of ['width="288" height="162"', 'width="200" height="113"', 'width="300" height="54"']) {
      const { get } = await held(
        markupOf('data-service="clips" data-kind="video" data-src="https://clips.example/x"', size),
      );
      const panel = get('.panel');
      const frame = get('.root').getBoundingClientRect();
      expect([Math.round(frame.width) - 4, Math.round(frame.height) - 4].join(' '), size).to.equal(
        /\d+" height="\d+/.exec(size)![0].replace('" height="', ' '),
      );
      for (const button of [get('[data-action=load-once]'), get('[data-action=always-allow]'), get('a')]) {
        button.scrollIntoView({ block: 'nearest' });
        const inner = button.getBoundingClientRect();
        const outer = panel.getBoundingClientRect();
        expect(inner.left, size).to.be.at.least(outer.left);
        expect(inner.right, size).to.be.at.most(outer.right);
        expect(inner.height, size).to.be.at.least(16);
      }
      expect(panel.scrollWidth, size).to.be.at.most(panel.clientWidth);
    }
  });

  it('keeps its box whatever styles the page has', async () => {
    const style = await fixture<HTMLElement>(
      '<style>html{font-size:62.5%;line-height:3;letter-spacing:3px} a{color:red} button{all:unset} h2{font:99px serif!important} *{margin:9px}</style>',
    );
    const hostile = await held(
      markupOf('data-kind="video" data-service="clips" data-src="/x"', 'width="560" height="315" style="margin:0"'),
    );
    const box = ({ get }: Held): string =>
      ['h2', '#lead', '[data-action=load-once]']
        .map((one) => {
          const { width, height } = get(one).getBoundingClientRect();
          return `${String(Math.round(width))} ${String(Math.round(height))}`;
        })
        .join();
    const before = box(hostile);
    style.remove();
    expect(before).to.equal(box(await held(markupOf('data-kind="video" data-service="clips" data-src="/x"'))));
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`axe finds nothing, ${theme}`, async () => {
      const { placeholder } = await held(
        markupOf(
          `data-kind="video" data-service="clips" data-src="${fresh('blank.html')}" data-source="https://clips.example/"`,
        ),
        { ...CLIPS, ui: { theme } },
      );
      const { violations, passes } = await axe.run(placeholder, {
        runOnly: TAGS,
        rules: { region: { enabled: false }, 'heading-order': { enabled: false } },
      });
      expect(violations.map(({ id }) => id)).to.deep.equal([]);
      expect(passes.map(({ id }) => id)).to.include.members(['button-name', 'color-contrast', 'link-name']);
    });
  }

  (engine === 'chromium' ? it : it.skip)('is not printed (P6)', async () => {
    const { get } = await held(markupOf('data-src="/x"'));
    await emulateMedia({ media: 'print' });
    const display = getComputedStyle(get('.root')).display;
    await emulateMedia({ media: 'screen' });
    expect(display).to.equal('none');
  });
});
