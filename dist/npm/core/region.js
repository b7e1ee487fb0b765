/** ISO 3166-1, or 3166-2 for a part of a country. */
export const REGION = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/;
/**
 * The regime of the visitor's region: the longest match in `regions` ("US-CA" before "US" before "*"), else the site's `regime`
 * (requirement I2). It is `opt-in`, the strictest, on a sensitive page (L1), for a code that is none, and where a site tells regions
 * apart and nobody knows the visitor's (I1).
 * @param optIn - What the browser says of itself: it may only tighten.
 */
export function regimeOf({ region, regions, regime, sensitive }, optIn = false) {
    const isCode = region !== '' && REGION.test(region);
    return sensitive || optIn || (region && !isCode)
        ? 'opt-in'
        : (regions[region] ??
            regions[region.slice(0, 2)] ??
            regions['*'] ??
            (isCode || !Object.keys(regions).length ? regime : 'opt-in'));
}
