import { aTimeout, expect, fixture } from '@open-wc/testing';
import { sweep } from '../../src/answers/sweep.js';
import { readConfig } from '../../src/core/config.js';
import { decide } from '../../src/core/decide.js';
import { cookie, stub, useConsents } from '../support/consents.js';
import { NOW, recordOf } from '../support/records.js';
import { waitUntil } from '../support/wait-until.js';
import type { ConfigInput } from '../../src/types.js';

type Declared = Pick<NonNullable<ConfigInput['services']>[number], 'cookies' | 'storage'>;

interface How {
  letter?: string;
  withdrawn?: string[];
  by?: typeof sweep;
  brief?: boolean;
}

/** Erases what one service of analytics declared, after this answer. */
function begin(
  declared: Declared,
  { letter = 'u', withdrawn = [], by = sweep, brief = false }: How = {},
): ReturnType<typeof sweep> {
  const config = readConfig({ services: [{ id: 'ga', category: 'analytics', ...declared }] });
  const record = letter === '' ? undefined : recordOf({ analytics: { answer: letter, services: { ga: '-' } } });
  return by(config, decide({ config, record, signals: { gpc: false }, now: NOW }), withdrawn, brief);
}

/** The same, and what is left of it at once. */
const erase = (declared: Declared, how?: How): string[] => [...begin(declared, how).left];

/** The same, and what is left when nothing more is waited for. */
async function eraseAll(declared: Declared, how?: How): Promise<string[]> {
  const { left, end } = begin(declared, how);
  await end;
  return [...left];
}
const cookies = (...names: string[]): Declared => ({ cookies: names.map((name) => ({ name })) });
const databases = async (): Promise<(string | undefined)[]> => (await indexedDB.databases()).map(({ name }) => name);

/** A database that stays open, as a tracker that runs holds its own. */
const holdDatabase = (name: string): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(new Error(name));
    };
  });

const openDatabase = async (name: string): Promise<void> => {
  (await holdDatabase(name)).close();
};

const workers = async (): Promise<readonly ServiceWorkerRegistration[]> =>
  (await (navigator as Partial<Navigator>).serviceWorker?.getRegistrations()) ?? [];

const refuse = (): never => {
  throw new DOMException('', 'SecurityError');
};

/** A page some folders down, with `sweep` of its own: nobody else can see cookies of its path. */
async function deepPage(): Promise<{ document: Document; sweep: typeof sweep }> {
  const frame = await fixture<HTMLIFrameElement>('<iframe src="/test/support/fixtures/deep/page.html"></iframe>');
  const view = frame.contentWindow as unknown as { sweep?: typeof sweep };
  await waitUntil(() => view.sweep, 'the page has not loaded');
  return { document: frame.contentDocument!, sweep: view.sweep! };
}

