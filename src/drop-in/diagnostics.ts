/** Entry of dist/askfirst-diagnostics.js: words for what is wrong. The linter is a chunk behind it, checked by its hash like the others. */
import { explainWith, type Linter } from '../diagnostics/explain.js';
import type { LoadChunk } from './chunks.js';
import type { Finding, Problem } from '../types.js';

/** Written in by the build: SHA-256 of the linter. */
declare const LINTER: string;

export const explain = (load: LoadChunk, problems: readonly Problem[], input: unknown): Promise<readonly Finding[]> =>
  explainWith(() => load<Linter>('askfirst-linter.js', LINTER), problems, input);
