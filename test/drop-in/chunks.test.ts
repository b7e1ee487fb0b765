import { expect } from '@open-wc/testing';
import { chunkLoader } from '../../src/drop-in/chunks.js';
import { FIXTURES } from '../support/gates.js';

interface Chunk {
  answer: number;
  instance: object;
}
declare global {
  interface Window {
    /** How often the fixture `chunk.js` has run. */
    chunkRuns?: number;
  }
}

const base = new URL(FIXTURES, location.href).href;

async function hashOf(name: string): Promise<string> {
  const bytes = await (await fetch(base + name)).arrayBuffer();
  return btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))));
}
const wrong = (hash: string): string => (hash.startsWith('A') ? 'B' : 'A') + hash.slice(1);

describe('a chunk', () => {
  const added = new Set<Element>();
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) addedNodes.forEach((node) => added.add(node as Element));
  });
  beforeEach(() => {
    added.clear();
    observer.observe(document.head, { childList: true });
  });
  afterEach(() => {
    observer.disconnect();
    for (const element of added) element.remove();
  });

  it('whose hash is wrong never runs, and is named', async () => {
    const before = window.chunkRuns ?? 0;
    const hash = wrong(await hashOf('chunk.js'));
    const outcome: unknown = await chunkLoader(base, '')<Chunk>('chunk.js', hash).catch((error: unknown) => error);
    expect((outcome as Error).message).to.equal(`${base}chunk.js?${hash.slice(0, 8)}`);
    // A second file, which runs, has its turn after it.
    await chunkLoader(base, '')<Chunk>('chunk.js', await hashOf('chunk.js'));
    expect(window.chunkRuns).to.equal(before + 1);
  });

  it('whose hash is right is handed out: the instance that was checked, once', async () => {
    const hash = await hashOf('chunk.js');
    const load = chunkLoader(base, '');
    const first = await load<Chunk>('chunk.js', hash);
    const runs = window.chunkRuns;
    const second = await load<Chunk>('chunk.js', hash);
    expect([first.answer, first.instance === second.instance, window.chunkRuns]).to.deep.equal([42, true, runs]);
  });

  it('that is not there is named', async () => {
    const outcome: unknown = await chunkLoader(base, '')('missing.js', 'x'.repeat(64)).catch((error: unknown) => error);
    expect((outcome as Error).message).to.equal(`${base}missing.js?xxxxxxxx`);
  });

  it('is asked for by an address that carries its hash, with integrity and the gate’s own nonce', async () => {
    const hash = await hashOf('chunk.js');
    await chunkLoader(base, 'n1')<Chunk>('chunk.js', hash);
    const script = [...added].find((element): element is HTMLScriptElement => element instanceof HTMLScriptElement)!;
    expect(script.src).to.equal(`${base}chunk.js?${hash.slice(0, 8)}`);
    expect([script.integrity, script.nonce, script.type, script.crossOrigin]).to.deep.equal([
      `sha256-${hash}`,
      'n1',
      'module',
      'anonymous',
    ]);
  });
});
