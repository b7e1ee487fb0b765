/**
 * JSON to a frozen, complete Config. Runs on every page view, so it checks only what the gate itself rests on. What is wrong there, in
 * anything that decides what is asked, gated or remembered, makes the whole configuration unusable: everything stays denied. Unknown
 * keys, looks and words are looked at behind the question (answers/inspect.ts), and fall back to their defaults. Words for all of it come
 * from diagnostics, which reads the same input by the full schema; a test holds the two together.
 */
import { NECESSARY } from './decide.js';
import { table } from './table.js';
const ID = /^[a-z][\w-]*$/i;
const REGIME = /^(opt-in|opt-out|notice)$/;
const REGION = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/;
const STORAGE = /^(local|session|indexeddb):./;
const isTable = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value) => Number.isInteger(value) && value >= 0;
const fits = (value, pattern) => typeof value === 'string' && pattern.test(value);
const isFlag = (value) => typeof value === 'boolean';
/** What looks and words fall back from. */
const tableOr = (value) => (isTable(value) ? value : {});
/** @throws where the configuration cannot be trusted. */
export function readConfig(input) {
    // A copy: what the page does to its own object later changes nothing.
    const own = JSON.parse(JSON.stringify(input));
    const check = (...truths) => {
        if (truths.includes(false))
            throw new TypeError();
    };
    const described = { necessary: {}, marketing: {}, analytics: {}, personalization: {} };
    const { revision = 1, timeout = 5000, regime = 'opt-in', region = '', regions = {}, memory = {}, cookie = {}, withdrawal = {}, integrations = {}, categories = described, services = [], language, } = own;
    check(isTable(own), Array.isArray(services), ...[regions, memory, cookie, withdrawal, integrations, categories].map(isTable));
    const { consentMonths, refusalMonths } = { consentMonths: 6, refusalMonths: 6, ...memory };
    const kept = { name: 'askfirst', path: '/', ...cookie };
    const { google = false } = integrations;
    const { reload } = { reload: true, ...withdrawal };
    check(...[revision, timeout, consentMonths, refusalMonths].map(isCount), 
    // Section F of the requirements: 24 months at most; a no is kept at least six, and at least as long as a yes.
    consentMonths > 0 && refusalMonths > 5 && refusalMonths < 25 && consentMonths <= refusalMonths, ...[regime, ...Object.values(regions)].map((each) => fits(each, REGIME)), Object.keys(regions).every((code) => REGION.test(code)), typeof region === 'string', fits(kept.name, /^[\w-]+$/) && fits(kept.path, /^\//), typeof (kept.domain ?? '') === 'string', isFlag(reload), isFlag(google) || (isTable(google) && fits(google.mode ?? 'basic', /^(basic|advanced)$/)));
    const texts = table(Object.entries(tableOr(own.texts)).filter(([, words]) => isTable(words)));
    const asked = table([[NECESSARY, {}]]);
    for (const [id, category] of Object.entries(categories)) {
        check(ID.test(id), isTable(category));
        const { revision: asking = 1, saleOrShare = id === 'marketing' } = category;
        check(isCount(asking), isFlag(saleOrShare));
        // A yes to a category that nobody described is no informed consent (C8, D2).
        const isDescribed = Object.values(texts).some((words) => {
            const { title, description } = tableOr(tableOr(words.categories)[id]);
            return title && description;
        });
        check(isDescribed || Object.hasOwn(described, id));
        asked[id] = { ...category, saleOrShare };
    }
    const taken = table(Object.entries(asked));
    for (const service of services) {
        const { id, category, cookies = [], storage = [], revision: asking = 1, saleOrShare = true, } = tableOr(service);
        check(fits(id, ID) && !taken[id], typeof category === 'string' && category in asked, isCount(asking), isFlag(saleOrShare));
        check(Array.isArray(cookies) && cookies.every((each) => fits(tableOr(each).name, /./)));
        check(Array.isArray(storage) && storage.every((each) => fits(each, STORAGE)));
        taken[id] = true;
    }
    return Object.freeze({
        ...own,
        revision,
        timeout,
        regime,
        region,
        regions: table(Object.entries(regions)),
        memory: { consentMonths, refusalMonths },
        cookie: kept,
        withdrawal: { reload },
        integrations,
        categories: asked,
        services,
        texts,
        site: tableOr(own.site),
        language: typeof language === 'string' ? language : 'auto',
        ui: {
            layout: 'bar',
            position: 'bottom',
            theme: 'auto',
            settingsButton: true,
            ...tableOr(own.ui),
        },
    });
}
