/** What a page view costs: paints, the banner, work on the main thread, memory; at the first visit and at a return. */
import { pathOf, SOME } from '../site.mjs';
import { SLOW, Visitor } from '../visit.mjs';
import { prove } from './prove.mjs';

const FEW = 1;

export async function load({ browser, server, library }) {
  const url = (count) => server.origin + pathOf(library, count);
  const sample = {};

  let visitor = await Visitor.arrive(browser, library, SLOW);
  if (library.banner) await visitor.watchBanner();
  await visitor.open(url(SOME));
  Object.assign(sample, await visitor.paints());
  if (library.banner) {
    await prove(visitor);
    const { painted, answerable } = await visitor.moments();
    Object.assign(sample, { painted, answerable, ...(await visitor.stages()) });
    await visitor.accept(SOME);
  }
  await visitor.newTab();
  await visitor.open(url(SOME));
  const back = await visitor.work();
  Object.assign(sample, { workReturn: back.task, scriptReturn: back.script, heap: await visitor.heap() });
  await visitor.leave();

  visitor = await Visitor.arrive(browser, library, { slowLink: true });
  await visitor.open(url(FEW));
  const { task, script } = await visitor.work();
  Object.assign(sample, { workFirst: task, scriptFirst: script });
  if (library.banner) await prove(visitor);
  await visitor.leave();
  return sample;
}
