/** What failed, a line each, as it stands at the end of a run: `Firefox test/core/url.test.ts: suite > test: what is wrong`. */
import { relative } from 'node:path';

/** Node's word for a suite, or a test, that failed only because of those inside it. */
const BY_ITS_TESTS = 'subtestsFailed';
/** Characters of an error: its first lines, where a property that was refuted names its seed in the second. */
const LONGEST = 240;

const brief = (text = '') => {
  const words = text.replaceAll(/\s+/g, ' ').trim() || 'no error was given';
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
};

/** What is not known is left out. */
const line = ({ engine, file, titles, error }) => {
  const where = [engine, file && relative('.', file)].filter(Boolean).join(' ');
  return [where, titles.filter(Boolean).join(' > '), brief(error)].filter(Boolean).join(': ');
};

/** Each test of a web-test-runner suite, beside the titles that lead to it. */
const testsOf = ({ tests = [], suites = [] } = {}, titles = []) => [
  ...tests.map((test) => ({ ...test, titles: [...titles, test.name] })),
  ...suites.flatMap((suite) => testsOf(suite, [...titles, suite.name])),
];

/**
 * What one session of the web-test-runner, a file in an engine, counts and names. A file without a test has failed, and
 * so has one that no test failed in, but that did not end well: it could not load, or ran out of time.
 */
export function resultsOfSession({ browser, errors = [], passed, testFile, testResults }) {
  const tests = testsOf(testResults);
  const failed = tests.filter((test) => !test.passed && !test.skipped);
  const name = (titles, error) => line({ engine: browser.name, file: testFile, titles, error });
  const failures = failed.map(({ titles, error }) => name(titles, error?.message));
  // What went wrong outside the tests stands beside them, since they may have failed by it.
  const outside = passed ? [] : errors.map(({ message, stack }) => name([], message || stack));
  if (passed && tests.length === 0) outside.push(name([], 'it holds no test'));
  if (!passed && failures.length + outside.length === 0)
    outside.push(name([], 'it ended badly, though no test failed'));
  return {
    passed: tests.filter((test) => test.passed && !test.skipped).length,
    failed: failed.length || Math.min(outside.length, 1),
    skipped: tests.filter(({ skipped }) => skipped).length,
    failures: [...failures, ...outside],
  };
}

/** What failed according to a report of Node's TAP reporter, at whatever depth. */
export function failuresOfTap(tap, engine) {
  const failures = [];
  const titles = [];
  const plain = (text) => text.replace(/\\([\\#])/g, '$1');
  // Lines of a test come in this order: "# Subtest: title", those of its subtests, "not ok 1 - title", and its particulars.
  // What a file wrote to the console stands between them as comments; one that could not be loaded has said there why.
  const parts = /^( *)(?:# Subtest: (.*)|# (\w*Error\b.*)|not ok \d+ - (.*)\n((?:\1 +.*\n)*))/gm;
  let outcry;
  for (const [, indent, begun, cried, ended, particulars] of tap.matchAll(parts)) {
    if (cried !== undefined) {
      outcry = cried;
      continue;
    }
    titles.length = indent.length / 4;
    if (begun !== undefined) titles.push(plain(begun));
    else if (!/ # (TODO|SKIP)\b/.test(ended)) {
      const own = (name) => {
        const value = new RegExp(`^ *${name}: (?:\\|-\\n((?:${indent}    .*\\n)*)|(.*))`, 'm').exec(particulars);
        return value?.[1] ?? value?.[2].replace(/^(['"`])(.*)\1$/, '$2');
      };
      if (own('failureType') === BY_ITS_TESTS) continue;
      // Journeys are begun by a helper, and Node takes its file for theirs: the stack knows better.
      const file = /[^\s('"]*\.test\.mjs/.exec(particulars)?.[0].replace('file://', '') ?? own('location');
      // A file that could not be loaded is a test of its own name.
      const isFile = plain(ended) === file;
      const error = (isFile && outcry) || own('error');
      failures.push(line({ engine, file, titles: isFile ? [] : [...titles, plain(ended)], error }));
      outcry = undefined;
    }
  }
  return failures;
}
