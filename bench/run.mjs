/**
 * `npm run bench`: AskFirst beside an empty page and beside its peers, in Chromium.
 *
 *     npm run bench                                  seven rounds, all libraries; writes results.md and results/*.svg
 *     npm run bench -- --rounds 15
 *     npm run bench -- --quick                       three rounds, AskFirst and vanilla-cookieconsent; writes nothing
 *     npm run bench -- --libraries askfirst,klaro    these and the empty page; writes nothing
 *     npm run bench -- --measures release,external   a part: weight, load, release, external, insertions; writes nothing
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cpus, loadavg, platform } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { chromiumLaunch, endOnSignals } from '../tools/browsers.mjs';
import { COUNTS, median, MEASURES, spread, STAGES } from './measures.mjs';
import { insertions } from './probes/insertions.mjs';
import { load } from './probes/load.mjs';
import { assert } from './probes/prove.mjs';
import { releaseExternal, releaseInline } from './probes/release.mjs';
import { weigh } from './probes/weight.mjs';
import { tables, wayToBanner, writeResults } from './report.mjs';
import { serve } from './server.mjs';
import { site } from './site.mjs';
import { AS_A_PERSON } from './visit.mjs';

const LIBRARIES = ['empty', 'lit', 'askfirst', 'vanilla-cookieconsent', 'klaro', 'orejime', 'tarteaucitron', 'c15t'];
const QUICK = ['empty', 'askfirst', 'vanilla-cookieconsent'];
const HERE = fileURLToPath(new URL('.', import.meta.url));

/**
 * What is measured in each round, in this order, each for all libraries before the next. The variants of one library differ in how they load:
 * what is measured after that is measured for the first one `alone`.
 */
const PROBES = [
  { measure: 'load', take: load },
  ...COUNTS.map((count) => ({ measure: 'release', take: (bench) => releaseInline(bench, count), alone: true })),
  { measure: 'external', take: releaseExternal, alone: true },
  { measure: 'insertions', take: insertions, alone: true },
];
const KINDS = ['weight', ...new Set(PROBES.map(({ measure }) => measure))];

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

/** Medians by measure, less what the empty page has too. */
function summarize({ samples, weights, empty }) {
  const ids = [...[...MEASURES, ...STAGES].map(({ id }) => id), ...COUNTS.map((count) => `paintsFirst${count}`)];
  const medians = (list) => Object.fromEntries(ids.map((id) => [id, median(list.map((one) => one[id]))]));
  const base = medians(samples.get(empty));
  return (library) => {
    const values = medians(samples.get(library));
    const { first, all, preferences, warm, cold, cookie } = weights.get(library) ?? {};
    for (const { id, added } of MEASURES) {
      if (added) values[id] = library === empty || values[id] === undefined ? undefined : values[id] - base[id];
    }
    return {
      ...values,
      growth: values.last100 === undefined ? undefined : values.last1000 / values.last100,
      bytesFirst: first?.bytes,
      bytesAll: all?.bytes,
      bytesPreferences: preferences?.bytes,
      bytesReturn: cold?.bytes,
      bytesWarm: warm?.bytes,
      requestsFirst: first?.requests,
      requestsReturn: cold?.requests,
      cookie,
    };
  };
}

/** How far the samples behind a time lie from it, as a rule. */
const usualSpread = (samples) =>
  median(
    [...samples.values()].flatMap((list) =>
      MEASURES.filter(({ unit, added }) => unit === 'ms' && !added)
        .map(({ id }) => list.map((sample) => sample[id]).filter(Number.isFinite))
        .filter((numbers) => numbers.length)
        .map(spread),
    ),
  );

/** Adds the library's name to whatever goes wrong with it. */
async function naming(library, work) {
  try {
    return await work();
  } catch (error) {
    throw new Error(`${library.name}: ${error.message}`, { cause: error });
  }
}

const listed = (name, text, known) => {
  const list = text.split(',');
  const unknown = list.find((one) => !known.includes(one));
  assert(unknown === undefined, `--${name} knows ${known.join(', ')}; found ${unknown}`);
  return list;
};

