/** The ways in which a tracker gets into a page, each gated, and each as it stands where nobody asks. */

import { attributes as written } from './page.mjs';

/** As text of a script, which ends at the first `</script`. */
const quoted = (value) => JSON.stringify(value).replaceAll('</', '<\\/');

/**
 * A script as an element's attributes and text: gated where there is a consent to wait for, else live.
 * @param {Record<string, string> | undefined} consent - `data-consent` and so on.
 * @param {{ src?: string, type?: string, held?: string, code?: string, more?: Record<string, string> }} parts
 */
function script(consent, { src, type, held = 'data-src', code = '', more = {} }) {
  const attributes = consent
    ? { type: 'text/plain', ...consent, ...(type && { 'data-type': type }), ...(src && { [held]: src }), ...more }
    : { ...(type && { type }), ...(src && { src }), ...more };
  return { attributes, code };
}

const markup = ({ attributes, code }) => `<script ${written(attributes)}>${code}</script>`;

/** Its own script, and the inline code before and after that starts it. */
const parts = (consent, { before, after, attributes }, api, held) =>
  [
    ...(before(api) ? [script(consent, { code: before(api) })] : []),
    script(consent, { src: `${api}/vendor.js`, more: attributes(api), held }),
    script(consent, { code: after(api) }),
  ]
    .map(markup)
    .join('\n');

const whole = ({ attributes }, api, more = {}) => ({
  src: `${api}/whole.js`,
  more: { ...attributes(api), ...more },
});

/** Vendors put an image beside their script. With scripts on nobody asks for it, before a yes or after. */
const NOSCRIPT = (api) => `<noscript><img src="${api}/noscript.gif?e=pv&id=1" alt=""></noscript>`;

/** For code of the page itself: `place()` puts a script there, and `decided()` calls once there is an answer. */
export const HELPERS = `<script>
  const place = ({ attributes, code }, parent = document.body) => {
    const script = document.createElement('script');
    for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
    script.text = code;
    parent.append(script);
    return script;
  };
  const decided = (call) =>
    (window.askFirst ||= []).push((api) => {
      const end = api.on('state', ({ status }) => {
        if (status !== 'decided') return;
        call?.();
        call = undefined;
      });
    });
  /** What a framework does when something that it shows has changed. */
  const renders = [];
  window.rerender = () => renders.forEach((render) => render());
</script>`;

/**
 * @typedef {object} Delivery
 * @property {string} name
 * @property {(consent: Record<string, string> | undefined, tracker: import('./trackers.mjs').Tracker, api: string) => string} write -
 *   Markup for the page. Without a consent to wait for, the same live.
 * @property {(tracker: import('./trackers.mjs').Tracker) => boolean} [suits] - Whether the tracker can come this way.
 * @property {boolean} [isLive] - False where live markup would do nothing: what comes in as text runs no script by itself.
 * @property {string[]} [files] - What its server is asked for at a page view, each once: by default `/whole.js`.
 * @property {boolean} [runsHere] - False where nothing runs in the page itself, so that nothing of it has to end.
 * @property {(category: string, id: string, others: string[]) => Record<string, string>} [consent] - Where it waits for more than one category.
 */

