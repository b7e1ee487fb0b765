/** Bars and lines as SVG, without a library. */

const WIDTH = 760;
const LABELS = 250;
const VALUES = 90;
const ROW = 30;
const TOP = 56;
const BOTTOM = 34;

const escape = (text) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

const OURS = '#1f6f5c';
const THEIRS = '#9aa5ad';

function frame({ title, description, note, height, drawn }) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title description" font-family="system-ui, sans-serif" font-size="14" fill="#1c2428">
<title id="title">${escape(title)}</title>
<desc id="description">${escape(description)}</desc>
<rect width="100%" height="100%" fill="#ffffff"/>
<text x="16" y="32" font-size="18" font-weight="600">${escape(title)}</text>
${drawn.join('\n')}
<text x="16" y="${height - 12}" font-size="12" fill="#5b666d">${escape(note)}</text>
</svg>
`;
}

/**
 * A name, a bar and a value for each row.
 * @param {object} plot
 * @param {string} plot.title
 * @param {string} plot.description - Read to those who do not see it.
 * @param {string} plot.note - When and where.
 * @param {{ label: string, value: number, text: string, isOurs?: boolean }[]} plot.rows
 */
export function bars({ title, description, note, rows }) {
  const most = Math.max(...rows.map(({ value }) => value), Number.MIN_VALUE);
  const height = TOP + rows.length * ROW + BOTTOM;
  const drawn = rows.map(({ label, value, text, isOurs }, index) => {
    const y = TOP + index * ROW;
    // What was measured as nothing, or as less than nothing by noise, still gets a line to stand on.
    const width = Math.max(1, (Math.max(0, value) / most) * (WIDTH - LABELS - VALUES));
    const weight = isOurs ? ' font-weight="600"' : '';
    return `<text x="${LABELS - 10}" y="${y + 18}" text-anchor="end"${weight}>${escape(label)}</text>
<rect x="${LABELS}" y="${y + 4}" width="${width.toFixed(1)}" height="${ROW - 10}" rx="3" fill="${isOurs ? OURS : THEIRS}"/>
<text x="${(LABELS + width + 8).toFixed(1)}" y="${y + 18}"${weight}>${escape(text)}</text>`;
  });
  const summary = rows.map(({ label, text }) => `${label} ${text}`).join('; ');
  return frame({
    title,
    description: `${description} ${summary}.`,
    note: `Shorter is better. ${note}.`,
    height,
    drawn,
  });
}

const LEFT = 92;
const RIGHT = 230;
const TALL = 400;
const LINE = 18;

/** The places of labels beside each other, top to bottom, none closer to the one before than a line. */
function apart(places) {
  let free = -Infinity;
  return places.map((place) => (free = Math.max(place, free + LINE)));
}

/**
 * A curve for each row, with both axes logarithmic: what grows in step with the number is a slope of one.
 * @param {object} plot
 * @param {string} plot.title
 * @param {string} plot.description - Read to those who do not see it.
 * @param {string} plot.note - When and where.
 * @param {string} plot.across - What the numbers count.
 * @param {{ label: string, points: [number, number][], isOurs?: boolean }[]} plot.curves
 * @param {(value: number) => string} plot.show
 */
export function lines({ title, description, note, across, curves, show }) {
  const points = curves.flatMap((curve) => curve.points);
  const axis = (which, from, to) => {
    const exponents = points.map((point) => Math.log10(point[which]));
    const low = Math.floor(Math.min(...exponents));
    const high = Math.max(Math.ceil(Math.max(...exponents)), low + 1);
    return {
      at: (value) => from + ((Math.log10(value) - low) / (high - low)) * (to - from),
      ticks: Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index)),
    };
  };
  const [left, right, top, bottom] = [LEFT, WIDTH - RIGHT, TOP + 10, TALL - BOTTOM - 54];
  const x = axis(0, left, right);
  const y = axis(1, bottom, top);
  const grid = [
    ...y.ticks.map(
      (tick) =>
        `<path d="M${left} ${y.at(tick).toFixed(1)}H${right}" stroke="#e3e6e8"/><text x="${left - 10}" y="${(y.at(tick) + 5).toFixed(1)}" text-anchor="end">${escape(show(tick))}</text>`,
    ),
    ...x.ticks.map(
      (tick) => `<text x="${x.at(tick).toFixed(1)}" y="${bottom + 22}" text-anchor="middle">${String(tick)}</text>`,
    ),
  ];
  grid.push(`<text x="${(left + right) / 2}" y="${bottom + 44}" text-anchor="middle">${escape(across)}</text>`);
  const sorted = curves.toSorted((a, b) => b.points.at(-1)[1] - a.points.at(-1)[1]);
  const places = apart(sorted.map((curve) => y.at(curve.points.at(-1)[1])));
  const drawn = sorted.map(({ label, points: own, isOurs }, index) => {
    const path = own.map(([count, value]) => `${x.at(count).toFixed(1)} ${y.at(value).toFixed(1)}`).join('L');
    const [end, place] = [y.at(own.at(-1)[1]), places[index]];
    const weight = isOurs ? ' font-weight="600"' : '';
    return `<path d="M${path}" fill="none" stroke="${isOurs ? OURS : THEIRS}" stroke-width="${isOurs ? 3 : 2}"/>
<path d="M${x.at(own.at(-1)[0]).toFixed(1)} ${end.toFixed(1)}L${right + 14} ${place.toFixed(1)}" stroke="${THEIRS}" stroke-dasharray="2 2"/>
<text x="${right + 18}" y="${(place + 5).toFixed(1)}"${weight}>${escape(`${label} ${show(own.at(-1)[1])}`)}</text>`;
  });
  const summary = curves
    .map(({ label, points: own }) => `${label} ${own.map(([count, value]) => `${count}: ${show(value)}`).join(', ')}`)
    .join('; ');
  return frame({
    title,
    description: `${description} ${summary}.`,
    note: `Lower is better. ${note}.`,
    height: TALL,
    drawn: [...grid, ...drawn],
  });
}
