/** One running consent, from configuration, record and signals to state and effects. */
import { readConfig } from './config.js';
import { decide, UNDECIDED } from './decide.js';
import { pickRecord } from './record.js';
import { readSignals } from './signals.js';
import { cookieValues, readJar } from './storage.js';
import { version } from './version.js';
import type * as Answers from '../answers/index.js';
import type {
  By,
  Config,
  Consent,
  ConsentEvents,
  ConsentRecord,
  ConsentState,
  Finding,
  Layer,
  Problem,
  Signals,
} from '../types.js';

export interface ConsentOptions {
  /** What is needed only when somebody answers; or a way to fetch it then. */
  readonly answers?: typeof Answers;
  readonly loadAnswers?: () => Promise<typeof Answers>;
  /** Puts problems into words. Without it, or where it fails, a message names kind, path and what was found. */
  readonly explain?: (problems: readonly Problem[], input: unknown) => Promise<readonly Finding[]> | readonly Finding[];
  /** What the browser says by itself; by default what core/signals.ts reads. */
  readonly signals?: (wishes: Config['signals']) => Signals;
  /** Milliseconds since the epoch, UTC. */
  readonly now?: () => number;
}

/** Milliseconds after which nobody waits for a frame: a page in the background paints none. */
const FRAME = 200;
/** Milliseconds that a promised region may take (requirement I3). */
const REGION_TIMEOUT = 1000;
/** Milliseconds after which an answer is written again: half of what browsers keep a cookie. */
const RENEWAL = 200 * 86_400_000;

/** Events that pages listen to. They report, and nothing in here listens to them: no page can forge a choice by one (Q9). */
const PUBLIC = ['ready', 'change', 'open', 'close', 'error', 'block'];

/** Whether two values say the same. JSON is not asked: old libraries teach every object a `toJSON` of their own. */
const isSame = (one: unknown, other: unknown): boolean =>
  one === other ||
  (Object(one) === one &&
    Object.entries(one as object).every(([key, value]) =>
      isSame(value, (other as Record<string, unknown> | undefined)?.[key]),
    ));

