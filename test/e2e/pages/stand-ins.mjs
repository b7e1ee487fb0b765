/** What stands in a page for something of the browser's own that a test cannot set in all three engines. Each goes first in the head. */

/**
 * `?at=<milliseconds>` in the address sets the page's clock, which goes on from there. The browser's own clock, by which cookies end, does
 * not move, so that a cookie which was really written is still there in the pages of later years.
 */
export const CLOCK = `<script>
  {
    const { now } = Date;
    const ahead = Number(new URLSearchParams(location.search).get('at')) - now();
    Date.now = () => now() + ahead;
    window.Date = new Proxy(Date, { construct: (Own, parts) => new Own(...(parts.length ? parts : [Date.now()])) });
  }
</script>`;

/** `?gpc` in the address sends Global Privacy Control: it stands for the browser's own setting, which Firefox alone has among the three (K11). */
export const SIGNAL = `<script>
  if (new URLSearchParams(location.search).has('gpc'))
    Object.defineProperty(navigator, 'globalPrivacyControl', { value: true });
</script>`;
