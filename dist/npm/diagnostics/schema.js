/**
 * The configuration, said once. From this schema come the messages of diagnostics, `askfirst.schema.json` for editors, and the
 * type `ConfigInput` (src/config-input.ts, written by the build). The gate holds no schema: it checks cheaply, and asks here for words.
 */
import * as v from 'valibot';
import { TEXT_KEYS } from '../core/text-keys.js';
/** What an id may look like: it stands in the record's cookie, in markup and in selectors. */
const ID = /^[A-Za-z][A-Za-z0-9_-]*$/;
const language = v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$/, 'a language tag such as "en" or "pt-BR"'));
const id = v.pipe(v.string(), v.regex(ID, 'letters, digits, "-" and "_", beginning with a letter'));
/** A text, or one for each language. */
const localized = v.union([v.string(), v.record(language, v.string())]);
const filled = v.union([v.pipe(v.string(), v.minLength(1)), v.record(language, v.string())]);
/** Requirement H2: `https:`, `http:`, `mailto:` or relative; anything that could run as a script is no link. */
const url = v.pipe(v.string(), v.check(isAddress, 'an address with https:, http: or mailto:, or a relative one'));
const localizedUrl = v.union([url, v.record(language, url)]);
/** Scheme of an address as the browser will read it: leading blanks, tabs and line ends inside do not disguise it. */
export function schemeOf(text) {
    try {
        return new URL(text, 'https://relative.invalid').protocol;
    }
    catch {
        return '';
    }
}
/** Whether a text may be a link. */
export function isAddress(text) {
    return /^(https?|mailto):$/.test(schemeOf(text));
}
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const revision = v.pipe(count, v.description('Raise it to ask again. A whole number, 1 by default.'));
const regime = v.picklist(['opt-in', 'opt-out', 'notice']);
const category = v.strictObject({
    saleOrShare: v.optional(v.pipe(v.boolean(), v.description('Counts as sale or sharing under United States law. Marketing does by default.'))),
    revision: v.optional(revision),
});
const service = v.strictObject({
    id: v.pipe(id, v.description('One namespace with the categories.')),
    category: v.pipe(id, v.description('Id of the category that the service belongs to.')),
    name: v.optional(v.pipe(localized, v.description('What people call it.'))),
    provider: v.optional(v.pipe(localized, v.description('The company behind it.'))),
    purpose: v.optional(v.pipe(localized, v.description('What it is used for, in a sentence.'))),
    policyUrl: v.optional(v.pipe(localizedUrl, v.description('Privacy policy of the provider.'))),
    revision: v.optional(revision),
    saleOrShare: v.optional(v.pipe(v.boolean(), v.description('As for a category, for this service alone.'))),
    sale: v.optional(v.pipe(v.boolean(), v.description('Sells personal data. Never possible where "sensitive" is true.'))),
    sensitiveSharing: v.optional(v.pipe(v.boolean(), v.description('Shares what tells about health or the like: has a switch of its own, and Accept all leaves it off.'))),
    exempt: v.optional(v.pipe(v.strictObject({
        basis: v.pipe(filled, v.description('The law that is relied on.')),
        infoUrl: v.pipe(filled, v.description('Where the measurement is explained.')),
        objection: v.pipe(v.literal(true), v.description('Visitors get a switch to object with.')),
        cookieMonths: v.optional(v.pipe(count, v.description('How long its cookies live: 13 months at most.'))),
        dataMonths: v.optional(v.pipe(count, v.description('How long its data are kept: 25 months at most.'))),
    }), v.description('Audience measurement that the law lets start without a yes (France, United Kingdom).'))),
    match: v.optional(v.pipe(v.array(v.string()), v.description('URLs and hosts of the service, "*" stands for anything. Blocking by URL uses them.'))),
    cookies: v.optional(v.pipe(v.array(v.strictObject({
        name: v.pipe(v.string(), v.minLength(1), v.description('"*" stands for anything.')),
        purpose: v.optional(localized),
        duration: v.optional(localized),
        httpOnly: v.optional(v.pipe(v.boolean(), v.description('Out of reach of scripts: "remaining" names it.'))),
        domain: v.optional(v.pipe(v.string(), v.minLength(1), v.description('Where it is another site\'s: "remaining" names it.'))),
    })), v.description('Cookies that the service sets: shown to visitors, and erased when it is refused or withdrawn.'))),
    storage: v.optional(v.pipe(v.array(v.pipe(v.string(), v.regex(/^((local|session|indexeddb|cache):.|serviceworker:[/*])/, '"local:KEY", "session:KEY", "indexeddb:NAME", "cache:NAME" or "serviceworker:/PATH"'))), v.description('What else it stores: "local:KEY", "session:KEY", "indexeddb:NAME", "cache:NAME", "serviceworker:/PATH" of scope or script; "*" stands for anything.'))),
});
const corners = ['bottom start', 'bottom end', 'top start', 'top end'];
const categoryText = v.strictObject({
    title: v.optional(v.pipe(v.string(), v.minLength(1))),
    description: v.optional(v.pipe(v.string(), v.minLength(1))),
});
const textEntries = {};
for (const key of TEXT_KEYS.split(' '))
    textEntries[key] = v.optional(v.pipe(v.string(), v.minLength(1)));
const pluralText = v.record(v.picklist(['zero', 'one', 'two', 'few', 'many', 'other']), v.string());
const texts = v.strictObject({
    ...textEntries,
    partners: v.optional(pluralText),
    categories: v.optional(v.record(id, categoryText)),
});
const months = (least, most) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
/** A vendor whose integration takes no options. */
const signals = (description) => v.optional(v.pipe(v.boolean(), v.description(description)));
export const configSchema = v.pipe(v.strictObject({
    $schema: v.optional(v.pipe(v.string(), v.description('Where editors find this schema.'))),
    revision: v.optional(v.pipe(count, v.description('Raise it to ask everything again. 1 by default.'))),
    site: v.optional(v.strictObject({
        name: v.optional(v.pipe(localized, v.description('Who asks: stands in the first sentence of the question.'))),
        privacyPolicyUrl: v.optional(v.pipe(localizedUrl, v.description('Linked from the question.'))),
        cookiePolicyUrl: v.optional(localizedUrl),
        healthPolicyUrl: v.optional(localizedUrl),
    })),
    categories: v.optional(v.pipe(v.record(id, category), v.description('In the order shown. By default necessary, marketing, analytics, personalization.'))),
    services: v.optional(v.pipe(v.array(service), v.description('One list feeds gate, erasure, disclosure and switches.'))),
    regime: v.optional(v.pipe(regime, v.description('Everywhere, unless "regions" says otherwise. "opt-in" by default.'))),
    regions: v.optional(v.pipe(v.union([
        v.literal('recommended'),
        v.record(v.pipe(v.string(), v.regex(/^(\*|[A-Z]{2}(-[A-Z0-9]{1,3})?)$/, 'an ISO 3166 code such as "US" or "US-CA", or "*"')), regime),
    ]), v.description('Regime by ISO 3166 code; the longest match wins. "recommended" is opt-out in the United States, else opt-in.'))),
    region: v.optional(v.pipe(v.string(), v.description('Where the visitor is, as an ISO 3166 code; by script also a promise. Unknown is "opt-in".'))),
    sensitive: v.optional(v.pipe(v.boolean(), v.description('For pages on health and the like: opt-in everywhere, nothing sold, withdrawal always reloads.'))),
    age: v.optional(v.pipe(v.literal('under16'), v.description('Visitors are known to be minors: what is sold or shared is opt-in everywhere.'))),
    switches: v.optional(v.pipe(v.picklist(['category', 'service']), v.description('One switch for each category (the default), or one for each service too.'))),
    signals: v.optional(v.strictObject({
        gpcInOptIn: v.optional(v.pipe(v.picklist(['ask', 'refuse']), v.description('What Global Privacy Control does under opt-in: "ask" leaves the question, "refuse" answers it with a no.'))),
        dnt: v.optional(v.pipe(v.boolean(), v.description('"Do Not Track" counts like Global Privacy Control. false by default.'))),
    })),
    memory: v.optional(v.strictObject({
        consentMonths: v.optional(v.pipe(months(1, 24), v.description('How long a yes is remembered. 6 by default.'))),
        refusalMonths: v.optional(v.pipe(count, v.minValue(6), v.description('How long a no is remembered: at least 6, and at least as long as a yes.'))),
        optOutMonths: v.optional(v.pipe(count, v.minValue(12), v.description('Under opt-out: when an answer ends. At least 12; by default it stays until it is changed.'))),
    })),
    cookie: v.optional(v.strictObject({
        name: v.optional(v.pipe(v.string(), v.regex(/^[\w-]+$/, 'letters, digits, "-" and "_"'), v.description('"askfirst" by default.'))),
        domain: v.optional(v.pipe(v.nullable(v.string()), v.description('A parent domain, to share the choice with its other hosts.'))),
        path: v.optional(v.pipe(v.string(), v.startsWith('/', 'a path that begins with "/"'), v.description('"/" by default.'))),
    })),
    withdrawal: v.optional(v.strictObject({
        reload: v.optional(v.pipe(v.boolean(), v.description('Reload once where a script of a withdrawn category has run. true by default.'))),
    })),
    timeout: v.optional(v.pipe(count, v.description('Milliseconds that one released script may take before the next one starts. 5000 by default.'))),
    integrations: v.optional(v.strictObject({
        google: v.optional(v.pipe(v.union([
            v.boolean(),
            v.strictObject({
                mode: v.optional(v.pipe(v.picklist(['basic', 'advanced']), v.description('"basic" (the default): the tag is gated. "advanced": it runs without a yes and reports each visit without cookies.'))),
                mapping: v.optional(v.pipe(v.record(id, v.array(v.picklist([
                    'ad_storage',
                    'ad_user_data',
                    'ad_personalization',
                    'analytics_storage',
                    'functionality_storage',
                    'personalization_storage',
                ]))), v.description("Which of Google's keys each category speaks for, all of them. A key that none names stays denied; one that two name needs both."))),
                regions: v.optional(v.pipe(v.array(v.strictObject({
                    region: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'an ISO 3166 code such as "US" or "US-CA"'))), v.description('Where it holds.')),
                    granted: v.pipe(v.array(id), v.description('Categories that are granted by default there.')),
                })), v.description('A default of their own for regions whose regime, by "regime" and "regions", is not opt-in. Elsewhere it stays denied.'))),
                waitForUpdate: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2000), v.description('Milliseconds that tags wait for an answer of an earlier page. 500 by default.'))),
                adsDataRedaction: v.optional(v.pipe(v.boolean(), v.description('Leaves advertising identifiers out while advertising is denied. true by default.'))),
                urlPassthrough: v.optional(v.pipe(v.boolean(), v.description('Carries advertising identifiers from page to page in links. false by default.'))),
                developerId: v.optional(v.pipe(v.string(), v.regex(/^\w+$/, 'letters and digits'), v.description('The id that Google gave to the site as a developer, if it has one.'))),
            }),
        ]), v.description('Google Consent Mode v2. In basic mode (the default) no Google script runs before a yes.'))),
        microsoft: signals('Microsoft Advertising (UET) and Clarity: UET follows marketing, Clarity marketing and analytics.'),
        meta: signals('Meta Pixel, which follows marketing; under opt-out a no is Limited Data Use too.'),
        tiktok: signals('TikTok Pixel, which follows marketing.'),
        pinterest: signals('Pinterest Tag, which follows marketing.'),
        matomo: v.optional(v.pipe(v.union([v.boolean(), v.strictObject({ mode: v.optional(v.picklist(['cookieless'])) })]), v.description('Matomo, which follows analytics. With the mode "cookieless" it counts without cookies before a yes: only where the law exempts that.'))),
        posthog: signals('PostHog, which follows analytics.'),
        mixpanel: signals('Mixpanel, which follows analytics.'),
        amplitude: signals('Amplitude, which follows analytics.'),
        segment: signals('Segment, which follows analytics, and is told of every category with each event.'),
        shopify: signals('The Customer Privacy API of Shopify, which is told of every category, and of sale and sharing.'),
        wordpress: signals('The WordPress Consent API, which is told of every category and service.'),
    })),
    ui: v.optional(v.strictObject({
        layout: v.optional(v.pipe(v.picklist(['bar', 'box', 'center']), v.description('Shape of the first layer: a bar (the default), a box in a corner, or a dialog that the page waits for.'))),
        position: v.optional(v.pipe(v.picklist(['bottom', 'top', ...corners]), v.description('Edge of the window, "bottom" by default, and for a box the corner: "bottom end".'))),
        theme: v.optional(v.picklist(['auto', 'light', 'dark'])),
        settingsButton: v.optional(v.pipe(v.union([v.boolean(), v.picklist(corners)]), v.description('The small button that opens the preferences again: true (the default) is "bottom start"; or another corner.'))),
        closeButton: v.optional(v.pipe(v.boolean(), v.description('An X on the first layer, "Continue without accepting": it refuses. By default only in Italy, where it is asked for.'))),
    })),
    language: v.optional(v.pipe(v.union([v.literal('auto'), language]), v.description('"auto" follows <html lang>, and the visitor only where the page names no language.'))),
    texts: v.optional(v.pipe(v.record(language, texts), v.description("The site's own words by language."))),
}), v.title('AskFirst configuration'));
