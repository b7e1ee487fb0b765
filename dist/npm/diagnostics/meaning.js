/** What no schema can say: how the parts of a configuration fit together. Later rules come here. */
import { servicesOf, tableOf } from './read-json.js';
import { DENIED, IGNORED, isTable, shown } from './words.js';
const DEFAULT_CATEGORIES = ['necessary', 'marketing', 'analytics', 'personalization'];
/** Objects of the configuration; to the schema a list is one too. */
const OBJECTS = [
    'regions',
    'memory',
    'cookie',
    'withdrawal',
    'signals',
    'integrations',
    'categories',
    'site',
    'ui',
    'texts',
];
const HARMLESS = /^(site|ui|texts)\b/;
export function checkMeaning(input) {
    if (!isTable(input))
        return [];
    const findings = [];
    const error = (rule, path, message) => {
        findings.push({ rule, level: 'error', path, message: `AskFirst: ${message} ${DENIED}` });
    };
    const lists = [
        ...OBJECTS.map((key) => [key, input[key]]),
        ...['categories', 'texts'].flatMap((key) => Object.entries(tableOf(input[key])).map(([id, value]) => [`${key}.${id}`, value])),
        ...(Array.isArray(input.services) ? input.services : []).map((one, index) => [
            `services[${String(index)}]`,
            one,
        ]),
        ...servicesOf(input).flatMap(([path, { exempt }]) => ['basis', 'infoUrl'].map((key) => [`${path}.exempt.${key}`, tableOf(exempt)[key], 'a text, or one by language'])),
    ];
    for (const [path, value, expected = 'an object'] of lists) {
        if (!Array.isArray(value))
            continue;
        const harmless = HARMLESS.test(path);
        findings.push({
            rule: 'H1',
            level: harmless ? 'warning' : 'error',
            path,
            message: `AskFirst: "${path}" should be ${expected}, but is ${shown(value)}. ${harmless ? IGNORED : DENIED}`,
        });
    }
    for (const [vendor, value] of Object.entries(tableOf(input.integrations))) {
        const path = `integrations.${vendor}`;
        // In the schema's words, which speaks of the vendors that it knows.
        if (typeof value !== 'boolean' && !isTable(value) && value !== undefined)
            error('H1', path, `"${path}" should be true or false, or an object, but is ${shown(value)}.`);
        // Whatever is sent before a yes says more about a sensitive page than it may.
        else if (input.sensitive === true && tableOf(value).mode === 'advanced')
            error('M8', `${path}.mode`, `"${path}.mode" should be "basic" where "sensitive" is true, since in "advanced" mode the vendor is told of each visit before a yes, but is "advanced".`);
    }
    const categories = isTable(input.categories) ? Object.keys(input.categories) : DEFAULT_CATEGORIES;
    const texts = Object.values(tableOf(input.texts)).map((words) => tableOf(tableOf(words).categories));
    for (const id of categories) {
        const described = texts.some((words) => tableOf(words[id]).title && tableOf(words[id]).description);
        if (!DEFAULT_CATEGORIES.includes(id) && !described) {
            error('C8', `categories.${id}`, `"categories.${id}" has no text: "texts.<language>.categories.${id}" should hold a title and a description, since nobody can agree to what is not described, but has neither.`);
        }
    }
    const seen = new Set([...categories, 'necessary']);
    const known = [...seen];
    for (const [index, service] of (Array.isArray(input.services) ? input.services : []).entries()) {
        const { id, category } = tableOf(service);
        const path = `services[${String(index)}]`;
        if (typeof id === 'string') {
            if (seen.has(id))
                error('H1', `${path}.id`, `"${path}.id" should be an id that nothing else has, but "${id}" is taken.`);
            seen.add(id);
        }
        if (typeof category === 'string' && !known.includes(category)) {
            error('H1', `${path}.category`, `"${path}.category" should be one of ${known.join(', ')}, but is "${category}".`);
        }
    }
    if (input.sensitive === true) {
        for (const [index, service] of (Array.isArray(input.services) ? input.services : []).entries()) {
            const { sale, exempt } = tableOf(service);
            const path = `services[${String(index)}]`;
            if (sale === true)
                error('L3', `${path}.sale`, `"${path}.sale" should not be true where "sensitive" is: a sale of data about health needs a signed authorisation (Washington, RCW 19.373) or is forbidden (Maryland), and no switch can stand for it.`);
            if (exempt !== undefined)
                error('L1', `${path}.exempt`, `"${path}.exempt" should not be there where "sensitive" is true: on such a page nothing starts without a yes.`);
        }
    }
    const { consentMonths = 6, refusalMonths = 6 } = tableOf(input.memory);
    // Under six months it is the schema that speaks.
    if (Number(refusalMonths) >= 6 &&
        Number.isInteger(refusalMonths) &&
        Number.isInteger(consentMonths) &&
        refusalMonths < consentMonths) {
        error('F1', 'memory.refusalMonths', `"memory.refusalMonths" should be at least "memory.consentMonths" (${String(consentMonths)}), since a no is remembered as long as a yes, but is ${String(refusalMonths)}.`);
    }
    return findings;
}
