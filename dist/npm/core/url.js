/** Whether an address may be fetched or linked: nothing that runs by itself (requirement H2). `URL` sees through blanks inside a scheme. */
export function isSafeUrl(address) {
    try {
        return ['https:', 'http:', 'mailto:', 'blob:'].includes(new URL(address, 'https://a.invalid').protocol);
    }
    catch {
        return false;
    }
}
