/** ui/chunks.ts for the drop-in: chunks are checked by their hashes, and preferences are handed the interface's own Lit. */
import type { Messages } from '../locales/en.js';
import type { LoadChunk } from './chunks.js';
import type * as AnswersModule from '../answers/index.js';
import type * as LayoutsModule from '../ui/layouts.js';
import type * as PreferencesModule from '../ui/preferences.js';

/** Written in by the build: SHA-256 of the chunks. */
declare const LAYOUTS: string;
declare const PREFERENCES: string;
declare const ANSWERS: string;
declare const LOCALES: Readonly<Record<string, string>>;

let load: LoadChunk;
let shared: object;
/** @param own - What chunks use of the interface's own. */
export const useLoader = (loader: LoadChunk, own: object): void => {
  load = loader;
  shared = own;
};

/** What is needed once somebody answers. */
export const loadAnswers = (): Promise<typeof AnswersModule> =>
  load<typeof AnswersModule>('askfirst-answers.js', ANSWERS);

/** A chunk that uses the interface's own. */
export const loadHanded = async <Module>(name: string, hash: string): Promise<Module> =>
  (await load<{ default: (own: object) => Module }>(`askfirst-${name}.js`, hash)).default(shared);

export const loadPreferences = (): Promise<typeof PreferencesModule> => loadHanded('preferences', PREFERENCES);
export const loadLayouts = (): Promise<typeof LayoutsModule> => loadHanded('layouts', LAYOUTS);

/** The messages of a language: `pt-BR`, or else `pt`; nothing for English, which is here already, or where it is not shipped. */
export const loadLocale = async (language: string): Promise<Messages | undefined> => {
  const name = language in LOCALES ? language : language.replace(/-.*/, '');
  const hash = LOCALES[name];
  return hash ? (await load<{ default: Messages }>(`locales/${name}.js`, hash)).default : undefined;
};
