/**
 * What `npm test` runs after the build: checks, unit tests, journeys. A step that fails stops no other. At the end stands a
 * line for each failure, since a log may be cut to its end; the last line is `N passed, N failed`, where each test counts as
 * one, and each check (types, lint, …) too.
 *
 *     node tools/test.mjs [--full] [--engine firefox] [--only unit]… [part of a file's path]…
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chooseEngines } from './browsers.mjs';
import { failuresOfTap } from './failures.mjs';
import { WRITTEN } from './write-source.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
process.chdir(ROOT);

const TOGETHER = join('test', 'e2e', 'support', 'together.mjs');

const module = (path) => join(ROOT, 'node_modules', path);
const scratch = mkdtempSync(join(tmpdir(), 'askfirst-test-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

// ---- running a program, and ending it with us

const children = new Set();
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    interrupted = true;
    if (children.size === 0) process.exit(130);
    for (const child of children) child.kill(signal);
  });
}

/**
 * Runs Node on a script; resolves with whether it ended well. Its output is shown as it comes; or, where it has a title since another runs
 * beside it, in one piece when it has ended.
 */
async function node(args, env = {}, { title } = {}) {
  const stdio = title ? ['inherit', 'pipe', 'pipe'] : 'inherit';
  const child = spawn(process.execPath, args, { stdio, env: { ...process.env, ...env } });
  children.add(child);
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => output.push(part));
  const code = await new Promise((done) => child.once('close', done));
  children.delete(child);
  if (title) process.stdout.write(Buffer.concat([Buffer.from(`\n${title}\n`), ...output]));
  if (interrupted) process.exit(130);
  return code === 0;
}

// ---- what there is to run

const { values: options, positionals: filters } = parseArgs({
  allowPositionals: true,
  options: {
    full: { type: 'boolean', default: false },
    engine: { type: 'string' },
    only: { type: 'string', multiple: true },
  },
});

/** Test files below a folder that match the filters; those named `*.full.test.*` belong to `--full`. */
function testFiles(folder, ending, recursive = false) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive })
    .map((name) => join(folder, name))
    .filter((file) => file.endsWith(ending))
    .filter((file) => options.full || !file.includes('.full.test.'))
    .filter((file) => filters.length === 0 || filters.some((part) => file.includes(part)))
    .sort();
}

const NOTHING = { passed: 0, failed: 0, skipped: 0, failures: [] };
const check = async (ok) => ((await ok) ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1, failures: [''] });
const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  failures: [...a.failures, ...b.failures],
});

/** What a runner counted. None at all, or a bad end that no test explains, is a failure. */
function judged(counts, ended, what) {
  const ran = counts.passed + counts.failed > 0;
  if (ran && (ended || counts.failed > 0)) return counts;
  const failures = [`${what}: ${ran ? 'ended badly, though no test failed' : 'no test has run'}`];
  return add(counts, { ...NOTHING, failed: 1, failures });
}

async function unitTests(files, engines) {
  if (engines.length === 0) return NOTHING;
  if (files.length === 0) return judged(NOTHING, true, 'there is no file');
  const report = join(scratch, 'unit.json');
  const runner = [
    module('@web/test-runner/dist/bin.js'),
    ...(engines.includes('chromium') && filters.length === 0 ? ['--coverage'] : []),
  ];
  const env = { ASKFIRST_ENGINES: engines.join(','), ASKFIRST_COUNTS: report };
  const ended = await node([...runner, '--files', ...files], env);
  const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : NOTHING;
  return judged(counts, ended, engines.join(' '));
}

let reports = 0;

