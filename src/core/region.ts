import type { Config, Regime } from '../types.js';

/**
 * The regime of the visitor's region: the longest match in `regions` ("US-CA" before "US"), else the site's `regime` (requirement I2).
 * Where a site tells regions apart and nobody knows the visitor's, it is `opt-in`: the strictest (requirement I1).
 */
export function regimeOf({ region, regions, regime }: Pick<Config, 'region' | 'regions' | 'regime'>): Regime {
  return (
    regions[region] ??
    regions[region.split('-')[0] ?? ''] ??
    (region || !Object.keys(regions).length ? regime : 'opt-in')
  );
}
