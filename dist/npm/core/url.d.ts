/** Whether an address may be fetched or linked: nothing that runs by itself (requirement H2). `URL` sees through blanks inside a scheme. */
export declare function isSafeUrl(address: string): boolean;
