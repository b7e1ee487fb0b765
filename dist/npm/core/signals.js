/** Reads the signals of this navigation. Only `true` counts; `1` and `"1"` come from old extensions (requirement K1). */
export function readSignals() {
    const value = navigator.globalPrivacyControl;
    return { gpc: value === true || value === 1 || value === '1' };
}
