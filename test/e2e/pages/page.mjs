/** Small pages for journeys: the tag, some gated markup, and what notes from the first moment on what happens there. */

/**
 * Runs first in each page: `window.noted` holds the events of AskFirst, and what the console was told. A page that is
 * just being left can be asked no more, and WebKit's console cannot be read from outside at all.
 */
export const NOTES = `<script nonce="{{nonce}}">
  window.noted = { events: [], findings: [], console: [], thrown: [] };
  for (const type of ['ready', 'change', 'open', 'close', 'error'])
    document.addEventListener('askfirst:' + type, ({ detail }) => {
      noted.events.push(type);
      if (type === 'error') noted.findings.push(detail);
    });
  for (const level of ['error', 'warn']) {
    const tell = console[level];
    console[level] = (...parts) => { noted.console.push(level + ': ' + parts.join(' ')); tell.apply(console, parts); };
  }
  addEventListener('error', ({ message }) => message && noted.thrown.push(message));
  addEventListener('unhandledrejection', ({ reason }) => noted.thrown.push(String(reason)));
</script>`;

export const TAG = '<script async src="/dist/askfirst.js"></script>';

/** A script that tells the sink and the page that it ran: `window.ran` then holds its address. */
export const gated = (categories, name = categories, attributes = '') =>
  `<script type="text/plain" data-consent="${categories}" data-src="/sink/${name}.js" ${attributes}></script>`;

/** An inline script that puts `name` into `window.ran`. */
export const inline = (categories, name = categories, attributes = '') =>
  `<script type="text/plain" data-consent="${categories}" ${attributes}>(window.ran ??= []).push('${name}')</script>`;

/** One external script in each category. */
export const TRACKERS = ['marketing', 'analytics', 'personalization'].map((id) => gated(id)).join('\n');

/** Attributes as they stand in a tag. */
export const attributes = (values) =>
  Object.entries(values)
    .map(([name, value]) => `${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`)
    .join(' ');

/** Inline configuration; text stands as it is. */
export const configuration = (config) =>
  `<script type="application/json" data-askfirst>${typeof config === 'string' ? config : JSON.stringify(config)}</script>`;

/**
 * A page of HTML.
 * @param {{ lang?: string, config?: object | string, tag?: string, head?: string, body?: string }} [parts]
 */
export const page = ({ lang = 'en', config, tag = TAG, head = '', body = TRACKERS } = {}) => `<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Page</title>
<link rel="icon" href="/favicon.svg">
${NOTES}
${head}
${config === undefined ? '' : configuration(config)}
${tag}
</head>
<body>
<h1>Page</h1>
<p><a id="first" href="#here">First link</a> <button id="works" onclick="document.title = 'works'">Press</button>
<a id="change" href="/privacy.html" data-askfirst-open>Cookie settings</a></p>
${body}
</body>
</html>`;

let puts = 0;

/**
 * Puts a page on the server. Its gated scripts get addresses of their own, since WebKit keeps for the next page what was fetched ahead on
 * the one before, and asks the server no more.
 */
export function put(server, path, parts = {}, headers = {}) {
  puts += 1;
  const body = page(parts).replace(/(data-src="\/sink\/[^"?]+\.js)"/g, `$1?${puts}"`);
  server.pages.set(path, { body, headers });
}
