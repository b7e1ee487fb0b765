/** What the bench makes of its samples: whom it compares with, and what it says of those that are late. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { median } from '../../bench/measures.mjs';
import { lines } from '../../bench/plot.mjs';
import { show, tables } from '../../bench/report.mjs';

const peer = (name, values, kind = { gatesMarkup: true, preferences: ['#preferences'] }) => ({
  library: { id: name, name, banner: ['#banner'], ...kind },
  values,
});
const ours = (values) => ({ library: { id: 'askfirst', name: 'AskFirst', ours: true, banner: ['#banner'] }, values });
const empty = { library: { id: 'empty', name: 'no library' }, values: {} };

/** Cells of one row, in the first table that has it. */
function row(results, title) {
  const line = tables(results)
    .join('\n')
    .split('\n')
    .find((text) => text.startsWith(`| ${title} `));
  return line
    .split('|')
    .slice(2, -1)
    .map((cell) => cell.trim());
}

test('shows a library that was too slow as such, in the median too', () => {
  assert.equal(median([Infinity, 5, Infinity]), Infinity);
  assert.equal(median([undefined, 4, 8]), 6);
  assert.equal(show(Infinity, 'ms'), 'not in time');
  const title = 'Accept to the last, 1000 scripts';
  assert.deepEqual(row([empty, ours({ last1000: Infinity }), peer('Quick', { last1000: 200 })], title), [
    '200 ms (Quick)',
    'not in time ✗',
    'at most 1.50×',
  ]);
  assert.equal(
    row([empty, ours({ last1000: 200 }), peer('Slow', { last1000: Infinity })], title)[0],
    'not in time (Slow)',
  );
});

test('compares external scripts with the best peer that runs them out of order, of whatever kind', () => {
  const results = [
    empty,
    ours({ externalLast: 440, externalInOrder: 1 }),
    peer('Ordered', { externalLast: 300, externalInOrder: 1 }),
    peer('Markup', { externalLast: 450, externalInOrder: 0 }),
    peer('Functions', { externalLast: 400, externalInOrder: 0 }, {}),
  ];
  assert.deepEqual(row(results, 'Accept to the last of 10 external scripts'), [
    '400 ms (Functions)',
    '440 ms 1.10× ✓',
    'at most 1.10×',
  ]);
  assert.deepEqual(row(results, 'They run in document order'), ['yes (Ordered)', 'yes ✓', 'yes']);
});

test('judges the first script by peers that let the page paint before it, and by nobody where there is none', () => {
  const polite = peer('Polite', { first10: 50, paintsFirst10: 1 }, {});
  const hasty = peer('Hasty', { first10: 20, paintsFirst10: 0 });
  const title = 'Accept to the first, 10 scripts';
  assert.equal(row([empty, ours({ first10: 40 }), polite, hasty], title)[1], '40 ms 0.80× ✓');
  assert.equal(row([empty, ours({ first10: 40 }), hasty], title)[1], '40 ms 2.00×');
});

test('leaves out what was not measured', () => {
  const all = tables([empty, ours({ growth: 9.5 }), peer('Peer', { growth: 11 })]).join('\n');
  assert.match(all, /The last of 1000 by the last of 100/);
  assert.doesNotMatch(all, /Bytes until|external|insertions/);
});

test('draws a straight line for what is linear, and labels that do not lie on each other', () => {
  const points = (factor) => [1, 10, 100, 1000].map((count) => [count, count * factor]);
  const svg = lines({
    title: 'Time',
    description: 'By number.',
    note: 'today',
    across: 'scripts',
    show: String,
    curves: [
      { label: 'a', points: points(2) },
      { label: 'b', points: points(2.01) },
    ],
  });
  const [, path] = /<path d="M([^"]+)" fill="none"/.exec(svg);
  const places = path.split('L').map((place) => place.split(' ').map(Number));
  const slopes = places.slice(1).map(([x, y], index) => (y - places[index][1]) / (x - places[index][0]));
  assert.ok(Math.max(...slopes) - Math.min(...slopes) < 0.01);
  const labels = [...svg.matchAll(/y="([\d.]+)">[ab] /g)].map(([, y]) => Number(y));
  assert.ok(Math.abs(labels[0] - labels[1]) >= 18);
});
