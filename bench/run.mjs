/**
 * `npm run bench`: AskFirst beside an empty page and beside its peers, in Chromium.
 *
 *     npm run bench                                  seven rounds, all libraries; writes results.md and results/*.svg
 *     npm run bench -- --rounds 15
 *     npm run bench -- --quick                       three rounds, AskFirst and vanilla-cookieconsent; writes nothing
 *     npm run bench -- --libraries askfirst,klaro    these and the empty page; writes nothing
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cpus, loadavg, platform } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { chromiumLaunch, endOnSignals } from '../tools/browsers.mjs';
import { article, articleFiles, gatedScripts } from './article.mjs';
import { median, MEASURES, spread } from './measures.mjs';
import { tables, writeResults } from './report.mjs';
import { serve } from './server.mjs';
import { AS_A_PERSON, Visitor } from './visit.mjs';

const LIBRARIES = ['empty', 'askfirst', 'vanilla-cookieconsent', 'klaro', 'orejime', 'tarteaucitron', 'c15t'];
const QUICK = ['empty', 'askfirst', 'vanilla-cookieconsent'];
const HERE = fileURLToPath(new URL('.', import.meta.url));

/** How many gated scripts the pages carry. */
const FEW = 1;
const SOME = 10;

const SLOW = { slowLink: true, slowProcessor: true };

/** The peers are installed when somebody wants this bench, and not with the library. */
function installPeers() {
  const { dependencies } = JSON.parse(readFileSync(`${HERE}package.json`, 'utf8'));
  const isHere = ([name, version]) => {
    const manifest = `${HERE}node_modules/${name}/package.json`;
    return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === version;
  };
  if (Object.entries(dependencies).every(isHere)) return;
  console.log('Installing the peers into bench/node_modules …');
  const { status } = spawnSync('npm', ['ci', '--prefix', HERE, '--ignore-scripts', '--no-audit', '--no-fund'], {
    stdio: 'inherit',
    shell: platform() === 'win32',
  });
  if (status !== 0) throw new Error('The peers could not be installed: npm ci --prefix bench failed.');
}

function assert(condition, message) {
  if (!condition) throw new Error(message);
}

const pathOf = (library, count) => `/${library.id}/${count}`;

/** All pages and files, by path. */
function site(libraries) {
  const files = new Map(Object.entries(articleFiles()));
  for (const library of libraries) {
    for (const [path, file] of Object.entries(library.files ?? {})) files.set(path, file);
    for (const count of [FEW, SOME]) {
      files.set(pathOf(library, count), library.page({ article, gated: gatedScripts(count) }));
    }
  }
  return files;
}

/** Nothing may be measured of a library that does not do its work: it shows its banner, waits for the yes, and then obeys. */
async function prove(visitor) {
  assert(await visitor.sees('banner'), 'its banner cannot be seen');
  assert(await visitor.canClick('accept'), 'a click on its accept button would not arrive there');
  assert((await visitor.ran()).length === 0, 'something ran before the yes');
}

/** What needs no clock: bytes, requests, the cookie. Without throttling, once. */
async function weigh({ browser, server, library, empty }) {
  const { sent, origin } = server;
  const url = origin + pathOf(library, SOME);
  const loaded = () => {
    const missing = sent.find(({ kind }) => kind === 'missing');
    assert(!missing, `it asks for ${missing?.path}, which is not served`);
    return {
      bytes: sent.reduce((sum, { bytes }) => sum + bytes, 0) - (empty?.bytes ?? 0),
      requests: sent.length - (empty?.requests ?? 0),
      parts: sent.map(({ path, bytes, kind }) => ({ path, bytes, kind })),
    };
  };
  const fresh = async (how) => {
    const visitor = await Visitor.arrive(browser, library, how);
    sent.length = 0;
    await visitor.open(url);
    return visitor;
  };

  let visitor = await fresh();
  if (!library.banner) {
    const page = loaded();
    await visitor.newTab();
    sent.length = 0;
    await visitor.open(url);
    await visitor.leave();
    return { page, warm: loaded() };
  }

  await prove(visitor);
  const first = loaded();
  let preferences;
  if (library.preferences) {
    assert(await visitor.canClick('manage'), 'a click on its button for preferences would not arrive there');
    await visitor.click('manage');
    await visitor.rest(1500);
    assert(await visitor.sees('preferences'), 'its preferences cannot be seen');
    preferences = loaded();
  }
  await visitor.leave();

  visitor = await fresh();
  await visitor.accept(SOME);
  assert(!(await visitor.sees('banner')), 'its banner stays after the yes');
  const cookie = await visitor.cookieBytes();
  assert(cookie > 0, 'it keeps no cookie');
  const comeBack = async (how) => {
    await visitor.newTab(how);
    sent.length = 0;
    await visitor.open(url);
    assert(!(await visitor.sees('banner')), 'it asks again on the next page');
    assert((await visitor.ran()).length === SOME, 'it forgets the yes on the next page');
    return loaded();
  };
  const warm = await comeBack({ cache: true });
  const cold = await comeBack({ cache: false });
  await visitor.leave();
  return { first, preferences, warm, cold, cookie };
}

