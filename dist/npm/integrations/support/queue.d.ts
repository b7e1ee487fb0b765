/** Where commands wait until a vendor's script is here, and what takes them afterwards. */
export interface Queue {
    push(...commands: readonly unknown[]): unknown;
}
/** A vendor's queue, begun where its snippet has not begun it yet: the snippet takes it as it is. */
export declare function queueOf(name: string): Queue;
/** Moves the `command` that has just been put into a waiting list to before the first `other` there, for which it is meant too. */
export declare function ahead(list: unknown, command: string, other: string): void;
