/** The page that every library is put on: one article of a realistic size, its style sheet, its picture. */
import { deflateSync } from 'node:zlib';

/** What is asked for, in this order, on every page. A library that has no words of its own for a category uses these. */
export const CATEGORIES = [
  {
    id: 'marketing',
    title: 'Marketing',
    description: 'Supports our free resources by showing you marketing and offers that fit your interests.',
  },
  {
    id: 'analytics',
    title: 'Analytics',
    description: 'Shows us how visitors use the site, so that we can make it faster and easier to use.',
  },
  {
    id: 'personalization',
    title: 'Personalization',
    description: 'Adapts articles and features to you, based on what you read here.',
  },
];
export const NECESSARY = {
  id: 'necessary',
  title: 'Necessary',
  description: 'Keeps the site working and safe, and remembers your choice. It is always on.',
};
export const INTRO =
  'We would like to use cookies and similar technologies for the purposes below. Nothing starts before you have chosen, and you can change your mind at any time.';
export const PRIVACY = '/privacy';

/** @typedef {{ id: string, category: string, code?: string, src?: string }} Gated - Inline where it has code, external where it has an address. */

const gated = (index) => ({ id: `gated-${index}`, category: CATEGORIES[index % CATEGORIES.length].id });

/**
 * Inline scripts that wait for a yes, and tell when they run. Categories take turns.
 * @param {number} count
 * @returns {Gated[]}
 */
export const gatedScripts = (count) =>
  Array.from({ length: count }, (_, index) => ({ ...gated(index), code: `ran.push(performance.now())` }));

/**
 * Milliseconds that the servers of the external scripts think, in document order. The slow ones come early: who runs scripts as they arrive
 * runs these out of order, and who fetches them one behind the other waits for the sum.
 */
const DELAYS = [300, 40, 260, 80, 220, 120, 180, 160, 100, 140];
export const EXTERNALS = DELAYS.length;
const vendorPath = (index) => `/vendor/${index}.js`;

/**
 * External scripts that wait for a yes, each on a host of its own.
 * @param {number} port
 * @returns {Gated[]}
 */
export const gatedExternals = (port) =>
  DELAYS.map((_, index) => ({
    ...gated(index),
    src: `http://a${index}.site.localhost:${port}${vendorPath(index)}`,
  }));

/** What stands behind those addresses: some kilobytes that cannot be compressed, and then the script tells when it ran, and which it is. */
export function vendorFiles() {
  const random = seeded(13);
  const bulk = () => Buffer.from(Array.from({ length: 3000 }, () => 256 * random())).toString('base64');
  return Object.fromEntries(
    DELAYS.map((delay, index) => [
      vendorPath(index),
      { text: `/* ${bulk()} */ ran.push(performance.now()); (window.order ||= []).push(${index});`, delay },
    ]),
  );
}

const TOPICS = [
  'Resting heart rate',
  'How it is measured',
  'What moves it during a day',
  'What training does',
  'Sleep and the heart',
  'Heat, fever and medicines',
  'Wearable sensors and what they miss',
  'Children, adults, older people',
  'When a number is worth a question',
  'How to keep a simple record',
  'Words that are often confused',
  'What research still argues about',
];

const SENTENCES = [
  'The heart of a person at rest beats somewhere between sixty and one hundred times a minute, and most adults sit in the lower half.',
  'A single reading says little, because a flight of stairs, a worry or a cup of coffee is enough to move it.',
  'The average over a few weeks says a good deal more than any one morning.',
  'Count at the wrist for a whole minute after five minutes of sitting still; half a minute doubled is less exact.',
  'Fingertips work better than the thumb, which has a pulse of its own.',
  'Endurance training makes each beat stronger, so fewer of them are needed for the same work.',
  'That change takes months, and it fades within weeks once training stops.',
  'A night with too little sleep lifts the figure by a few beats on the following day.',
  'So does a warm bedroom, an evening meal late at night, and alcohol in nearly any amount.',
  'During a fever it climbs by roughly ten beats for each degree, which is one reason to measure both.',
  'Some medicines slow it on purpose; others raise it as a side effect that fades.',
  'Nobody should change a medicine because of a number on a watch.',
  'Sensors on the wrist shine green light through the skin and look for tiny changes in what comes back.',
  'They do well at rest and poorly during movement, in the cold, and where a strap sits too loosely.',
  'Overnight figures are lower than those taken at a desk, so the two should not be compared.',
  'Newborns have the fastest hearts of all, and the pace settles slowly until adolescence.',
  'In later life the resting figure stays much the same, while the highest possible one declines.',
  'Women tend to measure slightly higher than men of the same age and fitness.',
  'The fairest comparison is with the same person a month ago, taken in the same way at the same hour.',
  'A steady climb over several weeks deserves a thought about sleep, strain and illness before anything else.',
  'Dizziness, fainting, or pain in the chest together with a racing pulse is a matter for a doctor today.',
  'A slow pulse without any complaint is usually the mark of a fit heart rather than a failing one.',
  'A notebook with a date, a figure and one word about the night is all the record that most people need.',
  'Pulse and heart rate are nearly always the same number, except where some beats are too weak to be felt.',
  'Heart rate variability is something else: it describes how unevenly the beats are spaced.',
  'Large studies connect a lower figure with a longer life, yet they cannot say how much of it is cause.',
  'People who sleep, move and eat well have lower figures, and would live longer for those reasons too.',
  'What remains after all such corrections is a small effect, argued about in every new paper.',
  'It is still a helpful number, since it costs nothing and anybody can take it.',
  'This page explains a term, and it cannot examine a person.',
];

