/** Values of every cookie of that name, in a `Cookie` header or in `document.cookie`: two domains may each hold one. */
export declare const cookieValues: (text: string, name: string) => string[];
/**
 * The page's own jar, by the accessor of the prototype: on `document` itself a `<form name="cookie">` answers to the name, hands out the
 * element, and takes what is written.
 */
export declare const readJar: () => string;
export declare const writeJar: (text: string) => void;
