/** The linter, of services: where they stand, and what people are told of them. */
import { advise, ASKED, lint } from './lint.js';
import { isMissing, listed, listOf, servicesOf, tableOf } from './read-json.js';
import { TAG_MANAGER, trackerOf, trackerOfCookie } from './trackers.js';
import { shown } from './words.js';
const NECESSARY = 'necessary';
const STARTS = 'It starts without a yes all the same.';
const cookiesOf = ({ cookies }) => listOf(cookies).map(tableOf);
/** A tracker is not made necessary by standing there (A18), and what brings trackers along is not either (A20). */
function lintTracker(path, service) {
    const named = [
        ...listOf(service.match).map((address) => [address, trackerOf]),
        ...cookiesOf(service).map(({ name }) => [name, trackerOfCookie]),
    ];
    for (const [text, find] of named) {
        const tracker = typeof text === 'string' && find(text);
        if (!tracker)
            continue;
        const [rule, reason] = tracker === TAG_MANAGER
            ? ['A20', 'and a container of tags needs a yes like the tags in it (VG Hannover, 10 A 5385/22)']
            : ['A18', 'which needs a yes'];
        return [
            lint(rule, `${path}.category`, `"${path}.category" should be a category that people are asked about, since "${text}" belongs to ${tracker}, ${reason}, but is "necessary". ${STARTS}`),
        ];
    }
    return [];
}
/** The switch for what is sensitive names who gets it (L2). */
const needsRecipient = (service, isSensitive) => isMissing(service.provider) && (isSensitive || service.sensitiveSharing === true);
const lintRecipient = (path) => lint('L2', `${path}.provider`, `"${path}.provider" should name the company that gets the data, since a yes to sharing what is sensitive names its recipient (GDPR art. 9(2)(a); Washington, RCW 19.373), but is nothing. ${ASKED}`);
/** What the second layer tells of each service (D2). */
function lintDisclosure(path, service, isSensitive) {
    const missing = [
        ...['provider', 'purpose', 'policyUrl'].filter((key) => isMissing(service[key]) && !(key === 'provider' && needsRecipient(service, isSensitive))),
        ...cookiesOf(service).flatMap((cookie, index) => ['purpose', 'duration'].filter((key) => isMissing(cookie[key])).map((key) => `cookies[${String(index)}].${key}`)),
    ].map((key) => `"${key}"`);
    if (!missing.length)
        return [];
    return [
        lint('D2', path, `"${path}" should have provider, purpose and policyUrl, and each of its cookies purpose and duration, since people may see what they say yes to, but lacks ${listed(missing)}. It is asked about all the same.`),
    ];
}
/** What lets measurement start without a yes has limits (A21). */
function lintExemption(path, { category, exempt }) {
    const { cookieMonths, dataMonths } = tableOf(exempt);
    const limits = [
        ['cookieMonths', cookieMonths, 13],
        ['dataMonths', dataMonths, 25],
    ];
    return [
        ...(category === 'analytics'
            ? []
            : [
                advise('A21', `${path}.exempt`, `"${path}.exempt" should stand at a service of "analytics", since the law exempts the measurement of visits and nothing else, but stands at one of ${shown(category)}. ${STARTS}`),
            ]),
        ...limits.flatMap(([key, months, most]) => typeof months === 'number' && months > most
            ? [
                lint('A21', `${path}.exempt.${key}`, `"${path}.exempt.${key}" should be at most ${String(most)}, the limit of the French authority (CNIL) for measurement without a yes, but is ${String(months)}. ${STARTS}`),
            ]
            : []),
    ];
}
export const lintServices = (input) => servicesOf(input).flatMap(([path, service]) => {
    const isSensitive = input.sensitive === true;
    const exemption = tableOf(service.exempt) === service.exempt ? lintExemption(path, service) : [];
    if (service.category === NECESSARY)
        return [...lintTracker(path, service), ...exemption];
    return [
        ...(needsRecipient(service, isSensitive) ? [lintRecipient(path)] : []),
        ...lintDisclosure(path, service, isSensitive),
        ...exemption,
    ];
});
