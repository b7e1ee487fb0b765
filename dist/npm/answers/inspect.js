/**
 * A look at what does no harm and is still wrong: unknown keys, values of looks and words that nobody knows, ids in the markup that the
 * configuration does not name, a second configuration. It runs behind the question, where it costs nobody a wait; the gate itself has
 * checked all that its own work rests on.
 */
import { NECESSARY } from '../core/necessary.js';
import { idsOf } from '../core/markup.js';
import { TEXT_KEYS } from '../core/text-keys.js';
import { vendorKeys } from './vendor-keys.js';
const SERVICE = 'id category name provider purpose policyUrl revision saleOrShare sale sensitiveSharing exempt match storage';
const SITE = 'name privacyPolicyUrl cookiePolicyUrl healthPolicyUrl';
const names = (text, known = true) => Object.fromEntries(text.split(' ').map((name) => [name, known]));
const TEXT = /^"[^"]/;
const FLAG = /^(true|false)$/;
/** Every key that there is. `*` stands for any; a pattern is for the value, as JSON. */
const KEYS = {
    ...names('$schema revision regime regions sensitive age timeout'),
    // A promise is an object without keys: whether it is kept is seen elsewhere.
    region: /^("([A-Za-z]{2}(-[A-Za-z0-9]{1,3})?)?"|\{\})$/,
    switches: /^"(category|service)"$/,
    signals: names('gpcInOptIn dnt'),
    language: /^"(auto|[A-Za-z]{2,3}(-[A-Za-z0-9]+)*)"$/,
    memory: names('consentMonths refusalMonths optOutMonths'),
    cookie: names('name domain path'),
    withdrawal: { reload: FLAG },
    integrations: vendorKeys,
    ui: {
        layout: /^"(bar|box|center)"$/,
        position: /^"(bottom|top)( (start|end))?"$/,
        theme: /^"(auto|light|dark)"$/,
        settingsButton: /^(true|false|"(bottom|top) (start|end)")$/,
        closeButton: FLAG,
    },
    site: names(SITE, /^("|\{("[\w-]+":".*")?\}$)/s),
    texts: {
        '*': {
            ...names(TEXT_KEYS, TEXT),
            categories: { '*': { title: TEXT, description: TEXT } },
            partners: names('zero one two few many other', TEXT),
        },
    },
    categories: { '*': names('saleOrShare revision') },
    services: {
        '*': {
            ...names(SERVICE),
            cookies: { '*': { ...names('name purpose duration'), httpOnly: FLAG, domain: TEXT } },
        },
    },
};
/** Whether JSON says what it is asked: old libraries teach texts, lists and tables a `toJSON` of their own. Values are then let pass. */
const isPlain = () => JSON.stringify([{ a: '' }]) === '[{"a":""}]';
/** Path of the first key or value that nobody knows. */
function unknownIn(value, keys, path = '') {
    for (const [key, inner] of Object.entries(value)) {
        const known = Object.hasOwn(keys, key) ? keys[key] : keys['*'];
        const at = path ? `${path}.${key}` : key;
        if (!known || (known instanceof RegExp && isPlain() && !known.test(JSON.stringify(inner))))
            return at;
        if (known === true || known instanceof RegExp)
            continue;
        // A vendor is told with options, or without.
        const isVendor = keys === vendorKeys && typeof inner === 'boolean';
        const below = typeof inner === 'object' && inner ? unknownIn(inner, known, at) : !isVendor && at;
        if (below)
            return below;
    }
    return undefined;
}
let inspected = false;
/** Reports what it finds, once a page view. */
export function inspect({ config, input, state, report }) {
    if (inspected || !config)
        return;
    inspected = true;
    const path = unknownIn(input, KEYS);
    if (path)
        report('config', path);
    for (const element of document.querySelectorAll('[data-consent]')) {
        for (const id of idsOf(element)) {
            if (id === NECESSARY)
                report('necessary', id, element);
            else if (!(id in state.categories) && !(id in state.services))
                report('gated-id', id, element);
        }
    }
    const blocks = document.querySelectorAll('script[type="application/json"][data-askfirst]');
    if (blocks.length > 1)
        report('second-configuration', 'data-askfirst', blocks.length);
}
