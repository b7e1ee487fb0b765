/** Where the peers' files are. */
import { readFileSync } from 'node:fs';

/** A file of a package that is installed for the bench. */
export const fromPackage = (path) => new URL(`./node_modules/${path}`, import.meta.url);

export const versionOf = (name) => JSON.parse(readFileSync(fromPackage(`${name}/package.json`), 'utf8')).version;
