import { sweep } from './sweep.js';
/** Milliseconds after which what was withdrawn is erased once more. */
const AGAIN = 1000;
const answersOf = ({ categories, services }) => ({ ...categories, ...services });
/** The state in force, by its configuration. */
const states = new WeakMap();
/** The change that is still to be told: the next one comes after it. */
let telling;
/**
 * Erases what was refused, and finds out what a change means for the page: what was granted, what was withdrawn, and what of that could
 * not be erased.
 * @returns what tells the page: at once, or as soon as all that browsers delete in their own time is deleted, or is known to stay.
 */
export function describe(config, before, state, by) {
    const had = answersOf(before);
    const has = answersOf(state);
    const changed = (granted) => Object.keys(has).filter((id) => has[id]?.granted === granted && (had[id]?.granted ?? false) !== granted);
    const withdrawn = changed(false);
    const isSold = Object.keys(has).some((id) => has[id]?.granted && (config.categories[id] ?? config.services.find((one) => one.id === id))?.saleOrShare);
    states.set(config, state);
    const { left, end } = sweep(config, state, withdrawn);
    if (withdrawn.length) {
        // A tracker that runs hears of the very click too, and writes once more while its page ends.
        const again = (event) => {
            sweep(config, states.get(config) ?? state, withdrawn, Boolean(event));
        };
        setTimeout(again, AGAIN);
        addEventListener('pagehide', again);
    }
    return (emit) => {
        const tell = () => {
            const change = {
                state,
                granted: changed(true),
                withdrawn,
                by,
                saleOrShare: isSold,
                remaining: [...left],
                recall: config.sensitive ? withdrawn.filter((id) => id in state.services) : [],
            };
            emit('change', change);
            emit('done', change);
        };
        if (!end && !telling) {
            tell();
            return;
        }
        const own = Promise.all([end, telling]).then(() => {
            tell();
            if (telling === own)
                telling = undefined;
        });
        telling = own;
    };
}
