export interface UnknownKey {
    readonly path: string;
    readonly key: string;
    readonly value: unknown;
}
/** As much of a valibot schema as leads to the next one inside. */
interface Node {
    readonly type: string;
    /** Of an object: a schema for each key. */
    readonly entries?: Readonly<Record<string, Node>>;
    /** Of a record: the schema of what stands under any key. */
    readonly value?: Node;
    readonly item?: Node;
    readonly wrapped?: Node;
    readonly options?: readonly Node[];
}
/** Every key that the schema does not know. Valibot itself names one in each object, and stops there. */
export declare function findUnknownKeys(input: unknown, { type, entries, value, item, wrapped, options }?: Node, path?: string): readonly UnknownKey[];
export {};
