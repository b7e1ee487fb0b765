/**
 * Plain words for what is wrong: each finding names the key's path, what was expected, what was found, and what happens now.
 * Loaded only with `data-debug`, in build scripts, or when the gate's cheap checks found something.
 */
import * as v from 'valibot';
import { describeProblem } from './messages.js';
import { configSchema } from './schema.js';
import { checkMeaning } from './meaning.js';
import { DENIED, IGNORED, isTable, shown } from './words.js';
import type { Finding, Problem } from '../types.js';

export type { Finding, Problem };

/** Keys whose faults are a matter of looks and words: the default takes their place. The gate draws the same line. */
const HARMLESS =
  /^(ui|texts|site|language|switches)\b|^services\[\d+\]\.(name|purpose|provider|policyUrl|match|cookies\[\d+\]\.(purpose|duration))\b/;

/** `services[0].category` from the steps of a path. */
const pathOf = (issue: v.BaseIssue<unknown>): string =>
  (issue.path ?? [])
    .map(({ key }) => (typeof key === 'number' ? `[${String(key)}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');

function toFinding(issue: v.BaseIssue<unknown>): Finding {
  const path = pathOf(issue);
  const unknownKey = issue.type === 'strict_object' && issue.expected === 'never';
  const harmless = unknownKey || HARMLESS.test(path);
  const expected = expectation(issue);
  return {
    rule: 'H1',
    level: harmless ? 'warning' : 'error',
    path,
    message: unknownKey
      ? `AskFirst: "${path}" is not a key of the configuration (found ${shown((issue.path?.at(-1) as { value?: unknown } | undefined)?.value)}). It is left aside.`
      : `AskFirst: "${path || 'the configuration'}" should be ${expected}, but is ${shown(issue.input)}. ${harmless ? IGNORED : DENIED}`,
  };
}

const KINDS: Readonly<Record<string, string>> = {
  Object: 'an object',
  Array: 'a list',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
};

/** What is wrong inside the part of a union that the value was meant for: an object, if it is one. */
function inside(issue: v.BaseIssue<unknown>): readonly v.BaseIssue<unknown>[] {
  const parts = issue.type === 'union' && isTable(issue.input) ? (issue.issues ?? []).filter(({ path }) => path) : [];
  if (!parts.length) return [issue];
  return parts.flatMap((part) =>
    inside({ ...part, path: [...(issue.path ?? []), ...(part.path ?? [])] } as v.BaseIssue<unknown>),
  );
}

function expectation(issue: v.BaseIssue<unknown>): string {
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
      return (
        KINDS[issue.expected ?? ''] ??
        (issue.expected ?? 'something else').replaceAll(' | ', ' or ').replace(/^\((.*)\)$/, '$1')
      );
  }
}

const noObject = (input: unknown): Finding => ({
  rule: 'H1',
  level: 'error',
  path: '',
  message: `AskFirst: "the configuration" should be an object, but is ${shown(input)}. ${DENIED}`,
});

/**
 * Checks a configuration in full.
 * @returns findings in the order of the file, each once; empty where nothing is wrong.
 * @throws with `strict`, an Error that holds every message, if there is an error among the findings (requirement H1).
 */
export function validateConfig(input: unknown, { strict = false }: { strict?: boolean } = {}): readonly Finding[] {
  const { issues = [] } = v.safeParse(configSchema, input);
  // To the schema a list is an object, with keys that nobody knows.
  const findings = Array.isArray(input)
    ? [noObject(input)]
    : [...issues.flatMap(inside).map(toFinding), ...checkMeaning(input)];
  const unique = [...new Map(findings.map((finding) => [finding.message, finding])).values()];
  if (strict && unique.some(({ level }) => level === 'error'))
    throw new Error(unique.map(({ message }) => message).join('\n'));
  return unique;
}

/** What has been said on this page: everything is said once. */
const said = new Set<string>();

/** Puts what was noticed into words. Faults of the configuration are looked up afresh, all of them, in the configuration itself. */
export function explain(problems: readonly Problem[], input: unknown): readonly Finding[] {
  const ofConfig = problems.filter(({ rule }) => rule === 'config' || rule === 'debug');
  const findings = [
    ...(ofConfig.length ? validateConfig(input) : []),
    ...problems.flatMap((problem) => describeProblem(problem) ?? []),
  ];
  // The gate noticed a fault for which there are no better words: its own are better than none.
  const unexplained = findings.length ? [] : ofConfig.filter(({ rule }) => rule === 'config');
  return [...findings, ...unexplained].filter(({ message }) => !said.has(message) && said.add(message));
}
