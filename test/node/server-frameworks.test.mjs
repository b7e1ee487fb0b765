/** The snippets of docs/server.md, run as they stand there: each in the real server that it is for, by real requests. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { createServer as createHttp2Server, connect } from 'node:http2';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import express from 'express';
import fastify from 'fastify';
import { consentHook, consentMiddleware, consentOf } from 'askfirst/server';

const root = fileURLToPath(new URL('../..', import.meta.url));
const text = readFileSync(join(root, 'docs/server.md'), 'utf8');

// ---- the snippets, as files of the names that they bear

const folder = mkdtempSync(join(root, 'test/node/.snippets-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const write = (name, content) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
};
const names = [...text.matchAll(/```js\n\/\/ (\S+)\n([^]*?)```/g)].map(([, name, code]) => {
  write(name, code);
  return name;
});
/** For Astro, whose middleware lives in a folder of its own. */
for (const name of ['analytics.js', 'consent-config.js']) write(`src/${name}`, `export * from '../${name}';`);
/** Next in a nutshell: what its middleware returns is a response, to which it adds headers. */
write(
  'node_modules/next/package.json',
  '{ "name": "next", "type": "module", "exports": { "./server": "./server.js" } }',
);
write('node_modules/next/server.js', 'export const NextResponse = { next: () => new Response("") };');

/** What the server’s own tag sends out goes nowhere: it is counted here. */
const counted = [];
const { fetch: realFetch } = globalThis;
globalThis.fetch = (url, ...rest) => {
  if (String(url) !== 'https://statistics.example/hit') return realFetch(url, ...rest);
  counted.push(rest[0].body);
  return Promise.resolve(new Response(''));
};
after(() => (globalThis.fetch = realFetch));

// ---- visitors, the same for each server

const minutes = Math.floor(Date.now() / 60_000).toString(36);
const YES = `1.1.${minutes}.i0.be5rU1.hhu3U1.vwmrU1`;
const NO = YES.replaceAll('U', 'u');
const renewal = (record) => new RegExp(`^askfirst=${record}; Path=/; Max-Age=1\\d{7}; SameSite=Lax; Secure$`);
/** Each line: who comes, with which headers; whether the server's tag counts, and which record is set again. */
const visitors = (region) => [
  ['on a first visit', {}, false],
  ['with a yes', { cookie: `a=1; askfirst=${YES}` }, true, YES],
  ['with a no', { cookie: `askfirst=${NO}; b=2` }, false, NO],
  ['with a damaged cookie', { cookie: `askfirst=${YES.slice(0, -3)}` }, false],
  ['with what no cookie is', { cookie: ';;=;askfirst;askfirst==;%E0%A4%A' }, false],
  ['from where it is opt-out', { [region]: 'US' }, true],
  ['from where it is opt-out, with the signal', { [region]: 'US', 'sec-gpc': '1' }, false],
  ['from where it is opt-out, with a no', { [region]: 'US', cookie: `askfirst=${NO}` }, false, NO],
  ['from nowhere that anybody knows', { [region]: 'XX' }, false],
];
const HTML = { accept: 'text/html,*/*;q=0.8' };

/** @param ask - Sends a request with these headers; resolves with the answer's. */
async function visitAll(ask, region) {
  for (const [who, headers, counts, record] of visitors(region)) {
    counted.length = 0;
    const answer = await ask({ ...HTML, ...headers });
    assert.equal(counted.length, Number(counts), who);
    const cookies = answer.getSetCookie();
    if (record)
      assert.match(cookies.join('\n'), record === YES ? renewal(YES) : /^askfirst=\S+; Path=\/; Max-Age=\d{8}; /, who);
    else assert.deepEqual(cookies, [], who);
    assert.ok(answer.get('vary').includes(`Cookie, Sec-GPC, ${region}`), who);
    assert.equal(answer.get('cache-control'), 'private', who);
  }
  const { headers } = { headers: await ask({ accept: 'image/*', cookie: `askfirst=${YES}` }) };
  assert.deepEqual(headers.getSetCookie(), [], 'an image');
}

const portOf = (server) => server.address().port;

for (const name of ['http.js', 'express.js', 'fastify.js']) {
  test(`${name} of the documentation obeys each visitor, and renews what was decided (F7, Q10)`, async () => {
    process.env.PORT = '0';
    const { server } = await import(join(folder, name));
    if (!server.listening) await once(server, 'listening');
    try {
      await visitAll(async (headers) => {
        const response = await fetch(`http://localhost:${portOf(server)}/`, { headers });
        assert.equal(await response.text(), '<!doctype html><title>Home</title>');
        return response.headers;
      }, 'x-country');
    } finally {
      delete process.env.PORT;
      server.closeAllConnections();
      server.close();
    }
  });
}

