/** What the linter says of a configuration that works. Each rule with a configuration that breaks it, and the like of it that does not. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readConfig } from '../../src/core/config.js';
import { validateConfig } from '../../src/diagnostics/index.js';
import { lintConfig } from '../../src/diagnostics/lint-config.js';
import { configurations } from '../support/configurations.js';
import { analytics, described, exempt, marketing } from './described.js';

type Json = Record<string, unknown>;

interface Row {
  readonly rule: string;
  readonly path: string;
  readonly sentence: string;
  /** Keys that take the place of those in `described`. */
  readonly bad: Json;
  /** The same without the fault. */
  readonly good: Json;
  /** A warning in strict mode too. */
  readonly isAdvice?: true;
}

const ASKED = 'The question is asked all the same.';
const STARTS = 'It starts without a yes all the same.';
const SHOWN = 'It is shown all the same.';
const LEFT = 'It is left aside.';
const ALIKE = 'accept and reject share their looks, so that neither is louder: the --consent-* properties are for both';

const en = described.texts?.en;
const necessary = (more: Json): Json => ({ services: [{ id: 'tag', category: 'necessary', ...more }] });
const service = (more: Json): Json => ({ services: [{ ...analytics, ...more }] });
const measured = (more: Json): Json => service({ exempt: { ...exempt, ...more } });
const words = (more: Json, language = 'en'): Json => ({
  texts: { ...described.texts, [language]: { ...(language === 'en' ? en : {}), ...more } },
});
const health = (more: Json = {}): Json => ({
  sensitive: true,
  services: [analytics],
  integrations: {},
  withdrawal: { reload: true },
  ...more,
});
const site = (more: Json): Json => ({ site: { ...described.site, ...more } });

const HEALTH_LAWS = 'GDPR art. 9(2)(a); Washington My Health My Data Act, RCW 19.373; Nevada SB 370';
const noMarketing = (path: string): string =>
  `"${path}" should not be marketing, sale or sharing where "sensitive" is true, since what a visit tells about health needs an explicit yes of its own (${HEALTH_LAWS}), but is. It starts after a yes all the same.`;
const HEALTH_POLICY = `"site.healthPolicyUrl" should lead to a consumer health data privacy policy where "sensitive" is true and visitors may come from Washington (RCW 19.373.020) or Nevada (SB 370), but is nothing. The question is asked all the same, without the link.`;
const RECIPIENT = `"services[0].provider" should name the company that gets the data, since a yes to sharing what is sensitive names its recipient (GDPR art. 9(2)(a); Washington, RCW 19.373), but is nothing. ${ASKED}`;

