/** Writes the generated parts of README.md: tables of the configuration and of the element, and sizes. */
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const README = 'README.md';

const brotli = (file) =>
  brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } })
    .length;

const cell = (text = '') => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

/** What a value may be, in few words. */
function kindOf(node) {
  if (node.const !== undefined) return `\`${JSON.stringify(node.const)}\``;
  if (node.enum) return node.enum.map((value) => `\`"${value}"\``).join(', ');
  if (node.anyOf) {
    const kinds = [...new Set(node.anyOf.map(kindOf))];
    return kinds
      .join(kinds.includes('object') && kinds.includes('text') ? '' : ' or ')
      .replace('textobject', 'text, or texts by language');
  }
  return (
    { string: 'text', integer: 'whole number', boolean: '`true`, `false`', null: '`null`' }[node.type] ?? node.type
  );
}

function* keysOf(node, path) {
  for (const [key, inner] of Object.entries(node.properties ?? {})) {
    const at = path ? `${path}.${key}` : key;
    const item = inner.type === 'array' ? inner.items : inner;
    const below = item.properties ?? item.additionalProperties?.properties;
    if (inner.description || !below) yield [`\`${at}\``, below ? '' : kindOf(item), inner.description ?? ''];
    if (below)
      yield* keysOf({ properties: below }, inner.type === 'array' ? `${at}[]` : item.properties ? at : `${at}.<id>`);
  }
}

function configuration() {
  const schema = JSON.parse(readFileSync('dist/askfirst.schema.json', 'utf8'));
  const { texts, ...rest } = schema.properties;
  const rows = [...keysOf({ properties: rest }, '')];
  return `${table(['key', 'value', 'what it is'], [...rows, ['`texts.<language>.<key>`', 'text', `${texts.description} Keys as in \`src/locales/en.ts\`.`]])}`;
}

/** Tables of one element. @param {string} className */
function element(className) {
  const { modules } = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8'));
  const {
    cssParts = [],
    cssProperties = [],
    attributes = [],
    slots = [],
  } = modules.flatMap(({ declarations }) => declarations).find(({ name }) => name === className);
  const rows = (items, shape) => items.map((item) => [`\`${shape(item)}\``, item.description ?? '']);
  const tables = [
    table(
      ['attribute, slot', 'what it does'],
      [
        ...rows(
          attributes.filter(({ description }) => description),
          ({ name }) => name,
        ),
        ...rows(slots, ({ name }) => (name ? `slot="${name}"` : 'content')),
      ],
    ),
    table(
      ['part', 'what it is'],
      rows(cssParts, ({ name }) => `::part(${name})`),
    ),
    cssProperties.length > 0 &&
      table(
        ['property', 'what it sets'],
        rows(cssProperties, ({ name, default: value }) => name + (value ? `: ${value}` : '')),
      ),
  ];
  return tables.filter(Boolean).join('\n\n');
}

/** Puts text between two comments of the README. */
const between = (text, name, part) =>
  text.replace(
    new RegExp(`(<!-- ${name}:begin[^>]*-->\n)[^]*?(<!-- ${name}:end -->)`),
    (_, begin, end) => `${begin}${part}\n${end}`,
  );

const size = (text, name, file) =>
  text.replace(
    new RegExp(`(<!-- size:${name} -->)[^<]*`),
    (_, begin) => `${begin}${(brotli(file) / 1000).toFixed(1)} kB`,
  );

export function writeReadme() {
  const before = readFileSync(README, 'utf8');
  let text = between(before, 'configuration', configuration());
  text = between(text, 'element', element('CookieConsent'));
  text = between(text, 'embed', element('ConsentEmbed'));
  text = between(text, 'declaration', element('CookieDeclaration'));
  text = size(text, 'gate', 'dist/askfirst.js');
  text = size(text, 'ui', 'dist/askfirst-ui.js');
  if (text !== before) writeFileSync(README, text);
}
