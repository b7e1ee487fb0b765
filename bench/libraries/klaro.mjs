/** Klaro as its README says: the configuration and the script, both deferred; styles are in the script. */
import { CATEGORIES, PRIVACY } from '../article.mjs';
import { fromPackage, versionOf } from '../packages.mjs';

const CONFIGURATION = JSON.stringify({
  version: 1,
  acceptAll: true,
  translations: {
    zz: { privacyPolicyUrl: PRIVACY },
    en: { purposes: Object.fromEntries(CATEGORIES.map(({ id, title }) => [id, { title }])) },
  },
  services: CATEGORIES.map(({ id, title, description }) => ({ name: id, title, description, purposes: [id] })),
});

export default [
  {
    id: 'klaro',
    name: 'Klaro',
    version: versionOf('klaro'),
    setup: 'configuration and script deferred in the head, styles within the script (README)',
    page: ({ article, gated }) =>
      article({
        head: '<script defer src="/klaro/config.js"></script><script defer src="/klaro/klaro.js"></script>',
        gated: gated
          .map(
            ({ category, code = '', src }) =>
              `<script type="text/plain" data-type="text/javascript" data-name="${category}"${src ? ` data-src="${src}"` : ''}>${code}</script>`,
          )
          .join('\n'),
      }),
    files: {
      '/klaro/klaro.js': fromPackage('klaro/dist/klaro.js'),
      '/klaro/config.js': `var klaroConfig = ${CONFIGURATION};`,
    },
    banner: ['#klaro .cookie-notice'],
    accept: ['#klaro .cookie-notice .cm-btn-success'],
    manage: ['#klaro .cookie-notice .cn-learn-more'],
    preferences: ['#klaro .cookie-modal .cm-modal'],
    gatesMarkup: true,
  },
];
