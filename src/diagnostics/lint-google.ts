/** The linter, of Google Consent Mode: what Google is told before a yes, and of whom. */
import { REGION, regimeOf } from '../core/region.js';
import { RECOMMENDED } from '../core/regions.js';
import { advise, lint, type Lint } from './lint.js';
import { mayBeOptIn } from './lint-regions.js';
import { listOf, tableOf, type Json } from './read-json.js';
import { shown } from './words.js';
import type { Config, Regime } from '../types.js';

const PATH = 'integrations.google';
const OWN = ['marketing', 'analytics', 'personalization'];

/** In advanced mode tags run, and tell of each visit, before a yes (M8). On a sensitive page the gate refuses it. */
const lintMode = (input: Json, { mode }: Json): readonly Lint[] =>
  mode === 'advanced' && input.sensitive !== true && mayBeOptIn(input)
    ? [
        advise(
          'M8',
          `${PATH}.mode`,
          `"${PATH}.mode" should be "basic" where people are asked first (ePrivacy Directive art. 5(3)), but is "advanced". Google is told of each visit before a yes all the same.`,
        ),
      ]
    : [];

/** Who is no category that people are asked about cannot speak for a key. */
function lintCategory(input: Json, path: string, id: unknown, now: string): readonly Lint[] {
  const asked = Object.keys(tableOf(input.categories));
  const known = (asked.length ? asked : OWN).filter((one) => one !== 'necessary');
  return typeof id !== 'string' || known.includes(id)
    ? []
    : [
        lint(
          'M2',
          path,
          `"${path}" should name a category that people are asked about (${known.join(', ')}), but names ${shown(id)}. ${now}`,
        ),
      ];
}

/** Keys stay denied where nobody who was asked speaks for them (A18, M2). */
const lintMapping = (input: Json, { mapping }: Json): readonly Lint[] =>
  Object.keys(tableOf(mapping)).flatMap((id) =>
    lintCategory(input, `${PATH}.mapping.${id}`, id, 'The keys that it speaks for stay denied.'),
  );

/** A region's default cannot be looser than its law (M6). */
function lintDefaults(input: Json, { regions }: Json): readonly Lint[] {
  const { regime = 'opt-in', sensitive } = input;
  const where = (input.regions === 'recommended' ? RECOMMENDED : tableOf(input.regions)) as Config['regions'];
  return listOf(regions)
    .map(tableOf)
    .flatMap(({ region, granted }, index) => {
      const path = `${PATH}.regions[${String(index)}]`;
      const asked = listOf(region).filter(
        (code) =>
          typeof code === 'string' &&
          REGION.test(code) &&
          regimeOf({ region: code, regions: where, regime: regime as Regime, sensitive: sensitive === true }) ===
            'opt-in',
      );
      return [
        ...(asked.length && listOf(granted).length
          ? [
              lint(
                'M6',
                `${path}.region`,
                `"${path}.region" should name regions whose regime, by "regime" and "regions", is "opt-out" or "notice", since elsewhere nothing is granted before a yes (ePrivacy Directive art. 5(3)), but names ${asked.map(shown).join(', ')}. Google's default stays denied there.`,
              ),
            ]
          : []),
        ...listOf(granted).flatMap((id) => lintCategory(input, `${path}.granted`, id, 'Nothing is granted by it.')),
      ];
    });
}

export function lintGoogle(input: Json): readonly Lint[] {
  const google = tableOf(tableOf(input.integrations).google);
  return [lintMode, lintMapping, lintDefaults].flatMap((look) => look(input, google));
}
