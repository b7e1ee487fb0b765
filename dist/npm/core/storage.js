/** Values of every cookie of that name, in a `Cookie` header or in `document.cookie`: two domains may each hold one. */
export const cookieValues = (text, name) => text
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
/**
 * The page's own jar, by the accessor of the prototype: on `document` itself a `<form name="cookie">` answers to the name, hands out the
 * element, and takes what is written.
 */
export const readJar = () => Reflect.get(Document.prototype, 'cookie', document);
export const writeJar = (text) => void Reflect.set(Document.prototype, 'cookie', text, document);
