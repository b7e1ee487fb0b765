/** What the linter says of a page with `data-debug`. Each rule with markup that breaks it, and the like of it that does not. */
import { expect, fixture } from '@open-wc/testing';
import { readConfig } from '../../src/core/config.js';
import { decide } from '../../src/core/decide.js';
import { lintPage } from '../../src/diagnostics/lint-page.js';
import { gated, settled } from '../support/gates.js';
import { optOutLinks } from '../../src/locales/en.js';
import { NOW } from '../support/records.js';
import type { ConfigInput, Consent } from '../../src/types.js';

const PIXEL = 'https://tracker.invalid/p.gif';
const FRAME = 'https://tracker.invalid/frame';
const NO_YES = 'It is fetched without a yes.';

/** A document that fetches nothing and runs nothing. */
const inert = (markup: string): Document => new DOMParser().parseFromString(`<body>${markup}`, 'text/html');

const running = (input: ConfigInput): Pick<Consent, 'config' | 'state'> => {
  const config = readConfig(input);
  return { config, state: decide({ config, record: undefined, signals: { gpc: false }, now: NOW }) };
};
const found = (page: ParentNode, input?: ConfigInput): string[] =>
  lintPage(page, input && running(input)).map(({ rule, message, strict }) => {
    expect(strict).to.equal('error');
    return `${rule} ${message.replace('AskFirst: ', '')}`;
  });

const early = (tag: string, name: string, address: string): string =>
  `A5 ${tag} should hold its address back as data-${name}, since browsers fetch ${name} before anybody can be asked, but carries ${name}="${address}". ${NO_YES}`;
const ahead = (tag: string, name: string, address: string): string =>
  `A5 <template data-consent="marketing"> should hold addresses back as data-${name}, or its markup as text in one <textarea>, since Firefox fetches ${name} in a template ahead, but holds ${tag} with ${name}="${address}". It is fetched there without a yes.`;

const markup: Readonly<Record<string, readonly [markup: string, ...sentences: string[]]>> = {
  'a gated frame with its address in the open': [
    `<iframe data-consent="marketing" src="${FRAME}"></iframe>`,
    early(`<iframe data-consent="marketing" src="${FRAME}">`, 'src', FRAME),
  ],
  'a gated link to a style sheet': [
    '<link data-consent="marketing" rel="stylesheet" href="/fonts.css">',
    early('<link data-consent="marketing">', 'href', '/fonts.css'),
  ],
  'each address of a gated video': [
    `<video data-consent="marketing" poster="/p.jpg" data-src="/v.mp4" src="/v.mp4"></video>`,
    early('<video data-consent="marketing" src="/v.mp4" data-src="/v.mp4">', 'poster', '/p.jpg'),
  ],
  'a gated image in several sizes': [
    `<img data-consent="marketing" alt="" srcset="${PIXEL} 2x">`,
    early('<img data-consent="marketing">', 'srcset', `${PIXEL} 2x`),
  ],
  'a gated object': [
    '<object data-consent="marketing" data="/x.svg"></object>',
    early('<object data-consent="marketing">', 'data', '/x.svg'),
  ],
  'a source inside of a gated video': [
    '<video data-consent="marketing"><source src="/v.mp4"></video>',
    early('<source src="/v.mp4">', 'src', '/v.mp4'),
  ],
  'a gated script without a type': [
    '<script data-consent="analytics" src="/a.js"></script>',
    'A5 <script data-consent="analytics" src="/a.js"> should have type="text/plain", which holds it until it is granted, but has no type. It runs without a yes.',
  ],
  'a gated module': [
    '<script type="module" data-consent="analytics"></script>',
    'A5 <script data-consent="analytics"> should have type="text/plain", which holds it until it is granted, but has type="module". It runs without a yes.',
  ],
  'a gated script with a misspelt type': [
    '<script type="text/plan" data-consent="analytics"></script>',
    'A5 <script data-consent="analytics"> should have type="text/plain", which holds it until it is granted, but has type="text/plan". It never runs, a yes or not.',
  ],
  'a picture of a tracker for those without scripts': [
    '<noscript><img height="1" src="https://www.facebook.com/tr?id=1&ev=PageView" alt=""></noscript>',
    'A16 <noscript> should hold nothing of a tracker, since no gate works without scripts, but holds <img> of Meta Pixel ("https://www.facebook.com/tr?id=1&amp;ev=PageView"). It is fetched without a yes where scripts are off.',
  ],
  'a frame of a tracker for those without scripts': [
    '<noscript><iframe src="//www.googletagmanager.com/ns.html?id=GTM-1"></iframe></noscript>',
    'A16 <noscript> should hold nothing of a tracker, since no gate works without scripts, but holds <iframe> of Google Tag Manager ("//www.googletagmanager.com/ns.html?id=GTM-1"). It is fetched without a yes where scripts are off.',
  ],
  'an image in a template': [
    `<template data-consent="marketing"><p><img src="${PIXEL}" alt=""></p></template>`,
    ahead(`<img src="${PIXEL}">`, 'src', PIXEL),
  ],
  'a script in a template': [
    '<template data-consent="marketing"><script src="/m.js"></script></template>',
    ahead('<script src="/m.js">', 'src', '/m.js'),
  ],
};