/** What needs a clock: one sample of everything. */
async function time({ browser, server, library }) {
  const url = (count) => server.origin + pathOf(library, count);
  const sample = {};

  let visitor = await Visitor.arrive(browser, library, SLOW);
  if (library.banner) await visitor.watchBanner();
  await visitor.open(url(SOME));
  Object.assign(sample, await visitor.paints());
  if (library.banner) {
    await prove(visitor);
    Object.assign(sample, await visitor.moments());
    const { first, last, toPaint, longestTask } = await visitor.accept(SOME);
    Object.assign(sample, { first10: first, last10: last, toPaint10: toPaint, longest10: longestTask });
    sample.paintsFirst = Number(first > toPaint);
  }
  await visitor.newTab();
  await visitor.open(url(SOME));
  const back = await visitor.work();
  Object.assign(sample, { workReturn: back.task, scriptReturn: back.script, heap: await visitor.heap() });
  await visitor.leave();

  visitor = await Visitor.arrive(browser, library, { slowLink: true });
  await visitor.open(url(FEW));
  const { task, script } = await visitor.work();
  Object.assign(sample, { workFirst: task, scriptFirst: script });
  if (library.banner) {
    await prove(visitor);
    await visitor.slowDown();
    const { first, toPaint } = await visitor.accept(FEW);
    Object.assign(sample, { first1: first, toPaint1: toPaint });
  }
  await visitor.leave();
  return sample;
}

/** Medians by measure, less what the empty page has too. */
function summarize({ samples, weights, empty }) {
  const medians = (list) =>
    Object.fromEntries(
      [...MEASURES.map(({ id }) => id), 'paintsFirst'].map((id) => [id, median(list.map((one) => one[id]))]),
    );
  const base = medians(samples.get(empty));
  return (library) => {
    const values = medians(samples.get(library));
    const { first, preferences, warm, cold, cookie } = weights.get(library) ?? {};
    for (const { id, added } of MEASURES) {
      if (added) values[id] = library === empty ? undefined : values[id] - base[id];
    }
    return {
      ...values,
      bytesFirst: first?.bytes,
      bytesPreferences: preferences?.bytes,
      bytesReturn: cold?.bytes,
      bytesWarm: warm?.bytes,
      requestsFirst: first?.requests,
      requestsReturn: cold?.requests,
      cookie,
    };
  };
}

/** Adds the library's name to whatever goes wrong with it. */
async function naming(library, work) {
  try {
    return await work();
  } catch (error) {
    throw new Error(`${library.name}: ${error.message}`, { cause: error });
  }
}

async function main() {
  const { values: options } = parseArgs({
    options: {
      rounds: { type: 'string' },
      quick: { type: 'boolean', default: false },
      libraries: { type: 'string' },
    },
  });
  const rounds = Number(options.rounds ?? (options.quick ? 3 : 7));
  assert(Number.isInteger(rounds) && rounds > 0, `--rounds is a number above 0; found ${options.rounds}`);
  const names = options.libraries
    ? ['empty', ...options.libraries.split(',').filter((name) => name !== 'empty')]
    : options.quick
      ? QUICK
      : LIBRARIES;
  const unknown = names.find((name) => !LIBRARIES.includes(name));
  assert(!unknown, `--libraries knows ${LIBRARIES.join(', ')}; found ${unknown}`);

  installPeers();
  const modules = await Promise.all(names.map((name) => import(`./libraries/${name}.mjs`)));
  const libraries = modules.flatMap((module) => module.default);
  const [empty] = libraries;

  const server = await serve(site(libraries));
  const launch = await chromiumLaunch();
  const browser = await puppeteer.launch({ ...launch, args: [...launch.args, ...AS_A_PERSON] });
  try {
    const weights = new Map();
    const { page, warm: warmPage } = await weigh({ browser, server, library: empty });
    for (const library of libraries.slice(1)) {
      console.error(`weighing ${library.name}`);
      const found = await naming(library, () => weigh({ browser, server, library, empty: page }));
      // With a full cache the empty page sends less, too.
      found.warm.bytes += page.bytes - warmPage.bytes;
      weights.set(library, found);
    }

    const samples = new Map(libraries.map((library) => [library, []]));
    const loads = [];
    for (let round = 0; round < rounds; round += 1) {
      loads.push(loadavg()[0]);
      console.error(`round ${round + 1} of ${rounds}`);
      // Each starts at another place in each round, and every second one goes backwards: nobody always follows the same neighbour.
      const turned = [...libraries.slice(round % libraries.length), ...libraries.slice(0, round % libraries.length)];
      for (const library of round % 2 ? turned.toReversed() : turned) {
        samples.get(library).push(await naming(library, () => time({ browser, server, library })));
      }
    }

    const valuesOf = summarize({ samples, weights, empty });
    const results = libraries.map((library) => ({ library, values: valuesOf(library), weight: weights.get(library) }));
    console.log(`\n${tables(results).join('\n\n')}\n`);
    if (options.quick || options.libraries) {
      console.log('Not all libraries ran: bench/results.md stays as it is.');
      return;
    }
    const chromium = (await browser.version()).replace(/^.*\/(\d+).*$/, 'Chromium $1');
    const system = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' }[platform()] ?? platform();
    await writeResults(results, {
      rounds,
      command: ['npm run bench', ...(options.rounds ? [`-- --rounds ${rounds}`] : [])].join(' '),
      machine: `${cpus().length} cores, ${system}, ${chromium}`,
      load: median(loads),
      spread: median(
        [...samples.values()].flatMap((list) =>
          MEASURES.filter(({ unit, added }) => unit === 'ms' && !added)
            .map(({ id }) => list.map((sample) => sample[id]))
            .filter(([value]) => value !== undefined)
            .map(spread),
        ),
      ),
    });
    console.log('Written: bench/results.md, bench/results/*.svg');
  } finally {
    await browser.close();
    server.close();
  }
}

endOnSignals();
main().catch((error) => {
  console.error(`\nThe bench failed. ${error.message}`);
  process.exitCode = 1;
});
