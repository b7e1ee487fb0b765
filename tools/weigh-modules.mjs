/**
 * What each source adds to a file of dist/: its brotli bytes with and without it. For whoever looks for bytes to save.
 *
 *     npm run weigh -- askfirst.js
 *     npm run weigh -- askfirst-ui.js
 *
 * A source that nothing else needs any more takes what it uses along: the sum is more than the whole. Hashes of further files are left out.
 */
import { relative } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { minify } from '@swc/core';
import { rollup } from 'rollup';
import bundles from '../rollup.config.mjs';

const [name] = process.argv.slice(2);
const names = bundles.map(({ output }) => output.file.replace('dist/', ''));
const found = bundles[names.indexOf(name)];
if (!found) {
  console.error(`One of ${names.join(', ')} is weighed; found ${name}.`);
  process.exit(1);
}

const compressed = (text) =>
  brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
  }).length;
const weigh = async (code) => {
  const options = { module: true, ecma: 2022, compress: { passes: 3, ecma: 2022 }, mangle: true };
  return compressed((await minify(code, { ...options, format: { comments: false } })).code);
};

// Minified below, without each source in turn; and hashes are known only to a whole build.
const plugins = found.plugins ?? [];
const bundle = await rollup({
  ...found,
  plugins: plugins.filter(({ name }) => !['minified', 'hashed', 'written'].includes(name)),
});
const { output } = await bundle.generate({ ...found.output, plugins: [] });
const [{ code, modules }] = output;
const whole = await weigh(code);

const rows = [];
for (const [id, { code: own }] of Object.entries(modules)) {
  const text = own?.trim();
  if (text && code.includes(text))
    rows.push([whole - (await weigh(code.replace(text, ''))), relative(process.cwd(), id)]);
}
for (const [bytes, source] of [[whole, name], ...rows.toSorted((a, b) => b[0] - a[0])])
  console.log(String(bytes).padStart(6), source);
