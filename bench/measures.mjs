/** What is measured, what each row means, and what AskFirst wants to reach. */

/**
 * @typedef {object} Measure
 * @property {string} id - Key of the samples.
 * @property {string} title
 * @property {'B' | 'ms' | 'kB' | ''} unit - `kB` is shown from bytes; both are of 1000.
 * @property {string} meaning
 * @property {boolean} [added] - What the empty page has too is taken off.
 * @property {Record<string, number>} [ratio] - By variant of AskFirst: at most this many times the best peer. `empty`: the empty page instead.
 * @property {'empty'} [against]
 * @property {number} [most] - At most this, whatever others do.
 * @property {boolean} [plot]
 * @property {'paint'} [rivals] - The peers that count are those that let the page paint before gated scripts run; by default, those that gate
 *   markup and show preferences.
 */

const all = (ratio) => ({ askfirst: ratio, 'askfirst-preload': ratio, 'askfirst-inlined': ratio });

/** @type {Measure[]} */
export const MEASURES = [
  {
    id: 'bytesFirst',
    title: 'Bytes until the banner stands',
    unit: 'kB',
    meaning:
      'First visit, nothing clicked: all that the page loads on top of the empty page, brotli, bodies only. What stands in the page itself (tag, configuration, marks on ten gated scripts) is counted.',
    ratio: all(1),
    plot: true,
  },
  {
    id: 'bytesPreferences',
    title: 'Bytes until preferences stand',
    unit: 'kB',
    meaning: 'The same, after a click on the button that opens the preferences.',
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
    id: 'first1',
    title: 'Accept to the gated script, of 1',
    unit: 'ms',
    meaning: 'From a real mouse click to the start of an inline script that waited.',
    ratio: all(1),
    rivals: 'paint',
  },
  {
    id: 'first10',
    title: 'Accept to the first of 10',
    unit: 'ms',
    meaning: 'The same with ten that waited.',
    ratio: all(1),
    rivals: 'paint',
  },
  {
    id: 'last10',
    title: 'Accept to the last of 10',
    unit: 'ms',
    meaning: 'And the last of these.',
    plot: true,
  },
  {
    id: 'toPaint1',
    title: 'Accept to next paint, 1 script',
    unit: 'ms',
    meaning: 'From the click to the end of the frame that follows it.',
    most: 24,
  },
  {
    id: 'toPaint10',
    title: 'Accept to next paint, 10 scripts',
    unit: 'ms',
    meaning: 'The same with ten that waited.',
    most: 24,
    plot: true,
  },
  {
    id: 'longest10',
    title: 'Longest task after the click',
    unit: 'ms',
    meaning: "With ten scripts, from the browser's own trace.",
    most: 50,
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
