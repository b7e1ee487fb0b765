import { sweep } from './sweep.js';
import type { Answer, By, Config, ConsentChange, ConsentState } from '../types.js';

const answersOf = ({ categories, services }: ConsentState): Record<string, Answer> => ({ ...categories, ...services });

/** What a change means for the page: what was granted, what was withdrawn, and what of that could not be erased. */
export function describe(config: Config, before: ConsentState, state: ConsentState, by: By): ConsentChange {
  const had = answersOf(before);
  const has = answersOf(state);
  const changed = (granted: boolean): string[] =>
    Object.keys(has).filter((id) => has[id]?.granted === granted && (had[id]?.granted ?? false) !== granted);
  const withdrawn = changed(false);
  const isSold = [
    ...Object.entries(config.categories),
    ...config.services.map((each) => [each.id, each] as const),
  ].some(([id, { saleOrShare }]) => saleOrShare && has[id]?.granted);
  return {
    state,
    granted: changed(true),
    withdrawn,
    by,
    saleOrShare: isSold,
    remaining: sweep(config, state, withdrawn),
    recall: config.sensitive ? withdrawn.filter((id) => id in state.services) : [],
  };
}
