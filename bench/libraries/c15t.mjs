/**
 * c15t without a framework, as its documentation says under "Building UI": the core has no interface, so the banner is the documentation's own
 * example, with the few styles that it leaves to the site. It gates scripts that are named in its options, not markup; and it brings no
 * preferences. `mode: 'offline'`, for there is no server of theirs here. Bundled as a site would bundle it.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { INTRO } from '../article.mjs';
import { fromPackage, versionOf } from '../packages.mjs';

const CATEGORY = { marketing: 'marketing', analytics: 'measurement', personalization: 'experience' };

const SOURCE = `
import { getOrCreateConsentRuntime } from 'c15t';
const { consentStore } = getOrCreateConsentRuntime({
  mode: 'offline',
  consentCategories: ['necessary', ${Object.values(CATEGORY)
    .map((name) => `'${name}'`)
    .join(', ')}],
  scripts: window.gated,
});
const banner = document.createElement('div');
banner.id = 'consent-banner';
banner.setAttribute('role', 'dialog');
banner.setAttribute('aria-label', 'Cookie consent');
banner.innerHTML = \`<p>${INTRO}</p><div><button id="consent-accept">Accept all</button>
<button id="consent-reject">Reject</button> <button id="consent-customize">Customize</button></div>\`;
banner.style.cssText = 'position:fixed;inset:auto 0 0;padding:1rem;background:#fff;border-top:1px solid #ccc;display:none';
document.body.appendChild(banner);
const on = (id, act) => banner.querySelector(id).addEventListener('click', act);
on('#consent-accept', () => consentStore.getState().saveConsents('all'));
on('#consent-reject', () => consentStore.getState().saveConsents('necessary'));
on('#consent-customize', () => consentStore.getState().setActiveUI('dialog'));
const show = (state) => { banner.style.display = state.activeUI === 'banner' ? 'block' : 'none'; };
consentStore.subscribe(show);
show(consentStore.getState());
`;

const { outputFiles } = await build({
  stdin: { contents: SOURCE, resolveDir: fileURLToPath(fromPackage('c15t')) },
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  write: false,
});

export default [
  {
    id: 'c15t',
    name: 'c15t',
    version: versionOf('c15t'),
    setup:
      'core without a framework, offline mode, bundled with the banner of its documentation; gates scripts named in its options, not markup, and brings no preferences',
    page: ({ article, gated }) => {
      const scripts = gated.map(({ id, category, code, src }) => ({
        id,
        category: CATEGORY[category],
        ...(src ? { src } : { textContent: code }),
      }));
      return article({
        head: `<script>window.gated = ${JSON.stringify(scripts)}</script><script type="module" src="/c15t/consent.js"></script>`,
      });
    },
    files: { '/c15t/consent.js': outputFiles[0].text },
    banner: ['#consent-banner'],
    accept: ['#consent-accept'],
    gatesMarkup: false,
  },
];
