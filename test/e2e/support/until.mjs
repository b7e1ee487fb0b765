import { setTimeout as wait } from 'node:timers/promises';

const INTERVAL = 25;

/**
 * Asks again and again until the answer is truthy, and gives it. A question that throws has no answer yet, as that to a
 * page which is just being left.
 * @param {() => unknown} ask - May be async.
 * @param {() => string} complaint - What to say when time is up.
 * @param {number} [patience] - Milliseconds.
 */
export async function until(ask, complaint, patience = 5000) {
  const late = Date.now() + patience;
  for (;;) {
    let failure;
    const answer = await Promise.resolve()
      .then(ask)
      .catch((error) => void (failure = error));
    if (answer) return answer;
    if (Date.now() > late) {
      throw new Error(`${complaint()} (after ${patience / 1000} s)`, failure && { cause: failure });
    }
    await wait(INTERVAL);
  }
}
