/** The vocabulary that every folder shares. Types only: nothing here reaches a bundle. */
import type { ConfigInput } from './config-input.js';

export type { ConfigInput };

/** A configuration handed in by script: its region may still be on its way. */
export interface ScriptConfig extends Omit<ConfigInput, 'region'> {
  readonly region?: string | PromiseLike<string>;
}

/** Ids of the categories. A site adds its own by augmentation, and a misspelt one is then offered no completion. */
export interface Categories {
  necessary: true;
  marketing: true;
  analytics: true;
  personalization: true;
}
export type CategoryId = keyof Categories | (string & {});

/** The kind of law that a region brings: nothing before a yes; runs until a no; information only. */
export type Regime = 'opt-in' | 'opt-out' | 'notice';

/** What the browser already says about its person: see core/signals.ts. */
export interface Signals {
  /** Global Privacy Control (https://w3c.github.io/gpc/), or what the site lets count like it. */
  readonly gpc: boolean;
  /** Whether the browser stands where the law asks first: it may make the regime stricter, never looser (requirement I1). */
  readonly optIn?: boolean;
}

/** How an answer came about: by the visitor, by the page's script, by Global Privacy Control, or by the regime's default. */
export type By = 'user' | 'api' | 'gpc' | 'default';

/** How one category or service stands. `granted` is what the gate obeys; `by` tells how that came about. */
export interface Answer {
  readonly granted: boolean;
  readonly decided: boolean;
  readonly by: By;
}

/** Everything a page can know about the consent. Frozen, and the same object until something changes. */
export interface ConsentState {
  /** `pending` until configuration and record are read; `undecided` while anything is still to be asked. */
  readonly status: 'pending' | 'undecided' | 'decided';
  readonly regime: Regime;
  /** ISO 3166-1 or -2 code, or `null` where nobody said. */
  readonly region: string | null;
  /** Global Privacy Control: sent by the browser, and whether it decides anything now. */
  readonly gpc: { readonly present: boolean; readonly applied: boolean };
  /** Milliseconds since the epoch, UTC, full minutes; `null` where nothing is decided. */
  readonly decidedAt: number | null;
  /** Milliseconds since the epoch, UTC: from then on the question is asked again; `null` where nothing is decided, or the answer stays. */
  readonly expiresAt: number | null;
  readonly categories: Readonly<Record<string, Answer>>;
  readonly services: Readonly<Record<string, Answer>>;
}

/** A text, or the same text by language (BCP 47 tags as keys). */
export type Localized = string | Readonly<Record<string, string>>;

export interface Category {
  /** Counts as sale or sharing under United States law; Global Privacy Control speaks about it. */
  readonly saleOrShare?: boolean;
  /** Raised to ask for this category again; 1 where it is missing. */
  readonly revision?: number;
}

/** What allows audience measurement to start without a yes (requirement A21). */
export interface Exemption {
  /** The law that is relied on, in words of the site. */
  readonly basis: Localized;
  /** Where the measurement is explained. */
  readonly infoUrl: Localized;
  /** That visitors have a switch to object with, which is on every page one click away. */
  readonly objection: true;
  /** Months that its cookies live, not renewed by visits: at most 13. The linter looks at it. */
  readonly cookieMonths?: number;
  /** Months that its data are kept: at most 25. */
  readonly dataMonths?: number;
}

export interface DeclaredCookie {
  /** `*` stands for anything. */
  readonly name: string;
  readonly purpose?: Localized;
  readonly duration?: Localized;
  /** Only a server can delete it: it is named in `remaining` whenever its service is withdrawn (requirement E5). */
  readonly httpOnly?: boolean;
  /** Where it is set for another site than the page's, this one: it is named in `remaining` likewise. */
  readonly domain?: string;
}

export interface Service {
  readonly id: string;
  readonly category: string;
  readonly name?: Localized;
  readonly provider?: Localized;
  readonly policyUrl?: Localized;
  readonly purpose?: Localized;
  /** Raised to ask for this service again. */
  readonly revision?: number;
  /** By default what its category says; always true where it is a sale. */
  readonly saleOrShare?: boolean;
  /** Shares what tells about a person's health or the like: only a yes to this very service counts (requirement L2). */
  readonly sensitiveSharing?: boolean;
  /** Sells personal data: impossible on a sensitive page (requirement L3). */
  readonly sale?: boolean;
  readonly exempt?: Exemption;
  readonly match?: readonly string[];
  readonly cookies?: readonly DeclaredCookie[];
  /** `local:KEY`, `session:KEY`, `indexeddb:NAME`, `cache:NAME`, `serviceworker:/PATH` of a scope or script; `*` stands for anything. */
  readonly storage?: readonly string[];
}

