/**
 * The demo's server: the pages in demo/, the built library, the vendors' own scripts from npm, and a sink in place of
 * the vendors' servers. `node tools/serve.mjs` starts it by hand; the tests import it, with a port of their own.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { extname, resolve, sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { selfSigned } from './serve/certificate.mjs';
import { answer, summary } from './serve/sink.mjs';

const folder = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const DEMO = folder('demo');
const DIST = folder('dist');

/** The files of npm that work as a plain `<script src>`; each defines the global that its vendor documents. */
const VENDOR = {
  '/vendor/mixpanel.js': folder('node_modules/mixpanel-browser/dist/mixpanel.umd.js'),
  '/vendor/snowplow.js': folder('node_modules/@snowplow/browser-tracker/dist/index.umd.min.js'),
  '/vendor/growthbook.js': folder('node_modules/@growthbook/growthbook/dist/bundles/auto.min.js'),
};

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
};

const STRICT = [
  "default-src 'none'; script-src 'nonce-{{nonce}}' 'strict-dynamic'; style-src 'self'; img-src 'self'",
  "connect-src 'self'; base-uri 'none'; form-action 'none'",
  "require-trusted-types-for 'script'; trusted-types askfirst askfirst-ui",
].join('; ');

/** Headers of single pages; `{{nonce}}` becomes the same fresh nonce here and in the page. */
const PAGE_HEADERS = [['/strict-csp.html', { 'content-security-policy': STRICT }]];

const SHOWN = [
  ['/', 'an article with a tracker in each category, held until you say yes'],
  ['/article-2.html', 'a second article with the same trackers, to walk between'],
  ['/health.html', 'a page on health: asked first everywhere, single switches for what shares health data'],
  ['/california.html', 'read as if from California: runs until a no, with the link that the law prescribes'],
  ['/embeds.html', 'a video, a map, a post and an image that wait: placeholders of their size'],
  ['/theming.html', 'the question in three shapes and three ready themes'],
  ['/no-configuration.html', 'the tag alone, nothing configured'],
  ['/languages.html', 'the question in each of its languages'],
  ['/arabic.html', 'right to left, in Arabic'],
  ['/strict-csp.html', 'a strict Content-Security-Policy with Trusted Types'],
  ['/privacy.html', 'the policy page, configured by URL'],
  ['/control.html', 'the same trackers without AskFirst: what they do when nobody asks'],
];

const BODY_LIMIT = 64 * 1024;
const LOG_LIMIT = 1000;

/** The body as text, as much of it as is worth keeping. A sender that leaves in the middle has sent what came. */
async function readBody(request) {
  const chunks = [];
  try {
    for await (const chunk of request) chunks.push(chunk);
  } catch {
    // The tab was closed.
  }
  return Buffer.concat(chunks).subarray(0, BODY_LIMIT).toString();
}

/** The file behind a path, or undefined where it would lie outside the folder that is served. */
function fileOf(path) {
  if (Object.hasOwn(VENDOR, path)) return VENDOR[path];
  const [root, rest] = path.startsWith('/dist/') ? [DIST, path.slice(6)] : [DEMO, path.slice(1)];
  const file = resolve(root, rest);
  return file.startsWith(root + sep) ? file : undefined;
}

/** Calls back, once things are quiet, when a page or a built file has changed. */
function watchFiles(changed) {
  let timer;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(changed, 300).unref();
  };
  const watchers = [DEMO, DIST].filter(existsSync).map((path) => watch(path, { recursive: true }, later));
  for (const watcher of watchers) watcher.on('error', () => watcher.close());
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

const notFound = {
  status: 404,
  type: TYPES['.html'],
  body: '<!doctype html><html lang="en"><title>404</title><p>There is no such page.</p></html>',
};

/**
 * @typedef {object} Received
 * @property {number} at - Milliseconds since the epoch.
 * @property {string} method
 * @property {string} host - With the port.
 * @property {string} path - Decoded no further than the browser sent it.
 * @property {string} query - With its question mark, or empty.
 * @property {import('node:http').IncomingHttpHeaders} headers
 * @property {string} body - Text, up to 64 kB.
 */

/**
 * Starts the server on this machine's own address; `localhost`, `shop.site.localhost` and `cdn.site.localhost` reach it.
 *
 * - `/sink/*` takes anything. `/sink-events` tells the panels what it took, as JSON, from `?since=` milliseconds on and after the event
 *   `?after=` id. They ask again and again: an EventSource would keep pages out of Firefox's back-forward cache, closed or not.
 * - `/slow/<ms>/<path>` answers as `/<path>` does, later. `/status/<code>` answers with that code and a little HTML.
 * @param {{ port?: number, https?: boolean, reload?: boolean }} [options] - Port 0 is any free one. `reload` tells open
 *   pages to load again when a file has changed.
 * @returns {Promise<{ port: number, origin: string, requests: Received[], sink: Received[],
 *   headers: Map<string, object>, pages: Map<string, { status?: number, headers?: object, body?: string | Buffer }>,
 *   close(): Promise<void> }>} `requests` (all but the panels' questions) and `sink` (of these, what
 *   went to `/sink/`) grow while it runs, and may be emptied; `headers` (by path, added
 *   to the usual ones) and `pages` (by path, in place of files) are read at each request.
 * @throws {Error} When the port is taken (`code` is `EADDRINUSE`), or openssl is missing for https.
 */
