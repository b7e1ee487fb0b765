/** What is measured, what each row means, and what AskFirst wants to reach. */
import { PATIENCE } from './visit.mjs';

/**
 * @typedef {object} Measure
 * @property {string} id - Key of the samples.
 * @property {string} title
 * @property {'B' | 'ms' | 'µs' | 'kB' | '×' | 'yes' | ''} unit - `kB` is shown from bytes; both are of 1000. `yes` is 1 for yes, 0 for no.
 * @property {string} meaning
 * @property {boolean} [added] - What the empty page has too is taken off.
 * @property {Record<string, number>} [ratio] - By variant of AskFirst: at most this many times the best peer. `empty`: the empty page instead.
 * @property {'empty'} [against]
 * @property {number} [most] - At most this, whatever others do.
 * @property {number} [least] - At least this.
 * @property {boolean} [alone] - Not shown as a multiple of the peer's.
 * @property {boolean} [plot]
 * @property {'paint' | 'unordered'} [rivals] - The peers that count are those that let the page paint before the first of `count` scripts runs, or
 *   those that run external scripts in any order; by default, those that gate markup and show preferences.
 * @property {number} [count] - Of gated scripts.
 */

/** The way to the banner, step by step: milliseconds since navigation. */
export const STAGES = [
  { id: 'stagePage', title: 'The page is there' },
  { id: 'stageAsked', title: 'Its first script is asked for' },
  { id: 'stageFirst', title: 'That one is there' },
  { id: 'stageLastAsked', title: 'Its last script is asked for' },
  { id: 'stageLast', title: 'That one is there' },
  { id: 'fcp', title: 'The page itself is painted' },
  { id: 'stageRun', title: 'The element is defined' },
  { id: 'painted', title: 'The banner is painted' },
];

/** How many gated inline scripts are released. */
export const COUNTS = [1, 10, 100, 1000];

const all = (ratio) => ({ askfirst: ratio, 'askfirst-preload': ratio, 'askfirst-inlined': ratio });

/** @type {Measure[]} */
const PAGE = [
  {
    id: 'bytesFirst',
    title: 'Bytes until the banner stands',
    unit: 'kB',
    meaning:
      'First visit: all that the page has asked for when the banner is painted, on top of the empty page, brotli, bodies only. What stands in the page itself (tag, configuration, marks on ten gated scripts) is counted.',
    ratio: all(1),
    plot: true,
  },
  {
    id: 'bytesAll',
    title: 'Bytes of a first visit',
    unit: 'kB',
    meaning: 'The same, with what is fetched behind the banner while nobody clicks.',
  },
  {
    id: 'bytesPreferences',
    title: 'Bytes until preferences stand',
    unit: 'kB',
    meaning: 'All of these, and what a click on the button that opens the preferences brings.',
    ratio: all(1.35),
  },
  {
    id: 'bytesReturn',
    title: 'Bytes that a return needs',
    unit: 'kB',
    meaning: 'A visitor who accepted comes back with an empty cache.',
    ratio: all(0.4),
    plot: true,
  },
  {
    id: 'bytesWarm',
    title: 'Bytes on every further page',
    unit: 'kB',
    meaning: 'The same visitor with a full cache: what stands in the page is sent each time.',
  },
  {
    id: 'requestsFirst',
    title: 'Requests until the banner stands',
    unit: '',
    meaning: 'On top of those of the empty page.',
  },
  { id: 'requestsReturn', title: 'Requests of a return', unit: '', meaning: 'With an empty cache.' },
  {
    id: 'painted',
    title: 'Navigation to banner painted',
    unit: 'ms',
    meaning: 'First visit: the end of the first frame that shows any of the banner.',
    ratio: { askfirst: 1.25, 'askfirst-preload': 1, 'askfirst-inlined': 0.95 },
    plot: true,
  },
  {
    id: 'answerable',
    title: 'Navigation to banner at rest',
    unit: 'ms',
    meaning: 'It stands still, fully opaque, and a click in the middle of its accept button arrives there.',
  },
  {
    id: 'fcp',
    title: "The page's first paint",
    unit: 'ms',
    meaning: 'First contentful paint of a first visit.',
    ratio: { askfirst: 1.02 },
    against: 'empty',
  },
  {
    id: 'lcp',
    title: "The page's largest paint",
    unit: 'ms',
    meaning: "Largest contentful paint among the article's own elements.",
    ratio: { askfirst: 1.02 },
    against: 'empty',
    plot: true,
  },
  {
    id: 'cls',
    title: 'Layout shift',
    unit: '',
    meaning: 'Cumulative layout shift until the click.',
    most: 0,
  },
  {
    id: 'workFirst',
    title: 'Main-thread work, first visit',
    unit: 'ms',
    meaning:
      "Processor time of the page's main thread, all tasks (scripts, styles, layout, paint), on top of the empty page, processor not slowed down.",
    added: true,
    ratio: all(0.9),
    plot: true,
  },
  {
    id: 'scriptFirst',
    title: 'of that: scripts, first visit',
    unit: 'ms',
    meaning: 'Compiling and running scripts only.',
    added: true,
  },
  {
    id: 'workReturn',
    title: 'Main-thread work, return',
    unit: 'ms',
    meaning: 'The same for a visitor who accepted and comes back; ten gated scripts run.',
    added: true,
    ratio: all(0.7),
    plot: true,
  },
  {
    id: 'scriptReturn',
    title: 'of that: scripts, return',
    unit: 'ms',
    meaning: 'Compiling and running scripts only.',
    added: true,
  },
  {
    id: 'heap',
    title: 'Heap after a choice',
    unit: 'kB',
    meaning: 'JavaScript heap of a returning visitor, garbage collected, on top of the empty page.',
    added: true,
    ratio: all(0.5),
    plot: true,
  },
  {
    id: 'cookie',
    title: 'Bytes of the cookie',
    unit: 'B',
    meaning: 'Name and value after accepting: it travels with every request of the site.',
    ratio: all(0.5),
  },
];

