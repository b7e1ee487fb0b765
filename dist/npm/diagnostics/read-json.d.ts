export type Json = Readonly<Record<string, unknown>>;
export declare const tableOf: (value: unknown) => Json;
export declare const listOf: (value: unknown) => readonly unknown[];
/** The services that are objects, each with its path. */
export declare const servicesOf: ({ services }: Json) => readonly (readonly [path: string, service: Json])[];
/** Every text in a value, each with its path: a text itself, a text for each language, or texts deeper down. */
export declare function textsIn(value: unknown, path: string, depth?: number): readonly (readonly [path: string, text: string])[];
/** Whether there is no text where one is due. What is of another type is there, and wrong. */
export declare const isMissing: (value: unknown) => boolean;
/** "a", "b" and "c". */
export declare const listed: (words: readonly string[]) => string;
