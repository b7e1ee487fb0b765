/** Written by tools/schema.mjs from src/diagnostics/schema.ts. Do not edit: change the schema and build. */
/** The configuration as a site writes it: all keys are optional. */
export interface ConfigInput {
  /** Where editors find this schema. */
  readonly $schema?: string;
  /** Raise it to ask everything again. 1 by default. */
  readonly revision?: number;
  readonly site?: {
    /** Who asks: stands in the first sentence of the question. */
    readonly name?: string | { readonly [key: string]: string };
    /** Linked from the question. */
    readonly privacyPolicyUrl?: string | { readonly [key: string]: string };
    readonly cookiePolicyUrl?: string | { readonly [key: string]: string };
    readonly healthPolicyUrl?: string | { readonly [key: string]: string };
  };
  /** In the order shown. By default necessary, marketing, analytics, personalization. */
  readonly categories?: {
    readonly [key: string]: {
      /** Counts as sale or sharing under United States law. Marketing does by default. */
      readonly saleOrShare?: boolean;
      /** Raise it to ask again. A whole number, 1 by default. */
      readonly revision?: number;
    };
  };
  /** One list feeds gate, erasure, disclosure and switches. */
  readonly services?: readonly {
    /** One namespace with the categories. */
    readonly id: string;
    /** Id of the category that the service belongs to. */
    readonly category: string;
    /** What people call it. */
    readonly name?: string | { readonly [key: string]: string };
    /** The company behind it. */
    readonly provider?: string | { readonly [key: string]: string };
    /** What it is used for, in a sentence. */
    readonly purpose?: string | { readonly [key: string]: string };
    /** Privacy policy of the provider. */
    readonly policyUrl?: string | { readonly [key: string]: string };
    /** Raise it to ask again. A whole number, 1 by default. */
    readonly revision?: number;
    /** As for a category, for this service alone. */
    readonly saleOrShare?: boolean;
    /** Sells personal data. Never possible where "sensitive" is true. */
    readonly sale?: boolean;
    /** Shares what tells about health or the like: has a switch of its own, and Accept all leaves it off. */
    readonly sensitiveSharing?: boolean;
    /** Audience measurement that the law lets start without a yes (France, United Kingdom). */
    readonly exempt?: {
      /** The law that is relied on. */
      readonly basis: string | { readonly [key: string]: string };
      /** Where the measurement is explained. */
      readonly infoUrl: string | { readonly [key: string]: string };
      /** Visitors get a switch to object with. */
      readonly objection: true;
      /** How long its cookies live: 13 months at most. */
      readonly cookieMonths?: number;
      /** How long its data are kept: 25 months at most. */
      readonly dataMonths?: number;
    };
    /** URLs and hosts of the service, "*" stands for anything. Blocking by URL uses them. */
    readonly match?: readonly string[];
    /** Cookies that the service sets: shown to visitors, and erased when it is refused or withdrawn. */
    readonly cookies?: readonly {
      /** "*" stands for anything. */
      readonly name: string;
      readonly purpose?: string | { readonly [key: string]: string };
      readonly duration?: string | { readonly [key: string]: string };
      /** Out of reach of scripts: "remaining" names it. */
      readonly httpOnly?: boolean;
      /** Where it is another site's: "remaining" names it. */
      readonly domain?: string;
    }[];
    /** What else it stores: "local:KEY", "session:KEY", "indexeddb:NAME", "cache:NAME", "serviceworker:/PATH" of scope or script; "*" stands for anything. */
    readonly storage?: readonly string[];
  }[];
  /** Everywhere, unless "regions" says otherwise. "opt-in" by default. */
  readonly regime?: 'opt-in' | 'opt-out' | 'notice';
  /** Regime by ISO 3166 code; the longest match wins. "recommended" is opt-out in the United States, else opt-in. */
  readonly regions?: 'recommended' | { readonly [key: string]: 'opt-in' | 'opt-out' | 'notice' };
  /** Where the visitor is, as an ISO 3166 code; by script also a promise. Unknown is "opt-in". */
  readonly region?: string;
  /** For pages on health and the like: opt-in everywhere, nothing sold, withdrawal always reloads. */
  readonly sensitive?: boolean;
  /** Visitors are known to be minors: what is sold or shared is opt-in everywhere. */
  readonly age?: 'under16';
  /** One switch for each category (the default), or one for each service too. */
  readonly switches?: 'category' | 'service';
  readonly signals?: {
    /** What Global Privacy Control does under opt-in: "ask" leaves the question, "refuse" answers it with a no. */
    readonly gpcInOptIn?: 'ask' | 'refuse';
    /** "Do Not Track" counts like Global Privacy Control. false by default. */
    readonly dnt?: boolean;
  };
  readonly memory?: {
    /** How long a yes is remembered. 6 by default. */
    readonly consentMonths?: number;
    /** How long a no is remembered: at least 6, and at least as long as a yes. */
    readonly refusalMonths?: number;
    /** Under opt-out: when an answer ends. At least 12; by default it stays until it is changed. */
    readonly optOutMonths?: number;
  };
  readonly cookie?: {
    /** "askfirst" by default. */
    readonly name?: string;
    /** A parent domain, to share the choice with its other hosts. */
    readonly domain?: string | null;
    /** "/" by default. */
    readonly path?: string;
  };
  readonly withdrawal?: {
    /** Reload once where a script of a withdrawn category has run. true by default. */
    readonly reload?: boolean;
  };
  /** Milliseconds that one released script may take before the next one starts. 5000 by default. */
  readonly timeout?: number;
  readonly integrations?: {
    /** Google Consent Mode v2. In basic mode (the default) no Google script runs before a yes. */
    readonly google?:
      | boolean
      | {
          /** "basic" (the default): the tag is gated. "advanced": it runs without a yes and reports each visit without cookies. */
          readonly mode?: 'basic' | 'advanced';
          /** Which of Google's keys each category speaks for, all of them. A key that none names stays denied; one that two name needs both. */
          readonly mapping?: {
            readonly [key: string]: readonly (
              | 'ad_storage'
              | 'ad_user_data'
              | 'ad_personalization'
              | 'analytics_storage'
              | 'functionality_storage'
              | 'personalization_storage'
            )[];
          };
          /** A default of their own for regions whose regime, by "regime" and "regions", is not opt-in. Elsewhere it stays denied. */
          readonly regions?: readonly {
            /** Where it holds. */
            readonly region: readonly string[];
            /** Categories that are granted by default there. */
            readonly granted: readonly string[];
          }[];
          /** Milliseconds that tags wait for an answer of an earlier page. 500 by default. */
          readonly waitForUpdate?: number;
          /** Leaves advertising identifiers out while advertising is denied. true by default. */
          readonly adsDataRedaction?: boolean;
          /** Carries advertising identifiers from page to page in links. false by default. */
          readonly urlPassthrough?: boolean;
          /** The id that Google gave to the site as a developer, if it has one. */
          readonly developerId?: string;
        };
    /** Microsoft Advertising (UET) and Clarity: UET follows marketing, Clarity marketing and analytics. */
    readonly microsoft?: boolean;
    /** Meta Pixel, which follows marketing; under opt-out a no is Limited Data Use too. */
    readonly meta?: boolean;
    /** TikTok Pixel, which follows marketing. */
    readonly tiktok?: boolean;
    /** Pinterest Tag, which follows marketing. */
    readonly pinterest?: boolean;
    /** Matomo, which follows analytics. With the mode "cookieless" it counts without cookies before a yes: only where the law exempts that. */
    readonly matomo?:
      | boolean
      | {
          readonly mode?: 'cookieless';
        };
    /** PostHog, which follows analytics. */
    readonly posthog?: boolean;
    /** Mixpanel, which follows analytics. */
    readonly mixpanel?: boolean;
    /** Amplitude, which follows analytics. */
    readonly amplitude?: boolean;
    /** Segment, which follows analytics, and is told of every category with each event. */
    readonly segment?: boolean;
    /** The Customer Privacy API of Shopify, which is told of every category, and of sale and sharing. */
    readonly shopify?: boolean;
    /** The WordPress Consent API, which is told of every category and service. */
    readonly wordpress?: boolean;
  };
  readonly ui?: {
    /** Shape of the first layer: a bar (the default), a box in a corner, or a dialog that the page waits for. */
    readonly layout?: 'bar' | 'box' | 'center';
    /** Edge of the window, "bottom" by default, and for a box the corner: "bottom end". */
    readonly position?: 'bottom' | 'top' | 'bottom start' | 'bottom end' | 'top start' | 'top end';
    readonly theme?: 'auto' | 'light' | 'dark';
    /** The small button that opens the preferences again: true (the default) is "bottom start"; or another corner. */
    readonly settingsButton?: boolean | 'bottom start' | 'bottom end' | 'top start' | 'top end';
    /** An X on the first layer, "Continue without accepting": it refuses. By default only in Italy, where it is asked for. */
    readonly closeButton?: boolean;
  };
  /** "auto" follows <html lang>, and the visitor only where the page names no language. */
  readonly language?: 'auto' | string;
  /** The site's own words by language. */
  readonly texts?: {
    readonly [key: string]: {
      readonly title?: string;
      readonly intro?: string;
      readonly we?: string;
      readonly weAndPartners?: string;
      readonly site?: string;
      readonly siteAndPartners?: string;
      readonly privacyPolicy?: string;
      readonly cookiePolicy?: string;
      readonly healthPolicy?: string;
      readonly rejectAll?: string;
      readonly acceptAll?: string;
      readonly manage?: string;
      readonly continueWithout?: string;
      readonly savedAllOn?: string;
      readonly savedAllOff?: string;
      readonly appeared?: string;
      readonly alwaysOn?: string;
      readonly on?: string;
      readonly off?: string;
      readonly cookieName?: string;
      readonly cookiePurpose?: string;
      readonly cookieDuration?: string;
      readonly cookieProvider?: string;
      readonly servicePolicy?: string;
      readonly sharedWith?: string;
      readonly notShared?: string;
      readonly storageBrowser?: string;
      readonly storageCache?: string;
      readonly storageWorker?: string;
      readonly keptTab?: string;
      readonly keptErased?: string;
      readonly ownCookie?: string;
      readonly chosen?: string;
      readonly chosenForGood?: string;
      readonly madeByUser?: string;
      readonly madeByPage?: string;
      readonly madeByGpc?: string;
      readonly notChosen?: string;
      readonly notChosenOptOut?: string;
      readonly gpcSeen?: string;
      readonly preferencesTitle?: string;
      readonly preferencesLead?: string;
      readonly save?: string;
      readonly close?: string;
      readonly mixed?: string;
      readonly services?: string;
      readonly gpc?: string;
      readonly gpcAccept?: string;
      readonly optOutTitle?: string;
      readonly optOutLead?: string;
      readonly optOutHonored?: string;
      readonly optOutHonoredGpc?: string;
      readonly sensitiveSharing?: string;
      readonly exempt?: string;
      readonly exemptMore?: string;
      readonly saved?: string;
      readonly unchanged?: string;
      readonly download?: string;
      readonly change?: string;
      readonly embedVideo?: string;
      readonly embedAudio?: string;
      readonly embedMap?: string;
      readonly embedImage?: string;
      readonly embedContent?: string;
      readonly embedPlays?: string;
      readonly embedShows?: string;
      readonly loadVideo?: string;
      readonly loadAudio?: string;
      readonly loadMap?: string;
      readonly loadImage?: string;
      readonly loadContent?: string;
      readonly alwaysAllow?: string;
      readonly watchOn?: string;
      readonly openOn?: string;
      readonly serviceSaved?: string;
      readonly settings?: string;
      readonly partners?: { readonly [key: string]: string };
      readonly categories?: {
        readonly [key: string]: {
          readonly title?: string;
          readonly description?: string;
        };
      };
    };
  };
}
