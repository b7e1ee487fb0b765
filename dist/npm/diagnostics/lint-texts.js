/** The linter, of what is read: the site's own words, and the links. */
import en from '../locales/en.js';
import { advise, ASKED, lint } from './lint.js';
import { isMissing, servicesOf, tableOf, textsIn } from './read-json.js';
import { isAddress } from './schema.js';
import { findLegitimateInterest, findSteering } from './steering.js';
import { isTable, shown } from './words.js';
const SHOWN = 'It is shown all the same.';
const lengthOf = (text) => Array.from(text).length;
/** Who asks, and where it is explained (C8). */
function lintSite({ site }) {
    // A site of another type is the schema's business.
    if (site !== undefined && !isTable(site))
        return [];
    const { name, privacyPolicyUrl, cookiePolicyUrl } = tableOf(site);
    return [
        ...(isMissing(name)
            ? [
                lint('C8', 'site.name', `"site.name" should tell who asks, since nobody can agree without knowing to whom (GDPR art. 13), but is nothing. ${ASKED}`),
            ]
            : []),
        ...(isMissing(privacyPolicyUrl) && isMissing(cookiePolicyUrl)
            ? [
                lint('C8', 'site.privacyPolicyUrl', `"site.privacyPolicyUrl" should lead to the privacy policy, where people read what becomes of their data (GDPR art. 13), but is nothing. The question is asked all the same, without the link.`),
            ]
            : []),
    ];
}
/** An address that runs is no link (H2). */
function lintLinks(input) {
    const { privacyPolicyUrl, cookiePolicyUrl, healthPolicyUrl } = tableOf(input.site);
    const links = [
        ...Object.entries({ privacyPolicyUrl, cookiePolicyUrl, healthPolicyUrl }).map(([key, url]) => [`site.${key}`, url]),
        ...servicesOf(input).flatMap(([path, { policyUrl, exempt }]) => [
            [`${path}.policyUrl`, policyUrl],
            [`${path}.exempt.infoUrl`, tableOf(exempt).infoUrl],
        ]),
    ];
    /** Of texts that hold links: `[words](address)`. */
    const inTexts = textsIn(input.texts, 'texts').flatMap(([path, text]) => Array.from(text.matchAll(/\[[^\]]+\]\(([^\s)]+)\)/g), ([, address = '']) => [path, address]));
    return [...links.flatMap(([path, url]) => textsIn(url, path)), ...inTexts]
        .filter(([, url]) => !isAddress(url))
        .map(([path, url]) => lint('H2', path, `"${path}" should be an address with https:, http: or mailto:, or a relative one, but is ${shown(url)}. The link is left out.`));
}
/** Words that push (C9), and claims of a legitimate interest beside the question (C11). */
function lintWords(input) {
    const own = Object.entries(tableOf(input.texts)).flatMap(([language, words]) => textsIn(words, `texts.${language}`).map(([path, text]) => [path, findSteering(text, language)]));
    const ofServices = servicesOf(input)
        .flatMap(([path, { purpose, exempt, cookies }]) => [
        ...textsIn(purpose, `${path}.purpose`),
        ...textsIn(tableOf(exempt).basis, `${path}.exempt.basis`),
        ...(Array.isArray(cookies) ? cookies : []).flatMap((cookie, index) => textsIn(tableOf(cookie).purpose, `${path}.cookies[${String(index)}].purpose`)),
    ])
        .map(([path, text]) => [path, findLegitimateInterest(text)]);
    return [
        ...own.flatMap(([path, found]) => found
            ? [
                lint('C9', path, `"${path}" should ask without praise, threat or pressure (EDPB guidelines 03/2022, stirring), but says "${found}". ${SHOWN}`),
            ]
            : []),
        ...ofServices.flatMap(([path, found]) => found
            ? [
                lint('C11', path, `"${path}" should not claim a legitimate interest, since what is not necessary rests on a yes (ePrivacy Directive art. 5(3)), but says "${found}". ${SHOWN}`),
            ]
            : []),
    ];
}
/** Yes and no are about as long (R1). Of languages other than English the words that are not the site's own are not at hand here. */
const lintLengths = (input) => Object.entries(tableOf(input.texts)).flatMap(([language, words]) => {
    const shipped = /^en\b/i.test(language) ? en : undefined;
    const { acceptAll = shipped?.acceptAll, rejectAll = shipped?.rejectAll } = tableOf(words);
    if (typeof acceptAll !== 'string' || typeof rejectAll !== 'string' || !acceptAll || !rejectAll)
        return [];
    const ratio = lengthOf(rejectAll) / lengthOf(acceptAll);
    if (ratio >= 0.5 && ratio <= 1.5)
        return [];
    const path = `texts.${language}.rejectAll`;
    return [
        advise('R1', path, `"${path}" should be about as long as the text of "acceptAll", from half of it to one and a half, so that neither stands out, but is "${rejectAll}" beside "${acceptAll}". ${SHOWN}`),
    ];
});
/** One answer for several sites is one that people know of (B9). */
function lintScope(input) {
    const { domain } = tableOf(input.cookie);
    const scope = typeof domain === 'string' ? domain.toLowerCase().replace(/^\./, '') : '';
    const texts = [...textsIn(input.texts, 'texts'), ...textsIn(tableOf(input.site).name, 'site.name')];
    if (!scope || texts.some(([, text]) => text.toLowerCase().includes(scope)))
        return [];
    return [
        lint('B9', 'cookie.domain', `"cookie.domain" lets one answer count on all of ${scope}, so a text such as "texts.en.intro" should name ${scope}, since a yes is given for what people know of (EDPB guidelines 05/2020), but none does. ${ASKED}`),
    ];
}
export const lintTexts = (input) => [
    ...lintSite(input),
    ...lintLinks(input),
    ...lintScope(input),
    ...lintWords(input),
    ...lintLengths(input),
];
