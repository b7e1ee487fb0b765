/** axe, as the tests of the interface ask it: everything up to WCAG 2.2 AA, and its best practices. */
import 'axe-core/axe.min.js';
import type * as Axe from 'axe-core';

const { axe } = globalThis as unknown as { axe: typeof Axe };
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds, by rule, and how many rules had something to look at. */
export async function audit(host: HTMLElement): Promise<{ found: string[]; passed: string[] }> {
  const { violations, passes } = await axe.run(host, { runOnly: TAGS });
  return {
    found: violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.flat().join(' ')}`)),
    passed: passes.map(({ id }) => id),
  };
}
