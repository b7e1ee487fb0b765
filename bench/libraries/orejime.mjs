/** Orejime as its README says: style sheet, configuration, script; what is gated stands in a template. */
import { CATEGORIES, PRIVACY } from '../article.mjs';
import { fromPackage, versionOf } from '../packages.mjs';

const CONFIGURATION = JSON.stringify({
  privacyPolicyUrl: PRIVACY,
  purposes: CATEGORIES.map(({ id, title, description }) => ({ id, title, description, cookies: [] })),
});

export default [
  {
    id: 'orejime',
    name: 'Orejime',
    version: versionOf('orejime'),
    setup: 'style sheet in the head, configuration and script at the end of the body (README)',
    page: ({ article, gated }) =>
      article({
        head: '<link rel="stylesheet" href="/orejime/orejime-standard.css">',
        gated: gated
          .map(
            ({ category, code = '', src }) =>
              `<template data-purpose="${category}"><script${src ? ` src="${src}"` : ''}>${code}</script></template>`,
          )
          .join('\n'),
        end: `<script>window.orejimeConfig = ${CONFIGURATION};</script><script src="/orejime/orejime-standard-en.js"></script>`,
      }),
    files: {
      '/orejime/orejime-standard.css': fromPackage('orejime/dist/orejime-standard.css'),
      '/orejime/orejime-standard-en.js': fromPackage('orejime/dist/orejime-standard-en.js'),
    },
    banner: ['.orejime-Banner'],
    accept: ['.orejime-Banner-saveButton'],
    manage: ['.orejime-Banner-learnMoreButton'],
    preferences: ['.orejime-Modal'],
    gatesMarkup: true,
  },
];
