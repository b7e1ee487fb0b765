/**
 * How the drop-in fetches its own further files: each by an address that carries its hash, and only if the hash is right.
 *
 * Plain `import()` checks nothing. So a module script with `integrity` goes first, and `import()` in its `load` hands out the very
 * instance that was checked; after its `error` nothing is tried again, for Chromium and WebKit would then run the file unchecked.
 */
import { trusted } from '../core/trusted-types.js';

/** Fetches a chunk by its name in dist/ and its SHA-256. Rejects with its address where it cannot be had, or is not what was built. */
export type LoadChunk = <Module>(name: string, hash: string) => Promise<Module>;

/** @param base - Where the chunks lie. @param nonce - Nonce of the gate's own tag, if it has one. */
export const chunkLoader =
  (base: string, nonce: string): LoadChunk =>
  <Module>(name: string, hash: string) =>
    new Promise<Module>((resolve, reject) => {
      const url = `${new URL(name, base).href}?${hash.slice(0, 8)}`;
      const script = document.createElement('script');
      Object.assign(script, {
        type: 'module',
        crossOrigin: '',
        integrity: `sha256-${hash}`,
        nonce,
        // Where the files lie elsewhere, nobody there learns which page is read (L4).
        referrerPolicy: 'strict-origin',
        onload: () => {
          resolve(import(url) as Promise<Module>);
        },
        onerror: () => {
          reject(new Error(url));
        },
        src: trusted('createScriptURL', url),
      });
      document.head.append(script);
    });
