/**
 * Several files of journeys in one process, and so in one browser: starting that takes longer than most journeys, in Firefox five seconds of
 * a quick machine. `ASKFIRST_FILES` names them as a list in JSON. A file that cannot be loaded, or holds no journey, is a test of its own
 * name that failed.
 */
import { resolve } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { begun } from './journey.mjs';

for (const file of JSON.parse(process.env.ASKFIRST_FILES)) {
  const before = begun;
  let failure;
  try {
    await import(pathToFileURL(resolve(file)));
    if (begun === before) failure = new Error('it holds no test');
  } catch (error) {
    failure = error;
  }
  if (failure)
    test(file, () => {
      throw failure;
    });
}
