/** English, and the shape of every other language. What stands in braces is filled in; a site's own may hold `[words](address)`. */

/** Texts of the first layer, and of what is said after an answer. */
export interface QuestionMessages {
  readonly title: string;
  /** Up to 220 characters. `{who}` becomes one of the four subjects below. */
  readonly intro: string;
  readonly we: string;
  readonly weAndPartners: string;
  readonly site: string;
  readonly siteAndPartners: string;
  /** By plural category of `Intl.PluralRules`. */
  readonly partners: Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
  readonly privacyPolicy: string;
  readonly cookiePolicy: string;
  /** The title that the law of Washington gives to it. */
  readonly healthPolicy: string;
  readonly rejectAll: string;
  readonly acceptAll: string;
  readonly manage: string;
  /** Name of the X, where there is one: it refuses. */
  readonly continueWithout: string;
  readonly savedAllOn: string;
  readonly savedAllOff: string;
  readonly appeared: string;
}

/** Texts of the placeholder of an embed: they come with it. */
export interface EmbedMessages {
  readonly embedVideo: string;
  readonly embedAudio: string;
  readonly embedMap: string;
  readonly embedImage: string;
  readonly embedContent: string;
  /** What `{provider}` may do once it plays; `{categories}` are the names of the categories, as inside a sentence. */
  readonly embedPlays: string;
  /** The same of what is not played but shown. */
  readonly embedShows: string;
  readonly loadVideo: string;
  readonly loadAudio: string;
  readonly loadMap: string;
  readonly loadImage: string;
  readonly loadContent: string;
  readonly alwaysAllow: string;
  readonly watchOn: string;
  readonly openOn: string;
  readonly serviceSaved: string;
}

/** What is told of services and of all that they store, in the second layer and in a declaration: it comes behind either. */
export interface ServicesMessages {
  readonly cookieName: string;
  readonly cookiePurpose: string;
  readonly cookieDuration: string;
  readonly cookieProvider: string;
  readonly servicePolicy: string;
  /** Whether a third party gets at what a service stores (requirement D2). */
  readonly sharedWith: string;
  readonly notShared: string;
  /** What is stored and is no cookie, by its kind: local and session storage and databases; the cache; a service worker. */
  readonly storageBrowser: string;
  readonly storageCache: string;
  readonly storageWorker: string;
  /** How long that is kept: session storage, and all the rest. */
  readonly keptTab: string;
  readonly keptErased: string;
  /** What the library's own cookie is for. */
  readonly ownCookie: string;
}

/** What is told of the choice that stands, in the second layer and in a declaration: it comes with either. */
export interface ChoiceMessages {
  readonly alwaysOn: string;
  readonly on: string;
  readonly off: string;
  readonly chosen: string;
  /** Where the answer stays until it is changed. */
  readonly chosenForGood: string;
  /** How the choice came about, each a sentence behind the one before (requirement D7). */
  readonly madeByUser: string;
  readonly madeByPage: string;
  readonly madeByGpc: string;
  readonly notChosen: string;
  /** Where the law lets things run until a no. */
  readonly notChosenOptOut: string;
  /** `{categories}`: names of what the signal speaks about, each with how it stands, "marketing (not allowed)". */
  readonly gpcSeen: string;
}

/** Texts of the second layer: they come with it. */
export interface PreferencesMessages {
  readonly preferencesTitle: string;
  readonly preferencesLead: string;
  readonly save: string;
  readonly close: string;
  /** Of a category, where its services stand otherwise. */
  readonly mixed: string;
  readonly services: string;
  /** Under opt-in, where the browser sends the signal. */
  readonly gpc: string;
  /** Behind it, where the question is asked (requirement K7). `{accept}` is what the button says. */
  readonly gpcAccept: string;
  /** Under opt-out: the dialog speaks of sale and sharing (requirement J5). */
  readonly optOutTitle: string;
  readonly optOutLead: string;
  /** Under opt-out, once the visitor, or the signal for them, has said no to sale and sharing (requirement J6). */
  readonly optOutHonored: string;
  readonly optOutHonoredGpc: string;
  /** Beside the switch of a service that shares what is sensitive: names who gets it (requirement L2). */
  readonly sensitiveSharing: string;
  /** Beside the switch of measurement that starts without a yes (requirement A21). */
  readonly exempt: string;
  readonly exemptMore: string;
  readonly saved: string;
  readonly unchanged: string;
  /** Of the button that hands visitors their own record (requirement G6). */
  readonly download: string;
}

/** Texts of a declaration alone: they come with it. */
export interface DeclarationMessages {
  /** Of the button that opens the second layer. */
  readonly change: string;
}

/** What the categories are called. */
export type CategoryMessages = Readonly<Record<string, { readonly title: string; readonly description: string }>>;

/**
 * Titles of the link to the opt-out that United States law prescribes, word by word (requirement J3). They stand in the page itself, in
 * English as the law has them, on a link that leads somewhere without scripts too: `<a href="/privacy" data-askfirst-open>…</a>`.
 */
export const optOutLinks: readonly string[] = [
  'Your Privacy Choices',
  'Your California Privacy Choices',
  'Do Not Sell or Share My Personal Information',
  'Limit the Use of My Sensitive Personal Information',
];

