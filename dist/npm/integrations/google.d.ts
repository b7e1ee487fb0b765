import type { ConfigInput, Consent, Integration } from '../types.js';
/** What stands under `integrations.google`. What is of the wrong type there is left aside, and opens nothing. */
export type GoogleOptions = Exclude<NonNullable<NonNullable<ConfigInput['integrations']>['google']>, boolean>;
/**
 * Google Consent Mode v2 (rules M1 to M13): denied by default with all seven keys, then one update at each decision, and on each page where
 * something was decided earlier.
 * @see https://developers.google.com/tag-platform/security/guides/consent
 */
export declare function google(consent: Pick<Consent, 'report' | 'config'>, { adsDataRedaction, developerId, mapping, regions, urlPassthrough, waitForUpdate }?: GoogleOptions): Integration;
