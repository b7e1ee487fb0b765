/** Findings as a list: each once, and each from whoever says it best. */
import { toFinding, type Lint } from './lint.js';
import type { Finding } from '../types.js';

export const isError = ({ level }: Finding): boolean => level === 'error';
export const messagesOf = (findings: readonly Finding[]): string => findings.map(({ message }) => message).join('\n');
export const unique = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((finding) => [finding.message, finding])).values(),
];

/** Whether the linter knows better: why there is no such key, or what the law says of it. What the gate refuses it says itself. */
export const isBetterSaid = (fault: Finding, lints: readonly Lint[]): boolean =>
  !isError(fault) && lints.some(({ path }) => path === fault.path);

export const merge = (faults: readonly Finding[], lints: readonly Lint[], isStrict: boolean): readonly Finding[] =>
  unique([...faults.filter((fault) => !isBetterSaid(fault, lints)), ...lints.map((one) => toFinding(one, isStrict))]);
