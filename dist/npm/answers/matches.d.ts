/**
 * Whether a name is meant by a declared one, in which each `*` stands for anything or nothing. Piece by piece from the left, which for
 * stars alone is enough: no regular expression, so that nothing in a name can mean more than itself, and no way back to take.
 */
export declare function matches(declared: string, name: string): boolean;
