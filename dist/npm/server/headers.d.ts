/** Headers of a request, in either form. */
/** Headers as a `Request` carries them, or as Node does. */
export type HeadersLike = {
    get(name: string): string | null;
} | Readonly<Record<string, string | readonly string[] | undefined>>;
/** A header's text; "" where it was not sent. Whoever sends two `Cookie` headers means both. */
export declare function header(headers: HeadersLike, name: string): string;
