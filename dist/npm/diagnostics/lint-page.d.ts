import { type Lint } from './lint.js';
import type { Consent } from '../types.js';
/** @param consent - The running consent, where the page has one. */
export declare const lintPage: (page: ParentNode, consent?: Pick<Consent, 'config' | 'state'>) => readonly Lint[];
