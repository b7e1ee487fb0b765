/** ui/chunks.ts for the chunks behind the interface: what they fetch themselves, by the interface's own loader. */
import { loadHanded } from './interface-chunks.js';
import type * as ServicesModule from '../ui/services.js';

/** Written in by the build: SHA-256 of what is told of services. */
declare const SERVICES: string;

export const loadServices = (): Promise<typeof ServicesModule> => loadHanded('services', SERVICES);
