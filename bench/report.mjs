/** Puts the results into tables, a page, and plots. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { COUNTS, MEASURES, SECTIONS, STAGES } from './measures.mjs';
import { bars, lines } from './plot.mjs';

/** @typedef {{ library: object, values: Record<string, number | undefined>, weight?: object }} Result */

export function show(value, unit) {
  if (value === undefined || Number.isNaN(value)) return '–';
  if (value === Infinity) return 'not in time';
  if (unit === 'kB') return `${(value / 1000).toFixed(1)} kB`;
  if (unit === 'ms') return `${value.toFixed(Math.abs(value) < 10 ? 1 : 0)} ms`;
  if (unit === 'µs') return `${(Math.round(value * 10) / 10 || 0).toFixed(1)} µs`; // without it, less than nothing by noise is -0.0
  if (unit === 'B') return `${value} B`;
  if (unit === '×') return value.toFixed(1);
  if (unit === 'yes') return { 0: 'no', 1: 'yes' }[value] ?? 'sometimes';
  return String(Number(value.toFixed(3)));
}

const times = (ratio) => `${ratio.toFixed(2)}×`;
const beside = (ratio, [before, after] = [' ', '']) => (Number.isFinite(ratio) ? before + times(ratio) + after : '');

/** Whether a peer is one of those that count, whatever its kind. */
const RIVALS = {
  paint: ({ values }, { count }) => values[`paintsFirst${count}`] > 0.5,
  unordered: ({ values }) => values.externalInOrder < 1,
};

/** Whom AskFirst is compared with in one measure: the best of those that count. */
function bestPeer(results, measure) {
  const { id, against, rivals, least } = measure;
  if (against === 'empty') return results[0];
  const peers = results.filter(({ library, values }) => library.banner && !library.ours && values[id] !== undefined);
  const chosen = rivals ? peers.filter((peer) => RIVALS[rivals](peer, measure)) : [];
  const alike = peers.filter(({ library }) => library.gatesMarkup && library.preferences);
  const towards = least === undefined ? 1 : -1;
  return (chosen.length ? chosen : alike).toSorted((a, b) => towards * (a.values[id] - b.values[id]))[0];
}

/**
 * How one variant of AskFirst stands in one measure.
 * @returns {{ ratio?: number, isMet?: boolean }} `isMet` where there is a goal.
 */
function standing(measure, { library, values }, best) {
  const { id, alone, most, least, rivals, ratio: goals } = measure;
  const value = values[id];
  const other = best?.values[id];
  const ratio = !alone && value !== undefined && other > 0 && other < Infinity ? value / other : undefined;
  if (value !== undefined && most !== undefined) return { ratio, isMet: value <= most };
  if (value !== undefined && least !== undefined) return { ratio, isMet: value >= least };
  // A goal is set against peers of a kind: where there is none of it, nobody can say whether it is met.
  const goal = (!rivals || !best || RIVALS[rivals](best, measure)) && goals?.[library.id];
  return { ratio, isMet: goal && ratio !== undefined ? ratio <= goal : undefined };
}

const goalOf = ({ most, least, unit, ratio = {}, against }, ours) => {
  if (most !== undefined) return `at most ${show(most, unit)}`;
  if (least !== undefined) return unit === 'yes' ? show(least, unit) : `at least ${show(least, unit)}`;
  const goals = ours.map(({ library }) => ratio[library.id]).filter(Boolean);
  if (!goals.length) return '';
  return `at most ${[...new Set(goals)].map(times).join(', ')}${against ? ' the empty page' : ''}`;
};

/** Those of whom anything in the section was measured, and the rows for which that is so. */
function measuredIn(results, { measures }) {
  const isMeasured = ({ values }, { id }) => values[id] !== undefined;
  return {
    those: results.filter((result) => measures.some((measure) => isMeasured(result, measure))),
    rows: measures.filter((measure) => results.some((result) => isMeasured(result, measure))),
  };
}

