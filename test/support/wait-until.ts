import { waitUntil as wait } from '@open-wc/testing';

/** Milliseconds: far above what a slow machine under load takes, and below the time that mocha gives a test. */
const PATIENCE = 10_000;

/**
 * Waits until a question is answered by something truthy: asks now, and then every `interval` milliseconds.
 * @throws {Error} with the complaint, where that does not come to pass.
 */
export const waitUntil = (
  ask: () => unknown,
  complaint?: string,
  { interval = 50 }: { interval?: number } = {},
): Promise<void> => wait(ask, complaint, { interval, timeout: PATIENCE });