async function nodeTests(files, engine = '', manner = {}) {
  if (files.length === 0) return judged(NOTHING, true, 'there is no file'); // Node would look for tests by itself
  const report = join(scratch, `node-${(reports += 1)}.tap`);
  const reporters = [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${report}`,
  ];
  // Journeys of one engine share a process, and its browser.
  const together = engine && { ASKFIRST_ENGINE: engine, ASKFIRST_FILES: JSON.stringify(files) };
  const ended = await node(
    ['--test', '--test-concurrency=1', ...reporters, ...(engine ? [TOGETHER] : files)],
    together,
    manner,
  );
  const tap = existsSync(report) ? readFileSync(report, 'utf8') : '';
  const total = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
  // Node counts a file without tests as one that passed, under the file's own name.
  const empty = [...tap.matchAll(/^ok \d+ - (.*\.test\.mjs)$/gm)].map(([, file]) => file);
  const counts = {
    passed: total('pass') - empty.length,
    failed: total('fail') + total('cancelled') + empty.length,
    skipped: total('skipped') + total('todo'),
    failures: [...failuresOfTap(tap, engine), ...empty.map((file) => `${engine} ${file}: it holds no test`.trim())],
  };
  return judged(counts, ended, [engine, ...files].join(' ').trim());
}

/**
 * Journeys wait more than they work: two processes side by side take little longer than one. Each takes half the files of an engine, so that
 * no process is left alone for long. What was asked for by name is shown as it comes.
 */
async function journeys(files, engines) {
  if (engines.length === 1 && filters.length > 0) return nodeTests(files, engines[0]);
  console.log('Two processes run side by side. Each tells what it did when it has done it.');
  let counts = NOTHING;
  const halves = [0, 1].map((half) => files.filter((_, index) => index % 2 === half)).filter((half) => half.length > 0);
  const waiting = engines.flatMap((engine) => halves.map((half) => [half, engine]));
  const lane = async () => {
    for (let next; (next = waiting.shift());) {
      const [half, engine] = next;
      const title = `${engine}, ${half.length} of ${files.length} files`;
      const result = await nodeTests(half, engine, { title });
      counts = add(counts, result);
    }
  };
  await Promise.all([lane(), lane()]);
  return counts;
}

/** Whether the files that the build writes are those in the index. */
function sameAsBuilt() {
  if (!existsSync('.git')) {
    console.log('This is no git checkout: what is built was not compared.');
    return true;
  }
  // CI's checkout may belong to somebody else, and git then refuses to look.
  const git = (...args) =>
    spawnSync('git', ['-c', `safe.directory=${ROOT.replace(/\/$/, '')}`, ...args], { encoding: 'utf8' });
  const changed = git('diff', '--exit-code', '--stat', '--', 'dist', ...WRITTEN);
  const added = git('ls-files', '--others', '--exclude-standard', '--', 'dist', ...WRITTEN);
  const ok = changed.status === 0 && added.status === 0 && added.stdout === '';
  if (!ok) {
    console.log(changed.stdout + changed.stderr + added.stdout + added.stderr);
    console.log(
      'dist/, or a source that the build writes, is not what the sources build: commit what npm run build makes.',
    );
  }
  return ok;
}

const files = {
  unit: testFiles('test', '.test.ts', true),
  e2e: testFiles('test/e2e', '.test.mjs'),
  node: testFiles('test/node', '.test.mjs'),
};
const chosen = chooseEngines({ full: options.full, ...(options.engine && { required: options.engine }) });
const missing = { ...NOTHING, failed: chosen.missing.length };

const STEPS = {
  // Two packages bring a `tsc`; the native one is meant.
  types: () => check(node([module('@typescript/native/bin/tsc'), '-p', '.', '--noEmit'])),
  lint: () => check(node([module('eslint/bin/eslint.js'), '.'])),
  format: () => check(node([module('prettier/bin/prettier.cjs'), '--check', '.'])),
  size: () => check(node([module('size-limit/bin.js')])),
  dist: () => check(sameAsBuilt()),
  unit: () => unitTests(files.unit, chosen.engines),
  e2e: () => journeys(files.e2e, chosen.engines),
  node: () => nodeTests(files.node),
};

const unknown = (options.only ?? []).filter((name) => !(name in STEPS));
if (unknown.length > 0) throw new Error(`--only knows ${Object.keys(STEPS).join(', ')}; found ${unknown.join(', ')}`);
// With a filter only tests run, where it finds any.
const names = (options.only ?? Object.keys(STEPS)).filter((name) => filters.length === 0 || files[name]?.length > 0);
if (names.length === 0) throw new Error(`No test file matches ${filters.join(' ')}`);

let total = names.some((name) => name === 'unit' || name === 'e2e') ? missing : NOTHING;
const lines = [];
const failures = [];
for (const name of names) {
  console.log(`\n== ${name}`);
  const start = performance.now();
  const counts = await STEPS[name]();
  total = add(total, counts);
  failures.push(...counts.failures.map((failure) => `${name} ${failure}`.trim()));
  const result = counts.failed > 0 ? `${counts.failed} FAILED` : 'ok';
  lines.push(`${name.padEnd(8)}${`${((performance.now() - start) / 1000).toFixed(1)} s`.padStart(8)}  ${result}`);
  console.log(lines.at(-1));
}
console.log(`\n== all\n${[...lines, ...chosen.skipped, ...chosen.missing].join('\n')}\n`);
for (const failure of failures) console.log(`FAILED ${failure}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;
