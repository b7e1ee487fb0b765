/**
 * Keys that other libraries have, or that people try, and that AskFirst will never have: each would be a way to break a rule (requirement
 * H3). To the gate they are unknown keys like any other. Here it is told why there is none.
 */
import { lint } from './lint.js';
import { jsonOf, shown } from './words.js';
const NO = '(reject|refuse|decline|deny)(all)?';
const YES = '(accept|consent|allow|agree|grant)(all|ance)?';
const NO_CLICK = '(scroll|swipe|navigation|navigate|close|dismiss|timeout|delay|seconds|idle|exit|escape|load|continue|leave|windowclick)';
const LATER = '"later" is no answer, and whoever refuses is not asked over and over (EDPB guidelines 03/2022, continuous prompting)';
const ALIKE = 'accept and reject share their looks, so that neither is louder: the --consent-* properties are for both';
const OFF = 'every switch starts off where a yes is asked for (Court of Justice, C-673/17, Planet49)';
const NO_INTEREST = 'what is not necessary rests on a yes, never on an interest that is called legitimate (ePrivacy Directive art. 5(3))';
/** Read from the top: the first that fits counts. */
const PATTERNS = [
    {
        rule: 'C10',
        key: /^(firstlayer|banner)?buttons$/,
        value: /later|remind|snooze|postpone|not ?now|skip/i,
        reason: LATER,
    },
    {
        rule: 'C2',
        key: /^(firstlayer|banner|show|visible)?buttons(order|list|set)?$|^buttonorder$|^flipbuttons$/,
        reason: 'accept and reject always stand together, in one order',
    },
    {
        rule: 'C3',
        key: new RegExp(`^(${YES}|${NO}|primary|secondary)(button|btn)?(background|text|border|hover|bg|font)?(colou?r|style|size|variant|weight|class)s?$`),
        reason: ALIKE,
    },
    { rule: 'C3', key: /^(highlight|emphasi[sz]e|prominent)(accept|button)|^equalweightbuttons$/, reason: ALIKE },
    {
        rule: 'C3',
        key: /^(button)?(colou?r|style|variant|palette)s?$/,
        value: /"(accept|reject|allow|deny|decline|refuse|agree)/i,
        reason: ALIKE,
    },
    {
        rule: 'C1',
        key: new RegExp(`^(hide|remove|disable|no|without|show|display|enable|with)${NO}|^${NO}(button|link|cta|visible|hidden|enabled|disabled)`),
        reason: 'whoever can accept with one click can refuse with one, on every layer',
    },
    {
        rule: 'B1',
        key: /^(pre|default|initial|initially)(select|selected|tick|ticked|check|checked|enabled|on|granted|consent|state|value)s?$|^(selected|ticked|checked|enabled|granted|on)bydefault$/,
        reason: OFF,
    },
    { rule: 'B1', key: /^default$/, value: /^true$/, reason: OFF },
    {
        rule: 'B2',
        key: new RegExp(`^(auto|automatic|implied|implicit|silent)${YES}|^${YES}(on|after|by|when)${NO_CLICK}|^${NO_CLICK}(to|is|as|means|equals)${YES}s?$|^dismisson${NO_CLICK}`),
        reason: 'only a click or a key on what says so is a yes; no scroll, closed banner or passing time is (GDPR art. 4(11))',
    },
    {
        rule: 'B3',
        key: /^(cookie|consent|content)?wall$|^(block|lock|blur|freeze)(the)?(page|content|site|scroll|scrolling|body|interaction|access)$|^(disable|prevent)(page)?(scroll|scrolling|interactions?|access)$|^(force|forced|must|require|required|mandatory)(consent|accept|choice)$|^noticeasmodal$/,
        reason: 'the page can be read and used while the question stands (EDPB guidelines 05/2020)',
    },
    { rule: 'C11', key: /legitimateinterest|^legint/, reason: NO_INTEREST },
    { rule: 'C11', key: /^(legal|lawful)?(basis|bases|grounds?)$/, value: /legitimate/i, reason: NO_INTEREST },
    {
        rule: 'C10',
        key: /^(remind|ask|decide|answer|choose|accept|show)?(me)?(again)?(later|snooze|postpone|notnow|maybelater)(button|text|link|days|hours)?$|^remind(er|me)/,
        reason: LATER,
    },
    {
        rule: 'C13',
        key: /countdown|^auto(close|hide|dismiss)|^(close|hide|dismiss)(after|delay|timeout)/,
        reason: 'the question stays until it is answered, without a clock',
    },
    {
        rule: 'H3',
        key: new RegExp(`^delay${NO}|^${NO}(delay|after|timeout|confirm|confirmation|reason)$`),
        reason: 'a no counts at once, without a wait, a reason or a second question',
    },
    {
        rule: 'F1',
        key: /^re(prompt|ask)|^(prompt|ask)again|^(refusal|reject|rejection|decline)(days|hours|session|expires|expiry)$/,
        reason: 'a no is remembered as long as a yes, in months ("memory.refusalMonths")',
    },
];
/**
 * @param isOptIn - Whether there are visitors who are asked first: elsewhere everything starts on without a key for it (H4).
 * @returns what is said of an unknown key in the place of "is not a key"; nothing of one that means no harm.
 */
export function lintDarkKey({ path, key, value }, isOptIn) {
    const name = key.toLowerCase().replace(/[^a-z]/g, '');
    const json = jsonOf(value) ?? '';
    const pattern = PATTERNS.find((one) => one.key.test(name) && (one.value?.test(json) ?? true));
    // In a text such a key is most often a misspelt label; one for "later" is not.
    if (!pattern || (path.startsWith('texts.') && pattern.rule !== 'C10'))
        return [];
    const [rule, reason] = pattern.rule === 'B1' && !isOptIn
        ? ['H4', 'where the regime is "opt-out" or "notice" everything starts on without it']
        : [pattern.rule, pattern.reason];
    return [
        lint(rule, path, `"${path}" should not be there, since ${reason}, but is ${shown(value)}. It is left aside.`),
    ];
}
