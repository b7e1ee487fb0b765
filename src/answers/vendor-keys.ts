/** Written by tools/schema.mjs from src/diagnostics/schema.ts. Do not edit: change the schema and build. */
/** Options of each vendor; a pattern is for the value, as JSON. */
export const vendorKeys: Readonly<Record<string, Readonly<Record<string, true | RegExp>>>> = {
  google: {
    mode: /^"(basic|advanced)"$/,
    mapping: true,
    regions: /^\[/,
    waitForUpdate: /^\d+$/,
    adsDataRedaction: /^(true|false)$/,
    urlPassthrough: /^(true|false)$/,
    developerId: /^"/,
  },
  microsoft: {},
  meta: {},
  tiktok: {},
  pinterest: {},
  matomo: { mode: /^"(cookieless)"$/ },
  posthog: {},
  mixpanel: {},
  amplitude: {},
  segment: {},
  shopify: {},
  wordpress: {},
};
