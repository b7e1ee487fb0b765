/**
 * Writes what follows from the configuration's schema: dist/askfirst.schema.json for editors, src/config-input.ts for the compiler, and
 * src/answers/vendor-keys.ts, by which a page looks for misspelt options.
 * The type is written out, rather than inferred, so that a package that uses AskFirst needs no valibot to compile.
 */
import { mkdir } from 'node:fs/promises';
import { toJsonSchema } from '@valibot/to-json-schema';
import { importSource } from './import-source.mjs';
import { writeIfChanged, writeSource } from './write-source.mjs';

const SCHEMA = 'dist/askfirst.schema.json';

/** A TypeScript type for one node of a JSON Schema. */
function typeOf(node) {
  if (node.const !== undefined) return JSON.stringify(node.const);
  if (node.enum) return node.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (node.anyOf) return [...new Set(node.anyOf.map(typeOf))].join(' | ');
  switch (node.type) {
    case 'array':
      return `readonly (${typeOf(node.items)})[]`;
    case 'object':
      return node.properties ? objectType(node) : `{ readonly [key: string]: ${typeOf(node.additionalProperties)} }`;
    case 'integer':
      return 'number';
    default:
      return node.type;
  }
}

function objectType({ properties, required = [] }) {
  const lines = Object.entries(properties).map(([key, node]) => {
    const comment = node.description ? `/** ${node.description} */\n` : '';
    return `${comment}readonly ${key}${required.includes(key) ? '' : '?'}: ${typeOf(node)};`;
  });
  return `{\n${lines.join('\n')}\n}`;
}

/** What the JSON of an option looks like, where that is quickly told. */
function patternOf({ type, enum: words }) {
  if (words) return `/^"(${words.join('|')})"$/`;
  return { boolean: '/^(true|false)$/', integer: '/^\\d+$/', string: '/^"/', array: '/^\\[/' }[type] ?? 'true';
}

/** Options of each vendor, as `Keys` of src/answers/inspect.ts. */
const vendorKeysOf = ({ properties }) =>
  Object.entries(properties.integrations.properties).map(([vendor, node]) => {
    const options = Object.entries((node.anyOf ?? []).find(({ properties }) => properties)?.properties ?? {});
    return `${vendor}: { ${options.map(([key, option]) => `${key}: ${patternOf(option)}`).join(', ')} }`;
  });

export async function writeSchema() {
  const { configSchema } = await importSource('src/diagnostics/schema.ts');
  const schema = toJsonSchema(configSchema, { errorMode: 'ignore', typeMode: 'input' });
  await mkdir('dist', { recursive: true });
  await writeIfChanged(SCHEMA, `${JSON.stringify(schema, null, 2)}\n`);
  const source = `/** Written by tools/schema.mjs from src/diagnostics/schema.ts. Do not edit: change the schema and build. */
/** The configuration as a site writes it: all keys are optional. */
export interface ConfigInput ${objectType(schema)}`;
  const keys = `/** Written by tools/schema.mjs from src/diagnostics/schema.ts. Do not edit: change the schema and build. */
/** Options of each vendor; a pattern is for the value, as JSON. */
export const vendorKeys: Readonly<Record<string, Readonly<Record<string, true | RegExp>>>> = { ${vendorKeysOf(schema)} };`;
  await writeSource('src/config-input.ts', source);
  await writeSource('src/answers/vendor-keys.ts', keys);
}

if (process.argv[1] === new URL(import.meta.url).pathname) await writeSchema();
