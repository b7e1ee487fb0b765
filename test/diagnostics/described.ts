/** A configuration that tells people all that they may know, and breaks no rule: what tests then spoil, one key at a time. */
import type { ConfigInput } from '../../src/types.js';

type Service = NonNullable<ConfigInput['services']>[number];

export const analytics: Service = {
  id: 'ga',
  category: 'analytics',
  name: 'Google Analytics',
  provider: 'Google Ireland Ltd',
  purpose: { en: 'Counts visits.', fr: 'Compte les visites.' },
  policyUrl: { en: 'https://policies.google.com/privacy', fr: '/fr/privacy' },
  match: ['https://www.googletagmanager.com/gtag/*', '*.google-analytics.com'],
  cookies: [{ name: '_ga*', purpose: 'Tells one visitor from another.', duration: { en: '2 years' } }],
  storage: ['local:ga'],
};

export const marketing: Service = {
  id: 'meta',
  category: 'marketing',
  name: 'Meta Pixel',
  provider: 'Meta Platforms Ireland Ltd',
  purpose: 'Tells which pages were opened.',
  policyUrl: 'https://www.facebook.com/privacy/policy/',
  match: ['https://connect.facebook.net/*'],
  cookies: [{ name: '_fbp', purpose: 'Tells one browser from another.', duration: '3 months' }],
};

export const exempt: NonNullable<Service['exempt']> = {
  basis: 'Article 82 of the French data protection act',
  infoUrl: '/measurement',
  objection: true,
  cookieMonths: 13,
  dataMonths: 25,
};

export const described: ConfigInput = {
  $schema: 'askfirst.schema.json',
  revision: 3,
  site: { name: { en: 'Bodywise', fr: 'Bodywise' }, privacyPolicyUrl: '/privacy', healthPolicyUrl: '/health-privacy' },
  categories: { necessary: {}, marketing: { saleOrShare: true }, analytics: {}, personalization: {}, video: {} },
  services: [
    { id: 'cdn', category: 'necessary', match: ['https://cdn.example.org/*'], cookies: [{ name: 'session' }] },
    analytics,
    marketing,
    { ...marketing, id: 'matomo', category: 'analytics', cookies: [], match: ['/matomo.js'], exempt },
  ],
  switches: 'service',
  regime: 'opt-in',
  regions: { US: 'opt-out', 'US-CA': 'opt-out', GB: 'opt-in', '*': 'opt-in' },
  region: 'FR',
  memory: { consentMonths: 12, refusalMonths: 13, optOutMonths: 24 },
  signals: { gpcInOptIn: 'ask', dnt: false },
  cookie: { name: 'consent', domain: '.example.org', path: '/' },
  withdrawal: { reload: false },
  timeout: 5000,
  integrations: { google: { mode: 'basic' } },
  ui: { layout: 'bar', position: 'bottom', theme: 'auto', settingsButton: true },
  language: 'auto',
  texts: {
    en: {
      intro:
        'On all sites of example.org {who} use cookies and similar technologies. Refuse, and the site still works.',
      acceptAll: 'Accept all',
      rejectAll: 'Reject all',
      partners: { one: 'one partner', other: '{count} partners' },
      categories: { video: { title: 'Videos', description: 'Plays videos of other companies.' } },
    },
    de: { acceptAll: 'Alle akzeptieren', rejectAll: 'Alle ablehnen' },
  },
};
