/**
 * The demo's panel: what trackers have sent, what stands on this device, and what AskFirst says, as it happens. It belongs to the
 * demo and not to the site, stores nothing, and works under a strict Content-Security-Policy.
 */

const ASK_MS = 1000;
const LOOK_MS = 500;
const KEPT = 200;
const CONSENT_EVENTS = ['ready', 'change', 'open', 'close', 'error', 'block'];

/** An element with properties and children; text stays text. */
function create(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

const clock = (at = Date.now()) => new Date(at).toLocaleTimeString('en-GB');
const short = (text, length = 60) => (text.length > length ? `${text.slice(0, length)}…` : text);

/** Does the work now, and again some time after it has ended. */
async function repeat(work, pauseMs) {
  await work();
  setTimeout(repeat, pauseMs, work, pauseMs);
}

/** One part of the panel: a heading, a line below it, and a list that scrolls by itself. */
function part(id, title) {
  const heading = create('h3', { id: `panel-${id}` }, title);
  const line = create('p', { id: `panel-${id}-now` }, '…');
  const list = create('ul');
  const frame = create('div', { className: 'panel-list', tabIndex: 0, role: 'region' }, list);
  frame.setAttribute('aria-labelledby', heading.id);
  return {
    section: create('section', {}, heading, line, frame),
    line: (text) => line.replaceChildren(text),
    add(strong, text) {
      // At the end, and then scrolled to: a line put first would shift all others, and the demo promises that nothing shifts.
      list.append(create('li', {}, create('b', {}, strong), ` ${text}`));
      while (list.children.length > KEPT) list.firstChild.remove();
      frame.scrollTop = frame.scrollHeight;
    },
    show(rows) {
      list.replaceChildren(...rows.map(([strong, text]) => create('li', {}, create('b', {}, strong), ` ${text}`)));
    },
  };
}

const requests = part('requests', 'Requests to trackers');
const stored = part('stored', 'On this device');
const consent = part('consent', 'Consent');

/**
 * Asks the server once a second what the sink has received. An EventSource would be quicker, but Firefox keeps a page that has had
 * one out of its back-forward cache, and the demo is to behave like any site there.
 */
function followSink() {
  let last = 0;
  let count = 0;
  let known;
  const ask = async () => {
    if (document.visibilityState === 'hidden') return;
    const response = await fetch(`/sink-events?since=${performance.timeOrigin}&after=${last}`);
    const { changes, events } = await response.json();
    for (const { id, at, method, path, summary } of events) {
      last = id;
      count += 1;
      requests.add(clock(at), `${method} ${path}${summary && ` – ${summary}`}`);
    }
    requests.line(`${count || 'none'} since this page was opened`);
    known ??= changes;
    if (changes !== known) location.reload();
  };
  repeat(() => ask().catch(() => requests.line('the server is gone')), ASK_MS);
}

const cookies = () =>
  document.cookie
    .split('; ')
    .filter(Boolean)
    .map((pair) => ['cookie', short(pair)]);

/** The keys of one of the two storages; none where the browser gives no access. */
function keys(name) {
  try {
    return Object.keys(window[name]).map((key) => [name, key]);
  } catch {
    return [];
  }
}

async function databases() {
  try {
    return (await indexedDB.databases()).map(({ name }) => ['IndexedDB', name]);
  } catch {
    return [];
  }
}

/** Looks again and again: no event tells of a cookie or a key that this page has set. */
function followStorage() {
  let shown;
  const look = async () => {
    if (document.visibilityState === 'hidden') return;
    const rows = [...cookies(), ...keys('localStorage'), ...keys('sessionStorage'), ...(await databases())];
    const now = JSON.stringify(rows);
    if (now === shown) return;
    shown = now;
    stored.line(rows.length ? `${rows.length} things stored` : 'nothing stored');
    stored.show(rows);
  };
  repeat(look, LOOK_MS);
}

/** What an event tells, in a line. */
function describe(type, detail) {
  if (type === 'change') {
    const { granted, withdrawn, by, remaining } = detail;
    const lists = { granted, withdrawn, remaining };
    const told = Object.entries(lists).filter(([, ids]) => ids.length);
    return [...told.map(([name, ids]) => `${name}: ${ids.join(', ')}`), `by: ${by}`].join('; ');
  }
  return detail?.message ?? detail?.layer ?? detail?.url ?? detail?.status ?? '';
}

function showState() {
  const state = window.askFirst?.state;
  if (!state) return;
  const answers = Object.entries(state.categories).map(([id, { granted }]) => `${id} ${granted ? 'yes' : 'no'}`);
  consent.line(`${state.status}, ${state.regime}: ${answers.join(', ')}`);
}

function followConsent() {
  for (const type of CONSENT_EVENTS) {
    document.addEventListener(`askfirst:${type}`, ({ detail }) => {
      consent.add(clock(), `${type} ${describe(type, detail)}`);
      showState();
    });
  }
  consent.line('AskFirst is not on this page');
  // The gate may have been faster than this module.
  const { status = 'pending' } = window.askFirst?.state ?? {};
  if (status !== 'pending') consent.add(clock(), `ready ${status}, before this panel was`);
  showState();
}

const title = create('summary', {}, create('h2', {}, 'Demo panel: what this page does'));
const body = create('div', { className: 'panel-body' }, requests.section, stored.section, consent.section);
const open = matchMedia('(min-width: 36rem)').matches;
document.querySelector('#panel').append(create('details', { open }, title, body));
followSink();
followStorage();
followConsent();