/** The same numbers at every run: each library meets the same bytes. */
function seeded(seed) {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

function prose() {
  const random = seeded(7);
  const sentence = () => SENTENCES[Math.floor(random() * SENTENCES.length)];
  const paragraph = () => `<p>${Array.from({ length: 4 }, sentence).join(' ')}</p>`;
  return TOPICS.map((topic, index) => {
    const heading = index ? `<h2 id="part-${index}">${topic}</h2>` : '';
    const list =
      index % 4 === 2 ? `<ul>${Array.from({ length: 4 }, () => `<li>${sentence()}</li>`).join('')}</ul>` : '';
    return heading + Array.from({ length: 3 }, paragraph).join('\n') + list;
  }).join('\n');
}

const PROSE = prose();
const CONTENTS = TOPICS.map((topic, index) => `<li><a href="#part-${index}">${topic}</a></li>`).join('');

/**
 * @param {object} [parts]
 * @param {string} [parts.early] - Markup before the style sheet, which holds up every inline script after it.
 * @param {string} [parts.head] - Markup at the end of `<head>`.
 * @param {string} [parts.gated] - Markup that waits for consent, in the middle of the body.
 * @param {string} [parts.end] - Markup at the end of `<body>`.
 */
export const article = ({ early = '', head = '', gated = '', end = '' } = {}) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Resting heart rate – Bodywise Notes</title>
<link rel="icon" href="data:,">
<script>ran = [];</script>
${early}
<link rel="stylesheet" href="/article.css">
${head}
</head>
<body>
<header><a class="name" href="/">Bodywise Notes</a>
<nav aria-label="Main"><a href="/glossary">Glossary</a> <a href="/articles">Articles</a> <a href="/courses">Courses</a> <a href="/about">About</a></nav></header>
<main>
<p class="path"><a href="/glossary">Glossary</a> › R</p>
<h1>Resting heart rate</h1>
<p class="lead">${SENTENCES[0]}</p>
<figure><img src="/picture.png" width="560" height="315" alt="A hand on a wrist"><figcaption>${SENTENCES[3]}</figcaption></figure>
<nav class="contents" aria-label="Contents"><ol>${CONTENTS}</ol></nav>
${PROSE}
${gated}
</main>
<footer><p>Bodywise Notes is made up.</p><ul><li><a href="${PRIVACY}">Privacy policy</a></li><li><a href="/contact">Contact</a></li></ul></footer>
${end}
</body>
</html>
`;

const STYLES = `*{box-sizing:border-box}
html{font:100%/1.65 Georgia,serif;color:#222;background:#fff;-webkit-text-size-adjust:100%}
body{margin:0}
a{color:#0b57a4;text-underline-offset:.15em}
a:hover{color:#073b70}
header,main,footer{max-width:42rem;margin:0 auto;padding:1rem}
header{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:baseline;border-bottom:1px solid #ddd;font-family:system-ui,sans-serif}
header nav{display:flex;gap:1rem}
.name{font-weight:700;text-decoration:none;color:inherit}
.path{margin:0;color:#666;font-size:.875rem}
h1{margin:.25em 0 .5em;font-size:clamp(1.75rem,5vw,2.5rem);line-height:1.15;text-wrap:balance}
h2{margin:2em 0 .5em;font-size:1.375rem;line-height:1.25}
p{margin:0 0 1em}
.lead{font-size:1.1875rem}
figure{margin:1.5rem 0}
img{display:block;width:100%;height:auto;border-radius:.5rem}
figcaption{margin-top:.5rem;color:#666;font-size:.875rem}
ul,ol{padding-inline-start:1.25em}
li{margin-block-end:.35em}
.contents{padding:1rem;border-radius:.5rem;background:#f5f5f2;font-size:.9375rem}
footer{border-top:1px solid #ddd;color:#666;font-size:.875rem}
footer ul{display:flex;gap:1.5rem;padding:0;list-style:none}
`;

/** A grey picture with grain, which compresses as badly as a photograph: it competes for the link as one would. */
function picture(width, height) {
  const random = seeded(11);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      rows[y * (width + 1) + x + 1] = 96 + 48 * Math.sin(x / 90) * Math.cos(y / 70) + 3 * random();
    }
  }
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const framed = Buffer.alloc(body.length + 8);
    framed.writeUInt32BE(data.length, 0);
    body.copy(framed, 4);
    framed.writeUInt32BE(checksum(body), body.length + 4);
    return framed;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8; // bits; the zeros after it say grey, and no interlacing
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** CRC-32: the one in node:zlib is younger than the oldest Node that this runs on. */
function checksum(bytes) {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** What the page loads, with or without a library. */
export const articleFiles = () => ({ '/article.css': STYLES, '/picture.png': picture(560, 315) });