/** A table in Markdown whose columns are aligned, so that it reads well on a console too. */
function table(head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function comparison({ those, rows }, results) {
  const ours = those.filter(({ library }) => library.ours);
  return table(
    ['measure', 'best peer', ...ours.map(({ library }) => library.name), 'goal'],
    rows.map((measure) => {
      const best = bestPeer(results, measure);
      return [
        measure.title,
        best ? `${show(best.values[measure.id], measure.unit)} (${best.library.name})` : '–',
        ...ours.map((result) => {
          const { ratio, isMet } = standing(measure, result, best);
          const verdict = isMet === undefined ? '' : isMet ? ' ✓' : ' ✗';
          return `${show(result.values[measure.id], measure.unit)}${beside(ratio)}${verdict}`;
        }),
        goalOf(measure, ours),
      ];
    }),
  );
}

const everything = ({ those, rows }) =>
  table(
    ['measure', ...those.map(({ library }) => library.name)],
    rows.map(({ id, title, unit }) => [title, ...those.map(({ values }) => show(values[id], unit))]),
  );

/** What each library loads until its banner stands, by the kind of file. */
const breakdown = (results) =>
  table(
    ['library', 'in the page', 'scripts', 'styles', 'other', 'requests', 'files'],
    results
      .filter(({ weight }) => weight)
      .map(({ library, weight: { first } }) => {
        const own = first.parts.filter(({ path }) => !/^\/(article\.css|picture\.png)$/.test(path));
        const sum = (kind) => own.filter((part) => part.kind === kind).reduce((total, { bytes }) => total + bytes, 0);
        const files = ['script', 'style', 'other'].map(sum);
        const inPage = first.bytes - files.reduce((total, bytes) => total + bytes, 0);
        return [
          library.name,
          ...[inPage, ...files].map((bytes) => show(bytes, 'kB')),
          String(first.requests),
          own
            .filter(({ kind }) => kind !== 'page')
            .map(({ path, bytes }) => `${path.split('/').at(-1)} ${show(bytes, 'kB')}`)
            .join(', '),
        ];
      }),
  );

/** Step by step to the banner: AskFirst's ways to load, and the peer whose banner is painted first. */
export function wayToBanner(results) {
  const best = bestPeer(results, { id: 'painted' });
  const those = results.filter((result) => result.library.ours || result === best);
  return table(
    ['moment', ...those.map(({ library }) => library.name)],
    STAGES.map(({ id, title }) => [title, ...those.map(({ values }) => show(values[id], 'ms'))]),
  );
}

/** Every measure in which AskFirst misses its goal or, where there is none, is behind the best peer: in plain words. */
function behind(results) {
  const ours = results.filter(({ library }) => library.ours);
  return MEASURES.flatMap((measure) => {
    const best = bestPeer(results, measure);
    const slow = ours
      .map((result) => ({ result, ...standing(measure, result, best) }))
      .filter(({ ratio, isMet }) => isMet === false || (isMet === undefined && ratio > 1 && !measure.against));
    if (!slow.length) return [];
    const variants = slow.map(({ result, ratio }) => {
      const value = show(result.values[measure.id], measure.unit);
      return `${result.library.name} ${value}${beside(ratio, [' (', ')'])}`;
    });
    const goal = goalOf(
      measure,
      slow.map(({ result }) => result),
    );
    const isMissed = slow.some(({ isMet }) => isMet === false);
    const peer = best ? `; ${best.library.name} ${show(best.values[measure.id], measure.unit)}` : '';
    return [
      `- ${isMissed ? '**Goal missed.** ' : ''}${measure.title}: ${variants.join('; ')}${peer}${goal && `. Goal: ${goal}`}.`,
    ];
  });
}

/** The sections of which anything was measured, each with its two tables. */
const sections = (results) =>
  SECTIONS.map((section) => ({ ...section, ...measuredIn(results, section) }))
    .filter(({ rows }) => rows.length)
    .map((section) => ({ ...section, versus: comparison(section, results), all: everything(section) }));

/** @param {Result[]} results - The empty page first. */
export const tables = (results) => [
  ...sections(results).flatMap(({ title, versus, all }) => [title, versus, all]),
  ...(results.some(({ weight }) => weight) ? [breakdown(results)] : []),
];

const rowOf = (measure, { library, values }) => ({
  label: library.name,
  value: values[measure.id],
  text: show(values[measure.id], measure.unit),
  isOurs: library.ours,
});

/** The plots as SVG, by name: bars for each measure that asks for them, and lines for what grows with the number of scripts. */
function plots(results, note) {
  const drawn = MEASURES.filter(({ plot }) => plot).map((measure) => {
    const { id, title, meaning } = measure;
    const rows = results.map((result) => rowOf(measure, result)).filter(({ value }) => Number.isFinite(value));
    return { name: id, title, svg: bars({ title, note, description: meaning, rows }) };
  });
  for (const [name, title] of [
    ['last', 'Accept to the last script'],
    ['toPaint', 'Accept to next paint'],
  ]) {
    const curves = results
      .map(({ library, values }) => ({
        label: `${library.name}${COUNTS.some((count) => values[`${name}${count}`] === Infinity) ? ' (more: not in time),' : ''}`,
        isOurs: library.ours,
        points: COUNTS.map((count) => [count, values[`${name}${count}`]]).filter(([, value]) => Number.isFinite(value)),
      }))
      .filter(({ points }) => points.length > 0);
    const description = 'Milliseconds by the number of gated inline scripts, both axes logarithmic.';
    drawn.push({
      name,
      title,
      svg: lines({
        title,
        note,
        description,
        across: 'gated inline scripts',
        curves,
        show: (value) => show(value, 'ms'),
      }),
    });
  }
  return drawn;
}

const RIVALS_IN_WORDS = {
  paint:
    ' Compared with the peers, of any kind, that let the page paint before the scripts run. Where there is none, the best peer is shown, and the goal is not judged.',
  unordered:
    ' Compared with the peers, of any kind, that run them out of order. Where there is none, the best peer is shown, and the goal is not judged.',
};

/** What the rows mean, each meaning once. */
function meanings(rows) {
  const titles = new Map();
  for (const { title, meaning, rivals } of rows) {
    const text = meaning + (RIVALS_IN_WORDS[rivals] ?? '');
    titles.set(text, [...(titles.get(text) ?? []), title]);
  }
  return [...titles].map(([text, [first, ...others]]) => {
    const more =
      others.length > 1
        ? `, and ${others.length} more rows of this kind`
        : others.map((title) => `, **${title}**`).join('');
    return `- **${first}**${more}: ${text}`;
  });
}

/** Writes bench/results.md and the plots. */
export async function writeResults(results, { rounds, command, machine, load, spread }) {
  const folder = new URL('./results/', import.meta.url);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const date = new Date().toISOString().slice(0, 10);
  const drawn = plots(results, `${date}, ${machine}`);
  for (const { name, svg } of drawn) await writeFile(new URL(`${name}.svg`, folder), svg);
  const shown = sections(results);
  const missed = behind(results);
  const text = `# Results

${date}, \`${command}\`, ${rounds} rounds, ${machine}. Written by the bench; edit \`bench/report.mjs\` instead.

One article, set up once for each library. Times are medians over the rounds, libraries interleaved, each visit in a fresh browser context.
The link is slow 4G (1.6 Mbit/s down, 150 ms) and the processor four times slowed down, except where a row or a table says otherwise; the window is 412 × 823.
The machine was not alone (load ${load.toFixed(1)}): half of the samples behind a time lay within ${Math.round(spread * 100)} % of it, as a rule. Differences below that are noise;
compare columns of one run, and no column with that of another day.
Every library was seen to show its banner, to hold what is gated until a real click on its accept button, to run all of it then, each once, and to remember.

## AskFirst beside the best peer

The best peer is the best of those that gate markup and show preferences. ✓ and ✗ tell whether the goal is met.

${shown.map(({ title, lead, versus }) => `### ${title}\n\n${lead}\n\n${versus}`).join('\n\n')}

## Where AskFirst is behind

Why, and what the limit is: [limits.md](limits.md).

${missed.length ? missed.join('\n') : 'Nowhere in this run.'}

## The way to the banner

Where the time goes until it is painted, and what the second step costs that a bare tag takes: milliseconds since navigation, medians. Where the first script
is the last as well, both rows say the same.

${wayToBanner(results)}

## Everybody

${shown.map(({ title, all }) => `### ${title}\n\n${all}`).join('\n\n')}

${drawn.map(({ name, title }) => `![${title}](results/${name}.svg)`).join('\n')}

## What is loaded until the banner stands

${breakdown(results)}

## What the rows mean

${shown.flatMap(({ rows }) => meanings(rows)).join('\n')}

## How each library is set up

${results
  .filter(({ library }) => library.setup)
  .map(({ library }) => `- **${library.name}** ${library.version}: ${library.setup}.`)
  .join('\n')}
`;
  await writeFile(new URL('./results.md', import.meta.url), text);
}