for (const name of ['worker.js', 'hono.js']) {
  test(`${name} of the documentation obeys each visitor, and renews what was decided (F7, Q10)`, async () => {
    const { default: worker } = await import(join(folder, name));
    await visitAll(async (headers) => {
      const response = await worker.fetch(new Request('https://shop.example/', { headers }), {}, {});
      assert.equal(await response.text(), '<!doctype html><title>Home</title>');
      return response.headers;
    }, 'cf-ipcountry');
  });
}

test('src/middleware.js of the documentation does so in front of a page of Astro, and leaves alone what is built ahead', async () => {
  const { onRequest } = await import(join(folder, 'src/middleware.js'));
  const visit = async (headers, isPrerendered = false) => {
    const context = { request: new Request('https://shop.example/', { headers }), isPrerendered };
    return (await onRequest(context, () => Promise.resolve(new Response('page')))).headers;
  };
  await visitAll(visit, 'x-country');
  counted.length = 0;
  assert.deepEqual([...(await visit({ ...HTML, cookie: `askfirst=${YES}` }, true)).keys()], ['content-type']);
  assert.equal(counted.length, 0);
});

test('proxy.js of the documentation does so in front of Next', async () => {
  const { proxy } = await import(join(folder, 'proxy.js'));
  await visitAll(
    async (headers) => (await proxy(new Request('https://shop.example/', { headers }), {})).headers,
    'x-vercel-ip-country',
  );
});

test('each snippet is sound to TypeScript, with the types of its server where they are installed', () => {
  const installed = names.filter((name) => !['src/middleware.js', 'proxy.js'].includes(name));
  assert.deepEqual(installed.sort(), [
    'analytics.js',
    'consent-config.js',
    'express.js',
    'fastify.js',
    'hono.js',
    'http.js',
    'worker.js',
  ]);
  write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: {
        ...{ allowJs: true, checkJs: true, noEmit: true, strict: true, noUncheckedIndexedAccess: true },
        ...{
          target: 'es2022',
          module: 'nodenext',
          lib: ['es2022', 'dom', 'dom.iterable'],
          types: ['node'],
          skipLibCheck: true,
        },
      },
      files: installed,
    }),
  );
  try {
    execFileSync(process.execPath, [join(root, 'node_modules/@typescript/native/bin/tsc'), '-p', folder], {
      encoding: 'utf8',
    });
  } catch (error) {
    assert.fail(error.stdout);
  }
});

// ---- what servers do besides

/** A server of `node:http` whose handler runs behind the middleware; resolves with what a page's request gets. */
async function served(handler, { options = { renew: true }, headers = {} } = {}) {
  const consent = consentMiddleware(options);
  const server = createServer((incoming, response) => consent(incoming, response, () => handler(incoming, response)));
  server.listen(0);
  await once(server, 'listening');
  try {
    const sent = request({
      port: portOf(server),
      headers: { ...HTML, cookie: `askfirst=${YES}`, ...headers },
      agent: false,
    });
    sent.end();
    const [answer] = await once(sent, 'response');
    answer.resume();
    await once(answer, 'end');
    return { ...answer.headers, status: answer.statusCode, message: answer.statusMessage, raw: answer.rawHeaders };
  } finally {
    server.close();
  }
}

test('keeps what a handler sets, in whichever way it does so', async () => {
  const ways = {
    'setHeader()': (_, response) => {
      response.setHeader('Vary', ['Origin']);
      response.setHeader('Set-Cookie', 'one=1');
      response.statusCode = 201;
      response.statusMessage = 'Fine';
      response.end('x');
    },
    'writeHead() with a table': (_, response) => {
      response.setHeader('Vary', 'Never');
      response.writeHead(201, 'Fine', { vary: 'Origin', 'Set-Cookie': ['one=1'] }).end('x');
    },
    'writeHead() with a list': (_, response) =>
      response.writeHead(201, 'Fine', ['Vary', 'Origin', 'Set-Cookie', 'one=1']).end('x'),
    'writeHead() with pairs': (_, response) =>
      response
        .writeHead(201, 'Fine', [
          ['Vary', 'Origin'],
          ['Set-Cookie', 'one=1'],
        ])
        .end('x'),
    'write()': (_, response) => {
      response.writeHead(201, 'Fine', { vary: 'Origin', 'Set-Cookie': 'one=1' });
      response.write('x');
      response.end();
    },
    'flushHeaders()': (_, response) => {
      response.appendHeader('Vary', 'Origin').appendHeader('Set-Cookie', 'one=1');
      Object.assign(response, { statusCode: 201, statusMessage: 'Fine' });
      response.flushHeaders();
      response.end();
    },
  };
  for (const [way, handler] of Object.entries(ways)) {
    const answer = await served(handler);
    assert.equal(answer.vary, 'Origin, Cookie, Sec-GPC', way);
    assert.equal(answer['set-cookie'].length, 2, way);
    assert.equal(answer['set-cookie'][0], 'one=1', way);
    assert.match(answer['set-cookie'][1], renewal(YES), way);
    assert.deepEqual([answer.status, answer.message], [201, 'Fine'], way);
  }
});

