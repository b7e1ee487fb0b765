/** What several journeys ask of the server, of the jar and of the page. */
import assert from 'node:assert/strict';

const MINUTE = 60_000;

export const SETTINGS = 'cookie-consent >>> [data-action=settings]';
export const REJECT = 'cookie-consent >>> [data-action=reject-all]';
export const ACCEPT = 'cookie-consent >>> [data-action=accept-all]';
export const MANAGE = 'cookie-consent >>> [data-action=manage]';
export const SAVE = 'cookie-consent >>> [data-action=save]';
export const CLOSE = 'cookie-consent >>> [data-action=close]';
export const BANNER = 'cookie-consent >>> .banner';
export const DIALOG = 'cookie-consent >>> dialog';

const NOTHING = { local: [], session: [], indexedDB: [] };

/** Names of the cookies in the jar, sorted. */
export const cookieNames = async (visitor) => (await visitor.cookies()).map(({ name }) => name).sort();

/** Text of the record, or `undefined`. */
export const record = async (visitor) => (await visitor.cookies()).find(({ name }) => name === 'askfirst')?.value;

/** Nothing on the device but, where there is one, the record. */
export async function leavesNoTrace(visitor, cookies = []) {
  assert.deepEqual(await cookieNames(visitor), cookies);
  assert.deepEqual(await visitor.storage(), NOTHING);
}

/** Vendors that the sink has heard of: the first step of their paths. */
export const heard = ({ sink }) => [...new Set(sink.map(({ path }) => path.split('/')[2].replace('.js', '')))].sort();

/** Addresses of the library's own files that were requested, in order. */
export const library = ({ requests }) => requests.map(({ path }) => path).filter((path) => path.startsWith('/dist/'));

/** What is granted, sorted, without what is necessary. */
export const granted = async (visitor) =>
  Object.entries((await visitor.state()).categories)
    .filter(([id, answer]) => id !== 'necessary' && answer.granted)
    .map(([id]) => id)
    .sort();

/** Waits until the state is that of an answer. */
export const decided = (visitor) => visitor.waitsFor(() => window.askFirst?.state.status === 'decided');

/** Waits until the gate is there and has read everything. */
export const ready = (visitor) => visitor.waitsFor(() => window.askFirst?.ready.then(() => true));

/** How a record names the library's own categories: their fingerprints. */
const FINGERPRINTS = { marketing: 'be5r', analytics: 'hhu3', personalization: 'vwmr' };

/** A record as the library writes it (README, "The cookie"), by default for its own categories. */
export function recordText({ answers, minutesAgo = 0, at = Date.now(), schema = 1, revision = 1 } = {}) {
  const { marketing = 'u', analytics = 'u', personalization = 'u' } = answers ?? {};
  const minutes = (Math.floor(at / MINUTE) - minutesAgo).toString(36);
  const entries = Object.entries({ marketing, analytics, personalization }).map(
    ([id, letter]) => `${FINGERPRINTS[id]}${letter}1`,
  );
  return [schema, revision, minutes, 'i0', ...entries].join('.');
}

/** Goes to a page of the site that holds nothing of AskFirst, so that cookies and storage can be put there. */
export const goesNowhere = (visitor, origin) => visitor.goes(`${origin}/status/200`);

/** The page is there for its visitor: a real click does what its own script says. */
export async function isUsable(visitor) {
  await visitor.clicks('#works');
  await visitor.waitsFor(() => document.title === 'works');
}
