/** Unit tests in real browsers: the engines of `ASKFIRST_ENGINES`, Chromium alone where it is not set. */
import { writeFileSync } from 'node:fs';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chooseEngines, chromiumRunner, endOnSignals, firefoxRunner, webkitRunner } from './tools/browsers.mjs';
import { resultsOfSession } from './tools/failures.mjs';

endOnSignals();

const RUNNERS = { chromium: chromiumRunner, firefox: firefoxRunner, webkit: webkitRunner };

/**
 * Clears what an earlier file left behind, since the runner uses its pages again. Paths below the page's own cannot be
 * seen from here: a test that sets a cookie on one removes it itself.
 */
function forget() {
  const labels = location.hostname.split('.');
  const domains = ['', ...labels.map((_, index) => `; domain=${labels.slice(index).join('.')}`)];
  const folders = location.pathname.split('/').map((_, index, all) => all.slice(0, index + 1).join('/') || '/');
  for (const cookie of document.cookie.split('; ')) {
    for (const domain of domains) {
      for (const path of folders) document.cookie = `${cookie.split('=')[0]}=; max-age=0; path=${path}${domain}`;
    }
  }
  localStorage.clear();
  sessionStorage.clear();
}

/** Counts what ran and names what failed, for `tools/test.mjs`, into the file that `ASKFIRST_COUNTS` names. */
const counts = {
  onTestRunFinished({ sessions }) {
    const results = [...sessions].map(resultsOfSession);
    const sum = (name) => results.reduce((total, result) => total + result[name], 0);
    const failures = results.flatMap((result) => result.failures);
    const total = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped'), failures };
    if (process.env.ASKFIRST_COUNTS) writeFileSync(process.env.ASKFIRST_COUNTS, JSON.stringify(total));
  },
};

export default {
  files: ['test/**/*.test.ts', '!test/e2e/**'],
  nodeResolve: { exportConditions: ['browser', 'production'] },
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' })],
  browsers: await Promise.all(chooseEngines().engines.map((engine) => RUNNERS[engine]())),
  concurrentBrowsers: 2,
  // A machine of CI may have one slow core, and be busy: what hangs is found as well a little later. A test has time for what it
  // waits for (test/support/wait-until.ts), a file for its longest property.
  testFramework: { config: { timeout: 20_000 } },
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 400_000,
  coverageConfig: { include: ['src/**/*.ts'], reporters: ['lcov', 'text-summary'] },
  reporters: [defaultReporter({ reportTestProgress: false }), counts],
  testRunnerHtml: (framework) => `<!doctype html>
<html lang="en">
  <head><title>AskFirst</title><script>(${forget})();</script></head>
  <body><script type="module" src="${framework}"></script></body>
</html>`,
};
