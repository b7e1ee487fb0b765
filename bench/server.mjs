/** A static server that sends everything with brotli, compressed once, and keeps a list of what it sent. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const TYPES = {
  '': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
};
const compress = promisify(brotliCompress);
/** Milliseconds since the epoch, on the clock that pages on this machine have too. */
const now = () => performance.timeOrigin + performance.now();

/**
 * @typedef {object} Distant - A vendor's file: its server thinks for a while before it answers, and nobody may keep the answer.
 * @property {string} text
 * @property {number} delay - Milliseconds.
 *
 * @typedef {{ path: string, bytes: number, kind: 'page' | 'script' | 'style' | 'other' | 'missing', at: number }} Sent - `at`, milliseconds
 *   since the epoch, is when it was asked for.
 * @param {(port: number) => Map<string, string | Buffer | URL | Distant>} site - Files by path; a URL is a file on this machine. Paths
 *   without an extension are pages.
 * @returns {Promise<{ origin: string, sent: Sent[], close(): void }>} `sent` grows with each request, and may be emptied: bodies only, as
 *   they travel.
 */
export async function serve(site) {
  const ready = new Map();
  const sent = [];
  let files = new Map();

  async function body(path) {
    const file = files.get(path);
    const text = file instanceof URL ? await readFile(file) : Buffer.from(file.text ?? file);
    if (extname(path) === '.png') return { text };
    const quality = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
    return { text: await compress(text, { params: quality }), encoding: 'br' };
  }

  const server = createServer(async (request, response) => {
    const { pathname: path } = new URL(request.url, 'http://localhost');
    if (!files.has(path)) {
      sent.push({ path, bytes: 0, kind: 'missing', at: now() });
      response.writeHead(404).end();
      return;
    }
    if (!ready.has(path)) ready.set(path, body(path));
    const { text, encoding } = await ready.get(path);
    const { delay } = files.get(path);
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    const kind = /html|javascript|css/.exec(type)?.[0];
    sent.push({
      path,
      bytes: text.length,
      kind: { html: 'page', javascript: 'script', css: 'style' }[kind] ?? 'other',
      at: now(),
    });
    if (delay !== undefined) await setTimeout(delay);
    response.writeHead(200, {
      'content-type': type,
      'content-length': text.length,
      'cache-control': kind === 'html' || delay !== undefined ? 'no-store' : 'public, max-age=31536000, immutable',
      ...(encoding && { 'content-encoding': encoding }),
    });
    response.end(text);
  });
  await new Promise((done, failed) => server.once('error', failed).listen(0, '127.0.0.1', done));
  files = site(server.address().port);
  // Nobody's first request should wait for the compressor.
  for (const path of files.keys()) ready.set(path, body(path));
  await Promise.all(ready.values());
  return {
    origin: `http://localhost:${server.address().port}`,
    sent,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
