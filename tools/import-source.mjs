/** Sources for the build, and for tests that run in Node: Node 20 reads no TypeScript by itself. */
import { build } from 'esbuild';

/** Imports one file of src/, with what it imports of ours. */
export async function importSource(path) {
  const { outputFiles } = await build({
    entryPoints: [new URL(`../${path}`, import.meta.url).pathname],
    bundle: true,
    format: 'esm',
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
}
