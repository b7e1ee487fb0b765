/**
 * Lets an integration follow a consent: `before` at once, `after` at each decision and, where something was decided on an earlier
 * page, on each page (vendors keep no memory of it). It runs after the record is stored and before any released script (rule N1).
 * @returns the function that ends it.
 */
export function connect(consent, integration) {
    let told;
    const tell = (state) => {
        // Whoever connects while a decision goes round is told of it here, and not once more by the round.
        if (state === told || (state.decidedAt === null && !state.gpc.applied))
            return;
        told = state;
        integration.after(state);
    };
    integration.before?.();
    tell(consent.state);
    return consent.on('signals', tell);
}