function readOptions() {
  const { values: options } = parseArgs({
    options: {
      rounds: { type: 'string' },
      quick: { type: 'boolean', default: false },
      libraries: { type: 'string' },
      measures: { type: 'string' },
    },
  });
  const rounds = Number(options.rounds ?? (options.quick ? 3 : 7));
  assert(Number.isInteger(rounds) && rounds > 0, `--rounds is a number above 0; found ${options.rounds}`);
  const chosen = options.libraries
    ? listed('libraries', options.libraries, LIBRARIES)
    : options.quick
      ? QUICK
      : LIBRARIES;
  return {
    rounds,
    names: ['empty', ...chosen.filter((name) => name !== 'empty')],
    kinds: options.measures ? listed('measures', options.measures, KINDS) : KINDS,
    isWhole: !options.quick && !options.libraries && !options.measures,
    command: ['npm run bench', ...(options.rounds ? [`-- --rounds ${rounds}`] : [])].join(' '),
  };
}

async function weighAll({ browser, server, libraries: [empty, ...others] }) {
  const weights = new Map();
  const { page, warm: warmPage } = await weigh({ browser, server, library: empty });
  for (const library of others) {
    console.error(`weighing ${library.name}`);
    const found = await naming(library, () => weigh({ browser, server, library, empty: page }));
    // With a full cache the empty page sends less, too.
    found.warm.bytes += page.bytes - warmPage.bytes;
    weights.set(library, found);
  }
  return weights;
}

/** One sample of everything, for all libraries. Each probe takes them in turn, so that those who are compared are measured close together. */
async function takeRound({ browser, server, libraries, leading, kinds, round }) {
  const samples = new Map(libraries.map((library) => [library, {}]));
  // Each starts at another place in each round, and every second one goes backwards: nobody always follows the same neighbour.
  const first = round % libraries.length;
  const turned = [...libraries.slice(first), ...libraries.slice(0, first)];
  const order = round % 2 ? turned.toReversed() : turned;
  for (const { measure, take, alone } of PROBES) {
    if (!kinds.includes(measure)) continue;
    for (const library of alone ? order.filter((one) => leading.includes(one)) : order) {
      Object.assign(samples.get(library), await naming(library, () => take({ browser, server, library })));
    }
  }
  return samples;
}

async function main() {
  const { rounds, names, kinds, isWhole, command } = readOptions();
  installPeers();
  const modules = await Promise.all(names.map((name) => import(`./libraries/${name}.mjs`)));
  const libraries = modules.flatMap((module) => module.default);
  const leading = modules.map((module) => module.default[0]);
  const [empty] = libraries;

  const server = await serve(site(libraries));
  const launch = await chromiumLaunch();
  const browser = await puppeteer.launch({ ...launch, args: [...launch.args, ...AS_A_PERSON] });
  try {
    const weights = kinds.includes('weight') ? await weighAll({ browser, server, libraries }) : new Map();
    const samples = new Map(libraries.map((library) => [library, []]));
    const loads = [];
    for (let round = 0; round < rounds; round += 1) {
      loads.push(loadavg()[0]);
      console.error(`round ${round + 1} of ${rounds}`);
      const taken = await takeRound({ browser, server, libraries, leading, kinds, round });
      for (const [library, sample] of taken) samples.get(library).push(sample);
    }

    const valuesOf = summarize({ samples, weights, empty });
    const results = libraries.map((library) => ({ library, values: valuesOf(library), weight: weights.get(library) }));
    const way = kinds.includes('load') ? [wayToBanner(results)] : [];
    console.log(`\n${[...tables(results), ...way].join('\n\n')}\n`);
    if (!isWhole) {
      console.log('Not everything ran: bench/results.md stays as it is.');
      return;
    }
    const chromium = (await browser.version()).replace(/^.*\/(\d+).*$/, 'Chromium $1');
    const system = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' }[platform()] ?? platform();
    await writeResults(results, {
      rounds,
      command,
      machine: `${cpus().length} cores, ${system}, ${chromium}`,
      load: median(loads),
      spread: usualSpread(samples),
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
