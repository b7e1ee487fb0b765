/** Values of every cookie of that name, in a `Cookie` header or in `document.cookie`: two domains may each hold one. */
export declare const cookieValues: (text: string, name: string) => string[];
