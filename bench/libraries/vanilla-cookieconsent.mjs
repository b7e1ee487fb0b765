/**
 * vanilla-cookieconsent as https://cookieconsent.orestbida.com/essential/getting-started.html says, "HTML": style sheet in the head, and a
 * module that imports the script and holds the configuration. And once more with that step saved, as a careful site would have it.
 */
import { CATEGORIES, INTRO, NECESSARY, PRIVACY } from '../article.mjs';
import { fromPackage, versionOf } from '../packages.mjs';

const CONFIGURATION = JSON.stringify({
  categories: {
    necessary: { enabled: true, readOnly: true },
    ...Object.fromEntries(CATEGORIES.map(({ id }) => [id, {}])),
  },
  language: {
    default: 'en',
    translations: {
      en: {
        consentModal: {
          title: 'May we use cookies?',
          description: INTRO,
          acceptAllBtn: 'Accept all',
          acceptNecessaryBtn: 'Reject all',
          showPreferencesBtn: 'Manage preferences',
          footer: `<a href="${PRIVACY}">Privacy policy</a>`,
        },
        preferencesModal: {
          title: 'Cookie preferences',
          acceptAllBtn: 'Accept all',
          acceptNecessaryBtn: 'Reject all',
          savePreferencesBtn: 'Save choices',
          closeIconLabel: 'Close',
          sections: [
            { description: 'Choose what you allow. You can change it at any time.' },
            ...[NECESSARY, ...CATEGORIES].map(({ id, title, description }) => ({
              title,
              description,
              linkedCategory: id,
            })),
          ],
        },
      },
    },
  },
});
const STYLE = '<link rel="stylesheet" href="/vanilla/cookieconsent.css">';

const variant = (id, name, { setup, head, end }) => ({
  id,
  name,
  version: versionOf('vanilla-cookieconsent'),
  setup,
  page: ({ article, gated }) =>
    article({
      head,
      gated: gated
        .map(
          ({ category, code = '', src }) =>
            `<script type="text/plain" data-category="${category}"${src ? ` data-src="${src}"` : ''}>${code}</script>`,
        )
        .join('\n'),
      end,
    }),
  files: {
    '/vanilla/cookieconsent.css': fromPackage('vanilla-cookieconsent/dist/cookieconsent.css'),
    '/vanilla/cookieconsent.umd.js': fromPackage('vanilla-cookieconsent/dist/cookieconsent.umd.js'),
    '/vanilla/cookieconsent-config.js': `import './cookieconsent.umd.js';\nCookieConsent.run(${CONFIGURATION});`,
  },
  banner: ['#cc-main .cm'],
  accept: ['#cc-main .cm [data-role=all]'],
  manage: ['#cc-main .cm [data-role=show]'],
  preferences: ['#cc-main .pm'],
  gatesMarkup: true,
});

export default [
  variant('vanilla', 'vanilla-cookieconsent', {
    setup: 'style sheet in the head, a module that imports the script and configures it (documentation, "HTML")',
    head: STYLE,
    end: '<script type="module" src="/vanilla/cookieconsent-config.js"></script>',
  }),
  variant('vanilla-direct', 'vanilla-cookieconsent, one step', {
    setup: 'the same with the script deferred in the head and the configuration in the page, which saves a round trip',
    head: `${STYLE}<script defer src="/vanilla/cookieconsent.umd.js"></script>`,
    end: `<script type="module">CookieConsent.run(${CONFIGURATION})</script>`,
  }),
];
