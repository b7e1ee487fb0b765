/** Bars as SVG, without a library: a name, a bar and a value for each row. */

const WIDTH = 760;
const LABELS = 250;
const VALUES = 90;
const ROW = 30;
const TOP = 56;
const BOTTOM = 34;

const escape = (text) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

/**
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
<rect x="${LABELS}" y="${y + 4}" width="${width.toFixed(1)}" height="${ROW - 10}" rx="3" fill="${isOurs ? '#1f6f5c' : '#9aa5ad'}"/>
<text x="${(LABELS + width + 8).toFixed(1)}" y="${y + 18}"${weight}>${escape(text)}</text>`;
  });
  const summary = rows.map(({ label, text }) => `${label} ${text}`).join('; ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title description" font-family="system-ui, sans-serif" font-size="14" fill="#1c2428">
<title id="title">${escape(title)}</title>
<desc id="description">${escape(`${description} ${summary}.`)}</desc>
<rect width="100%" height="100%" fill="#ffffff"/>
<text x="16" y="32" font-size="18" font-weight="600">${escape(title)}</text>
${drawn.join('\n')}
<text x="16" y="${height - 12}" font-size="12" fill="#5b666d">${escape(`Shorter is better. ${note}.`)}</text>
</svg>
`;
}
