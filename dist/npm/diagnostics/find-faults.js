/** What the gate refuses, or puts a default in the place of. A test holds both to the same line (core/config.ts). */
import * as v from 'valibot';
import { unique } from './findings.js';
import { checkMeaning } from './meaning.js';
import { configSchema } from './schema.js';
import { findUnknownKeys } from './unknown-keys.js';
import { ASIDE, DENIED, IGNORED, isTable, shown } from './words.js';
/** Keys whose faults are a matter of looks and words: the default takes their place. The gate draws the same line. */
const HARMLESS = /^(ui|texts|site|language|switches)\b|^integrations\.\w+\.|^services\[\d+\]\.((name|purpose|provider|policyUrl|match|cookies\[\d+\]\.(purpose|duration|httpOnly|domain))\b|exempt\.(cookieMonths|dataMonths|(basis|infoUrl)\.))/;
/** `services[0].category` from the steps of a path. */
const pathOf = (issue) => (issue.path ?? [])
    .map(({ key }) => (typeof key === 'number' ? `[${String(key)}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
/** What the schema says of keys that it does not know comes from elsewhere: it names only the first one of each object. */
const isUnknownKey = ({ type, expected }) => type === 'strict_object' && expected === 'never';
function describeIssue(issue) {
    const path = pathOf(issue);
    const harmless = HARMLESS.test(path);
    return {
        rule: 'H1',
        level: harmless ? 'warning' : 'error',
        path,
        message: `AskFirst: "${path || 'the configuration'}" should be ${expectation(issue)}, but is ${shown(issue.input)}. ${harmless ? (path.startsWith('integrations.') ? ASIDE : IGNORED) : DENIED}`,
    };
}
const describeUnknownKey = ({ path, value }) => ({
    rule: 'H1',
    level: 'warning',
    path,
    message: `AskFirst: "${path}" is not a key of the configuration (found ${shown(value)}). ${ASIDE}`,
});
const KINDS = {
    Object: 'an object',
    Array: 'a list',
    string: 'a text',
    number: 'a number',
    boolean: 'true or false',
};
/** What is wrong inside the part of a union that the value was meant for: an object, if it is one. */
function inside(issue) {
    const parts = issue.type === 'union' && isTable(issue.input) ? (issue.issues ?? []).filter(({ path }) => path) : [];
    if (!parts.length)
        return [issue];
    return parts.flatMap((part) => inside({ ...part, path: [...(issue.path ?? []), ...(part.path ?? [])] }));
}
function expectation(issue) {
    switch (issue.type) {
        case 'regex':
        case 'check':
        case 'starts_with':
            return issue.message;
        case 'integer':
            return 'a whole number';
        case 'min_value':
            return `at least ${String(issue.requirement)}`;
        case 'max_value':
            return `at most ${String(issue.requirement)}`;
        case 'min_length':
            return 'not empty';
        case 'union': {
            const parts = (issue.issues ?? []).map((part) => expectation(part));
            return [...new Set(parts)].join(', or ');
        }
        case 'strict_object':
            // Of a key that is missing valibot names the key, where it otherwise names a kind.
            return issue.expected?.startsWith('"') ? 'there' : 'an object';
        case 'record':
            return 'an object';
        default:
            return (KINDS[issue.expected ?? ''] ??
                (issue.expected ?? 'something else').replaceAll(' | ', ' or ').replace(/^\((.*)\)$/, '$1'));
    }
}
const noObject = (input) => ({
    rule: 'H1',
    level: 'error',
    path: '',
    message: `AskFirst: "the configuration" should be an object, but is ${shown(input)}. ${DENIED}`,
});
/** A region by script may still be on its way: that is waited for, and is no fault. */
const withoutPromise = (input) => isTable(input) && typeof input.region?.then === 'function'
    ? { ...input, region: undefined }
    : input;
/** @returns each fault once: first what the schema finds, then unknown keys, then what does not fit together. */
export function findFaults(given) {
    // To the schema a list is an object, with keys that nobody knows.
    if (Array.isArray(given))
        return [noObject(given)];
    const input = withoutPromise(given);
    const { issues = [] } = v.safeParse(configSchema, input);
    const findings = [
        ...issues
            .flatMap(inside)
            .filter((issue) => !isUnknownKey(issue))
            .map(describeIssue),
        ...findUnknownKeys(input).map(describeUnknownKey),
        ...checkMeaning(input),
    ];
    return unique(findings);
}
