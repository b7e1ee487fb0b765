/** An object without a prototype, so that no id can meet `constructor`, or what another script added to `Object.prototype` (Q9). */
export const table = (entries = []) => {
    const made = Object.create(null);
    for (const [key, value] of entries)
        made[key] = value;
    return made;
};