export interface Messages
  extends QuestionMessages, ServicesMessages, ChoiceMessages, PreferencesMessages, DeclarationMessages, EmbedMessages {
  readonly categories: CategoryMessages;
  /** Name of the settings button: the gate has it too (gate/settings-button.ts). */
  readonly settings: string;
}

export const question: QuestionMessages = {
  title: 'Your cookie choices',
  intro:
    '{who} use cookies and similar technologies to tailor content and marketing to you and to measure visits. Refuse, and the site still works. Change your choice at any time.',
  we: 'We',
  weAndPartners: 'We and {partners}',
  site: 'At {site}, we',
  siteAndPartners: '{site} and {partners}',
  partners: { one: '{count} partner', other: '{count} partners' },
  privacyPolicy: 'Privacy policy',
  cookiePolicy: 'Cookie policy',
  healthPolicy: 'Consumer Health Data Privacy Policy',
  rejectAll: 'Reject all',
  acceptAll: 'Accept all',
  manage: 'Manage preferences',
  continueWithout: 'Continue without accepting',
  savedAllOn: 'Saved. All optional cookies are on.',
  savedAllOff: 'Saved. All optional cookies are off.',
  appeared: 'Cookie choices are open at the start of the page.',
};

export const categories: CategoryMessages = {
  necessary: {
    title: 'Necessary',
    description: 'Keeps the site working and safe, and remembers what you choose here.',
  },
  marketing: {
    title: 'Marketing',
    description: 'Supports this site by showing you marketing and promotions that fit your interests.',
  },
  analytics: {
    title: 'Analytics',
    description: 'Shows us how visitors use the site, so that we can make it faster and easier to use.',
  },
  personalization: {
    title: 'Personalization',
    description: 'Adapts content and features to you, based on what you do on the site.',
  },
};

export const services: ServicesMessages = {
  cookieName: 'Name',
  cookiePurpose: 'Purpose',
  cookieDuration: 'Kept for',
  cookieProvider: 'Set by',
  servicePolicy: 'Privacy policy of {provider}',
  sharedWith: '{provider} gets access to the data.',
  notShared: 'No third party gets access to the data.',
  storageBrowser: 'Browser storage',
  storageCache: 'Browser cache',
  storageWorker: 'Background script',
  keptTab: 'Until the tab is closed',
  keptErased: 'Until it is erased',
  ownCookie: 'Remembers what you choose here',
};

export const choice: ChoiceMessages = {
  alwaysOn: 'Always on',
  on: 'Allowed',
  off: 'Not allowed',
  chosen: 'Chosen on {date}. Asked again after {until}.',
  chosenForGood: 'Chosen on {date}, until you change it.',
  madeByUser: 'You made this choice.',
  madeByPage: 'This site made this choice.',
  madeByGpc: 'Your browser made this choice.',
  notChosen: 'You have not chosen yet. What needs your yes is off.',
  notChosenOptOut: 'You have not chosen yet. What needs no yes runs until you say no.',
  gpcSeen: 'Global Privacy Control on: {categories}.',
};

export const preferences: PreferencesMessages = {
  preferencesTitle: 'Cookie preferences',
  preferencesLead: 'Switch on only what you are happy with. Nothing changes until you save.',
  save: 'Save my choices',
  close: 'Close without saving',
  mixed: 'Partly allowed',
  services: 'Services and cookies ({count})',
  gpc: 'Your browser sends a Global Privacy Control signal, so {categories} is off unless you switch it on yourself.',
  gpcAccept: '“{accept}” switches it on too.',
  optOutTitle: 'Your Privacy Choices',
  optOutLead:
    'You can opt out of the sale and sharing of your personal information. No account or reason is needed. Nothing changes until you save.',
  optOutHonored: 'Opt-Out Request Honored. We do not sell or share your personal information.',
  optOutHonoredGpc: 'Your browser sends a Global Privacy Control signal. Opt-Out Request Honored.',
  sensitiveSharing: 'Shares health-related data with {provider}.',
  exempt: 'Measures visits without asking first, as the law allows: {basis}. Switch it off to object.',
  exemptMore: 'How it works',
  saved: 'Saved. On: {on}. Off: {off}.',
  unchanged: 'Closed. Nothing was changed.',
  download: 'Download my choices',
};

export const declaration: DeclarationMessages = {
  change: 'Change my choices',
};

export const embed: EmbedMessages = {
  embedVideo: 'Video from {name}',
  embedAudio: 'Audio from {name}',
  embedMap: 'Map from {name}',
  embedImage: 'Image from {name}',
  embedContent: 'Content from {name}',
  embedPlays: 'Playing it lets {provider} set {categories} cookies on your device.',
  embedShows: 'Showing it lets {provider} set {categories} cookies on your device.',
  loadVideo: 'Play this video',
  loadAudio: 'Play this audio',
  loadMap: 'Show this map',
  loadImage: 'Show this image',
  loadContent: 'Show this content',
  alwaysAllow: 'Always allow {name}',
  watchOn: 'Watch on {host}',
  openOn: 'Open on {host}',
  serviceSaved: 'Saved. {name} is always allowed now.',
};

const en: Messages = {
  ...question,
  ...services,
  ...choice,
  ...preferences,
  ...declaration,
  ...embed,
  categories,
  settings: 'Cookie settings',
};
export default en;
