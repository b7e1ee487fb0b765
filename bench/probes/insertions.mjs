/** What a library takes of each element that a page inserts, by whatever it does about changes of the document. */
import { pathOf, SOME } from '../site.mjs';
import { Visitor } from '../visit.mjs';
import { assert, prove, proveMemory } from './prove.mjs';

/** What is small is measured more often. */
const TIMES = { 1000: 4, 10000: 1 };

/** Microseconds for each element, all that the page itself does about it included. */
async function each(visitor, count) {
  let work = 0;
  for (let time = 0; time < TIMES[count]; time += 1) work += await visitor.insert(count);
  return (work * 1000) / (count * TIMES[count]);
}

const insertInto = async (visitor, state) => ({
  [`insert1000${state}`]: await each(visitor, 1000),
  [`insert10000${state}`]: await each(visitor, 10_000),
});

export async function insertions({ browser, server, library }) {
  const url = server.origin + pathOf(library, SOME);
  const visitor = await Visitor.arrive(browser, library);
  await visitor.open(url);
  if (library.banner) await prove(visitor);
  const undecided = await insertInto(visitor, 'Undecided');
  if (library.banner) {
    assert(await visitor.sees('banner'), 'its banner is gone after elements were inserted');
    await visitor.accept(SOME);
  }
  await visitor.newTab();
  await visitor.open(url);
  if (library.banner) await proveMemory(visitor);
  const accepted = await insertInto(visitor, 'Accepted');
  await visitor.leave();
  return { ...undecided, ...accepted };
}
