/** What is said on a page: the gate noticed something, or whoever builds the site wants to hear everything. */
import { findFaults } from './find-faults.js';
import { isBetterSaid, isError, merge, messagesOf, unique } from './findings.js';
import { toFinding } from './lint.js';
import { describeProblem } from './messages.js';
/** Milliseconds that a page with `data-debug` may take to get its configuration, before it is looked at without. */
const LONGEST_WAIT = 5000;
/** The page's consent once the page is parsed and the consent is ready; `undefined` where a page has none of its own. */
async function waitForPage() {
    if (document.readyState === 'loading')
        await new Promise((resolve) => {
            document.addEventListener('DOMContentLoaded', resolve, { once: true });
        });
    // A list until the drop-in is there, and what an element of that id is.
    const { askFirst } = window;
    if (typeof askFirst?.report !== 'function')
        return undefined;
    await Promise.race([askFirst.ready, new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT))]);
    return askFirst;
}
/** All that there is to say of a page with `data-debug`. A fault that the linter knows better is not told later either. */
async function examine(given, { lintConfig, lintLooks, lintPage }) {
    const consent = await waitForPage();
    // A configuration may have come later than the wish to look at it.
    const input = given === undefined ? consent?.config : given;
    // Whoever handed in nothing has already said why.
    const faults = input === undefined ? [] : findFaults(input);
    // The page itself shows whether there is a way back.
    const ofConfig = lintConfig(input).filter(({ rule }) => rule !== 'E1' || !consent?.config);
    for (const fault of faults)
        if (isBetterSaid(fault, ofConfig))
            said.add(fault.message);
    return merge(faults, [...ofConfig, ...lintPage(document, consent), ...(consent ? lintLooks(document, consent) : [])], true);
}
/** What has been said on this page, and what has been thrown: everything once. */
const said = new Set();
const thrown = new Set();
/** Whether the page has `data-debug`. */
let isDebugged = false;
/** Throws in a task of its own, so that the page's error event, and with it a test suite, sees it. */
function throwErrors(findings) {
    const errors = unique(findings).filter((finding) => isError(finding) && !thrown.has(finding.message));
    if (!errors.length)
        return;
    for (const { message } of errors)
        thrown.add(message);
    setTimeout(() => {
        throw new Error(messagesOf(errors));
    });
}
/**
 * Puts what was noticed into words. Faults of the configuration are looked up afresh, all of them, in the configuration itself. What only
 * the linter minds is for whoever builds the site: it is said with `data-debug` (`debug` is among the problems), and there errors are
 * thrown too. A visitor's page throws nothing.
 */
export async function explainWith(loadLinter, problems, input) {
    const ofConfig = problems.filter(({ rule }) => rule === 'config');
    const isDebug = problems.some(({ rule }) => rule === 'debug');
    isDebugged ||= isDebug;
    const faults = ofConfig.length ? findFaults(input) : [];
    const debug = isDebug ? await examine(input, await loadLinter()) : [];
    if (isDebugged)
        throwErrors([...debug, ...faults]);
    const described = problems.flatMap((problem) => describeProblem(problem) ?? []);
    // What the gate noticed and does not call a fault the linter may know; else its own words are better than none.
    const open = faults.length ? [] : ofConfig.filter(({ path }) => !debug.some((finding) => finding.path === path));
    const lints = open.length ? (await loadLinter()).lintConfig(input) : [];
    const unexplained = open.flatMap((problem) => {
        const words = lints.filter(({ path }) => path === problem.path);
        return words.length ? words.map((one) => toFinding(one, false)) : [problem];
    });
    return unique([...debug, ...faults, ...described, ...unexplained]).filter(({ message }) => !said.has(message) && said.add(message));
}
