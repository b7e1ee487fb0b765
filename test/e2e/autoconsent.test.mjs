/**
 * An extension that answers on a person's behalf: DuckDuckGo's autoconsent itself, with the rule that this repository ships, as one of the
 * page's own scripts (in a browser it runs in a world of its own, and clicks the same buttons).
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { journey, until } from './support/journey.mjs';

const read = (path) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
const RULE = JSON.parse(await read('autoconsent/askfirst.json'));
const EXTENSION = await read('node_modules/@duckduckgo/autoconsent/dist/autoconsent.playwright.js');

/** Puts the extension into a page of the demo. What it tells its background is kept in `window.told`. */
async function install(server, visitor, { path, autoAction, ui = {} }) {
  const init = {
    type: 'initResp',
    rules: { autoconsent: [RULE] },
    config: { enabled: true, autoAction, enableHeuristicDetection: false },
  };
  const background = `window.told = [];
    window.autoconsentSendMessage = async (message) => {
      told.push(message);
      await undefined;
      if (message.type === 'init') autoconsentReceiveMessage(${JSON.stringify(init)});
      if (message.type === 'autoconsentDone') autoconsentReceiveMessage({ type: 'selfTest' });
    };`;
  server.pages.set('/autoconsent.js', { body: background + EXTENSION, headers: { 'content-type': 'text/javascript' } });
  server.pages.set(path, {
    body: `<!doctype html><html lang="en"><title>A page</title>
      <script type="application/json" data-askfirst>${JSON.stringify({ ui })}</script>
      <script async src="/dist/askfirst.js"></script>
      <body><main><h1>A page</h1></main><script src="/autoconsent.js"></script></body></html>`,
  });
  await visitor.goes(`${server.origin}${path}`);
}

const told = (visitor, type) =>
  visitor.evaluates((kind) => window.told?.find((message) => message.type === kind), type);
const untilTold = (visitor, type) =>
  until(
    () => told(visitor, type),
    () => `the extension says nothing of ${type}`,
  );
const isDecided = (visitor) =>
  until(
    async () => (await visitor.state()).status === 'decided',
    () => 'nothing is decided',
  );

for (const layout of ['bar', 'box', 'center']) {
  journey(`the rule for autoconsent refuses on a person's behalf: ${layout} (Q7)`, async ({ visitor, server }) => {
    await install(server, visitor, { path: `/refusing-${layout}`, autoAction: 'optOut', ui: { layout } });
    const result = await untilTold(visitor, 'optOutResult');
    assert.deepEqual([result.cmp, result.result], ['askfirst', true]);
    await isDecided(visitor);
    const { categories } = await visitor.state();
    for (const id of ['marketing', 'analytics', 'personalization'])
      assert.deepEqual([categories[id].granted, categories[id].decided], [false, true], id);
    assert.equal((await untilTold(visitor, 'selfTestResult')).result, true);
    await visitor.seesNot('cookie-consent >>> .banner');
  });
}

journey('and accepts for who wants that', async ({ visitor, server }) => {
  await install(server, visitor, { path: '/accepting', autoAction: 'optIn' });
  assert.equal((await untilTold(visitor, 'optInResult')).result, true);
  await isDecided(visitor);
  assert.equal((await visitor.state()).categories.marketing.granted, true);
});

journey('and leaves those alone who have answered', async ({ visitor, server }) => {
  await install(server, visitor, { path: '/answered', autoAction: 'optOut' });
  await isDecided(visitor);
  await visitor.reloads();
  await untilTold(visitor, 'cmpDetected');
  assert.equal(Boolean(await told(visitor, 'popupFound')), false);
});
