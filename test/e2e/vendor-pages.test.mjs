/**
 * docs/vendors: each snippet works as it stands there. Nothing is asked of a vendor before a yes, something is after it, and nothing any more
 * after a withdrawal. Vendors' addresses lead to the sink, and the gate's own lies beside the page.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { partsOf, permissionsOf, sandboxStandIn } from '../support/tag-manager-stand-in.mjs';
import { NOTES } from './pages/page.mjs';
import { REJECT, decided, ready } from './pages/story.mjs';
import { engineName, journey, quiet, until } from './support/journey.mjs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const snippets = readdirSync(new URL('../../docs/vendors/', import.meta.url))
  .filter((file) => file.endsWith('.md') && file !== 'README.md')
  .flatMap((file) =>
    [...read(`docs/vendors/${file}`).matchAll(/^```html\n([^]*?)^```/gm)].map(([, html], index) => ({
      name: `${file}, snippet ${index + 1}`,
      html,
      isAdvanced: html.includes('"mode": "advanced"'),
      isOfGoogle: html.includes('googletagmanager.com'),
      usesTemplate: html.includes('gtm.js') && !html.includes('"google"'),
      // Shopify and WordPress bring their own, and what is measured without cookies is told by a server.
      bringsScript: html.includes('text/plain'),
    })),
  );

/** Each host of a vendor is a folder of the sink. */
const toSink = (html) => html.replace(/(https?:)?\/\/([a-z\d-]+(\.[a-z\d-]+)+)(?=[/"'?])/g, '/sink/$2');

/** What Tag Manager would bring: our template, in the stand-in for its sandbox. */
const container = () => {
  const parts = partsOf(read('gtm/askfirst.tpl'));
  const data = Object.fromEntries(
    JSON.parse(parts.TEMPLATE_PARAMETERS)
      .flatMap((field) => field.subParams ?? field)
      .map(({ name, defaultValue }) => [name, defaultValue]),
  );
  return `(() => {
    ${sandboxStandIn}
    const { require } = sandboxStandIn(${JSON.stringify(permissionsOf(parts.WEB_PERMISSIONS))}, window);
    const data = { ...${JSON.stringify(data)}, gtmOnSuccess() {} };
    ${parts.SANDBOXED_JS_FOR_WEB_TEMPLATE}
  })();`;
};

/** What a snippet needs of its vendor's script, which is not to be had here. */
const STAND_INS = { '/sink/bat.bing.com/bat.js': 'window.UET = class { push() {} };' };

/** Puts a page with a snippet beside the gate; what a snippet asks for is a script. */
function opens(server, { html, usesTemplate }) {
  const body = toSink(html);
  const script = (text) => ({
    headers: { 'content-type': 'text/javascript', 'cache-control': 'no-store' },
    body: text,
  });
  const words = [...body.matchAll(/["'](\w+)["']/g)].map(([, word]) => word);
  for (const [path] of body.matchAll(/\/sink\/[\w./-]+/g))
    // A snippet may put an id behind an address.
    for (const whole of path.endsWith('/') ? words.map((word) => path + word) : [path])
      server.pages.set(whole, script(STAND_INS[whole] ?? ''));
  if (usesTemplate) server.pages.set('/sink/www.googletagmanager.com/gtm.js', script(container()));
  server.pages.set('/dist/vendor.html', {
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Vendor</title>
      <link rel="icon" href="/favicon.svg">${NOTES}\n${body}</head>
      <body><h1>Vendor</h1><p><a href="/privacy.html" data-askfirst-open>Cookie settings</a></p></body></html>`,
  });
}

/** What a page has told Google: "consent default", "js", "gtm.js"… in order. */
const told = (visitor) =>
  visitor.evaluates(() =>
    (window.dataLayer ?? []).map(
      (entry) => entry.event ?? [...Array.from(entry)].filter((word) => typeof word === 'string').join(' '),
    ),
  );
const isTag = (entry) => /^(js|config|event|gtm\.js)/.test(entry);

/** What engines differ in is seen by one of them; what each vendor is told, test/integrations sees in every engine. */
const chosen = engineName === 'chromium' ? snippets : snippets.filter(({ isOfGoogle }) => isOfGoogle).slice(0, 1);

for (const snippet of chosen) {
  const { name, isAdvanced, isOfGoogle, usesTemplate, bringsScript } = snippet;
  journey(`${name}: works as it stands there (N1, N4)`, async ({ visitor, server }) => {
    opens(server, snippet);
    await visitor.goes(`${server.origin}/dist/vendor.html`);
    await ready(visitor);
    if (isAdvanced) {
      // Nobody is asked there: who looks for the question finds it.
      await visitor.clicks('[data-askfirst-open]');
    }
    await visitor.sees(REJECT);
    await quiet(server);
    if (!isAdvanced) assert.deepEqual(server.sink, []);
    if (isOfGoogle && !usesTemplate) assert.equal((await told(visitor))[0], 'consent default');
    server.sink.length = 0;
    if (isAdvanced) {
      await visitor.rejects();
      await decided(visitor);
    } else {
      await visitor.accepts();
      await decided(visitor);
      if (bringsScript)
        await until(
          () => server.sink.length > 0,
          () => 'nothing was asked of the vendor after a yes',
        );
    }
    if (isOfGoogle) {
      await visitor.waitsFor(() =>
        [...(window.dataLayer ?? [])].some((entry) => entry[0] === 'consent' && entry[1] === 'update'),
      );
      const entries = await told(visitor);
      const [first, update, tag] = [
        entries.indexOf('consent default'),
        entries.indexOf('consent update'),
        entries.findIndex(isTag),
      ];
      assert.ok(first >= 0 && first < update, entries.join());
      // A container brings the template, which comes behind its own first event, and before the tags in it.
      if (!usesTemplate) assert.ok(first < tag && (isAdvanced || update < tag), entries.join());
    }
    await quiet(server);
    const { findings, thrown } = await visitor.evaluates(() => window.noted);
    assert.deepEqual([findings, thrown], [[], []]);
    if (isAdvanced) return;

    await visitor.clicks('[data-askfirst-open]');
    // Only a new page ends what has run: the answer brings it.
    await visitor.evaluates(() => void (window.isOld = true));
    await visitor.rejects();
    if (bringsScript) await visitor.waitsFor(() => !window.isOld && window.askFirst?.ready.then(() => true));
    else await visitor.waitsFor(() => !window.askFirst.granted('marketing'));
    server.sink.length = 0;
    await visitor.reloads();
    await ready(visitor);
    await quiet(server);
    assert.deepEqual(server.sink, []);
  });
}
