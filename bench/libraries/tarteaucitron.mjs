/**
 * tarteaucitron as its README says: the script in the head, init() after it, a service of one's own for each category. It gates functions and
 * not markup; an external script is added by addScript(), as in the services that it brings. It fetches its styles, its services and its
 * language by itself; the minified files are taken.
 */
import { readdirSync } from 'node:fs';
import { CATEGORIES, PRIVACY } from '../article.mjs';
import { fromPackage, versionOf } from '../packages.mjs';

const FOLDER = 'tarteaucitronjs';
const TYPES = { marketing: 'ads', analytics: 'analytic', personalization: 'other' };

const service = ({ id, title }, gated) => {
  const key = `site${id}`; // it has a service "analytics" of its own, which would win
  const code = gated
    .filter(({ category }) => category === id)
    .map((script) => script.code ?? `tarteaucitron.addScript('${script.src}')`);
  return `tarteaucitron.services.${key} = { key: '${key}', type: '${TYPES[id]}', name: '${title}', needConsent: true, cookies: [], js() { ${code.join(';')} } };
(tarteaucitron.job = tarteaucitron.job || []).push('${key}');`;
};

const files = ['', 'css/', 'lang/'].flatMap((folder) =>
  readdirSync(fromPackage(`${FOLDER}/${folder}`))
    .filter((file) => /^tarteaucitron(\.services|\.en)?\.min\.(js|css)$/.test(file))
    .map((file) => [`/tarteaucitron/${folder}${file}`, fromPackage(`${FOLDER}/${folder}${file}`)]),
);

export default [
  {
    id: 'tarteaucitron',
    name: 'tarteaucitron',
    version: versionOf(FOLDER),
    setup:
      'minified script and init() in the head, three services of one’s own (README), which hold all that waits; gates functions, not markup',
    page: ({ article, gated }) =>
      article({
        head: `<script src="/tarteaucitron/tarteaucitron.min.js"></script>
<script>tarteaucitron.init({ privacyUrl: '${PRIVACY}', orientation: 'bottom', showIcon: true });</script>`,
        end: `<script>${CATEGORIES.map((category) => service(category, gated)).join('\n')}</script>`,
      }),
    files: Object.fromEntries(files),
    banner: ['#tarteaucitronAlertBig'],
    accept: ['#tarteaucitronAlertBig #tarteaucitronPersonalize2'],
    manage: ['#tarteaucitronAlertBig #tarteaucitronCloseAlert'],
    preferences: ['#tarteaucitron'],
    gatesMarkup: false,
  },
];
