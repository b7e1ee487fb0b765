/**
 * Lets an integration follow a consent: `before` at once, `after` at each decision and, where something was decided on an earlier
 * page or the law lets things run until a no, on each page (vendors keep no memory of it). It runs after the record is stored and before
 * any released script (rule N1).
 * A vendor that is not on the page yet is told again once a script has run, and at the page's `load`.
 * @returns the function that ends it.
 */
export function connect(consent, integration) {
    let told;
    /** Whether the vendor was not there to hear it. */
    let isMissed = false;
    /**
     * What nobody has decided is told to nobody, unless the browser's signal has decided it; or the law lets things run until a no: vendors
     * begin denied, and would stay so.
     */
    const isAnswer = ({ decidedAt, gpc, regime }) => decidedAt !== null || gpc.applied || regime !== 'opt-in';
    const tell = (state) => {
        // Whoever connects while a decision goes round is told of it here, and not once more by the round.
        if (state === told || !isAnswer(state))
            return;
        told = state;
        isMissed = integration.after(state) === false;
    };
    const tellAgain = () => {
        if (isMissed && isAnswer(consent.state))
            isMissed = integration.after(consent.state) === false;
    };
    integration.before?.();
    tell(consent.state);
    const stops = [consent.on('signals', tell), consent.on('ran', tellAgain)];
    // Those that nobody waits for come whenever they come.
    document.addEventListener('load', tellAgain, true);
    addEventListener('load', tellAgain);
    return () => {
        document.removeEventListener('load', tellAgain, true);
        removeEventListener('load', tellAgain);
        for (const stop of stops)
            stop();
    };
}
