/** What Google is told before anything is known. The gate itself says it; all else about Google is in google.ts, a file of its own. */
declare global {
    interface Window {
        dataLayer?: unknown[];
    }
}
/** The list that Google's tags read. An element whose id is "dataLayer" answers to the name too, and takes no commands. */
export declare function layer(): unknown[] | undefined;
/** What Google's tags read as one command is an `Arguments` object: a plain array is ignored (rule M1). */
export declare const gtag: (...command: unknown[]) => void;
/** Milliseconds that tags wait for an answer of an earlier page: two seconds at most, half a second where nothing else is said (M4). */
export declare const waitOf: (wait?: number) => number;
/** All that a visitor has a say in is denied, and what is told without a yes is redacted, before any of Google's tags runs (rules M2, M3, M4, M7). */
export declare function denyGoogle(wait?: number): void;
