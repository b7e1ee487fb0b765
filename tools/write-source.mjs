/** Sources that are written by the build, formatted like those that are written by hand. Each is committed, and CI compares. */
import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';

/** All of them. */
export const WRITTEN = ['src/config-input.ts', 'src/answers/vendor-keys.ts', 'src/gate/labels.ts', 'src/ui/locales.ts'];

/** Leaves the file alone where it says this already: whoever watches the sources is not woken for nothing. */
export async function writeIfChanged(file, text) {
  if ((await readFile(file, 'utf8').catch(() => '')) !== text) await writeFile(file, text);
}

export async function writeSource(file, text) {
  if (!WRITTEN.includes(file)) throw new Error(`${file} is not among the sources that the build writes`);
  await writeIfChanged(file, await format(text, { ...(await resolveConfig(file)), parser: 'typescript' }));
}
