/** What must hold of both layers in every language and at every size: the UX specification, sections 14.1, 14.3, 14.19 and 14.21. */

/** Windows, and how much of each the banner may take, in percent: 8 more than in English, whose own limits test/ui/looks.test.ts holds. */
export const WINDOWS = [
  { width: 1280, height: 800, most: 15 },
  { width: 390, height: 844, most: 35 },
  { width: 320, height: 568, most: 50 },
];
const OTHER_LANGUAGES = 8;

/** Height of a button whose label has two lines, in pixels. */
const TWO_LINES = 66;

/**
 * Runs in the page: the boxes of a layer that is open, once it stands still, with all that folds unfolded.
 * @param {'banner' | 'preferences'} layer
 */
async function read(layer) {
  const root = document.querySelector('cookie-consent').shadowRoot;
  const panel = root.querySelector(layer === 'banner' ? '.banner' : 'dialog');
  for (const details of panel.querySelectorAll('details')) details.open = true;
  await Promise.allSettled(panel.getAnimations().map(({ finished }) => finished));
  const box = (element) => {
    const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
    return { left, right, top, bottom, width, height };
  };
  const frame = box(panel);
  const shown = [...panel.querySelectorAll('*')].filter(
    (element) => !(element instanceof window.SVGElement) && element.checkVisibility(),
  );
  const nameOf = (element) =>
    `<${element.localName} class="${element.className}"> ${element.textContent.trim().slice(0, 40)}`;
  const buttons = [...panel.querySelectorAll('.actions button, .footer button, .close')];
  const reached = (button) => {
    const { left, top, width, height } = box(button);
    return button.contains(root.elementFromPoint(left + width / 2, top + height / 2));
  };
  const { lang, dir } = root.querySelector('.root');
  return {
    lang,
    dir,
    title: window.getComputedStyle(panel.querySelector('h2')).direction,
    window: { width: window.innerWidth, height: window.innerHeight, page: document.documentElement.scrollWidth },
    frame,
    answers: [...panel.querySelectorAll('[data-action$="-all"]')].map(box),
    hidden: buttons.filter((button) => !reached(button)).map(nameOf),
    high: buttons.map((button) => [nameOf(button), box(button).height]),
    over: shown
      .filter((element) => {
        const { left, right } = box(element);
        // Of what holds text itself: a switch and the close button reach beyond their place for the pointer's sake.
        const holdsText = [...element.childNodes].some(
          (node) => node.nodeType === window.Node.TEXT_NODE && node.data.trim(),
        );
        // What is there for those who listen alone, such as the caption of a table, is cut to nothing on purpose.
        const isSeen = window.getComputedStyle(element).clipPath === 'none';
        const cut = isSeen && holdsText && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1;
        return cut || left < frame.left - 1 || right > frame.right + 1;
      })
      .map(nameOf),
  };
}

/** What is wrong with what was read, as sentences; `most` is the share of the window that the banner may take in English. */
function judge({ layer, language, rightToLeft, most, seen, share }) {
  const { frame, window, answers, hidden, over, high } = seen;
  const [reject, accept] = answers;
  const differ = (side) => Math.abs(reject[side] - accept[side]) > 1;
  const isRow = !differ('top');
  const isStack = reject.width > frame.width * 0.75;
  const limit = most + (language === 'en' ? 0 : OTHER_LANGUAGES);
  return [
    ...over.map((name) => `runs over: ${name}`),
    ...hidden.map((name) => `cannot be reached: ${name}`),
    ...high.filter(([, height]) => height > TWO_LINES).map(([name]) => `has more than two lines: ${name}`),
    window.page > window.width && `the page is ${window.page} px wide`,
    (frame.left < -1 || frame.right > window.width + 1 || frame.top < -1 || frame.bottom > window.height + 1) &&
      'stands outside the window',
    answers.length !== 2 && `offers ${answers.length} answers`,
    (differ('width') || differ('height')) &&
      `the answers differ: ${reject.width} x ${reject.height}, ${accept.width} x ${accept.height}`,
    !isRow && !isStack && 'the answers stand neither in a row nor one below the other at full width',
    isRow && rightToLeft !== reject.left > accept.left && 'the answers stand in the wrong order',
    seen.lang !== language && `is marked as "${seen.lang}"`,
    (seen.dir === 'rtl') !== rightToLeft && `is marked as ${seen.dir}`,
    seen.title !== seen.dir && `its title runs ${seen.title}`,
    layer === 'banner' && share > limit && `takes ${share.toFixed(1)} % of the window, and may take ${limit}`,
  ].filter(Boolean);
}

/**
 * Looks at a layer that is open.
 * @param {(fn: Function, ...args: unknown[]) => Promise<unknown>} evaluate - Runs a function in the page.
 * @param {{ layer: 'banner' | 'preferences', language: string, rightToLeft: boolean, most: number }} wanted
 * @returns {Promise<{ faults: string[], share: number }>} Sentences, and the share of the window in percent.
 */
export async function measure(evaluate, wanted) {
  const seen = await evaluate(read, wanted.layer);
  const { frame, window } = seen;
  const share = (100 * frame.width * frame.height) / (window.width * window.height);
  return { faults: judge({ ...wanted, seen, share }), share };
}
