/**
 * Reads the signals of this navigation. Of Global Privacy Control only `true` counts; `1` and `"1"` come from old extensions (K1).
 * "Do Not Track" counts where the site has said so (K12).
 */
export function readSignals({ dnt } = {}) {
    const { globalPrivacyControl: gpc, doNotTrack } = navigator;
    return { gpc: gpc === true || gpc === 1 || gpc === '1' || (dnt === true && doNotTrack === '1') };
}
