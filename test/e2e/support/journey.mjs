/** `journey()`: a test with the demo's server, a browser and a visitor who has never been here. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../../../tools/serve.mjs';
import { engineName, launch } from './engine.mjs';
import { until } from './until.mjs';

export { engineName, until };

const ARTIFACTS = fileURLToPath(new URL('../.artifacts', import.meta.url));
const QUIET = 1000;

/** How many journeys this process has been given. */
export let begun = 0;

/** One for each journey, open to the end: what the page of an earlier one asks for late is not heard in the next, and gets no port of its. */
const servers = [];
let browser;

after(async () => {
  await browser?.close();
  for (const server of servers) await server.close();
});

/**
 * @typedef {object} Journey
 * @property {import('./visitor.mjs').Visitor} visitor - 1280 x 800, light, `en-US`.
 * @property {Awaited<ReturnType<typeof serve>>} server - The journey's own.
 * @property {(wishes?: object) => Promise<import('./visitor.mjs').Visitor>} newVisitor - Somebody else: see `launch()`.
 */

/**
 * A test of its own visitor. When it fails, what each visitor saw lies in `test/e2e/.artifacts/`, and their errors are printed.
 * @param {string} title - A sentence.
 * @param {((journey: Journey) => Promise<void>) | import('node:test').TestOptions & { https?: boolean }} options - May be left out; `skip`
 *   takes a reason, and with `https` the server stands at `https://shop.site.localhost`.
 * @param {(journey: Journey) => Promise<void>} [body]
 */
export function journey(title, options, body = options) {
  const { https = false, ...rest } = body === options ? {} : options;
  begun += 1;
  const [, file] = /([^/\\]*)\.test\.mjs/.exec(new Error().stack) ?? [];
  // Twice the half minute after which a silent driver is given up.
  test(title, { timeout: 120_000, ...rest }, async (context) => {
    // At the first journey and not in a `before`: Node calls no `after` where there are no tests, and what was opened would keep it running.
    browser ??= await launch();
    const run = async (more) => {
      const visitors = [];
      const newVisitor = async (wishes) => {
        const visitor = await browser.newVisitor(wishes);
        visitors.push(visitor);
        return visitor;
      };
      const server = await serve({ port: 0, https });
      servers.push(server);
      try {
        await body({ visitor: await newVisitor(), server, newVisitor });
      } catch (error) {
        if (more && (isSilent(error) || (await hasCrashed(visitors)))) return false;
        await keepEvidence(`${file} ${title}`, { visitors, server, context }).catch((failure) =>
          context.diagnostic(`No evidence: ${failure.message}`),
        );
        throw error;
      } finally {
        await Promise.allSettled(visitors.map((visitor) => visitor.closes()));
      }
      return true;
    };
    if (await run(true)) return;
    context.diagnostic('WebKit itself crashed, or its driver gave no answer: the journey is made once more.');
    await run(false);
  });
}

/** Whether WebKit's driver left a command without any answer, as it does when a page goes away under a script. No assertion does that. */
const isSilent = ({ cause }) => engineName === 'webkit' && cause?.name === 'TimeoutError';

/** Whether a browser died under its page: WebKitGTK's web process does, now and then, on busy machines. No failing assertion ends a session. */
async function hasCrashed(visitors) {
  if (engineName !== 'webkit') return false;
  const ends = await Promise.allSettled(visitors.map((visitor) => visitor.evaluates(() => true)));
  return ends.some(({ reason }) => /session deleted because of page crash/.test(reason?.message));
}

async function keepEvidence(title, { visitors, server, context }) {
  const name = join(ARTIFACTS, `${title} ${engineName}`.replaceAll(/\W+/g, '-'));
  await mkdir(ARTIFACTS, { recursive: true });
  await writeFile(`${name}.requests.json`, JSON.stringify(server.requests, null, 2));
  for (const [index, visitor] of visitors.entries()) {
    await visitor.screenshot(`${name}.${index + 1}.png`);
    for (const error of visitor.errors) context.diagnostic(`visitor ${index + 1}: ${error}`);
  }
  context.diagnostic(`evidence: ${name}.*`);
}

/**
 * Resolves once no request has come for a while: what must not be requested has had its chance by then. For what must be requested,
 * `until()` is sooner there.
 * @param {{ requests: unknown[] }} server
 * @param {number} [while_] - Milliseconds. Mixpanel sends half a second after it has started, so less than a second would not do for it.
 */
export async function quiet({ requests }, while_ = QUIET) {
  let count = requests.length;
  let since = Date.now();
  await until(
    () => {
      if (requests.length !== count) [count, since] = [requests.length, Date.now()];
      return Date.now() - since > while_;
    },
    () => `Requests still come, the last for ${requests.at(-1)?.path}`,
    15_000,
  );
}
