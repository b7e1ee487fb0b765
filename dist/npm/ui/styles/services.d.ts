import { type CSSResult } from 'lit';
/** What is told of services: a table of all that one stores, and pairs of label and value where there is little room for one. */
export declare const servicesStyles: CSSResult;
