/** An element as it stands in the source, by what tells it from others. */
export declare function tagOf(element: Element): string;
