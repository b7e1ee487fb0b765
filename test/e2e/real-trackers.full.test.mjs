/** Each way in which a tracker gets into a page with each tracker, through every answer; and each set of categories by real clicks. */
import assert from 'node:assert/strict';
import { DELIVERIES, MIXED, SETS, Site, TRACKERS, isWanted, pair } from './pages/site.mjs';
import { framesKeep, leaks, obeysAllTheWay } from './pages/walk.mjs';
import { journey, quiet } from './support/journey.mjs';

for (const delivery of DELIVERIES) {
  const items = pair(TRACKERS, [delivery]);
  const { name, isLive = true, runsHere = true } = delivery;

  if (isLive) {
    journey(`${name}, where nobody asks: each tracker sends and keeps`, async ({ visitor, server }) => {
      const walk = { visitor, server, site: new Site(server), items };
      await leaks(walk);
      if (!runsHere) await framesKeep(walk);
    });
  }

  journey(`${name}: each tracker does what each answer says`, async ({ visitor, server }) => {
    const walk = { visitor, server, site: new Site(server), items };
    await obeysAllTheWay(walk);
    if (!runsHere) await framesKeep(walk);
  });
}

journey(
  'each set of categories, chosen by its switches, calls its own hosts and no other (A8)',
  async ({ newVisitor, server }) => {
    const site = new Site(server);
    site.put('/one', MIXED);
    for (const granted of SETS) {
      const visitor = await newVisitor();
      await visitor.goes(`${site.origin}/one`);
      await visitor.opensPreferences();
      for (const id of granted) await visitor.switches(id, true);
      await visitor.saves();
      const wanted = MIXED.filter((item) => isWanted(item, granted));
      const view = site.last('/one');
      await site.untilTold(view, wanted);
      await quiet(server);
      const ids = wanted.map(({ tracker }) => tracker.id).sort();
      assert.deepEqual(site.called(view), ids, `hosts called with ${granted}`);
      site.assertOnce(view, wanted);
      await visitor.closes();
    }
  },
);

journey('a service goes its own way inside its category (A9)', async ({ visitor, server }) => {
  const site = new Site(server);
  const items = pair(
    TRACKERS,
    DELIVERIES.filter(({ name }) => name === 'data-service'),
  );
  const [refused, ...others] = items.map((item) => ({ ...item, category: 'analytics' }));
  const answer = JSON.stringify({ analytics: true, [refused.tracker.id]: false });
  const head = `<script>(window.askFirst ||= []).push((api) => api.ready.then(() => api.choose(${answer})))</script>`;
  site.put('/one', [refused, ...others], { head });
  await visitor.goes(`${site.origin}/one`);
  const view = site.last('/one');
  await site.untilTold(view, others);
  await quiet(server);
  assert.deepEqual(site.called(view), others.map(({ tracker }) => tracker.id).sort());
  site.assertOnce(view, others);
});

journey('a frame that the parser meets after a gate that knows of the yes loads', async ({ visitor, server }) => {
  const site = new Site(server);
  const items = pair(
    TRACKERS,
    DELIVERIES.filter(({ name }) => name === '<iframe>'),
  );
  // Chromium never loads a frame that is given its address in a microtask after its insertion by the parser.
  site.put('/one', items, { tag: '<script src="/dist/askfirst.js"></script>' });
  await visitor.goes(`${site.origin}/one`);
  await visitor.accepts();
  await site.untilTold(site.last('/one'), items);
  await visitor.reloads();
  await site.untilTold(site.last('/one'), items);
});
