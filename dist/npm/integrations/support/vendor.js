/** What a vendor's script has put on the page, for its integration to say what it is: `Window` is left to sites, which declare it too. */
export const objectOf = (name) => window[name];
/** The same where it is called itself: an element with that id answers to the name too, and is not. */
export function functionOf(name) {
    const found = objectOf(name);
    return typeof found === 'function' ? found : undefined;
}
/** Whether a category is granted; or a single service of it, where the site declares one by that id. */
export const isGranted = ({ categories, services }, category, service = '') => (services[service] ?? categories[category])?.granted === true;
