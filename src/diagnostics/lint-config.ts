/** The linter, of a configuration: it works, and still breaks a requirement. */
import { lintDarkKey } from './dark-keys.js';
import { advise, type Lint } from './lint.js';
import { lintGoogle } from './lint-google.js';
import { lintRegions, lintSensitive, mayBeOptIn } from './lint-regions.js';
import { lintServices } from './lint-services.js';
import { lintTexts } from './lint-texts.js';
import { tableOf, type Json } from './read-json.js';
import { findUnknownKeys } from './unknown-keys.js';
import { isTable } from './words.js';

/** Browsers forget a cookie after 400 days (RFC 6265bis), which is thirteen months. */
const LONGEST = 13;
const FORGOTTEN = 'browsers forget a cookie after 400 days';

/** How long an answer counts (section F). Where it is an error, the gate has spoken. */
function lintMemory({ memory }: Json): readonly Lint[] {
  const { consentMonths, refusalMonths } = tableOf(memory);
  const limits = [
    ['consentMonths', consentMonths, 12, 24, 'authorities recommend six to twelve months'],
    ['refusalMonths', refusalMonths, 24, Infinity, 'no answer should stand longer (AEPD, cookie guide of 2023)'],
  ] as const;
  return limits.flatMap(([key, months, most, fatal, reason]) => {
    if (typeof months !== 'number' || months > fatal || months <= Math.min(most, LONGEST)) return [];
    const path = `memory.${key}`;
    const [limit, why] = months > most ? [most, reason] : [LONGEST, FORGOTTEN];
    const now =
      months > LONGEST ? 'The question is asked again after 400 days.' : 'It is remembered that long all the same.';
    return [
      advise('F', path, `"${path}" should be at most ${String(limit)}, since ${why}, but is ${String(months)}. ${now}`),
    ];
  });
}

/** The way back to the question (E1). */
const lintWayBack = ({ ui }: Json): readonly Lint[] =>
  tableOf(ui).settingsButton === false
    ? [
        advise(
          'E1',
          'ui.settingsButton',
          '"ui.settingsButton" is false, so each page should hold an element with data-askfirst-open, since taking consent back is as easy as giving it (GDPR art. 7(3)), but a configuration cannot tell. Where none is, nobody can change their mind.',
        ),
      ]
    : [];

/**
 * What the gate has no say in.
 * @param input - As it was written. What is of the wrong type is the schema's business (find-faults.ts), and passed over here.
 */
export function lintConfig(input: unknown): readonly Lint[] {
  if (!isTable(input)) return [];
  return [
    ...findUnknownKeys(input).flatMap((key) => lintDarkKey(key, mayBeOptIn(input))),
    ...lintTexts(input),
    ...lintServices(input),
    ...lintRegions(input),
    ...lintMemory(input),
    ...lintWayBack(input),
    ...lintGoogle(input),
    ...lintSensitive(input),
  ];
}