/** The configuration once read: complete, and free of what was wrong in it. */
export interface Config {
  readonly revision: number;
  readonly site: Readonly<
    Partial<Record<'name' | 'privacyPolicyUrl' | 'cookiePolicyUrl' | 'healthPolicyUrl', Localized>>
  >;
  readonly categories: Readonly<Record<string, Category>>;
  readonly services: readonly Service[];
  /** One switch for each category, or one for each service too. */
  readonly switches: 'category' | 'service';
  readonly regime: Regime;
  readonly regions: Readonly<Record<string, Regime>>;
  readonly region: string;
  /** The health preset: requirements, section L. */
  readonly sensitive: boolean;
  /** Known minors: what is sold or shared is opt-in for them everywhere (requirement J11). */
  readonly age?: 'under16';
  /** Calendar months. Under opt-out and notice an answer stays until the visitor changes it, unless `optOutMonths` ends it. */
  readonly memory: {
    readonly consentMonths: number;
    readonly refusalMonths: number;
    readonly optOutMonths?: number;
  };
  readonly signals: {
    /** Under opt-in, Global Privacy Control leaves the question to the visitor, or refuses in their name. */
    readonly gpcInOptIn?: 'ask' | 'refuse';
    /** Whether "Do Not Track" counts like Global Privacy Control. */
    readonly dnt?: boolean;
  };
  readonly cookie: { readonly name: string; readonly domain?: string | null; readonly path: string };
  readonly withdrawal: { readonly reload: boolean };
  /** Milliseconds that one released script may take before the next one starts. */
  readonly timeout: number;
  /** By vendor: told, with options or without, or not. */
  readonly integrations: NonNullable<ConfigInput['integrations']>;
  readonly ui: {
    readonly layout: 'bar';
    readonly position: 'top' | 'bottom';
    readonly theme: 'auto' | 'light' | 'dark';
    readonly settingsButton: boolean;
  };
  readonly language: string;
  readonly texts: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** What one category's entry in a record says. Answers are letters: see core/record.ts. */
export interface RecordEntry {
  /** The answer to the category itself; `-` where only single services were answered. */
  readonly answer: string;
  /** Revision of the category that was asked about. */
  readonly revision: number;
  /** Answers by fingerprint of the service; `-` where the category's answer covered it. */
  readonly services: Readonly<Record<string, string>>;
}

/** What was chosen at one moment, as it is stored. */
export interface ConsentRecord {
  readonly revision: number;
  /** Milliseconds since the epoch, UTC, full minutes: finer would tell visitors apart. */
  readonly decidedAt: number;
  /** Regime at that moment: opt-in, opt-out, notice. */
  readonly regime: 'i' | 'o' | 'n';
  /** Whether the browser sent Global Privacy Control at that moment. */
  readonly gpc: boolean;
  /** By fingerprint of the category. */
  readonly entries: Readonly<Record<string, RecordEntry>>;
}

/** First layer, second layer. */
export type Layer = 'banner' | 'preferences';

/** Detail of `askfirst:change`. */
export interface ConsentChange {
  readonly state: ConsentState;
  /** Ids of categories and services that are granted now and were not before. */
  readonly granted: readonly string[];
  /** Ids of categories and services that were granted before and are not now. */
  readonly withdrawn: readonly string[];
  readonly by: By;
  /** Whether anything that counts as sale or sharing is granted. */
  readonly saleOrShare: boolean;
  /**
   * What of the refused services the page could not delete: cookies by their names, what is stored by its kind too (`local:key`,
   * `indexeddb:name`), as it stands in `storage` where the browser does not even list it.
   */
  readonly remaining: string[];
  /** On a sensitive page, ids of the withdrawn services: what they were sent is theirs to erase, and the site's to call back (L8). */
  readonly recall: readonly string[];
}

/** What a placeholder stands for. */
export interface HeldEmbed {
  readonly consent: Consent;
  /** What waits, in document order. */
  readonly elements: readonly HTMLElement[];
  /** Categories and services that it waits for. */
  readonly ids: readonly string[];
  /** Lets it through this once: nothing is stored, and the next page asks again. */
  loadOnce(): void;
}

/** Detail of `askfirst:error`, and of each line that the library writes to the console. */
export interface Finding {
  /** Id of the requirement behind it, or of the kind of fault. */
  readonly rule: string;
  readonly level: 'error' | 'warning';
  /** Key of the configuration, element, or file. */
  readonly path: string;
  readonly message: string;
}

/** What was noticed, before it is put into words: `rule` is the kind of fault, `message` says it briefly. */
export interface Problem extends Finding {
  readonly found?: unknown;
}

/** What pages listen to, with its detail. */
export interface PublicEvents {
  ready: ConsentState;
  change: ConsentChange;
  open: { readonly layer: Layer };
  close: { readonly layer: Layer };
  error: Finding;
  block: { readonly url: string; readonly id: string };
}

/** Besides, `state` and the effects of a change, in the order in which they happen (requirement E3); `signals` and `gate` at the start too. */
export interface ConsentEvents extends PublicEvents {
  signals: ConsentState;
  gate: ConsentState;
  /** Another layer is to be seen, or the same again. */
  interface: undefined;
  state: ConsentState;
  /** After the event: the moment for a reload. */
  done: ConsentChange;
}

/** One vendor's consent interface: what it is told before its script starts, and after each choice and on each page. */
export interface Integration {
  before?(): void;
  /** @returns `false` where the vendor is not on this page yet: then it is told again, after each gated script and at the page's `load`. */
  // eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- most of them have nothing to say
  after(state: ConsentState): boolean | void;
}

/** The running consent: the page's API, and what gate, integrations and interface follow. */
export interface Consent {
  readonly version: string;
  readonly state: ConsentState;
  /** The configuration in force; `undefined` until it is read, and for good where it cannot be trusted. */
  readonly config: Config | undefined;
  /** The layer that is to be seen now. */
  readonly layer: Layer | undefined;
  /** Language of the texts, a BCP 47 tag: the configuration's, else the page's, else the visitor's. */
  readonly language: string;
  /** Resolves once configuration, region and record are read; never rejects. */
  readonly ready: Promise<ConsentState>;
  /** Whether a category or service is granted; an unknown id is `false`, and reported once. */
  granted(id: CategoryId): boolean;
  /** Resolves at the first moment that the id is granted, which may be never. Rejects only with the signal's reason. */
  when(id: CategoryId, options?: { signal?: AbortSignal }): Promise<void>;
  /** Calls `listener` at each event of that type; for `state` also now. @returns the function that ends it. */
  on<Type extends keyof ConsentEvents>(
    type: Type,
    listener: (detail: ConsentEvents[Type]) => void,
    options?: { signal?: AbortSignal },
  ): () => void;
  acceptAll(): void;
  rejectAll(): void;
  /** Answers for the ids named, categories or services, and leaves the rest as it is. */
  choose(answers: Partial<Readonly<Record<CategoryId, boolean>>>): void;
  /** Denies the ids named, by default everything, without ever asking again before the refusal's time is over. */
  withdraw(ids?: readonly CategoryId[]): void;
  /** Forgets the record and asks again. */
  reset(): void;
  /** Opens the preferences (by default) or the banner. */
  open(layer?: Layer): void;
  /** Closes what is open. Stores nothing. */
  close(): void;
  /**
   * Hands in the configuration. The first one wins, a second is reported. Its `region` may be a promise: everything stays denied until it
   * is kept, for one second at most; then it is opt-in (requirement I3).
   */
  configure(input: unknown): void;
  /** Says once what went wrong: in the console and as `askfirst:error`. */
  report(code: string, path: string, found?: unknown): void;
  /** Looks for what is wrong and does no harm; and by that fetches what an answer needs, before it comes. @internal */
  inspect(): void;
  /** Calls `act` once the next frame is on the screen; or sooner, where the page goes before that. @internal */
  afterPaint(act: () => void): void;
  /** Whether `act` is running, and the screen shows already what led to it. @internal */
  isPainted: boolean;
  /** Erases what refused services left, as at a withdrawal. @internal */
  erase(): void;
  /** Calls the listeners of a type, and dispatches what is public on `document`. @internal */
  emit<Type extends keyof ConsentEvents>(type: Type, detail: ConsentEvents[Type]): void;
}

/** `window.askFirst`: the running consent, and what the drop-in adds to it. */
export interface AskFirst extends Consent {
  /** Treats what stands in another root, such as an open shadow root, like what stands in the document. */
  watch(root: Node & ParentNode): void;
  /** Calls `listener` with this object. Works before the library is here: `(window.askFirst ||= []).push(api => …)`. */
  push(listener: (api: AskFirst) => void): void;
}

declare global {
  interface Document {
    /** Whether the page is rendered ahead of a visit, where browsers do that. */
    readonly prerendering?: boolean;
  }
  interface DocumentEventMap {
    'askfirst:ready': CustomEvent<ConsentState>;
    'askfirst:change': CustomEvent<ConsentChange>;
    'askfirst:open': CustomEvent<{ readonly layer: Layer }>;
    'askfirst:close': CustomEvent<{ readonly layer: Layer }>;
    'askfirst:error': CustomEvent<Finding>;
    'askfirst:block': CustomEvent<{ readonly url: string; readonly id: string }>;
  }
}
