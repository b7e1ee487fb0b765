/** Values of every cookie of that name, in a `Cookie` header or in `document.cookie`: two domains may each hold one. */
export const cookieValues = (text: string, name: string): string[] =>
  text
    .split(/;\s*/)
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
