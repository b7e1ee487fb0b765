/** The linter, of regions: codes that are none, and what their laws want. */
import { REGION, regimeOf } from '../core/region.js';
import { RECOMMENDED } from '../core/regions.js';
import { advise, lint } from './lint.js';
import { isMissing, servicesOf, tableOf } from './read-json.js';
import { shown } from './words.js';
/**
 * Codes that browsers have a name for, and no country has: groups of countries, former ones, and the United Kingdom, which is GB. A site
 * that writes "EU" means its members, and none of them is found by it.
 */
const NO_COUNTRIES = 'EU EZ UN QO XA XB ZZ UK AN BU CS DD FX NT QU SU TP YD YU ZR'.split(' ');
/** Vendors whose integration is about marketing. */
const MARKETING = [
    'google',
    'microsoft',
    'uet',
    'meta',
    'tiktok',
    'pinterest',
    'linkedin',
    'twitter',
    'x',
    'snapchat',
    'reddit',
];
/** The visitor's region, where the configuration names one; a promise may bring any. */
const regionOf = ({ region }) => (typeof region === 'string' ? region.toUpperCase() : '');
function isCountry(code) {
    const country = code.slice(0, 2);
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    return !NO_COUNTRIES.includes(country) && names.of(country) !== undefined;
}
/** Whether some visitors are asked before anything starts. */
export function mayBeOptIn({ regime = 'opt-in', regions, sensitive, ...rest }) {
    const where = (regions === 'recommended' ? RECOMMENDED : tableOf(regions));
    const region = regionOf(rest);
    if (region || sensitive === true)
        return regimeOf({ region, regions: where, regime: regime, sensitive: sensitive === true }) === 'opt-in';
    // Where a site tells regions apart, whoever's region nobody knows is asked.
    return regime === 'opt-in' || Object.keys(where).length > 0;
}
export function lintRegions(input) {
    const region = regionOf(input);
    if (region && !REGION.test(region))
        return [
            lint('I2', 'region', `"region" should be an ISO 3166 code such as "FR" or "US-CA", but is ${shown(input.region)}. "opt-in", the strictest, is taken.`),
        ];
    const codes = [
        ...(region ? [['region', region]] : []),
        ...Object.keys(tableOf(input.regions)).map((code) => [`regions.${code}`, code]),
    ];
    return codes
        .filter(([, code]) => REGION.test(code) && !isCountry(code))
        .map(([path, code]) => advise('I2', path, `"${path}" should begin with the ISO 3166 code of a country, such as "FR" or "US", but "${code.slice(0, 2)}" is none. ${path === 'region' ? 'It is taken for a country that "regions" does not name.' : 'No visitor is found by it.'}`));
}
/** Whether a service counts as sale or sharing: by its own word, its category's, or because it is marketing. */
function isSaleOrShare({ saleOrShare, category }, categories) {
    const { saleOrShare: ofCategory = category === 'marketing' } = tableOf(categories[String(category)]);
    return (saleOrShare ?? ofCategory) === true;
}
const HEALTH_LAWS = 'GDPR art. 9(2)(a); Washington My Health My Data Act, RCW 19.373; Nevada SB 370';
/** What a sensitive page still has to mind (section L). What it may not have at all is for the gate. */
export function lintSensitive(input) {
    if (input.sensitive !== true)
        return [];
    const { healthPolicyUrl } = tableOf(input.site);
    const region = regionOf(input);
    const marketing = [
        ...servicesOf(input).flatMap(([path, service]) => service.sale !== true && isSaleOrShare(service, tableOf(input.categories)) ? [path] : []),
        ...Object.entries(tableOf(input.integrations)).flatMap(([vendor, value]) => value && MARKETING.includes(vendor) ? [`integrations.${vendor}`] : []),
    ];
    return [
        ...marketing.map((path) => advise('L6', path, `"${path}" should not be marketing, sale or sharing where "sensitive" is true, since what a visit tells about health needs an explicit yes of its own (${HEALTH_LAWS}), but is. It starts after a yes all the same.`)),
        ...(isMissing(healthPolicyUrl) && (!region || region.startsWith('US'))
            ? [
                lint('L7', 'site.healthPolicyUrl', `"site.healthPolicyUrl" should lead to a consumer health data privacy policy where "sensitive" is true and visitors may come from Washington (RCW 19.373.020) or Nevada (SB 370), but is nothing. The question is asked all the same, without the link.`),
            ]
            : []),
        ...(tableOf(input.withdrawal).reload === false
            ? [
                advise('L8', 'withdrawal.reload', `"withdrawal.reload" should be true where "sensitive" is, so that nothing goes on after a withdrawal (Washington, RCW 19.373), but is false. It is left aside: withdrawal always reloads there.`),
            ]
            : []),
    ];
}