const rows: Readonly<Record<string, Row>> = {
  'a tracker under what is necessary, by its address': {
    rule: 'A18',
    path: 'services[0].category',
    bad: necessary({ match: ['/own.js', 'https://static.hotjar.com/*'] }),
    good: necessary({ match: ['/own.js', 'https://static.hotjar.com.example.org/*'] }),
    sentence: `"services[0].category" should be a category that people are asked about, since "https://static.hotjar.com/*" belongs to Hotjar, which needs a yes, but is "necessary". ${STARTS}`,
  },
  'a tracker under what is necessary, by its cookie': {
    rule: 'A18',
    path: 'services[0].category',
    bad: necessary({ cookies: [{ name: '_fbp' }] }),
    good: necessary({ cookies: [{ name: '_fbprefs' }] }),
    sentence: `"services[0].category" should be a category that people are asked about, since "_fbp" belongs to Meta Pixel, which needs a yes, but is "necessary". ${STARTS}`,
  },
  'a tag manager under what is necessary': {
    rule: 'A20',
    path: 'services[0].category',
    bad: necessary({ match: ['*.googletagmanager.com'] }),
    good: service({ match: ['*.googletagmanager.com'] }),
    sentence: `"services[0].category" should be a category that people are asked about, since "*.googletagmanager.com" belongs to Google Tag Manager, and a container of tags needs a yes like the tags in it (VG Hannover, 10 A 5385/22), but is "necessary". ${STARTS}`,
  },
  'a domain that no text names': {
    rule: 'B9',
    path: 'cookie.domain',
    bad: { cookie: { domain: 'example.net' } },
    good: { cookie: { domain: 'example.net' }, ...site({ name: 'The sites of Example.net' }) },
    sentence: `"cookie.domain" lets one answer count on all of example.net, so a text such as "texts.en.intro" should name example.net, since a yes is given for what people know of (EDPB guidelines 05/2020), but none does. ${ASKED}`,
  },
  'a site without a name': {
    rule: 'C8',
    path: 'site.name',
    bad: site({ name: { en: ' ' } }),
    good: site({ name: { en: ' ', fr: 'Bodywise' } }),
    sentence: `"site.name" should tell who asks, since nobody can agree without knowing to whom (GDPR art. 13), but is nothing. ${ASKED}`,
  },
  'a site without a privacy policy': {
    rule: 'C8',
    path: 'site.privacyPolicyUrl',
    bad: site({ privacyPolicyUrl: undefined }),
    good: site({ privacyPolicyUrl: undefined, cookiePolicyUrl: '/cookies' }),
    sentence:
      '"site.privacyPolicyUrl" should lead to the privacy policy, where people read what becomes of their data (GDPR art. 13), but is nothing. The question is asked all the same, without the link.',
  },
  'a text that steers': {
    rule: 'C9',
    path: 'texts.en.intro',
    bad: words({ intro: 'On example.org we use cookies to improve your experience.' }),
    good: words({ intro: 'On example.org we use cookies to count visits.' }),
    sentence: `"texts.en.intro" should ask without praise, threat or pressure (EDPB guidelines 03/2022, stirring), but says "improve your experience". ${SHOWN}`,
  },
  'a text about a category that steers, in another language': {
    rule: 'C9',
    path: 'texts.de.categories.video.description',
    bad: words({ categories: { video: { description: 'Ohne Videos ist leider weniger zu sehen.' } } }, 'de'),
    good: words({ categories: { video: { description: 'Ohne Videos steht hier weniger.' } } }, 'de'),
    sentence: `"texts.de.categories.video.description" should ask without praise, threat or pressure (EDPB guidelines 03/2022, stirring), but says "leider". ${SHOWN}`,
  },
  'a legitimate interest in the words of a service': {
    rule: 'C11',
    path: 'services[0].purpose.de',
    bad: service({ purpose: { de: 'Aus berechtigtem Interesse' } }),
    good: service({ purpose: { de: 'Zählt Besuche' } }),
    sentence: `"services[0].purpose.de" should not claim a legitimate interest, since what is not necessary rests on a yes (ePrivacy Directive art. 5(3)), but says "berechtigtem Interess". ${SHOWN}`,
  },
  'a no that is far longer than a yes': {
    rule: 'R1',
    path: 'texts.de.rejectAll',
    isAdvice: true,
    bad: words({ acceptAll: 'Zulassen', rejectAll: 'Nicht zulassen' }, 'de'),
    good: words({ acceptAll: 'Zulassen', rejectAll: 'Ablehnen' }, 'de'),
    sentence: `"texts.de.rejectAll" should be about as long as the text of "acceptAll", from half of it to one and a half, so that neither stands out, but is "Nicht zulassen" beside "Zulassen". ${SHOWN}`,
  },
  'a no that is far shorter than the yes of the library': {
    rule: 'R1',
    path: 'texts.en-GB.rejectAll',
    isAdvice: true,
    bad: words({ rejectAll: 'No' }, 'en-GB'),
    good: words({ rejectAll: 'Refuse' }, 'en-GB'),
    sentence: `"texts.en-GB.rejectAll" should be about as long as the text of "acceptAll", from half of it to one and a half, so that neither stands out, but is "No" beside "Accept all". ${SHOWN}`,
  },
  'a service of which nothing is told': {
    rule: 'D2',
    path: 'services[0]',
    bad: { services: [{ id: 'ga', category: 'analytics', cookies: [{ name: '_ga' }, analytics.cookies?.[0]] }] },
    good: { services: [analytics] },
    sentence:
      '"services[0]" should have provider, purpose and policyUrl, and each of its cookies purpose and duration, since people may see what they say yes to, but lacks "provider", "purpose", "policyUrl", "cookies[0].purpose" and "cookies[0].duration". It is asked about all the same.',
  },
  'a service of which one thing is not told': {
    rule: 'D2',
    path: 'services[0]',
    bad: service({ policyUrl: undefined }),
    good: necessary({ policyUrl: undefined }),
    sentence:
      '"services[0]" should have provider, purpose and policyUrl, and each of its cookies purpose and duration, since people may see what they say yes to, but lacks "policyUrl". It is asked about all the same.',
  },
  'no settings button': {
    rule: 'E1',
    path: 'ui.settingsButton',
    isAdvice: true,
    bad: { ui: { settingsButton: false } },
    good: { ui: { settingsButton: true } },
    sentence:
      '"ui.settingsButton" is false, so each page should hold an element with data-askfirst-open, since taking consent back is as easy as giving it (GDPR art. 7(3)), but a configuration cannot tell. Where none is, nobody can change their mind.',
  },
  'a yes that counts for more than a year': {
    rule: 'F',
    path: 'memory.consentMonths',
    isAdvice: true,
    bad: { memory: { consentMonths: 13, refusalMonths: 13 } },
    good: { memory: { consentMonths: 12, refusalMonths: 13 } },
    sentence:
      '"memory.consentMonths" should be at most 12, since authorities recommend six to twelve months, but is 13. It is remembered that long all the same.',
  },
  'a no that counts longer than browsers remember': {
    rule: 'F',
    path: 'memory.refusalMonths',
    isAdvice: true,
    bad: { memory: { refusalMonths: 14 } },
    good: { memory: { refusalMonths: 13 } },
    sentence:
      '"memory.refusalMonths" should be at most 13, since browsers forget a cookie after 400 days, but is 14. The question is asked again after 400 days.',
  },
  'a no that counts for more than two years': {
    rule: 'F',
    path: 'memory.refusalMonths',
    isAdvice: true,
    bad: { memory: { refusalMonths: 25 } },
    good: {},
    sentence:
      '"memory.refusalMonths" should be at most 24, since no answer should stand longer (AEPD, cookie guide of 2023), but is 25. The question is asked again after 400 days.',
  },
  'an exempt cookie that lives too long': {
    rule: 'A21',
    path: 'services[0].exempt.cookieMonths',
    bad: measured({ cookieMonths: 14 }),
    good: measured({ cookieMonths: 13 }),
    sentence: `"services[0].exempt.cookieMonths" should be at most 13, the limit of the French authority (CNIL) for measurement without a yes, but is 14. ${STARTS}`,
  },
  'exempt data that are kept too long': {
    rule: 'A21',
    path: 'services[0].exempt.dataMonths',
    bad: measured({ dataMonths: 26 }),
    good: measured({ dataMonths: undefined }),
    sentence: `"services[0].exempt.dataMonths" should be at most 25, the limit of the French authority (CNIL) for measurement without a yes, but is 26. ${STARTS}`,
  },
  'an exemption of what is no measurement': {
    rule: 'A21',
    path: 'services[0].exempt',
    isAdvice: true,
    bad: { services: [{ ...marketing, exempt }] },
    good: { services: [{ ...analytics, exempt }] },
    sentence: `"services[0].exempt" should stand at a service of "analytics", since the law exempts the measurement of visits and nothing else, but stands at one of "marketing". ${STARTS}`,
  },
  'an explanation of the exemption that would run': {
    rule: 'H2',
    path: 'services[0].exempt.infoUrl.fr',
    bad: measured({ infoUrl: { en: '/measurement', fr: 'javascript:alert(1)' } }),
    good: measured({ infoUrl: { en: '/measurement', fr: '/fr/mesure' } }),
    sentence:
      '"services[0].exempt.infoUrl.fr" should be an address with https:, http: or mailto:, or a relative one, but is "javascript:alert(1)". The link is left out.',
  },
  'a link that would run': {
    rule: 'H2',
    path: 'site.privacyPolicyUrl',
    bad: site({ privacyPolicyUrl: 'data:text/html,hello' }),
    good: site({ privacyPolicyUrl: 'mailto:privacy@example.org' }),
    sentence:
      '"site.privacyPolicyUrl" should be an address with https:, http: or mailto:, or a relative one, but is "data:text/html,hello". The link is left out.',
  },
  'a link in a text that would run': {
    rule: 'H2',
    path: 'texts.en.intro',
    bad: words({ intro: 'On example.org read [this](javascript:alert(1)).' }),
    good: words({ intro: 'On example.org read [this](/cookies).' }),
    sentence:
      '"texts.en.intro" should be an address with https:, http: or mailto:, or a relative one, but is "javascript:alert(1". The link is left out.',
  },
  'a region that is no code': {
    rule: 'I2',
    path: 'region',
    bad: { region: 'France' },
    good: { region: 'fr' },
    sentence:
      '"region" should be an ISO 3166 code such as "FR" or "US-CA", but is "France". "opt-in", the strictest, is taken.',
  },
  'the region of a country that there is not': {
    rule: 'I2',
    path: 'region',
    isAdvice: true,
    bad: { region: 'qx-1' },
    good: { region: 'us-ca' },
    sentence:
      '"region" should begin with the ISO 3166 code of a country, such as "FR" or "US", but "QX" is none. It is taken for a country that "regions" does not name.',
  },
  'a group of countries among the regions': {
    rule: 'I2',
    path: 'regions.EU',
    isAdvice: true,
    bad: { regions: { EU: 'opt-in' } },
    good: { regions: { DE: 'opt-in' } },
    sentence:
      '"regions.EU" should begin with the ISO 3166 code of a country, such as "FR" or "US", but "EU" is none. No visitor is found by it.',
  },
  'a country under another code than its own': {
    rule: 'I2',
    path: 'regions.UK',
    isAdvice: true,
    bad: { regions: { UK: 'opt-in' } },
    good: { regions: { GB: 'opt-in' } },
    sentence:
      '"regions.UK" should begin with the ISO 3166 code of a country, such as "FR" or "US", but "UK" is none. No visitor is found by it.',
  },
  'sensitive sharing with nobody knows whom': {
    rule: 'L2',
    path: 'services[0].provider',
    bad: service({ sensitiveSharing: true, provider: undefined }),
    good: service({ sensitiveSharing: true }),
    sentence: RECIPIENT,
  },
  'a sensitive page that shares with nobody knows whom': {
    rule: 'L2',
    path: 'services[0].provider',
    bad: health({ services: [{ ...analytics, provider: '' }] }),
    good: health(),
    sentence: RECIPIENT,
  },
  'marketing on a sensitive page': {
    rule: 'L6',
    path: 'services[0]',
    isAdvice: true,
    bad: health({
      services: [{ ...marketing, saleOrShare: undefined }],
      categories: undefined,
      texts: { en: { title: 'example.org' } },
    }),
    good: { services: [marketing] },
    sentence: noMarketing('services[0]'),
  },
  'a shared service on a sensitive page': {
    rule: 'L6',
    path: 'services[0]',
    isAdvice: true,
    bad: health({ services: [{ ...analytics, saleOrShare: true }] }),
    good: health({ services: [{ ...marketing, saleOrShare: false }] }),
    sentence: noMarketing('services[0]'),
  },
  'a vendor’s interface on a sensitive page': {
    rule: 'L6',
    path: 'integrations.google',
    isAdvice: true,
    bad: health({ integrations: { google: true } }),
    good: health({ integrations: { google: false } }),
    sentence: noMarketing('integrations.google'),
  },
  'a sensitive page without a health policy, in Washington': {
    rule: 'L7',
    path: 'site.healthPolicyUrl',
    bad: { ...health(), ...site({ healthPolicyUrl: undefined }), region: 'us-wa' },
    good: { ...health(), ...site({ healthPolicyUrl: undefined }), region: 'FR' },
    sentence: HEALTH_POLICY,
  },
  'a sensitive page without a health policy, anywhere': {
    rule: 'L7',
    path: 'site.healthPolicyUrl',
    bad: { ...health(), ...site({ healthPolicyUrl: undefined }), region: undefined },
    good: { ...site({ healthPolicyUrl: undefined }), region: undefined },
    sentence: HEALTH_POLICY,
  },
  'a sensitive page that would not load again': {
    rule: 'L8',
    path: 'withdrawal.reload',
    isAdvice: true,
    bad: health({ withdrawal: { reload: false } }),
    good: { withdrawal: { reload: false } },
    sentence:
      '"withdrawal.reload" should be true where "sensitive" is, so that nothing goes on after a withdrawal (Washington, RCW 19.373), but is false. It is left aside: withdrawal always reloads there.',
  },
  'what Google is told before a yes': {
    rule: 'M8',
    path: 'integrations.google.mode',
    isAdvice: true,
    bad: { integrations: { google: { mode: 'advanced' } } },
    good: { integrations: { google: { mode: 'advanced' } }, regime: 'opt-out', regions: {}, region: undefined },
    sentence:
      '"integrations.google.mode" should be "basic" where people are asked first (ePrivacy Directive art. 5(3)), but is "advanced". Google is told of each visit before a yes all the same.',
  },
  'a default of Google’s that is looser than the law': {
    rule: 'M6',
    path: 'integrations.google.regions[0].region',
    bad: { integrations: { google: { regions: [{ region: ['US', 'DE', 'FR'], granted: ['analytics'] }] } } },
    good: { integrations: { google: { regions: [{ region: ['US', 'US-CA'], granted: ['analytics'] }] } } },
    sentence:
      '"integrations.google.regions[0].region" should name regions whose regime, by "regime" and "regions", is "opt-out" or "notice", since elsewhere nothing is granted before a yes (ePrivacy Directive art. 5(3)), but names "DE", "FR". Google\'s default stays denied there.',
  },
  'a default of Google’s for a category that there is not': {
    rule: 'M2',
    path: 'integrations.google.regions[0].granted',
    bad: { integrations: { google: { regions: [{ region: ['US'], granted: ['analytics', 'ads'] }] } } },
    good: { integrations: { google: { regions: [{ region: ['US'], granted: ['analytics', 'video'] }] } } },
    sentence:
      '"integrations.google.regions[0].granted" should name a category that people are asked about (marketing, analytics, personalization, video), but names "ads". Nothing is granted by it.',
  },
  'what is necessary, speaking for a key of Google’s': {
    rule: 'M2',
    path: 'integrations.google.mapping.necessary',
    bad: { integrations: { google: { mapping: { necessary: ['functionality_storage'] } } } },
    good: { integrations: { google: { mapping: { video: ['functionality_storage'] } } } },
    sentence:
      '"integrations.google.mapping.necessary" should name a category that people are asked about (marketing, analytics, personalization, video), but names "necessary". The keys that it speaks for stay denied.',
  },
  'a list of buttons': {
    rule: 'C2',
    path: 'ui.buttons',
    bad: { ui: { buttons: ['accept', 'settings'] } },
    good: {},
    sentence: `"ui.buttons" should not be there, since accept and reject always stand together, in one order, but is ["accept","settings"]. ${LEFT}`,
  },
  'a button for later': {
    rule: 'C10',
    path: 'ui.buttons',
    bad: { ui: { buttons: ['accept', 'remind-me'] } },
    good: {},
    sentence: `"ui.buttons" should not be there, since "later" is no answer, and whoever refuses is not asked over and over (EDPB guidelines 03/2022, continuous prompting), but is ["accept","remind-me"]. ${LEFT}`,
  },
  'a colour for one button': {
    rule: 'C3',
    path: 'ui.acceptColor',
    bad: { ui: { acceptColor: 'green' } },
    good: { ui: { theme: 'dark' } },
    sentence: `"ui.acceptColor" should not be there, since ${ALIKE}, but is "green". ${LEFT}`,
  },
  'colours by button': {
    rule: 'C3',
    path: 'ui.colors',
    bad: { ui: { colors: { accept: 'green', reject: 'grey' } } },
    good: {},
    sentence: `"ui.colors" should not be there, since ${ALIKE}, but is {"accept":"green","reject":"grey"}. ${LEFT}`,
  },
  'a no that is hidden': {
    rule: 'C1',
    path: 'hideReject',
    bad: { hideReject: true },
    good: {},
    sentence: `"hideReject" should not be there, since whoever can accept with one click can refuse with one, on every layer, but is true. ${LEFT}`,
  },
  'a switch that is on before anybody said so': {
    rule: 'B1',
    path: 'categories.analytics.preselected',
    bad: { categories: { ...described.categories, analytics: { preselected: true } } },
    good: {},
    sentence: `"categories.analytics.preselected" should not be there, since every switch starts off where a yes is asked for (Court of Justice, C-673/17, Planet49), but is true. ${LEFT}`,
  },
  'a switch that is on anyway': {
    rule: 'H4',
    path: 'services[0].preselected',
    bad: { ...service({ preselected: true }), regime: 'notice', regions: {}, region: undefined },
    good: { services: [analytics], regime: 'notice', regions: {}, region: undefined },
    sentence: `"services[0].preselected" should not be there, since where the regime is "opt-out" or "notice" everything starts on without it, but is true. ${LEFT}`,
  },
};