/** Starts a consent: `pending`, and everything denied, until `configure()` is called. */
export function createConsent({
  answers,
  now = Date.now,
  explain,
  loadAnswers,
  signals = readSignals,
}: ConsentOptions): Consent {
  const listeners = new Set<readonly [string, (detail: never) => void]>();
  const problems: Problem[] = [];
  /** Ids that were asked for and do not exist. */
  const unknown = new Set<string>();
  let state = UNDECIDED;
  let given: { readonly input: unknown } | undefined;
  let config: Config | undefined;
  let record: ConsentRecord | undefined;
  /** Whether the record is held here alone, because the browser did not keep it. */
  let unkept = false;
  let layer: Layer | undefined;
  let channel: BroadcastChannel | undefined;
  let settle: (value: ConsentState) => void;

  const emit = <Type extends keyof ConsentEvents>(type: Type, detail: ConsentEvents[Type]): void => {
    // What a listener adds to its own type is called in the same round.
    for (const [own, listener] of listeners) {
      try {
        if (own === type) listener(detail as never);
      } catch (error) {
        // Whoever fails at errors is not told of one more.
        if (type !== 'error') report('subscriber', type, error);
      }
    }
    if (PUBLIC.includes(type)) document.dispatchEvent(new CustomEvent(`askfirst:${type}`, { detail }));
  };

  /** Collects what is wrong, and says it in words as soon as the present task is done. */
  const report = (code: string, path: string, found?: unknown): void => {
    if (
      problems.push({
        rule: code,
        level: 'error',
        path,
        message: `AskFirst: ${code} ${path} ${String(found)}`,
        found,
      }) > 1
    )
      return;
    void Promise.resolve().then(async () => {
      const batch = problems.splice(0);
      // Brief words are better than none.
      const findings = await Promise.resolve()
        .then(() => explain?.(batch, given?.input))
        .catch(() => batch);
      for (const finding of findings ?? batch) {
        console[finding.level === 'error' ? 'error' : 'warn'](finding.message);
        emit('error', finding);
      }
    });
  };

  const read = (): Signals => signals(config?.signals ?? {});

  const isGranted = (id: string): boolean | undefined => (state.categories[id] ?? state.services[id])?.granted;

  const isAsking = (): boolean => state.status === 'undecided' && state.regime === 'opt-in';

  const show = (next: Layer | undefined): void => {
    layer = next;
    emit('interface', undefined);
  };

  const withAnswers = (act: (module: typeof Answers) => void): void => {
    // Where nothing can be asked, nothing can be answered.
    if (!config) return;
    if (answers) act(answers);
    else {
      loadAnswers?.().then(
        (module) => {
          act((answers = module));
        },
        (error: unknown) => {
          report('answers', '', error);
          show(layer);
        },
      );
    }
  };

  /** Browsers forget a cookie after 400 days: an answer that lasts longer is written again in good time. */
  const isOld = ({ decidedAt, expiresAt }: ConsentState): boolean =>
    decidedAt !== null && now() - decidedAt > RENEWAL && (expiresAt ?? Infinity) - decidedAt > 2 * RENEWAL;

  /** Decides anew and lets the effects follow, in the order of requirement E3. */
  const refresh = (by: By): void => {
    if (!config) return;
    const before = state;
    let overruled = false as boolean;
    const next = decide({ config, record, signals: read(), now: now() }, () => {
      overruled = true;
    });
    if (isSame(next, before)) return;
    state = next;
    // What the browser's signal decided, vendors know since it was read: they are told once (M5).
    if (by !== 'gpc') emit('signals', next);
    if (before === UNDECIDED) {
      // The question is on its way before the page is gone through for what waits.
      if (isAsking()) show('banner');
      emit('gate', next);
      if (!isAsking()) show(undefined);
      announce();
    } else {
      const erased = answers?.describe(config, before, next, by);
      if (!isAsking()) layer = undefined;
      emit('gate', next);
      emit('interface', undefined);
      emit('state', next);
      withAnswers(({ describe }) => {
        (erased ?? describe(config as Config, before, next, by))(emit);
      });
    }
    if (overruled || isOld(next)) answering('keep')();
  };

  const announce = (): void => {
    settle(state);
    emit('ready', state);
    emit('state', state);
  };

  /** What is stored counts: at the start, when another tab wrote, and for a page from the back-forward cache (Q3, Q4). */
  const reread = (): string[] => {
    let texts: string[] = [];
    try {
      texts = cookieValues(readJar(), config?.cookie.name ?? '');
    } catch {
      // A sandboxed document has no cookies.
    }
    if (!unkept) record = pickRecord(texts);
    refresh('user');
    return texts;
  };
  /**
   * Gives other tabs the word. In Firefox it comes before the cookie does, by some milliseconds, and in a hidden tab timers take a second:
   * so it is said again from here.
   */
  const tell = (): void => {
    const say = (): void => channel?.postMessage(0);
    say();
    for (const delay of [50, 500]) setTimeout(say, delay);
  };
  const listen = (): void => {
    try {
      channel = new BroadcastChannel('askfirst');
      channel.onmessage = reread;
    } catch {
      // Storage is blocked: there is nothing that tabs could agree on.
    }
  };

  const take = (next: ConsentRecord | undefined, kept: boolean, by: By): void => {
    record = next;
    unkept = !kept;
    refresh(by);
    tell();
    // The same answer again closes the question too; forgetting opens it.
    if (layer || !next) show(isAsking() ? 'banner' : undefined);
  };

  /** Hands a call to the answers, with what they need of the inside. */
  const answering =
    (name: 'acceptAll' | 'rejectAll' | 'choose' | 'withdraw' | 'reset' | 'inspect' | 'keep') =>
    (argument?: unknown): void => {
      withAnswers((module) => {
        module[name](
          { config, input: given?.input, state, record, gpc: read().gpc, report, now, take },
          argument as never,
        );
      });
    };

  const begin = (input: unknown): void => {
    try {
      // Whoever hands in nothing has already said why.
      if (input !== undefined) config = readConfig(input);
    } catch (error) {
      report('config', '', error);
    }
    if (!config) {
      state = Object.freeze({ ...UNDECIDED, status: 'undecided' });
      announce();
      return;
    }
    const [text] = reread();
    if (text && !record) report('record', config.cookie.name, text);
    listen();
    // A page that an answer has loaded again could give the word but once.
    channel?.postMessage(0);
    addEventListener('visibilitychange', reread, true);
    // An open channel could end a page's rest in the back-forward cache.
    addEventListener('pagehide', () => {
      channel?.close();
      channel = undefined;
    });
    addEventListener('pageshow', ({ persisted }) => {
      if (!persisted) return;
      listen();
      reread();
    });
  };

  const consent: Consent = {
    version,
    get state() {
      return state;
    },
    get config() {
      return config;
    },
    get layer() {
      return layer;
    },
    isPainted: false,
    afterPaint(act) {
      let due: typeof act | undefined = act;
      const run = (): void => {
        removeEventListener('pagehide', run);
        consent.isPainted = true;
        due?.();
        due = undefined;
        consent.isPainted = false;
      };
      requestAnimationFrame(() => setTimeout(run));
      setTimeout(run, FRAME);
      addEventListener('pagehide', run);
    },
    get language() {
      const { language = 'auto' } = config ?? {};
      return (language === 'auto' ? document.documentElement.lang : language) || navigator.language;
    },
    ready: new Promise((resolve) => {
      settle = resolve;
    }),
    granted(id) {
      const granted = isGranted(id);
      if (config && granted === undefined && !unknown.has(id)) {
        unknown.add(id);
        report('unknown-id', 'granted', id);
      }
      return granted === true;
    },
    when: (id, options) =>
      new Promise((resolve, reject) => {
        const signal = options?.signal;
        signal?.throwIfAborted();
        signal?.addEventListener('abort', () => {
          reject(signal.reason as Error);
        });
        consent.on(
          'state',
          () => {
            if (isGranted(id)) resolve();
          },
          options,
        );
      }),
    on(type: keyof ConsentEvents, listener: (detail: never) => void, options?: { signal?: AbortSignal }) {
      const entry = [type, listener] as const;
      const stop = (): void => void listeners.delete(entry);
      if (!options?.signal?.aborted) {
        listeners.add(entry);
        options?.signal?.addEventListener('abort', stop);
        if (type === 'state') listener(state as never);
      }
      return stop;
    },
    acceptAll: answering('acceptAll'),
    rejectAll: answering('rejectAll'),
    choose: answering('choose'),
    withdraw: answering('withdraw'),
    reset: answering('reset'),
    open: (next = 'preferences') => {
      show(next);
    },
    close: () => {
      show(layer === 'preferences' && isAsking() ? 'banner' : undefined);
    },
    configure(input) {
      if (given) {
        report('second-configuration', 'configure()');
        return;
      }
      given = { input };
      const { region } = (input ?? {}) as { region?: Partial<PromiseLike<unknown>> };
      const start = (): void => {
        if (region?.then)
          void new Promise<unknown>((resolve, fail) => {
            region.then?.(resolve, fail);
            setTimeout(fail, REGION_TIMEOUT, 'nothing for a second');
          })
            .catch((error: unknown) => {
              report('region', 'region', error);
            })
            .then((code) => {
              // What is no code is opt-in.
              const known = { ...(input as object), region: String(code).trim() };
              if (code !== undefined) given = { input: known };
              begin(known);
            });
        else begin(input);
      };
      // A page that is rendered ahead, and perhaps never looked at, has no visitor yet (A17).
      if (document.prerendering) document.addEventListener('prerenderingchange', start, { once: true });
      else start();
    },
    report,
    emit,
    inspect: answering('inspect'),
    erase: () => {
      withAnswers(({ sweep }) => {
        if (config) sweep(config, state, []);
      });
    },
  };
  return consent;
}
