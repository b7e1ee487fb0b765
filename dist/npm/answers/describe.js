import { sweep } from './sweep.js';
const answersOf = ({ categories, services }) => ({ ...categories, ...services });
/** What a change means for the page: what was granted, what was withdrawn, and what of that could not be erased. */
export function describe(config, before, state, by) {
    const had = answersOf(before);
    const has = answersOf(state);
    const changed = (granted) => Object.keys(has).filter((id) => has[id]?.granted === granted && (had[id]?.granted ?? false) !== granted);
    const withdrawn = changed(false);
    return {
        state,
        granted: changed(true),
        withdrawn,
        by,
        saleOrShare: Object.entries(config.categories).some(([id, { saleOrShare }]) => saleOrShare && has[id]?.granted),
        remaining: sweep(config, state, withdrawn),
    };
}
