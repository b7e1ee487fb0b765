/** From the click on accept to what waited for it. */
import { EXTERNALS } from '../article.mjs';
import { pathOf } from '../site.mjs';
import { Visitor } from '../visit.mjs';
import { assert, prove } from './prove.mjs';

/** So many inline scripts, on a slow processor. The link is quick: the page is there before the click. */
export async function releaseInline({ browser, server, library }, count) {
  const visitor = await Visitor.arrive(browser, library);
  await visitor.open(server.origin + pathOf(library, count));
  if (library.banner) await prove(visitor);
  await visitor.slowDown();
  const { first, last, toPaint, event, longestTask } = await visitor.accept(library.banner ? count : 0);
  await visitor.leave();
  const click = { [`event${count}`]: event, [`toPaint${count}`]: toPaint, [`longest${count}`]: longestTask };
  if (!library.banner) return click;
  return {
    ...click,
    [`first${count}`]: first,
    [`last${count}`]: last,
    [`paintsFirst${count}`]: Number(first > toPaint),
  };
}

/** Ten external scripts from ten hosts, over a slow link. */
export async function releaseExternal({ browser, server, library }) {
  if (!library.banner) return {};
  const vendors = () => server.sent.filter(({ path }) => path.startsWith('/vendor/'));
  const visitor = await Visitor.arrive(browser, library, { slowLink: true });
  server.sent.length = 0;
  await visitor.open(server.origin + pathOf(library, 'external'));
  await prove(visitor);
  assert(vendors().length === 0, `it asks for ${vendors()[0]?.path} before the yes`);
  const { last } = await visitor.accept(EXTERNALS);
  const order = await visitor.order();
  await visitor.leave();
  assert(new Set(order).size === EXTERNALS, `it runs ${order.join(', ')} of ${EXTERNALS} external scripts`);
  const requests = vendors().length / EXTERNALS;
  assert(requests === 1, `it asks ${vendors().length} times for ${EXTERNALS} external scripts`);
  const inOrder = order.every((index, place) => index === place);
  return { externalLast: last, externalInOrder: Number(inOrder), externalRequests: requests };
}