const scripts = (count) => (count === 1 ? '1 script' : `${count} scripts`);
const forEachCount = (measureOf) => COUNTS.map((count) => ({ count, unit: 'ms', ...measureOf(count) }));

/** @type {Measure[]} */
const RELEASE = [
  ...forEachCount((count) => ({
    id: `first${count}`,
    title: `Accept to the first, ${scripts(count)}`,
    meaning: 'From a real mouse click to the start of the first inline script that waited.',
    ratio: { askfirst: 1 },
    rivals: 'paint',
  })),
  ...forEachCount((count) => ({
    id: `last${count}`,
    title: `Accept to the last, ${scripts(count)}`,
    meaning: `To the start of the last one. "Not in time" where they were still running one after the other when ${PATIENCE / 1000} s were over.`,
    ratio: count === 1000 ? { askfirst: 1.5 } : {},
  })),
  {
    id: 'growth',
    title: 'The last of 1000 by the last of 100',
    unit: '×',
    meaning: 'About ten where the time grows with the number of scripts, or less, as each click costs something too.',
    most: 12,
    alone: true,
  },
  ...forEachCount((count) => ({
    id: `event${count}`,
    title: `The click's event duration, ${scripts(count)}`,
    meaning:
      'From the click to the next paint, as the browser itself tells a page of its visitors (Event Timing): to the next 8 ms. No entry, no number: it was below 16 ms, or the button was gone.',
    most: 24,
  })),
  ...forEachCount((count) => ({
    id: `toPaint${count}`,
    title: `Accept to next paint, ${scripts(count)}`,
    meaning:
      'The same to the millisecond: to the end of the frame that follows the click. Without a library: a click that nobody listens to.',
  })),
  ...forEachCount((count) => ({
    id: `longest${count}`,
    title: `Longest task after it, ${scripts(count)}`,
    meaning: "From the browser's own trace, until the last script has run.",
    most: 50,
  })),
];

/** @type {Measure[]} */
const EXTERNAL = [
  {
    id: 'externalLast',
    title: 'Accept to the last of 10 external scripts',
    unit: 'ms',
    meaning:
      'Ten scripts of 4 kB on ten hosts that think for 40 to 300 ms. The link is slow, the processor is not slowed down.',
    ratio: { askfirst: 1.1 },
    rivals: 'unordered',
    plot: true,
  },
  {
    id: 'externalInOrder',
    title: 'They run in document order',
    unit: 'yes',
    meaning: 'In each round.',
    least: 1,
    alone: true,
  },
  {
    id: 'externalRequests',
    title: 'Requests for each',
    unit: '',
    meaning: 'Counted at the server, which forbids to keep them. More than one ends the bench.',
    most: 1,
  },
];

const inserted = (id, title, plot) => ({
  id,
  title,
  unit: 'µs',
  added: true,
  most: 2.5,
  alone: true,
  plot,
  meaning:
    "Processor time of the page's main thread for each paragraph that is appended to the article after load, a hundred in a task, with all that comes of it, on top of the empty page. The paragraphs have no box, since layout would hide what is looked for; processor not slowed down.",
});

/** @type {Measure[]} */
const INSERTIONS = [
  inserted('insert1000Accepted', 'Each of 1000 insertions, accepted'),
  inserted('insert10000Accepted', 'Each of 10,000 insertions, accepted', true),
  inserted('insert1000Undecided', 'Each of 1000 insertions, undecided'),
  inserted('insert10000Undecided', 'Each of 10,000 insertions, undecided'),
];

/** Tables of the report, in their order. @type {{ title: string, lead: string, measures: Measure[] }[]} */
export const SECTIONS = [
  {
    title: 'The page and the banner',
    lead: 'The article with ten gated inline scripts; with one, where work at the first visit is measured.',
    measures: PAGE,
  },
  {
    title: 'From the click to the scripts that waited',
    lead: 'Inline scripts, processor four times slowed down. The variants of one library do the same from the click on: one stands for all.',
    measures: RELEASE,
  },
  {
    title: 'External scripts',
    lead: 'From the click as well.',
    measures: EXTERNAL,
  },
  {
    title: 'What a page inserts later',
    lead: 'A visitor who accepted and came back, and one who has not answered yet. Where 1000 and 10,000 cost the same each, the cost is linear.',
    measures: INSERTIONS,
  },
];

export const MEASURES = SECTIONS.flatMap(({ measures }) => measures);

export const median = (numbers) => {
  const sorted = numbers.filter((number) => number !== undefined).toSorted((a, b) => a - b);
  if (!sorted.length) return undefined;
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** Half of the numbers lie within this much of their median, as a part of it. */
export function spread(numbers) {
  const middle = median(numbers);
  return median(numbers.map((number) => Math.abs(number - middle))) / middle;
}
