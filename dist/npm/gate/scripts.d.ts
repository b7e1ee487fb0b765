import { prepare } from './late.js';
/** What the browser runs. Anything else is data, and no `load` ever comes of it. */
export declare const RUNS: RegExp;
/** Address of a script: as text it is not fetched, so it may have one of its own. */
export declare const addressOf: (script: HTMLElement) => string | null;
/** Whether it tells modules where to look: no module may be asked for before it. */
export declare const isImportMap: (script: HTMLElement) => boolean;
/** Whether it is fetched, and tells when that is done. */
export declare const isFetched: (script: HTMLScriptElement) => boolean;
/**
 * Starts the download of a script that runs later, in its turn.
 * @returns a promise of whether it has come, or failed, within `timeout` milliseconds; nothing where browsers fetch nothing ahead.
 */
export declare function fetchAhead(script: HTMLScriptElement, timeout: number): Promise<boolean> | undefined;
/**
 * Puts a live script in the place of an inert one. It keeps every attribute but `type`, which `data-type` replaces.
 * @param timeout - Milliseconds to wait for it at most.
 * @param hooks - `onRefusal` is called where the browser takes no import map, or no second one; `onWrite` with what it writes.
 * @returns a promise of its end (load, error, or time-out) where the next one has to wait for it: an external script without `async`;
 * otherwise `undefined`. An inline module runs later and tells nobody when it is done.
 */
export declare function reviveScript(inert: HTMLScriptElement, timeout: number, { onRefusal, onWrite }: {
    onRefusal(): void;
    onWrite: Parameters<typeof prepare>[1];
}): Promise<unknown> | undefined;
/** Of a sensitive page nobody who is fetched learns more than the site it is on (requirement L4). */
export declare function hideAddress(element: Element): void;
