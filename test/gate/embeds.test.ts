import { expect } from '@open-wc/testing';
import { noteFindings, reported, useConsents } from '../support/consents.js';
import { fresh, gated, requested, settled } from '../support/gates.js';
import { waitUntil } from '../support/wait-until.js';

/** Each type of A3 that is no script, as markup that waits for an address. */
const kinds: Readonly<Record<string, readonly [file: string, markup: (address: string) => string]>> = {
  iframe: ['blank.html', (address) => `<iframe data-consent="marketing" data-src="${address}" title="x"></iframe>`],
  img: ['image.svg', (address) => `<img data-consent="marketing" data-src="${address}" alt="">`],
  'img by srcset': ['image.svg', (address) => `<img data-consent="marketing" data-srcset="${address} 1x" alt="">`],
  link: ['style.css', (address) => `<link rel="stylesheet" data-consent="marketing" data-href="${address}">`],
  video: ['silence.wav', (address) => `<video data-consent="marketing" data-src="${address}" preload="auto"></video>`],
  'video by poster': ['image.svg', (address) => `<video data-consent="marketing" data-poster="${address}"></video>`],
  audio: ['silence.wav', (address) => `<audio data-consent="marketing" data-src="${address}" preload="auto"></audio>`],
  'source of audio': [
    'silence.wav',
    (address) =>
      `<audio preload="auto"><source data-consent="marketing" data-src="${address}" type="audio/wav"></audio>`,
  ],
  'source of a picture': [
    'image.svg',
    (address) => `<picture><source data-consent="marketing" data-srcset="${address}"><img alt=""></picture>`,
  ],
  track: [
    'captions.vtt',
    (address) => `<video><track data-consent="marketing" data-src="${address}" default kind="captions"></video>`,
  ],
  object: [
    'blank.html',
    (address) => `<object data-consent="marketing" data-data="${address}" type="text/html"></object>`,
  ],
  embed: ['image.svg', (address) => `<embed data-consent="marketing" data-src="${address}" type="image/svg+xml">`],
};

describe('a gated embed', () => {
  useConsents();

  for (const [kind, [file, markup]] of Object.entries(kinds)) {
    it(`${kind} is asked for after a yes, and not before (A1, A3)`, async () => {
      const address = fresh(file);
      const page = await gated(markup(address));
      page.consent.choose({ analytics: true, marketing: false });
      await settled(page);
      expect(requested(address)).to.equal(false);
      page.consent.choose({ marketing: true });
      // Somebody wants to see captions: without that not every browser fetches them, nor before there is an address.
      for (const element of page.root.querySelectorAll('track')) {
        await waitUntil(() => element.hasAttribute('src'), 'it has no address');
        for (const mode of ['disabled', 'hidden'] as const) element.track.mode = mode;
      }
      const asked = (): boolean => page.root.querySelector('track')?.readyState === 2 || requested(address);
      await waitUntil(asked, 'it was not asked for');
    });
  }

  it('that comes later is held, and released (A13)', async () => {
    const address = fresh('image.svg');
    const page = await gated('');
    page.root.insertAdjacentHTML('beforeend', `<img data-consent="analytics" data-src="${address}" alt="">`);
    page.consent.choose({ marketing: true });
    await settled(page, 'data-consent="marketing"');
    expect(requested(address)).to.equal(false);
    page.consent.choose({ analytics: true });
    await waitUntil(() => requested(address));
  });

  it('goes back when consent is taken back, and comes again with the same address (E3)', async () => {
    const address = fresh('blank.html');
    const page = await gated(`<iframe data-consent="marketing" data-src="${address}" title="x"></iframe>
      <img data-consent="marketing" data-src="${address}" data-srcset="${address} 2x" alt="">`);
    const frame = page.root.querySelector('iframe')!;
    const image = page.root.querySelector('img')!;
    const shown = (): string | null | undefined =>
      (frame.contentDocument?.body as HTMLElement | null)?.textContent.trim();
    page.consent.acceptAll();
    await waitUntil(() => shown() === 'An embed', 'the frame has not loaded');
    page.consent.withdraw();
    expect([frame.hasAttribute('src'), image.hasAttribute('src'), image.hasAttribute('srcset')]).to.deep.equal([
      false,
      false,
      false,
    ]);
    await waitUntil(() => shown() === '', 'the frame still shows what was withdrawn');
    page.consent.acceptAll();
    await waitUntil(() => shown() === 'An embed', 'the frame has not come again');
    expect(frame.getAttribute('src')).to.equal(address);
  });

  it('that is taken back in the very moment in which it starts stays empty (E3)', async () => {
    const page = await gated(`<iframe data-consent="marketing" data-src="${fresh('blank.html')}" title="x"></iframe>`);
    const frame = page.root.querySelector('iframe')!;
    const observer = new MutationObserver(() => {
      page.consent.withdraw();
    });
    // The gate marks it, and gives it its address a task later.
    observer.observe(frame, { attributeFilter: ['data-turbo-permanent'] });
    page.consent.acceptAll();
    await waitUntil(() => !page.consent.granted('marketing'));
    observer.disconnect();
    page.consent.choose({ analytics: true });
    await settled(page);
    expect(frame.hasAttribute('src')).to.equal(false);
  });

  it('that plays is silent when consent is taken back (E3)', async () => {
    const page = await gated(
      `<audio data-consent="marketing" data-src="${fresh('silence.wav')}" preload="auto"></audio>`,
    );
    const audio = page.root.querySelector('audio')!;
    page.consent.acceptAll();
    await waitUntil(() => audio.networkState !== HTMLMediaElement.NETWORK_EMPTY, 'nothing was loaded');
    page.consent.withdraw();
    await waitUntil(() => audio.networkState === HTMLMediaElement.NETWORK_EMPTY, 'it has kept what it played');
  });

  it('of a category that stays granted stays (A8)', async () => {
    const page = await gated(
      '<img data-consent="analytics" data-src="/x.svg" alt=""><img data-consent="marketing" data-src="/y.svg" alt="">',
    );
    page.consent.acceptAll();
    await settled(page);
    page.consent.withdraw(['marketing']);
    const [stays, goes] = page.root.querySelectorAll('img');
    expect([stays?.getAttribute('src'), goes?.getAttribute('src')]).to.deep.equal(['/x.svg', null]);
  });

  for (const [what, markup] of [
    [
      'a frame by javascript:',
      '<iframe data-consent="analytics" data-src="javascript:top.ran.push(1)" title="x"></iframe>',
    ],
    ['a frame by data:', '<iframe data-consent="analytics" data-src="data:text/html,x" title="x"></iframe>'],
    ['a style sheet by data:', '<link rel="stylesheet" data-consent="analytics" data-href="data:text/css,x">'],
    ['an object by data:', '<object data-consent="analytics" data-data="data:text/html,x"></object>'],
    ['an object by javascript:', '<object data-consent="analytics" data-data="javascript:top.ran.push(1)"></object>'],
  ] as const) {
    it(`does not load ${what}, and that is reported (H2)`, async () => {
      const page = await gated(markup);
      const findings = noteFindings(page.consent);
      page.consent.acceptAll();
      expect(await settled(page)).to.deep.equal([]);
      await reported(page.consent);
      const element = page.root.firstElementChild;
      expect(['src', 'href', 'data', 'poster', 'srcset'].filter((name) => element?.hasAttribute(name))).to.deep.equal(
        [],
      );
      expect(findings.map(({ rule }) => rule)).to.include('address');
    });
  }
});
