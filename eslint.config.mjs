import { defineConfig, globalIgnores } from 'eslint/config';
import { builtinRules } from 'eslint/use-at-your-own-risk';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** What `@eslint/js` calls recommended, read from the rules themselves: that package is one more to keep in step with eslint. */
const recommended = Object.fromEntries(
  [...builtinRules].flatMap(([name, { meta }]) => (meta.docs.recommended ? [[name, 'error']] : [])),
);

const known = (names) => Object.fromEntries(names.split(' ').map((name) => [name, 'readonly']));
const NODE = known(
  'AbortController AbortSignal Buffer clearInterval clearTimeout console crypto fetch performance process Request ' +
    'Response setImmediate setInterval setTimeout structuredClone TextDecoder TextEncoder URL URLSearchParams',
);
const BROWSER = known('document localStorage location sessionStorage window');

export default defineConfig(
  globalIgnores([
    'dist/',
    'coverage/',
    'demo/vendor/',
    'test/e2e/.artifacts/',
    'bench/node_modules/',
    'bench/results/',
    'src/config-input.ts', // written by tools/schema.mjs
    '*.tmp.mjs',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' }, rules: recommended },

  { files: ['**/*.mjs'], languageOptions: { globals: { ...NODE, ...BROWSER } } },
  { files: ['demo/**/*.js'], languageOptions: { sourceType: 'script' } },
  // What runs in a page may use all that a browser has.
  { files: ['bench/**', 'demo/**', 'test/e2e/**'], rules: { 'no-undef': 'off' } },

  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, lit.configs['flat/recommended'], wc.configs['flat/best-practice']],
    plugins: { 'lit-a11y': litA11y },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...litA11y.configs.recommended.rules,
      'no-undef': 'off', // TypeScript knows what is defined, and the rule does not know types
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/unbound-method': 'off', // Lit binds its handlers
      'lit-a11y/role-has-required-aria-attrs': 'off', // takes a checkbox that is a switch for one without its state
      'lit-a11y/no-redundant-role': 'off', // takes every section for a region
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off', // a test that finds nothing there has failed
      '@typescript-eslint/no-unused-expressions': 'off', // expect(…).to.be.true
      // equal() is typed as a promise by @open-wc/semantic-dom-diff, which it is for no value.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', package: '@types/chai', name: 'Equal' }] },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    ignores: ['test/support/wait-until.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          name: '@open-wc/testing',
          importNames: ['waitUntil'],
          message: 'It gives up after a second: test/support/wait-until.ts has the patience of all tests.',
        },
      ],
    },
  },
);