const silent: Readonly<Record<string, string>> = {
  'a page without anything gated': `<iframe src="${FRAME}"></iframe><script src="/own.js"></script>`,
  'a gated frame that waits': `<iframe data-consent="marketing" data-src="${FRAME}"></iframe>`,
  'a gated frame that came alive': `<iframe data-consent="marketing" data-src="${FRAME}" src="${FRAME}"></iframe>`,
  'a gated frame that shows nothing yet': `<iframe data-consent="marketing" data-src="${FRAME}" src="about:blank"></iframe>`,
  'a gated image with a picture of its own in the markup':
    '<img data-consent="marketing" alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
  'a gated link that people follow': '<a data-consent="marketing" href="/page">page</a>',
  'a source that waits inside of a gated video':
    '<video data-consent="marketing"><source data-consent="marketing" data-src="/v.mp4"></video>',
  'a script that waits, with its address in src': '<script type="text/plain" data-consent="a" src="/a.js"></script>',
  'a script that waits, in capitals': '<script type="TEXT/PLAIN" data-consent="a" src="/a.js"></script>',
  'a script that came alive': '<script type="" data-consent="a" src="/a.js"></script>',
  'a module that came alive': '<script type="module" data-type="module" data-consent="a" src="/a.js"></script>',
  'a picture of the site’s own for those without scripts': '<noscript><img src="/own.gif" alt=""></noscript>',
  'a link to a tracker for those without scripts': '<noscript><a href="https://www.facebook.com/tr">x</a></noscript>',
  'a snippet as text in a template': `<template data-consent="marketing"><textarea><img src="${PIXEL}"><script src="/m.js"></script></textarea></template>`,
  'a template whose addresses wait': `<template data-consent="marketing"><img data-src="${PIXEL}" alt=""><a href="/x">x</a></template>`,
  'a template that nobody gated': `<template><img src="${PIXEL}" alt=""></template>`,
};

