/** All that the bench serves: the article once for each library and each way in which it is visited. */
import { article, articleFiles, gatedExternals, gatedScripts, vendorFiles } from './article.mjs';
import { COUNTS } from './measures.mjs';

/** How many gated inline scripts the pages carry where their number is not what is measured. */
export const SOME = 10;

/** @param {number | 'external'} gated - So many inline scripts, or the external ones. */
export const pathOf = (library, gated) => `/${library.id}/${gated}`;

/** All pages and files, by path. */
export const site = (libraries) => (port) => {
  const files = new Map(Object.entries({ ...articleFiles(), ...vendorFiles() }));
  for (const library of libraries) {
    for (const [path, file] of Object.entries(library.files ?? {})) files.set(path, file);
    const add = (what, gated) => files.set(pathOf(library, what), library.page({ article, gated }));
    for (const count of new Set([...COUNTS, SOME])) add(count, gatedScripts(count));
    add('external', gatedExternals(port));
  }
  return files;
};
