/** The <script> entry, dist/askfirst.js: starts consent and gate at once, fetches the interface when there is a question to ask. */
import { createConsent } from './core/consent.js';
import { table } from './core/table.js';
import { chunkLoader } from './drop-in/chunks.js';
import { startGate } from './gate/gate.js';
import { said } from './core/markup.js';
import { denyGoogle } from './integrations/google-default.js';
import type * as Diagnostics from './drop-in/diagnostics.js';
import type * as Embeds from './drop-in/embeds.js';
import type * as Integrations from './drop-in/integrations.js';
import type * as Interface from './drop-in/interface.js';
import type { AskFirst, Config } from './types.js';

/** Written in by the build: SHA-256 of each chunk that the gate itself fetches. */
declare const CHUNKS: Readonly<Record<'ui' | 'embeds' | 'diagnostics' | 'integrations', string>>;

const BLOCK = 'script[type="application/json"][data-askfirst]';

/** The text of the configuration that `data-config` names: an address, or "#id" of a block that may come later. */
async function fetchText(source: string): Promise<string> {
  if (source.startsWith('#')) {
    const find = (): Element | null => document.querySelector(source);
    if (!find() && document.readyState === 'loading')
      await new Promise((resolve) => {
        addEventListener('DOMContentLoaded', resolve);
      });
    return (find() as Element).textContent;
  }
  const response = await fetch(source);
  if (!response.ok) throw new Error(String(response.status));
  return response.text();
}

/** Whether this is a same-origin frame of a page that asks by itself: one question is enough. */
function isAskedByParent(): boolean {
  try {
    return parent !== window && 'askFirst' in parent;
  } catch {
    return false;
  }
}

function start(tag: HTMLScriptElement | null, queue: unknown): void {
  const [source, lang, region, theme, googleMode, manual, base, debug] =
    'config lang region theme google manual base debug'.split(' ').map((name) => tag && said(tag, name));
  const nonce = tag?.nonce ?? '';
  const load = chunkLoader(new URL(base ?? tag?.src ?? '', document.baseURI).href, nonce);

  const loadInterface = async (): Promise<typeof Interface> => {
    const module = await load<typeof Interface>('askfirst-ui.js', CHUNKS.ui);
    module.start(load);
    return module;
  };
  const isGoogle = googleMode !== null;
  if (isGoogle) denyGoogle();
  const consent = createConsent({
    loadAnswers: async () => (await loadInterface()).loadAnswers(),
    explain: async (problems, input) =>
      (await load<typeof Diagnostics>('askfirst-diagnostics.js', CHUNKS.diagnostics)).explain(load, problems, input),
  });
  const { watch } = startGate(consent, {
    nonce,
    tellVendors: () => {
      const { integrations } = consent.config as Config;
      const { google } = integrations as Record<string, { waitForUpdate?: number }>;
      if (google && !isGoogle) denyGoogle(google.waitForUpdate);
      if (isGoogle || Object.values(integrations).some(Boolean))
        return load<typeof Integrations>('askfirst-integrations.js', CHUNKS.integrations).then((module) =>
          module.tellVendors(load, consent, googleMode as string | null),
        );
      return undefined;
    },
    manual: manual !== null || isAskedByParent(),
    loadInterface,
    loadEmbeds: async () =>
      (await load<typeof Embeds>('askfirst-embeds.js', CHUNKS.embeds)).startEmbeds(load, loadInterface),
  });
  const askFirst: AskFirst = Object.assign(consent, {
    watch,
    push: (listener: (api: AskFirst) => void) => {
      listener(askFirst);
    },
  });
  // An element whose id is "askFirst" answers to the name too: an own property goes before it.
  Object.defineProperty(window, 'askFirst', table([['value', askFirst]]));

  /** What the tag says goes before what the configuration says. */
  const configure = (text: string): void => {
    try {
      const input = JSON.parse(text) as Record<string, object> | null;
      consent.configure(
        input?.constructor === Object
          ? {
              ...input,
              ...(lang && { language: lang }),
              ...(region && { region }),
              ...(theme && { ui: { ...input.ui, theme } }),
            }
          : input,
      );
    } catch {
      consent.report('json', source ?? 'data-askfirst', text);
      consent.configure(undefined);
    }
  };

  // Named and empty: the page hands it in by script.
  if (source === null) configure(document.querySelector(BLOCK)?.textContent ?? '{}');
  else if (source) {
    fetchText(source).then(configure, (error: unknown) => {
      consent.report('config-source', source, error);
      consent.configure(undefined);
    });
  }
  if (debug !== null) consent.report('debug', '');
  if (Array.isArray(queue)) (queue as ((api: AskFirst) => void)[]).forEach(askFirst.push);
}

const earlier = (window as { askFirst?: Partial<AskFirst> }).askFirst;
try {
  // An element whose id is "askFirst" reports nothing.
  if (typeof earlier?.report === 'function') earlier.report('second-tag', 'askfirst.js');
  else start(document.currentScript as HTMLScriptElement | null, earlier);
} catch (error) {
  console.error('AskFirst could not start. Everything that needs consent stays off.', error);
}
