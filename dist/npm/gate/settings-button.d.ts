/**
 * What the settings button looks like. Every page view of every visitor pays for it, so it is no more than that: its icon, two sliders, is a
 * shape cut out of a border, which keeps its colour where colours are forced. The first SVG element of a page costs 30 kB of memory.
 */
export declare const styles: string;
