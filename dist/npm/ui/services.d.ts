/**
 * What is told of services and of all that they store (requirement D2), in the second layer and in a declaration. Fetched behind either:
 * it unfolds, and the question needs none of it.
 */
import { type TemplateResult } from 'lit';
import { type Teller } from './choice.js';
import type { Service } from '../types.js';
export { download } from './download.js';
export { servicesStyles } from './styles/services.js';
/** All that a category is for: among what is necessary the site itself. */
export declare function servicesOf(teller: Teller, id: string): readonly Service[];
/**
 * One service: who it is, what it is for, who gets the data, where to read on, and all that it stores.
 * @param level - Of the heading, where it is another than 4. @param state - How it stands, where that is not said elsewhere.
 */
export declare function serviceTemplate(teller: Teller, service: Service, level?: number, state?: string): TemplateResult;