const messageOf = (sentence: string): string => `AskFirst: ${sentence}`;

describe('the linter', () => {
  for (const [what, { rule, path, sentence, bad, good, isAdvice }] of Object.entries(rows)) {
    it(`speaks of ${what} (${rule})`, () => {
      expect(lintConfig({ ...described, ...bad })).to.deep.equal([
        { rule, path, message: messageOf(sentence), strict: isAdvice ? 'warning' : 'error' },
      ]);
    });

    it(`is silent where there is not ${what} (${rule})`, () => {
      expect(lintConfig({ ...described, ...good })).to.deep.equal([]);
    });
  }

  it('finds nothing in a configuration that is fully described, in strict mode either (H1)', () => {
    expect(validateConfig(described, { strict: true })).to.deep.equal([]);
    expect(validateConfig({ ...described, region: Promise.resolve('FR') }, { strict: true })).to.deep.equal([]);
  });

  it('says of a configuration that was read what it says of it as it was written', () => {
    for (const input of [described, ...Object.values(configurations.good)]) {
      expect(lintConfig(readConfig(input)), JSON.stringify(input)).to.deep.equal(lintConfig(input));
    }
  });

  it('warns, and refuses in strict mode what is more than advice (H1)', () => {
    const bad = { ...described, ui: { settingsButton: false }, hideReject: true };
    expect(validateConfig(bad).map(({ rule, level }) => `${rule} ${level}`)).to.deep.equal([
      'C1 warning',
      'E1 warning',
    ]);
    expect(() => validateConfig(bad, { strict: true })).to.throw(
      /^AskFirst: "hideReject" should not be there[^\n]*\nAskFirst: "ui\.settingsButton" is false[^\n]*$/,
    );
    const advice = { ...described, ui: { settingsButton: false } };
    expect(validateConfig(advice, { strict: true }).map(({ level }) => level)).to.deep.equal(['warning']);
  });

  it('speaks of a key in the place of the schema, and not beside it (H1)', () => {
    const bad = {
      ...described,
      colour: 'red',
      hideReject: true,
      site: { ...described.site, cookiePolicyUrl: 'javascript:0' },
    };
    expect(validateConfig(bad).map(({ rule, path }) => `${rule} ${path}`)).to.deep.equal([
      'H1 colour',
      'C1 hideReject',
      'H2 site.cookiePolicyUrl',
    ]);
  });

  it('leaves to the gate what is no advice any more (F, L3, M8)', () => {
    const rows: readonly (readonly [bad: Json, refused: string, ...advice: string[]])[] = [
      [{ memory: { consentMonths: 25, refusalMonths: 25 } }, 'memory.consentMonths', 'F memory.refusalMonths'],
      [health({ services: [{ ...marketing, sale: true }] }), 'services[0].sale'],
      [
        health({ integrations: { google: { mode: 'advanced' } } }),
        'integrations.google.mode',
        'L6 integrations.google',
      ],
    ];
    for (const [bad, refused, ...advice] of rows) {
      const input = { ...described, ...bad };
      expect(lintConfig(input).map(({ rule, path }) => `${rule} ${path}`)).to.deep.equal(advice);
      expect(validateConfig(input)[0]).to.deep.include({ level: 'error', path: refused });
    }
  });

  it('never speaks in the place of the gate where that refuses (I2)', () => {
    const findings = validateConfig({ ...described, regions: { EU: 'opt-maybe' } });
    expect(findings.map(({ rule, level, path }) => `${rule} ${level} ${path}`)).to.deep.equal([
      'H1 error regions.EU',
      'I2 warning regions.EU',
    ]);
  });

  it('knows who is asked first: by the region, else by any that there may be (I1, I2, M8)', () => {
    const google = { integrations: { google: { mode: 'advanced' } } };
    const isAsked = (more: Json): boolean =>
      lintConfig({ ...described, ...google, region: undefined, regions: {}, ...more }).length > 0;
    for (const [more, expected] of [
      [{ regime: undefined }, true],
      [{ regime: 'notice' }, false],
      [{ regime: 'opt-out', regions: { US: 'opt-out' } }, true],
      [{ regime: 'opt-out', regions: 'recommended' }, true],
      [{ regions: 'recommended', region: 'US-CA' }, false],
      [{ regions: 'recommended', region: 'FR' }, true],
      [{ regime: 'opt-out', region: 'FR' }, false],
      [{ regime: 'opt-out', regions: { FR: 'opt-in' }, region: 'fr' }, true],
    ] as const) {
      expect(isAsked(more), JSON.stringify(more)).to.equal(expected);
    }
  });

  it('passes over what is of the wrong type: that is the schema’s business', () => {
    const values = [null, true, 5, 'x', [], ['x'], [[]], {}, { en: 5 }, { en: null }];
    for (const key of Object.keys(described)) {
      for (const value of values) lintConfig({ ...described, [key]: value });
    }
    for (const value of [null, true, 5, ['x']]) {
      expect(lintConfig({ ...described, site: value, services: value, texts: value, cookie: value })).to.deep.equal([]);
    }
    expect(lintConfig({ ...described, ...service({ provider: 5, cookies: 'x', match: 5 }) })).to.deep.equal([]);
  });

  it('never throws, whatever it is given', () => {
    const keys = fc.constantFrom(
      ...[...Object.keys(described), ...Object.keys(analytics), ...Object.keys(exempt), 'en', 'buttons', '__proto__'],
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        fc.jsonValue({ maxDepth: 1 }),
        fc.constantFrom('necessary', 'analytics', 'https://hotjar.com', 'US-WA', 'advanced', true, 25),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(keys, tie('tree'), { maxKeys: 6 }),
      ),
    }));
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), tree), (input) => {
        for (const { rule, path, message, strict } of lintConfig(input)) {
          expect([rule, path, message, strict].every((text) => typeof text === 'string' && text !== '')).to.be.true;
        }
        validateConfig(input);
      }),
      { numRuns: 2000 },
    );
  });
});
