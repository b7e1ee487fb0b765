/** Adds styles that come with a chunk, each once. */
export function adopt({ renderRoot }, ...styles) {
    const { adoptedStyleSheets } = renderRoot;
    for (const { styleSheet } of styles)
        if (styleSheet && !adoptedStyleSheets.includes(styleSheet))
            adoptedStyleSheets.push(styleSheet);
}
/**
 * Opens a modal dialog. Focus rests on its title, so that a key pressed too early answers nothing.
 * @returns whether it can be seen: a page may hide the element, and a modal dialog without a box would freeze the page.
 */
export function openDialog(dialog) {
    if (!dialog)
        return false;
    dialog.showModal();
    if (!dialog.getClientRects().length) {
        dialog.close();
        return false;
    }
    const title = dialog.querySelector('h2');
    title?.setAttribute('tabindex', '-1');
    title?.focus();
    return true;
}
