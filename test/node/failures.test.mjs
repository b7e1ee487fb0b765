/** The list at the end of a run: a test that fails is named there, wherever it stands, and nothing else is. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, test } from 'node:test';
import { failuresOfTap, resultsOfSession } from '../../tools/failures.mjs';

const folder = mkdtempSync(join(tmpdir(), 'askfirst-failures-'));
after(() => rmSync(folder, { recursive: true }));

/** What the list says of files with these texts. */
function failuresOf(...texts) {
  const files = texts.map((text, index) => join(folder, `${index}.test.mjs`));
  files.forEach((file, index) => writeFileSync(file, texts[index]));
  // A runner that finds itself inside another one runs nothing.
  const { NODE_TEST_CONTEXT, ...env } = process.env;
  void NODE_TEST_CONTEXT;
  const { stdout } = spawnSync(process.execPath, ['--test', '--test-reporter=tap', ...files], {
    env,
    encoding: 'utf8',
  });
  return failuresOfTap(stdout, 'firefox').map((line) => line.replaceAll(`${relative('.', folder)}/`, ''));
}

test('names each journey that failed by file, full title and error', () => {
  const text = `
    import { describe, it } from 'node:test';
    describe('a page # 1', () => {
      describe("whose visitor's answer", () => {
        it('is kept', () => { throw new Error("it's gone"); });
        it('is heard', () => {});
        it('is read aloud', { todo: true }, () => { throw new Error('never told'); });
        it('is printed', { skip: true }, () => { throw new Error('never told'); });
      });
      it('asks', () => { throw new Error('first\\n  error: second'); });
    });
    it('ends', { timeout: 10 }, () => new Promise((done) => setTimeout(done, 500)));`;
  assert.deepEqual(failuresOf(text, "throw new Error('it does not load');"), [
    "firefox 0.test.mjs: a page # 1 > whose visitor's answer > is kept: it's gone",
    'firefox 0.test.mjs: a page # 1 > asks: first error: second',
    'firefox 0.test.mjs: ends: test timed out after 10ms',
    'firefox 1.test.mjs: Error: it does not load',
  ]);
});

/** What is said of a session of the web-test-runner that went like this. */
const resultsOf = (session) =>
  resultsOfSession({ browser: { name: 'Firefox' }, testFile: join(process.cwd(), 'test/x.test.ts'), ...session });
const suite = (...tests) => ({ suites: [{ name: 'a record', suites: [], tests }], tests: [] });

test('names each unit test that failed, and counts the rest', () => {
  const error = { message: 'expected 1\n to equal 2' };
  const testResults = suite(
    { name: 'is read', passed: true, skipped: false },
    { name: 'is kept', passed: false, skipped: false, error },
    { name: 'is printed', passed: false, skipped: true },
  );
  assert.deepEqual(resultsOf({ passed: false, testResults }), {
    passed: 1,
    failed: 1,
    skipped: 1,
    failures: ['Firefox test/x.test.ts: a record > is kept: expected 1 to equal 2'],
  });
});

test('names a file of unit tests that did not load, ended badly or holds none', () => {
  const fine = suite({ name: 'is read', passed: true, skipped: false });
  for (const [session, words] of [
    [{ passed: false, errors: [{ message: 'did not finish within 1 s' }] }, 'did not finish within 1 s'],
    [{ passed: false, errors: [{ message: 'late' }], testResults: fine }, 'late'],
    [{ passed: false, testResults: fine }, 'it ended badly, though no test failed'],
    [{ passed: true, testResults: suite() }, 'it holds no test'],
  ]) {
    const { failed, failures } = resultsOf(session);
    assert.deepEqual([failed, failures], [1, [`Firefox test/x.test.ts: ${words}`]]);
  }
  assert.deepEqual(resultsOf({ passed: true, testResults: fine }).failures, []);
});