describe('the linter of a page', () => {
  for (const [what, [html, ...sentences]] of Object.entries(markup)) {
    it(`names ${what} (${sentences[0]?.split(' ')[0] ?? ''})`, () => {
      expect(found(inert(html))).to.deep.equal(sentences);
    });
  }

  for (const [what, html] of Object.entries(silent)) {
    it(`is silent about ${what} (A5, A16)`, () => {
      expect(found(inert(html))).to.deep.equal([]);
    });
  }

  it('names what a framework appended beside the content of a template (A4)', () => {
    const page = inert('<template data-consent="marketing"></template>');
    page.querySelector('template')?.append(page.createElement('object'));
    expect(found(page)).to.deep.equal([
      'A4 <template data-consent="marketing"> should hold its markup in its content, best as text in one <textarea>, but <object> was appended as a child, as some frameworks do. It is live without a yes.',
    ]);
  });

  it('looks into open shadow roots (A5)', () => {
    const page = inert('<div></div>');
    const root = page.querySelector('div')?.attachShadow({ mode: 'open' });
    root!.innerHTML = '<iframe data-consent="marketing" src="/frame"></iframe>';
    expect(found(page)).to.have.lengthOf(1);
  });

  it('is silent about all that the gate itself brought to life (A5)', async () => {
    const { root: page, consent } = await gated(
      `<script type="text/plain" data-consent="analytics" src="/test/support/fixtures/log.js?name=lint"></script>
      <script type="text/plain" data-consent="analytics" data-type="module">0</script>
      <img data-consent="analytics" alt="" data-src="/LICENSE?lint">
      <template data-consent="marketing"><textarea><script>0</script><script type="application/ld+json">{}</script></textarea></template>`,
    );
    consent.acceptAll();
    await settled({ root: page });
    page.lastElementChild?.remove();
    expect(page.querySelectorAll('[data-consent]')).to.have.lengthOf(5);
    expect(page.querySelector('img')?.getAttribute('src')).to.equal('/LICENSE?lint');
    expect(found(page)).to.deep.equal([]);
  });

  it('reads what stands in <noscript> where scripts run, too (A16)', async () => {
    const page = await fixture<HTMLElement>('<div></div>');
    const noscript = document.createElement('noscript');
    noscript.textContent = "<img src='https://px.ads.linkedin.com/collect?fmt=gif'>";
    page.append(noscript);
    expect(found(page)).to.have.lengthOf(1);
    expect(found(page)[0]).to.include('of LinkedIn Insight Tag');
  });

  describe('asks for a way back to the question', () => {
    const off: ConfigInput = { ui: { settingsButton: false } };
    const sentence =
      'E1 the page should hold an element with data-askfirst-open, since "ui.settingsButton" is false and taking consent back is as easy as giving it (GDPR art. 7(3)), but holds none. Nobody can change their mind here.';

    it('where there is neither the button nor an element that opens it (E1)', () => {
      expect(found(inert('<a href="/privacy">Cookies</a>'), off)).to.deep.equal([sentence]);
    });

    it('and is content with either (E1)', () => {
      expect(found(inert('<button data-askfirst-open>Cookies</button>'), off)).to.deep.equal([]);
      expect(found(inert(''), {})).to.deep.equal([]);
    });

    it('also where it stands in a shadow root (E1)', () => {
      const page = inert('<site-footer></site-footer>');
      const root = page.querySelector('site-footer')?.attachShadow({ mode: 'open' });
      root!.innerHTML = '<button data-askfirst-open>Cookies</button>';
      expect(found(page, off)).to.deep.equal([]);
    });
  });

  describe('asks for the link of the law', () => {
    const optOut: ConfigInput = { regime: 'opt-out' };
    const TITLES =
      '"Your Privacy Choices", "Your California Privacy Choices", "Do Not Sell or Share My Personal Information" and "Limit the Use of My Sensitive Personal Information"';

    it('where the regime is opt-out and no link has one of its titles (J3)', () => {
      const link = '<a href="/privacy" data-askfirst-open>Privacy choices</a>';
      expect(found(inert(link), optOut)).to.deep.equal([
        `J3 the page should hold a link with data-askfirst-open and one of the titles ${TITLES} (CCPA regulations, sections 7013 to 7015) where the regime is "opt-out", but holds none. Nobody finds the opt-out by the name that the law gives to it.`,
      ]);
      for (const regime of ['opt-in', 'notice'] as const) expect(found(inert(link), { regime })).to.deep.equal([]);
    });

    for (const title of optOutLinks) {
      it(`and finds “${title}” (J3)`, () => {
        const link = `<a href="/privacy#choices" data-askfirst-open>\n  ${title.replace(' ', '\n <b></b>')} </a>`;
        expect(found(inert(link), optOut)).to.deep.equal([]);
      });
    }

    it('with an address for those without scripts (J3)', () => {
      for (const tag of ['a', 'a href=""', 'a href="#"', 'a href="javascript:0"', 'button']) {
        const [name = ''] = tag.split(' ');
        const page = inert(`<${tag} data-askfirst-open>Your Privacy Choices</${name}>`);
        expect(found(page, optOut), tag).to.deep.equal([
          `J3 <${name}> "Your Privacy Choices" should be a link with an address in href that leads to the opt-out where scripts are off, but has none. There it leads nowhere.`,
        ]);
      }
    });

    it('that opens the preferences (J3)', () => {
      expect(found(inert('<a id="x" href="/privacy">Your Privacy Choices</a>'), optOut)).to.deep.equal([
        'J3 <a id="x"> "Your Privacy Choices" should have data-askfirst-open, by which it opens the preferences, but has not. It leads away instead.',
      ]);
    });

    it('once: one good link is enough (J3)', () => {
      const links =
        '<a data-askfirst-open>Your Privacy Choices</a><a href="/p" data-askfirst-open>Your Privacy Choices</a>';
      expect(found(inert(links), optOut)).to.deep.equal([]);
    });
  });

  it('says nothing of ways and links before there is a configuration (E1, J3)', () => {
    const { state } = running({ regime: 'opt-out' });
    expect(lintPage(inert(''), { config: undefined, state })).to.deep.equal([]);
  });
});
