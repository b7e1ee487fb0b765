/** Findings as a list: each once, and each from whoever says it best. */
import { toFinding } from './lint.js';
export const isError = ({ level }) => level === 'error';
export const messagesOf = (findings) => findings.map(({ message }) => message).join('\n');
export const unique = (findings) => [
    ...new Map(findings.map((finding) => [finding.message, finding])).values(),
];
/** Whether the linter knows better: why there is no such key, or what the law says of it. What the gate refuses it says itself. */
export const isBetterSaid = (fault, lints) => !isError(fault) && lints.some(({ path }) => path === fault.path);
export const merge = (faults, lints, isStrict) => unique([...faults.filter((fault) => !isBetterSaid(fault, lints)), ...lints.map((one) => toFinding(one, isStrict))]);
