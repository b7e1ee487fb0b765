/**
 * The drop-in: dist/askfirst.js and what it fetches. Interface first, gate last, because the gate carries the hashes of the others.
 * dist/npm is not made here: the compiler writes it (tools/build.mjs).
 */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { minify } from '@swc/core';
import { minifyHTMLLiterals } from 'minify-literals';
import esbuild from 'rollup-plugin-esbuild';

/** SHA-256, in base64, of each file written so far, by its path in dist/. */
const integrity = {};

const literals = {
  name: 'literals',
  async transform(code, id) {
    // css-tag.ts defines the tag and holds no literal.
    if (/node_modules|css-tag/.test(id)) return null;
    const result = await minifyHTMLLiterals(code, { fileName: id });
    return result && { code: result.code, map: result.map };
  },
};

/** Lets Chromium compile a whole file off the main thread while it comes, where each function would be compiled on it when it is first called. */
const AHEAD_OF_TIME = '//# allFunctionsCalledOnLoad\n';

const minified = (module, asciiOnly, prefix) => ({
  name: 'minified',
  renderChunk: async (code) => {
    const result = await minify(code, {
      module,
      ecma: 2022,
      sourceMap: false,
      compress: { passes: 3, ecma: 2022 },
      mangle: true,
      format: { comments: false, asciiOnly },
    });
    return { code: prefix + result.code, map: null };
  },
});

const hashed = (path) => ({
  name: 'hashed',
  generateBundle: {
    order: 'post',
    handler(_, files) {
      for (const file of Object.values(files)) {
        if (file.type === 'chunk') integrity[path] = createHash('sha256').update(file.code).digest('base64');
      }
    },
  },
});

/** Hash by the name under which `hashed` saw a file. */
const of = (name) => () => integrity[name];

/** Puts values in the place of names that the sources declare. They are known only once the files before are written. */
const written = (values) => ({
  name: 'written',
  transform(code) {
    let next = code;
    for (const [name, value] of Object.entries(values)) {
      next = next.replace(new RegExp(`(?<!const )\\b${name}\\b`, 'g'), () => JSON.stringify(value()));
    }
    return next === code ? null : { code: next, map: null };
  },
});

/** The interface's chunks, and those behind them, are fetched by the gate's loader, not by plain import(). */
const dropInChunks = (file) => ({
  name: 'drop-in-chunks',
  resolveId(source, importer) {
    return source === './chunks.js' && importer?.includes('/src/ui/')
      ? this.resolve(`../drop-in/${file}.js`, importer)
      : null;
  },
});

/** Lit's css-tag without its fallbacks: see the file. */
const smallCssTag = {
  name: 'small-css-tag',
  resolveId(source, importer) {
    return source.endsWith('css-tag.js') && importer?.includes('reactive-element')
      ? fileURLToPath(new URL('src/drop-in/css-tag.ts', import.meta.url))
      : null;
  },
};

/**
 * What of Lit's own text is put otherwise, by file: the name of its policy, so that a page allows two names and both are ours; and what
 * reads options and descriptors, so that nothing counts for one which another script wrote into `Object.prototype`.
 */
const LIT = {
  'lit-html.js': [
    ['createPolicy("lit-html"', 'createPolicy("askfirst-ui"'],
    ['addEventListener(this.name,this,t)', 'addEventListener(this.name,this)'],
    ['removeEventListener(this.name,this,s)', 'removeEventListener(this.name,this)'],
  ],
  'reactive-element.js': [['return{get:e,set(', 'return{__proto__:null,get:e,set(']],
};
const ownLit = {
  name: 'own-lit',
  transform(code, id) {
    const changes = LIT[/[^/]*$/.exec(id)[0]];
    if (!changes || !id.includes('node_modules')) return null;
    let next = code;
    for (const [text, other] of changes) {
      if (!next.includes(text)) this.error(`${id} no longer holds ${text}`);
      next = next.replace(text, other);
    }
    return { code: next, map: null };
  },
};

/** `export default (shared) => module`: these chunks use what the interface hands them, Lit above all, and so import nothing. */
const handed = {
  name: 'handed',
  resolveId: (source) =>
    source === 'lit' || /\/(tokens|controls|text|words|interface-chunks)\.js$/.test(source)
      ? { id: 'shared', external: true }
      : null,
  renderChunk: (code) => `export default (shared) => {\n${code}\nreturn chunk;\n};`,
};
const handedChunk = (input, file) =>
  bundle(input, file, {
    format: 'iife',
    output: { name: 'chunk', globals: { shared: 'shared' } },
    plugins: [dropInChunks('handed-chunks'), handed, written({ SERVICES: of('askfirst-services.js') })],
  });