describe('erasing', () => {
  useConsents();
  afterEach(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
    for (const worker of await workers()) await worker.unregister();
  });

  it('removes a declared cookie of a refused service (E3, A7)', () => {
    document.cookie = '_ga=1; path=/';
    expect(erase(cookies('_ga'))).to.deep.equal([]);
    expect(cookie('_ga')).to.equal(undefined);
  });

  it('removes what a pattern means whose star stands anywhere (E4)', () => {
    for (const name of ['_hjSession_1_x', '_hjSession_2_x', '_hjSession_2_y']) document.cookie = `${name}=1; path=/`;
    localStorage.setItem('queue:1:end', '1');
    localStorage.setItem('queue:1', '1');
    expect(erase({ ...cookies('_hjSession_*_x'), storage: ['local:*:*:end'] })).to.deep.equal([]);
    expect([cookie('_hjSession_1_x'), cookie('_hjSession_2_x'), cookie('_hjSession_2_y')]).to.deep.equal([
      undefined,
      undefined,
      '1',
    ]);
    expect(Object.keys(localStorage)).to.deep.equal(['queue:1']);
    localStorage.clear();
    erase(cookies('*Session*'));
    expect(cookie('_hjSession_2_y')).to.equal(undefined);
  });

  it('removes all cookies that a pattern means, and no other (E4)', () => {
    for (const name of ['_ga', '_ga_ABC', '_gid', 'my_ga']) document.cookie = `${name}=1; path=/`;
    expect(erase(cookies('_ga*'))).to.deep.equal([]);
    expect(['_ga', '_ga_ABC', '_gid', 'my_ga'].filter((name) => cookie(name))).to.deep.equal(['_gid', 'my_ga']);
    erase(cookies('_gid', 'my_ga'));
  });

  it('takes a name without a star for just this name', () => {
    document.cookie = '_gax=1; path=/';
    erase(cookies('_ga'));
    expect(cookie('_gax')).to.equal('1');
    erase(cookies('_gax'));
  });

  it('removes cookies of the page’s path and of each above it, with and without a slash at the end (E4)', async () => {
    const page = await deepPage();
    const folders = ['/test', '/test/support', '/test/support/fixtures', '/test/support/fixtures/deep'];
    const paths = ['/', ...folders.flatMap((path) => [path, `${path}/`]), '/test/support/fixtures/deep/page.html'];
    const eraseThere = (): string[] => erase(cookies('_path'), { by: page.sweep });
    for (const path of paths) {
      page.document.cookie = `_path=1; path=${path}`;
      expect(page.document.cookie, `set on ${path}`).to.include('_path=1');
      expect(eraseThere(), path).to.deep.equal([]);
      expect(page.document.cookie, path).not.to.include('_path');
    }
    for (const path of paths) page.document.cookie = `_path=1; path=${path}`;
    expect(eraseThere()).to.deep.equal([]);
    expect(page.document.cookie).not.to.include('_path');
  });

  it('removes a Secure cookie from a page of this very machine, which browsers trust without https (E4)', function () {
    document.cookie = '_secure=1; path=/; secure';
    if (!cookie('_secure')) this.skip(); // WebKit trusts https alone
    expect(erase(cookies('_secure'))).to.deep.equal([]);
    expect(cookie('_secure')).to.equal(undefined);
  });

  it('reads and writes the page’s own jar where a form answers to the name (A14)', () => {
    document.cookie = '_jar=1; path=/';
    const form = document.createElement('form');
    form.setAttribute('name', 'cookie');
    document.body.append(form);
    const isHidden = (document.cookie as unknown) === form;
    const left = erase(cookies('_jar'));
    form.remove();
    expect([isHidden, left, cookie('_jar')]).to.deep.equal([true, [], undefined]);
  });

  it('removes cookies of the host’s own domain (E4)', () => {
    document.cookie = `_domain=1; path=/; domain=${location.hostname}`;
    document.cookie = '_domain=1; path=/';
    expect(erase(cookies('_domain'))).to.deep.equal([]);
    expect(cookie('_domain')).to.equal(undefined);
  });

  for (const name of ['_sp_id.1fff', 'ajs%3Auser', 'wp[user]', 'cart:id', 'user@site', '{id}', '(id)', '$id']) {
    it(`removes a cookie that is named ${name} (E4)`, () => {
      document.cookie = `${name}=1; path=/`;
      if (!cookie(name)) throw new Error('the browser has not taken it: choose another name');
      expect(erase(cookies(name))).to.deep.equal([]);
      const left = cookie(name);
      document.cookie = `${name}=; max-age=0; path=/`;
      expect(left).to.equal(undefined);
    });
  }

  it('leaves the record of the choice itself, whatever a service declares (A14)', () => {
    document.cookie = 'askfirst=1.1.x.i0; path=/';
    erase(cookies('*', 'askfirst'));
    const left = cookie('askfirst');
    document.cookie = 'askfirst=; max-age=0; path=/';
    expect(left).to.equal('1.1.x.i0');
  });

  it('removes keys of localStorage and sessionStorage, exact and by pattern (E4)', () => {
    for (const storage of [localStorage, sessionStorage]) {
      for (const key of ['exact', 'exactly', 'pre_a', 'pre_b', 'other', 'with:colon']) storage.setItem(key, '1');
    }
    erase({ storage: ['local:exact', 'local:pre_*', 'session:with:colon', 'local:missing'] });
    expect(Object.keys(localStorage).sort()).to.deep.equal(['exactly', 'other', 'with:colon']);
    expect(Object.keys(sessionStorage).sort()).to.deep.equal(['exact', 'exactly', 'other', 'pre_a', 'pre_b']);
    erase({ storage: ['local:*', 'session:*'] });
    expect([localStorage.length, sessionStorage.length]).to.deep.equal([0, 0]);
  });

  it('names keys that stay (E5)', () => {
    localStorage.setItem('kept_1', '1');
    stub(Storage.prototype, 'removeItem', { value: () => undefined });
    expect(erase({ storage: ['local:kept_*', 'session:kept_*'] })).to.deep.equal(['local:kept_1']);
    localStorage.clear();
  });

  it('removes databases, exact and by pattern (E4)', async () => {
    await Promise.all(['tracker', 'trackers-1', 'trackers-2', 'mine'].map(openDatabase));
    expect(await eraseAll({ storage: ['indexeddb:tracker', 'indexeddb:tr*rs-*'] })).to.deep.equal([]);
    const left = await databases();
    expect(left.filter((name) => name?.startsWith('tracker'))).to.deep.equal([]);
    expect(left).to.include('mine');
    indexedDB.deleteDatabase('mine');
  });

  it('names a database that a tracker holds open, and waits for it no longer than a moment (E5)', async () => {
    const held = await holdDatabase('held-1');
    await openDatabase('held-2');
    const start = performance.now();
    expect(await eraseAll({ storage: ['indexeddb:held-*'] })).to.deep.equal(['indexeddb:held-1']);
    expect(performance.now() - start).to.be.within(150, 900);
    held.close();
    await waitUntil(async () => !(await databases()).includes('held-1'), 'it stays when nobody holds it');
  });

  it('names a database that cannot be deleted, or be looked for (E5)', async () => {
    await openDatabase('stays');
    stub(IDBFactory.prototype, 'deleteDatabase', { value: refuse });
    expect(await eraseAll({ storage: ['indexeddb:st*ys'] })).to.deep.equal(['indexeddb:stays']);
    stub(IDBFactory.prototype, 'databases', { value: undefined });
    expect(await eraseAll({ storage: ['indexeddb:st*ys'] })).to.deep.equal(['indexeddb:st*ys']);
    stub(IDBFactory.prototype, 'databases', { value: () => new Promise(() => undefined) });
    expect(await eraseAll({ storage: ['indexeddb:st*ys'] })).to.deep.equal(['indexeddb:st*ys']);
    stub(window, 'indexedDB', { get: refuse });
    expect(await eraseAll({ storage: ['indexeddb:st*ys'] })).to.deep.equal(['indexeddb:st*ys']);
  });

  it('removes caches, exact and by pattern (E4)', async () => {
    await Promise.all(['pixel', 'pixels', 'v1-ads-v2', 'mine'].map((name) => caches.open(name)));
    expect(await eraseAll({ storage: ['cache:pixel', 'cache:v*-ads-*'] })).to.deep.equal([]);
    expect((await caches.keys()).sort()).to.deep.equal(['mine', 'pixels']);
  });

  it('waits for a browser that takes its time (E5)', async () => {
    await caches.open('slow');
    const remove = CacheStorage.prototype.delete;
    stub(CacheStorage.prototype, 'delete', {
      async value(this: CacheStorage, name: string) {
        await aTimeout(500);
        return remove.call(this, name);
      },
    });
    expect(await eraseAll({ storage: ['cache:slow'] })).to.deep.equal([]);
  });

  it('names a cache that cannot be deleted (E5)', async () => {
    await caches.open('stays');
    stub(CacheStorage.prototype, 'delete', { value: () => Promise.reject(new Error('no')) });
    expect(await eraseAll({ storage: ['cache:stays'] })).to.deep.equal(['cache:stays']);
  });

  it('ends workers by the path of their scope or of their script, whatever its query (E4)', async function () {
    if (!('serviceWorker' in navigator)) this.skip();
    const folder = '/test/support/fixtures/';
    const script = `${folder}worker.js`;
    const scopes = async (): Promise<string[]> => (await workers()).map(({ scope }) => new URL(scope).pathname).sort();
    const register = (...names: string[]): Promise<unknown> =>
      Promise.all(names.map((name) => navigator.serviceWorker.register(`${script}?app=1`, { scope: folder + name })));
    await register('push/', 'ads/', 'adverts/');
    expect(await eraseAll({ storage: [`serviceworker:${folder}ads/`] })).to.deep.equal([]);
    expect(await scopes()).to.deep.equal([`${folder}adverts/`, `${folder}push/`]);
    expect(await eraseAll({ storage: ['serviceworker:*/ad*'] })).to.deep.equal([]);
    expect(await scopes()).to.deep.equal([`${folder}push/`]);
    expect(await eraseAll({ storage: [`serviceworker:${folder}`, `serviceworker:${script}?app=1`] })).to.deep.equal([]);
    expect(await scopes()).to.deep.equal([`${folder}push/`]);
    stub(ServiceWorkerRegistration.prototype, 'unregister', { value: () => Promise.reject(new Error('no')) });
    expect(await eraseAll({ storage: [`serviceworker:${script}`] })).to.deep.equal([`serviceworker:${script}`]);
  });

  it('looks for neither caches nor workers where a page has none, as without https', async () => {
    stub(window, 'caches', { value: undefined });
    stub(navigator, 'serviceWorker', { value: undefined });
    expect(await eraseAll({ storage: ['cache:x', 'serviceworker:/x'] })).to.deep.equal([]);
  });

  it('is over at once where nothing takes time, and leaves alone what does where time is short', async () => {
    expect(begin({ ...cookies('_ga'), storage: ['local:x', 'session:x'] }).end).to.equal(undefined);
    await openDatabase('brief');
    localStorage.setItem('brief', '1');
    const { left, end } = begin({ storage: ['indexeddb:brief', 'local:brief'] }, { brief: true });
    expect([[...left], end, localStorage.length]).to.deep.equal([[], undefined, 0]);
    expect(await databases()).to.include('brief');
    await eraseAll({ storage: ['indexeddb:brief'] });
  });

  it('names what is still there, once (E5)', () => {
    document.cookie = '_kept=1; path=/';
    const jar = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie') as Required<PropertyDescriptor>;
    stub(Document.prototype, 'cookie', { get: () => jar.get.call(document) as string, set: () => undefined });
    expect(erase(cookies('_kept', '_gone', '_k*'))).to.deep.equal(['_kept']);
    stub(Document.prototype, 'cookie', jar);
    expect(erase(cookies('_kept'))).to.deep.equal([]);
  });

  it('names cookies that no script can see: HttpOnly, or of another site (E5)', () => {
    const { hostname } = location;
    const declared = {
      cookies: [
        { name: 'session', httpOnly: true },
        { name: 'open', httpOnly: false },
        { name: 'IDE', domain: '.ads.example' },
        { name: 'near', domain: `not${hostname}` },
        { name: 'below', domain: `shop.${hostname}` },
        { name: 'own', domain: hostname },
        { name: 'ours', domain: `.${hostname}` },
      ],
    };
    expect(erase(declared)).to.deep.equal(['session', 'IDE', 'near', 'below']);
    expect(erase(declared, { letter: 'U' })).to.deep.equal([]);
  });

  it('leaves what was granted, and what nobody has answered (A8)', () => {
    document.cookie = '_ga=1; path=/';
    erase(cookies('_ga'), { letter: 'U' });
    expect(cookie('_ga')).to.equal('1');
    erase(cookies('_ga'), { letter: '' });
    expect(cookie('_ga')).to.equal('1');
    erase(cookies('_ga'), { letter: '', withdrawn: ['ga'] });
    expect(cookie('_ga')).to.equal(undefined);
  });

  it('goes on where storage is closed, and names what nobody could look for (A14, E5)', async () => {
    document.cookie = '_ga=1; path=/';
    sessionStorage.setItem('x', '1');
    await caches.open('x');
    for (const name of ['localStorage', 'indexedDB']) stub(window, name, { get: refuse });
    const storage = ['local:x', 'indexeddb:x', 'session:x', 'cache:x'];
    expect(await eraseAll({ ...cookies('_ga'), storage })).to.deep.equal(['local:x', 'indexeddb:x']);
    expect([cookie('_ga'), sessionStorage.length, await caches.keys()]).to.deep.equal([undefined, 0, []]);
  });

  it('goes on where cookies cannot be read (A14, E5)', () => {
    localStorage.setItem('x', '1');
    stub(Document.prototype, 'cookie', { get: refuse, set: refuse });
    expect(erase({ ...cookies('_ga'), storage: ['local:x'] })).to.deep.equal(['_ga']);
    expect(localStorage.length).to.equal(0);
  });
});
