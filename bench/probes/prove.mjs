/** Nothing may be measured of a library that does not do its work. */
import { SOME } from '../site.mjs';

export function assert(condition, message) {
  if (!condition) throw new Error(message);
}

/** It shows its banner, and waits for the yes. That it then obeys is seen when the visitor accepts. */
export async function prove(visitor) {
  assert(await visitor.sees('banner'), 'its banner cannot be seen');
  assert(await visitor.canClick('accept'), 'a click on its accept button would not arrive there');
  assert((await visitor.ran()).length === 0, 'something ran before the yes');
}

/** On a later page it asks no more, and runs what it may. */
export async function proveMemory(visitor) {
  assert(!(await visitor.sees('banner')), 'it asks again on the next page');
  assert((await visitor.ran()).length === SOME, 'it forgets the yes on the next page');
}