const typescript = esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' });
const resolve = nodeResolve({ exportConditions: ['browser', 'production'], extensions: ['.ts', '.js', '.mjs'] });
/** Imports are written with `.js` and mean the `.ts` beside it. */
const typescriptExtensions = {
  name: 'typescript-extensions',
  async resolveId(source, importer) {
    if (!importer || !source.startsWith('.') || !source.endsWith('.js') || importer.includes('node_modules'))
      return null;
    return this.resolve(source.replace(/\.js$/, '.ts'), importer, { skipSelf: true });
  },
};

/** The only classic script among modules. */
const GATE = 'dist/askfirst.js';

const bundle = (input, file, { format = 'es', plugins = [], external = [], output = {} } = {}) => ({
  input,
  external,
  output: { file, format, ...output },
  plugins: [
    ...plugins,
    dropInChunks('interface-chunks'),
    typescriptExtensions,
    resolve,
    typescript,
    literals,
    // One letter of another script would double the memory that the gate's text takes, on every page of every site.
    // A vendor's file is compiled in no time.
    minified(file !== GATE, file === GATE, file.includes('/integrations/') ? '' : AHEAD_OF_TIME),
    hashed(file.replace(/^dist\//, '')),
  ],
  onwarn(warning) {
    throw new Error(warning.message);
  },
});

const locales = readdirSync('src/locales')
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((language) => language !== 'en');

/** Vendors, by file; the other files there are what they have in common. */
const vendors = readdirSync('src/integrations')
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((file) => !['connect', 'google-default'].includes(file));

/** The key of a vendor in the configuration, and the name of the function in its file: `microsoft-clarity` is `microsoftClarity`. */
const keyOf = (file) => file.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

export default [
  ...locales.map((language) => bundle(`src/locales/${language}.ts`, `dist/locales/${language}.js`)),
  ...vendors.map((vendor) => bundle(`src/integrations/${vendor}.ts`, `dist/integrations/${vendor}.js`)),
  bundle('src/drop-in/integrations.ts', 'dist/askfirst-integrations.js', {
    plugins: [
      written({
        VENDORS: () => Object.fromEntries(vendors.map((file) => [keyOf(file), integrity[`integrations/${file}.js`]])),
      }),
    ],
  }),
  bundle('src/diagnostics/linter.ts', 'dist/askfirst-linter.js'),
  bundle('src/drop-in/diagnostics.ts', 'dist/askfirst-diagnostics.js', {
    plugins: [written({ LINTER: of('askfirst-linter.js') })],
  }),
  bundle('src/answers/index.ts', 'dist/askfirst-answers.js'),
  handedChunk('src/ui/services.ts', 'dist/askfirst-services.js'),
  handedChunk('src/ui/preferences.ts', 'dist/askfirst-preferences.js'),
  handedChunk('src/ui/layouts.ts', 'dist/askfirst-layouts.js'),
  handedChunk('src/ui/consent-embed.ts', 'dist/askfirst-placeholder.js'),
  handedChunk('src/ui/cookie-declaration.ts', 'dist/askfirst-declaration.js'),
  bundle('src/drop-in/interface.ts', 'dist/askfirst-ui.js', {
    plugins: [
      ownLit,
      smallCssTag,
      written({
        PREFERENCES: of('askfirst-preferences.js'),
        LAYOUTS: of('askfirst-layouts.js'),
        ANSWERS: of('askfirst-answers.js'),
        LOCALES: () => Object.fromEntries(locales.map((language) => [language, integrity[`locales/${language}.js`]])),
      }),
    ],
  }),
  bundle('src/drop-in/embeds.ts', 'dist/askfirst-embeds.js', {
    plugins: [written({ PLACEHOLDER: of('askfirst-placeholder.js'), DECLARATION: of('askfirst-declaration.js') })],
  }),
  bundle('src/script-tag.ts', GATE, {
    format: 'iife',
    plugins: [
      written({
        CHUNKS: () =>
          Object.fromEntries(
            ['ui', 'embeds', 'diagnostics', 'integrations'].map((name) => [name, integrity[`askfirst-${name}.js`]]),
          ),
      }),
    ],
  }),
];
