/** A vendor's queue, begun where its snippet has not begun it yet: the snippet takes it as it is. */
export function queueOf(name) {
    const page = window;
    // An element with that id answers to the name too, and takes no commands.
    return (page[name]?.push ? page[name] : (page[name] = []));
}
/** Moves the `command` that has just been put into a waiting list to before the first `other` there, for which it is meant too. */
export function ahead(list, command, other) {
    if (!Array.isArray(list))
        return; // the vendor's script is here, and has taken it already
    const nameOf = (entry) => entry?.[0];
    const at = list.findIndex((entry) => nameOf(entry) === other);
    if (at >= 0 && nameOf(list.at(-1)) === command)
        list.splice(at, 0, list.pop());
}
