/** What steers, by language (the first part of a BCP 47 tag). A map, since a language may be called "constructor" by whoever wrote it. */
export declare const steering: ReadonlyMap<string, RegExp>;
/** The words of a text that push, in its language; none where nobody has written a list for that language. */
export declare const findSteering: (text: string, language: string) => string | undefined;
/** The words by which a text claims a legitimate interest, in whichever language. */
export declare const findLegitimateInterest: (text: string) => string | undefined;
