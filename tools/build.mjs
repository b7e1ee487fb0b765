/** Builds all of dist/ from the sources. The same sources give the same bytes: dist/ is committed, and CI compares. */
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { writeReadme } from './readme.mjs';
import { writeLocales } from './locales.mjs';
import { writeSchema } from './schema.mjs';

const run = (command, ...args) =>
  execFileSync(`node_modules/.bin/${command}`, args, { stdio: ['ignore', 'pipe', 'inherit'] });

rmSync('dist', { recursive: true, force: true });
await writeSchema();
await writeLocales();
run('rollup', '-c', '--silent');
cpSync('src/themes', 'dist/themes', { recursive: true });
try {
  run('tsc', '-p', 'tsconfig.npm.json');
} catch (error) {
  console.error(String(error.stdout));
  process.exit(1);
}
run('cem', 'analyze', '--litelement', '--globs', 'src/ui/**/*.ts', '--outdir', 'dist', '--quiet');
writeReadme();
console.log('dist/ is built.');