test('keeps out of a page for everybody, also where only writeHead() says that it is one', async () => {
  const answer = await served((_, response) =>
    response.writeHead(200, { 'Cache-Control': 'public, max-age=60' }).end(),
  );
  assert.equal(answer['set-cookie'], undefined);
  assert.equal(answer.vary, undefined);
  assert.equal(answer['cache-control'], 'public, max-age=60');
});

test('leaves an answer alone at whose consent nobody has looked, a log of the whole request included', async () => {
  const options = { renew: false };
  const quiet = await served((incoming, response) => response.end(JSON.stringify(Object.keys({ ...incoming }))), {
    options,
  });
  assert.deepEqual([quiet.vary, quiet['cache-control'], quiet['set-cookie']], [undefined, undefined, undefined]);
  const looked = await served((incoming, response) => response.end(incoming.consent.status), { options });
  assert.deepEqual(
    [looked.vary, looked['cache-control'], looked['set-cookie']],
    ['Cookie, Sec-GPC', 'private', undefined],
  );
  const late = await served(
    (incoming, response) => {
      response.flushHeaders();
      response.end(consentOf(incoming).status);
    },
    { options },
  );
  assert.equal(late.vary, undefined);
});

test('works in HTTP/2, with and without a body', async () => {
  const consent = consentMiddleware({ renew: true });
  const server = createHttp2Server((incoming, response) => {
    consent(incoming, response);
    response.end(incoming.url === '/body' ? 'x' : undefined);
  });
  server.listen(0);
  await once(server, 'listening');
  const client = connect(`http://localhost:${portOf(server)}`);
  try {
    for (const path of ['/', '/body']) {
      const stream = client.request({ ':path': path, ...HTML, cookie: `askfirst=${YES}` });
      const [headers] = await once(stream, 'response');
      stream.resume();
      await once(stream, 'end');
      assert.match(headers['set-cookie'].join(), renewal(YES));
      assert.equal(headers.vary, 'Cookie, Sec-GPC');
    }
  } finally {
    client.close();
    server.close();
  }
});

test('gets on with what Express and Fastify answer by themselves: errors, missing pages, redirects, streams', async () => {
  const app = express();
  app.use(consentMiddleware({ renew: true }));
  app.get('/moves', (_, response) => response.cookie('session', '1').redirect('/'));
  app.get('/fails', () => {
    throw new Error('mine');
  });
  app.set('env', 'test');
  const own = fastify();
  own.addHook('onRequest', consentHook({ renew: true }));
  own.get('/moves', (_, reply) => reply.header('set-cookie', 'session=1').redirect('/'));
  own.get('/fails', () => Promise.reject(new Error('mine')));
  own.get('/flows', (_, reply) => reply.send(new Response('x').body));
  own.get('/asks', (incoming) => Promise.resolve(incoming.consent === consentOf(incoming.raw)));
  const server = app.listen(0);
  await once(server, 'listening');
  await own.listen({ port: 0 });
  try {
    for (const [port, path, status] of [
      [portOf(server), '/moves', 302],
      [portOf(server), '/fails', 500],
      [portOf(server), '/missing', 404],
      [portOf(own.server), '/moves', 302],
      [portOf(own.server), '/fails', 500],
      [portOf(own.server), '/missing', 404],
      [portOf(own.server), '/flows', 200],
      [portOf(own.server), '/asks', 200],
    ]) {
      const headers = { ...HTML, cookie: `askfirst=${NO}` };
      const response = await realFetch(`http://localhost:${port}${path}`, { headers, redirect: 'manual' });
      if (path === '/asks') assert.equal(await response.text(), 'true');
      else await response.arrayBuffer();
      assert.equal(response.status, status, path);
      const cookies = response.headers.getSetCookie();
      assert.match(cookies.at(-1), renewal(NO), path);
      assert.equal(cookies.length, path === '/moves' ? 2 : 1, path);
      assert.ok(response.headers.get('vary').endsWith('Cookie, Sec-GPC'), path);
    }
  } finally {
    server.closeAllConnections();
    server.close();
    await own.close();
  }
});
