import { expect, fixture } from '@open-wc/testing';
import { sweep } from '../../src/answers/sweep.js';
import { readConfig } from '../../src/core/config.js';
import { decide } from '../../src/core/decide.js';
import { cookie, useConsents } from '../support/consents.js';
import { NOW, recordOf } from '../support/records.js';
import { waitUntil } from '../support/wait-until.js';
import type { ConfigInput } from '../../src/types.js';

type Declared = Pick<NonNullable<ConfigInput['services']>[number], 'cookies' | 'storage'>;

/** Erases what one service of analytics declared, after this answer. */
function erase(
  declared: Declared,
  { letter = 'u', withdrawn = [], by = sweep }: { letter?: string; withdrawn?: string[]; by?: typeof sweep } = {},
): string[] {
  const config = readConfig({ services: [{ id: 'ga', category: 'analytics', ...declared }] });
  const record = letter === '' ? undefined : recordOf({ analytics: { answer: letter, services: { ga: '-' } } });
  return by(config, decide({ config, record, signals: { gpc: false }, now: NOW }), withdrawn);
}
const cookies = (...names: string[]): Declared => ({ cookies: names.map((name) => ({ name })) });
const databases = async (): Promise<(string | undefined)[]> => (await indexedDB.databases()).map(({ name }) => name);

const openDatabase = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => {
      reject(new Error(name));
    };
  });

/** A page some folders down, with `sweep` of its own: nobody else can see cookies of its path. */
async function deepPage(): Promise<{ document: Document; sweep: typeof sweep }> {
  const frame = await fixture<HTMLIFrameElement>('<iframe src="/test/support/fixtures/deep/page.html"></iframe>');
  const view = frame.contentWindow as unknown as { sweep?: typeof sweep };
  await waitUntil(() => view.sweep, 'the page has not loaded');
  return { document: frame.contentDocument!, sweep: view.sweep! };
}

describe('erasing', () => {
  useConsents();

  it('removes a declared cookie of a refused service (E3, A7)', () => {
    document.cookie = '_ga=1; path=/';
    expect(erase(cookies('_ga'))).to.deep.equal([]);
    expect(cookie('_ga')).to.equal(undefined);
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

  it('removes databases, exact and by pattern (E4)', async () => {
    await Promise.all(['tracker', 'trackers-1', 'trackers-2', 'mine'].map(openDatabase));
    erase({ storage: ['indexeddb:tracker', 'indexeddb:trackers-*'] });
    await waitUntil(async () => (await databases()).every((name) => !name?.startsWith('tracker')), 'databases stay');
    expect(await databases()).to.include('mine');
    indexedDB.deleteDatabase('mine');
  });

  it('names what is still there (E5)', () => {
    document.cookie = '_kept=1; path=/';
    const jar = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie') as Required<PropertyDescriptor>;
    Object.defineProperty(document, 'cookie', {
      configurable: true,
      get: () => jar.get.call(document) as string,
      set: () => undefined,
    });
    expect(erase(cookies('_kept', '_gone'))).to.deep.equal(['_kept']);
    Reflect.deleteProperty(document, 'cookie');
    expect(erase(cookies('_kept'))).to.deep.equal([]);
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

  it('goes on where storage is closed (A14)', () => {
    document.cookie = '_ga=1; path=/';
    const own = Object.getOwnPropertyDescriptor(window, 'localStorage') as PropertyDescriptor;
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('', 'SecurityError');
      },
    });
    expect(() => erase({ ...cookies('_ga'), storage: ['local:x'] })).not.to.throw();
    Object.defineProperty(window, 'localStorage', own);
    expect(cookie('_ga')).to.equal(undefined);
  });
});
