/** What happens now, of a question that lacks something. */
export const ASKED = 'The question is asked all the same.';
/** An error in strict mode. `text` is a whole sentence, and what happens now. */
export const lint = (rule, path, text) => ({
    rule,
    path,
    message: `AskFirst: ${text}`,
    strict: 'error',
});
/** A warning in strict mode too: it may be meant so, or the linter cannot see enough. */
export const advise = (rule, path, text) => ({
    ...lint(rule, path, text),
    strict: 'warning',
});
export const toFinding = ({ strict, ...rest }, isStrict) => ({
    ...rest,
    level: isStrict ? strict : 'warning',
});