export async function serve({ port = 8080, https = false, reload = false } = {}) {
  const requests = [];
  const sink = [];
  const pages = new Map();
  const headers = new Map(PAGE_HEADERS);
  /** What the panels ask for: the sink in short, and how often files have changed. */
  const log = [];
  let changes = 0;

  /** Status, type, headers and body for one path. */
  async function find(path, query) {
    const page = pages.get(path);
    if (page) return { type: TYPES[extname(path)] ?? TYPES['.html'], ...page };
    const [, delay, delayed] = /^\/slow\/(\d+)(\/.*)$/.exec(path) ?? [];
    if (delayed) {
      await wait(Number(delay), undefined, { ref: false });
      return find(delayed, query);
    }
    const [, status] = /^\/status\/([2-5]\d\d)$/.exec(path) ?? [];
    if (status) return { ...notFound, status: Number(status) };
    if (path.startsWith('/sink/')) return { ...answer({ path }), headers: { 'cache-control': 'no-store' } };

    const file = fileOf(path === '/' ? '/index.html' : decodeURIComponent(path));
    const body = file && (await readFile(file).catch(() => undefined));
    if (!body) return notFound;
    const shared =
      path.startsWith('/dist/') || path.startsWith('/vendor/') ? { 'access-control-allow-origin': '*' } : {};
    const forever = path.startsWith('/dist/') && path.endsWith('.js') && query;
    const cache = { 'cache-control': forever ? 'public, max-age=31536000, immutable' : 'no-cache' };
    return { type: TYPES[extname(file)] ?? 'application/octet-stream', headers: { ...cache, ...shared }, body };
  }

  async function handle(request, response) {
    const url = new URL(`http://${request.headers.host ?? 'localhost'}${request.url}`);
    const { pathname: path, search: query, host } = url;
    if (path === '/sink-events') {
      const [since, after] = ['since', 'after'].map((name) => Number(url.searchParams.get(name)));
      response.writeHead(200, { 'content-type': TYPES['.json'], 'cache-control': 'no-store' });
      response.end(JSON.stringify({ changes, events: log.filter(({ at, id }) => at >= since && id > after) }));
      return;
    }
    const body = await readBody(request);
    const received = { at: Date.now(), method: request.method, host, path, query, headers: request.headers, body };
    requests.push(received);
    if (path.startsWith('/sink/')) {
      sink.push(received);
      log.push({
        id: (log.at(-1)?.id ?? 0) + 1,
        at: received.at,
        method: received.method,
        path,
        summary: summary(received),
      });
      if (log.length > LOG_LIMIT) log.shift();
      // Some vendors' scripts send with credentials, which a `*` would not take.
      response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
      response.setHeader('access-control-allow-credentials', 'true');
      response.setHeader('access-control-allow-headers', request.headers['access-control-request-headers'] ?? '*');
      response.setHeader('access-control-allow-methods', request.headers['access-control-request-method'] ?? '*');
    }
    const found = await find(path, query);
    const all = { 'content-type': found.type, ...found.headers, ...headers.get(path) };
    const nonce = randomBytes(16).toString('base64');
    const filled = (text) => text.replaceAll('{{nonce}}', nonce);
    for (const [name, value] of Object.entries(all))
      response.setHeader(name, typeof value === 'string' ? filled(value) : value);
    response.statusCode = request.method === 'OPTIONS' ? 204 : (found.status ?? 200);
    response.end(found.type === TYPES['.html'] ? filled(String(found.body ?? '')) : found.body);
  }

  const answering = (request, response) =>
    handle(request, response).catch((error) => {
      if (!response.headersSent)
        response.statusCode = error instanceof URIError || error.code === 'ERR_INVALID_URL' ? 404 : 500;
      response.end();
    });
  const server = https ? createSecureServer(await selfSigned(), answering) : createServer(answering);
  await new Promise((done, failed) => server.once('error', failed).listen(port, '127.0.0.1', done));
  const stopWatching = reload ? watchFiles(() => (changes += 1)) : () => {};
  const taken = server.address().port;

  return {
    port: taken,
    origin: https ? `https://shop.site.localhost:${taken}` : `http://localhost:${taken}`,
    requests,
    sink,
    headers,
    pages,
    close() {
      stopWatching();
      const closed = new Promise((done) => server.close(() => done()));
      server.closeAllConnections();
      return closed;
    },
  };
}

async function start() {
  const wanted = Number(process.env.PORT ?? 8080);
  const { port, origin } = await serve({ port: wanted, reload: true }).catch((error) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return serve({ port: 0, reload: true });
  });
  if (port !== wanted) console.log(`Port ${wanted} is taken, so this one was free:`);
  console.log(`\nAskFirst demo: ${origin}/\n`);
  for (const [path, what] of SHOWN) console.log(`  ${origin}${path.padEnd(24)}${what}`);
  console.log('\nPages load again when a file in demo/ or dist/ changes. Ctrl+C ends the server.');
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await start();
