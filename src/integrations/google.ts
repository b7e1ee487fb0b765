import { denyGoogle, gtag, layer, waitOf } from './google-default.js';
import type { Config, ConfigInput, Consent, ConsentState, Integration } from '../types.js';

/** What stands under `integrations.google`. What is of the wrong type there is left aside, and opens nothing. */
export type GoogleOptions = Exclude<NonNullable<NonNullable<ConfigInput['integrations']>['google']>, boolean>;

type Group = NonNullable<GoogleOptions['regions']>[number];
type Entry = Readonly<Record<string, unknown>> | null | undefined;

/** What a visitor has a say in; the seventh key, `security_storage`, is what is necessary (rule M2). */
const KEYS = [
  'ad_storage',
  'ad_user_data',
  'ad_personalization',
  'analytics_storage',
  'functionality_storage',
  'personalization_storage',
];

/** Which of Google's keys a category speaks for, where the site says nothing else. */
const MAPPING = {
  marketing: KEYS.slice(0, 3),
  analytics: KEYS.slice(3, 4),
  personalization: KEYS.slice(4),
};

/** A value of the wrong type holds nothing. */
const listOf = <Value>(value: readonly Value[] | undefined): readonly Value[] =>
  Array.isArray(value) ? (value as readonly Value[]) : [];

const set = (key: string, value: unknown): void => {
  gtag('set', key, value);
};

/** Whether a region's law lets anything start without a yes: the same as core/region.ts, for codes that are one. */
const isOpen = ({ regime, regions, sensitive }: Config, code: string): boolean =>
  /^[A-Z]{2}/.test(code) &&
  !sensitive &&
  (regions[code] ?? regions[code.slice(0, 2)] ?? regions['*'] ?? regime) !== 'opt-in';

/**
 * Google Consent Mode v2 (rules M1 to M13): denied by default with all seven keys, then one update at each decision, and on each page where
 * something was decided earlier.
 * @see https://developers.google.com/tag-platform/security/guides/consent
 */
export function google(
  consent: Pick<Consent, 'report' | 'config'>,
  { adsDataRedaction, developerId, mapping, regions, urlPassthrough, waitForUpdate }: GoogleOptions = {},
): Integration {
  const keysOf: Readonly<Record<string, readonly string[] | undefined>> = mapping ?? MAPPING;
  let isOptedOut = false;

  /** A key that several categories speak for needs all of them; one that none speaks for, or what is necessary, stays denied. */
  const signals = (isGranted: (id: string) => boolean | undefined): Record<string, string> =>
    Object.fromEntries(
      KEYS.map((key) => {
        const ids = Object.keys(keysOf).filter((id) => listOf(keysOf[id]).includes(key));
        return [key, ids[0] && ids.every((id) => id !== 'necessary' && isGranted(id)) ? 'granted' : 'denied'];
      }),
    );

  /** Of a sensitive page Google learns the site, and not what was read there (rule L5). */
  const hideAddress = (): void => {
    const site = `${location.origin}/`;
    if (consent.config?.sensitive) gtag('set', { page_location: site, page_title: site, page_referrer: site });
  };

  return {
    before() {
      const { config } = consent;
      const entries = ([] as Entry[]).concat(layer() as Entry[]);
      // The gate has said it already, or the page itself.
      const place = entries.findIndex((entry) => {
        const given = entry?.[2] as Entry;
        return given && entry?.[1] === 'default' && !given.region && KEYS.every((key) => given[key] === 'denied');
      });
      // A default that comes after a tag's first command does not work (rule M3).
      if (
        entries.some(
          (entry, index) =>
            (place < 0 || index < place) &&
            (/^(js|config|event)$/.test(String(entry?.[0])) || entry?.['gtm.start'] !== undefined),
        )
      )
        consent.report('google-late', 'dataLayer');
      if (place < 0) denyGoogle(waitForUpdate);
      // Where people are asked first, and for what is sold of minors, the default stays denied, whatever the site says of Google (M6).
      for (const group of listOf<Group | null>(regions)) {
        const region = listOf(group?.region).filter((code) => config && isOpen(config, code));
        const answers = signals(
          (id) => listOf(group?.granted).includes(id) && !(config?.age && config.categories[id]?.saleOrShare),
        );
        if (region[0])
          gtag('consent', 'default', {
            ...answers,
            security_storage: 'granted',
            region,
            wait_for_update: waitOf(waitForUpdate),
          });
      }
      if (adsDataRedaction === false) set('ads_data_redaction', false);
      if (urlPassthrough === true) set('url_passthrough', true);
      if (developerId?.match(/^\w+$/)) set(`developer_id.${developerId}`, true);
      hideAddress();
    },
    after({ categories, regime }: ConsentState) {
      hideAddress();
      const answers = signals((id) => categories[id]?.granted);
      const isOut = regime === 'opt-out' && answers.ad_personalization === 'denied';
      // The words of United States law, for tags that know them (M13).
      if (isOut !== isOptedOut) {
        set('restricted_data_processing', isOut);
        set('allow_ad_personalization_signals', !isOut);
      }
      isOptedOut = isOut;
      gtag('consent', 'update', answers);
      // For triggers of a container: a plain object, since this is no command (N5).
      const given = Object.entries(categories).map(([id, { granted }]) => [id, granted ? 'granted' : 'denied']);
      layer()?.push({ event: 'consent_decision', consent: Object.fromEntries(given) as object });
    },
  };
}
