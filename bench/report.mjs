/** Puts the results into tables, a page, and plots. */
import { mkdir, writeFile } from 'node:fs/promises';
import { MEASURES } from './measures.mjs';
import { bars } from './plot.mjs';

/** @typedef {{ library: object, values: Record<string, number | undefined>, weight?: object }} Result */

export function show(value, unit) {
  if (value === undefined || Number.isNaN(value)) return '–';
  if (unit === 'kB') return `${(value / 1000).toFixed(1)} kB`;
  if (unit === 'ms') return `${value.toFixed(Math.abs(value) < 10 ? 1 : 0)} ms`;
  if (unit === 'B') return `${value} B`;
  return String(Number(value.toFixed(3)));
}

const times = (ratio) => `${ratio.toFixed(2)}×`;

/** Whom AskFirst is compared with in one measure: the best of those that count. */
function bestPeer(results, { id, against, rivals }) {
  if (against === 'empty') return results[0];
  const peers = results.filter(({ library, values }) => library.banner && !library.ours && values[id] !== undefined);
  const polite = rivals === 'paint' ? peers.filter(({ values }) => values.paintsFirst > 0.5) : [];
  const alike = peers.filter(({ library }) => library.gatesMarkup && library.preferences);
  return (polite.length ? polite : alike).toSorted((a, b) => a.values[id] - b.values[id])[0];
}

/**
 * How one variant of AskFirst stands in one measure.
 * @returns {{ ratio?: number, isMet?: boolean }} `isMet` where there is a goal.
 */
function standing(measure, { library, values }, best) {
  const value = values[measure.id];
  const other = best?.values[measure.id];
  const ratio = value !== undefined && other > 0 ? value / other : undefined;
  const goal = measure.ratio?.[library.id];
  if (measure.most !== undefined && value !== undefined) return { ratio, isMet: value <= measure.most };
  return { ratio, isMet: goal && ratio !== undefined ? ratio <= goal : undefined };
}

const goalOf = ({ most, unit, ratio = {}, against }, ours) => {
  if (most !== undefined) return `at most ${show(most, unit)}`;
  const goals = ours.map(({ library }) => ratio[library.id]).filter(Boolean);
  if (!goals.length) return '';
  return `at most ${[...new Set(goals)].map(times).join(', ')}${against ? ' the empty page' : ''}`;
};

/** A table in Markdown whose columns are aligned, so that it reads well on a console too. */
function table(head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function comparison(results) {
  const ours = results.filter(({ library }) => library.ours);
  return table(
    ['measure', 'best peer', ...ours.map(({ library }) => library.name), 'goal'],
    MEASURES.map((measure) => {
      const best = bestPeer(results, measure);
      return [
        measure.title,
        best ? `${show(best.values[measure.id], measure.unit)} (${best.library.name})` : '–',
        ...ours.map((result) => {
          const { ratio, isMet } = standing(measure, result, best);
          const verdict = isMet === undefined ? '' : isMet ? ' ✓' : ' ✗';
          return `${show(result.values[measure.id], measure.unit)}${ratio === undefined ? '' : ` ${times(ratio)}`}${verdict}`;
        }),
        goalOf(measure, ours),
      ];
    }),
  );
}

const everything = (results) =>
  table(
    ['measure', ...results.map(({ library }) => library.name)],
    MEASURES.map(({ id, title, unit }) => [title, ...results.map(({ values }) => show(values[id], unit))]),
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
      return `${result.library.name} ${value}${ratio === undefined ? '' : ` (${times(ratio)})`}`;
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

/** @param {Result[]} results - The empty page first. */
export const tables = (results) => [comparison(results), everything(results), breakdown(results)];

/** Writes bench/results.md and a plot for each measure that asks for one. */
export async function writeResults(results, { rounds, command, machine, load, spread }) {
  const folder = new URL('./results/', import.meta.url);
  await mkdir(folder, { recursive: true });
  const date = new Date().toISOString().slice(0, 10);
  const plotted = MEASURES.filter(({ plot }) => plot);
  for (const { id, title, unit, meaning } of plotted) {
    const rows = results
      .filter(({ values }) => values[id] !== undefined)
      .map(({ library, values }) => ({
        label: library.name,
        value: values[id],
        text: show(values[id], unit),
        isOurs: library.ours,
      }));
    await writeFile(
      new URL(`${id}.svg`, folder),
      bars({ title, note: `${date}, ${machine}`, description: meaning, rows }),
    );
  }
  const [versus, all, files] = tables(results);
  const missed = behind(results);
  const text = `# Results

${date}, \`${command}\`, ${rounds} rounds, ${machine}. Written by the bench; edit \`bench/report.mjs\` instead.

One article, set up once for each library. Times are medians over the rounds, libraries interleaved, each visit in a fresh browser context.
The link is slow 4G (1.6 Mbit/s down, 150 ms) and the processor four times slowed down, except where a row says otherwise; the window is 412 × 823.
The machine was not alone (load ${load.toFixed(1)}): half of the samples behind a time lay within ${Math.round(spread * 100)} % of it, as a rule. Differences below that are noise;
compare columns of one run, and no column with that of another day.
Every library was seen to show its banner, to hold ten scripts until a real click on its accept button, to run them then, and to remember.

## AskFirst beside the best peer

The best peer is the best of those that gate markup and show preferences. ✓ and ✗ tell whether the goal is met.

${versus}

## Where AskFirst is behind

${missed.length ? missed.join('\n') : 'Nowhere in this run.'}

## Everybody

${all}

${plotted.map(({ id, title }) => `![${title}](results/${id}.svg)`).join('\n')}

## What is loaded until the banner stands

${files}

## What the rows mean

${MEASURES.map(({ title, meaning, rivals }) => `- **${title}**: ${meaning}${rivals === 'paint' ? ' Compared with the peers, of any kind, that let the page paint before the scripts run; where there is none, with the best peer.' : ''}`).join('\n')}

## How each library is set up

${results
  .filter(({ library }) => library.setup)
  .map(({ library }) => `- **${library.name}** ${library.version}: ${library.setup}.`)
  .join('\n')}
`;
  await writeFile(new URL('./results.md', import.meta.url), text);
}