/** @type {Delivery[]} */
export const DELIVERIES = [
  {
    name: 'data-src',
    write: (consent, tracker, api) => markup(script(consent, whole(tracker, api))),
  },
  {
    name: 'src that is text',
    write: (consent, tracker, api) => markup(script(consent, { ...whole(tracker, api), held: 'src' })),
  },
  {
    name: 'inline',
    write: (consent, tracker, api) =>
      markup(script(consent, { code: tracker.whole(api), more: tracker.attributes(api) })),
    files: [],
  },
  {
    name: 'inline that needs the external one before it',
    write: (consent, tracker, api) => parts(consent, tracker, api),
    files: ['/vendor.js'],
  },
  {
    name: "the vendor's loader",
    write: (consent, tracker, api) => markup(script(consent, { code: tracker.loader(api) })),
    files: ['/vendor.js'],
  },
  {
    name: 'module',
    write: (consent, tracker, api) => markup(script(consent, { type: 'module', src: `${api}/module.mjs` })),
    files: ['/module.mjs'],
  },
  {
    name: 'import map and module',
    write: (consent, { id }) => markup(script(consent, { type: 'module', code: `import 'trackers/${id}';` })),
    files: ['/module.mjs'],
  },
  {
    name: 'async',
    write: (consent, tracker, api) => markup(script(consent, whole(tracker, api, { async: '' }))),
  },
  {
    name: 'defer',
    write: (consent, tracker, api) => markup(script(consent, whole(tracker, api, { defer: '' }))),
  },
  {
    name: 'a snippet in <template><textarea>',
    write: (consent, tracker, api) => {
      const snippet = `<!-- ${tracker.name} -->${parts(undefined, tracker, api)}${NOSCRIPT(api)}<!-- end -->`;
      return consent ? `<template ${written(consent)}><textarea>\n${snippet}</textarea></template>` : snippet;
    },
    files: ['/vendor.js'],
  },
  {
    name: '<template>',
    write: (consent, tracker, api) => {
      const content = `<p>${tracker.name}</p>${parts(undefined, tracker, api)}`;
      return consent
        ? `<template ${written(consent)}>${content.replaceAll(' src="', ' data-src="')}</template>`
        : content;
    },
    files: ['/vendor.js'],
  },
  {
    name: 'inserted by the page before an answer',
    write: (consent, tracker, api) => `<script>place(${quoted(script(consent, whole(tracker, api)))})</script>`,
  },
  {
    name: 'inserted by the page after an answer',
    write: (consent, tracker, api) => {
      const insertion = `() => place(${quoted(script(consent, whole(tracker, api)))})`;
      return `<script>${consent ? 'decided' : 'setTimeout'}(${insertion})</script>`;
    },
  },
  {
    name: 'innerHTML',
    write: (consent, tracker, api) => {
      const text = markup(script(consent, whole(tracker, api)));
      return `<div class="content"></div><script>document.currentScript.previousElementSibling.innerHTML = ${quoted(text)}</script>`;
    },
    isLive: false,
  },
  {
    name: 'shadow root',
    write: (consent, tracker, api) => `<div class="widget"></div><script>{
      const root = document.currentScript.previousElementSibling.attachShadow({ mode: 'open' });
      place(${quoted(script(consent, whole(tracker, api)))}, root);
      (window.askFirst ||= []).push((api) => api.watch(root));
    }</script>`,
    suits: ({ attributes }) => Object.keys(attributes('')).length === 0, // in a shadow root no script finds its own tag
  },
  {
    name: 'put back by a framework',
    write: (consent, tracker, api) => `<div class="island"></div><script>{
      const island = document.currentScript.previousElementSibling;
      const script = place(${quoted(script(consent, whole(tracker, api)))}, island);
      renders.push(() => island.replaceChildren(script));
      addEventListener('load', () => island.replaceChildren(script));
      for (const type of ['ready', 'change'])
        document.addEventListener('askfirst:' + type, () => island.replaceChildren(script));
    }</script>`,
  },
  {
    name: '<img>',
    write: (consent, { pixel }, api) =>
      `<img alt="" ${written(consent ? { ...consent, 'data-src': pixel(api) } : { src: pixel(api) })}>`,
    suits: ({ pixel }) => Boolean(pixel),
    files: [],
    runsHere: false,
  },
  {
    name: '<iframe>',
    write: (consent, { name }, api) => {
      const src = `${api}/frame.html`;
      return `<iframe title="${name}" ${written(consent ? { ...consent, 'data-src': src } : { src })}></iframe>`;
    },
    files: ['/frame.html', '/whole.js'],
    runsHere: false,
  },
  {
    name: 'two categories at once',
    consent: (category, id, [other]) => ({ 'data-consent': `${category} ${other}` }),
    write: (consent, tracker, api) => markup(script(consent, whole(tracker, api))),
  },
  {
    name: 'data-service',
    consent: (category, id) => ({ 'data-consent': category, 'data-service': id }),
    write: (consent, tracker, api) => markup(script(consent, whole(tracker, api))),
  },
];
