/** What needs no clock: bytes, requests, the cookie. Without throttling, once. */
import { pathOf, SOME } from '../site.mjs';
import { Visitor } from '../visit.mjs';
import { assert, prove, proveMemory } from './prove.mjs';

/** @param {{ bytes: number, requests: number }} [bench.empty] - What the empty page loads, and is taken off. */
export async function weigh({ browser, server, library, empty }) {
  const { sent, origin } = server;
  const url = origin + pathOf(library, SOME);
  /** @param {number} [until] - Only what was asked for by then, in milliseconds since the epoch. */
  const loaded = (until = Infinity) => {
    const missing = sent.find(({ kind }) => kind === 'missing');
    assert(!missing, `it asks for ${missing?.path}, which is not served`);
    const parts = sent.filter(({ at }) => at <= until);
    return {
      bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0) - (empty?.bytes ?? 0),
      requests: parts.length - (empty?.requests ?? 0),
      parts: parts.map(({ path, bytes, kind }) => ({ path, bytes, kind })),
    };
  };
  const fresh = async (how) => {
    const visitor = await Visitor.arrive(browser, library, how);
    if (library.banner) await visitor.watchBanner();
    sent.length = 0;
    await visitor.open(url);
    return visitor;
  };

  let visitor = await fresh();
  if (!library.banner) {
    const page = loaded();
    await visitor.newTab();
    sent.length = 0;
    await visitor.open(url);
    await visitor.leave();
    // Of the floor, which asks nothing, this is all that a first visit loads.
    return { page, first: page, warm: loaded() };
  }

  await prove(visitor);
  const { painted } = await visitor.moments();
  const first = loaded((await visitor.timeOrigin()) + painted);
  const all = loaded();
  let preferences;
  if (library.preferences) {
    assert(await visitor.canClick('manage'), 'a click on its button for preferences would not arrive there');
    await visitor.click('manage');
    await visitor.rest(1500);
    assert(await visitor.sees('preferences'), 'its preferences cannot be seen');
    preferences = loaded();
  }
  await visitor.leave();

  visitor = await fresh();
  await visitor.accept(SOME);
  assert(!(await visitor.sees('banner')), 'its banner stays after the yes');
  const cookie = await visitor.cookieBytes();
  assert(cookie > 0, 'it keeps no cookie');
  const comeBack = async (how) => {
    await visitor.newTab(how);
    sent.length = 0;
    await visitor.open(url);
    await proveMemory(visitor);
    return loaded();
  };
  const warm = await comeBack({ cache: true });
  const cold = await comeBack({ cache: false });
  await visitor.leave();
  return { first, all, preferences, warm, cold, cookie };
}
