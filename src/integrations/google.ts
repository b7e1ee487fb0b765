import { denyGoogle, gtag, layer, waitOf } from './google-default.js';
import type { Category, Config, ConfigInput, Consent, ConsentState, Integration } from '../types.js';

/** What stands under `integrations.google`. What is of the wrong type there is left aside, and opens nothing. */
export type GoogleOptions = Exclude<NonNullable<NonNullable<ConfigInput['integrations']>['google']>, boolean>;

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
} as Readonly<Record<string, readonly string[]>> as NonNullable<GoogleOptions['mapping']>;

const set = (key: string, value: unknown): void => {
  gtag('set', key, value);
};

/**
 * Whether a category may be granted by default in a region: where its law asks first, and for what minors are asked about, the default
 * stays denied, whatever the site says of Google (rule M6). The same as core/region.ts, for codes that are one.
 */
const isOpen = ({ age, regime, regions, sensitive }: Config, code: string, { saleOrShare }: Category = {}): boolean =>
  (regions[code] ?? regions[code.slice(0, 2)] ?? regions['*'] ?? regime) !== 'opt-in' &&
  !sensitive &&
  !(age && saleOrShare);

/**
 * Google Consent Mode v2 (rules M1 to M13): denied by default with all seven keys, then one update at each decision, and on each page where
 * something was decided earlier.
 * @see https://developers.google.com/tag-platform/security/guides/consent
 */
export function google(
  consent: Pick<Consent, 'report' | 'config'>,
  { adsDataRedaction, developerId, mapping = MAPPING, regions = [], urlPassthrough, waitForUpdate }: GoogleOptions = {},
): Integration {
  let isOptedOut = false;

  /** A key that several categories speak for needs all of them; one that none speaks for, or what is necessary, stays denied. */
  const signals = (isGranted: (id: string) => boolean | undefined): Record<string, string> =>
    Object.fromEntries(
      KEYS.map((key) => {
        const ids = Object.keys(mapping).filter((id) => mapping[id]?.includes(key as never));
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
      for (const { region, granted } of regions) {
        for (const code of region) {
          const answers = signals(
            (id) => granted.includes(id) && config && isOpen(config, code, config.categories[id]),
          );
          if (Object.values(answers).includes('granted'))
            gtag('consent', 'default', { ...answers, region: [code], wait_for_update: waitOf(waitForUpdate) });
        }
      }
      if (adsDataRedaction === false) set('ads_data_redaction', false);
      if (urlPassthrough === true) set('url_passthrough', true);
      if (developerId) set(`developer_id.${developerId}`, true);
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
      layer()?.push({ event: 'consent_decision', consent: Object.fromEntries(given) });
    },
  };
}
