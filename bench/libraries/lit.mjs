/**
 * The floor: one element of Lit's with a text, two buttons and a few styles, and nothing behind them. An interface made with Lit costs this
 * before it does anything, so the page shows it beside AskFirst.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { INTRO } from '../article.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const SOURCE = `
import { LitElement, css, html } from 'lit';
class BareElement extends LitElement {
  static styles = css\`:host { position: fixed; inset: auto 0 0; padding: 1rem; background: #fff; border-top: 1px solid #ccc }\`;
  render() { return html\`<p>${INTRO}</p><button @click=\${() => this.remove()}>Reject</button> <button @click=\${() => this.remove()}>Accept all</button>\`; }
}
customElements.define('bare-element', BareElement);
document.body.prepend(document.createElement('bare-element'));
`;

const { outputFiles } = await build({
  stdin: { contents: SOURCE, resolveDir: ROOT },
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  conditions: ['browser', 'production'],
  write: false,
});

export default [
  {
    id: 'lit',
    name: 'a bare Lit element',
    version: JSON.parse(readFileSync(`${ROOT}node_modules/lit/package.json`, 'utf8')).version,
    setup: 'a text and two buttons that gate and remember nothing: what any interface with Lit costs; not a peer',
    page: ({ article }) => article({ head: '<script type="module" src="/lit/bare.js"></script>' }),
    files: { '/lit/bare.js': outputFiles[0].text },
    accept: ['h1'],
  },
];
