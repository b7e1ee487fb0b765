import { aTimeout, expect } from '@open-wc/testing';
import { cookie, start, useConsents } from '../support/consents.js';
import { waitUntil } from '../support/wait-until.js';
import type { Consent, ConsentChange } from '../../src/types.js';

/** What the page is told from now on. */
function toldBy(consent: Consent): ConsentChange[] {
  const told: ConsentChange[] = [];
  consent.on('change', (change) => told.push(change));
  return told;
}

/** A consent to a service that stores in a database, given. */
function startGranted(name: string): Consent {
  const consent = start({ services: [{ id: 'ga', category: 'analytics', storage: [`indexeddb:${name}`] }] });
  consent.acceptAll();
  return consent;
}

const openDatabase = (name: string): Promise<IDBDatabase> =>
  new Promise((resolve) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => {
      resolve(request.result);
    };
  });

const databases = async (): Promise<(string | undefined)[]> => (await indexedDB.databases()).map(({ name }) => name);

describe('what the page is told of a withdrawal', () => {
  useConsents();

  it('comes once databases are deleted, and after it the moment for a reload; the gate waits for neither (E3)', async () => {
    (await openDatabase('told')).close();
    const consent = startGranted('told');
    const log: string[] = [];
    for (const type of ['signals', 'gate', 'state', 'change', 'done'] as const)
      consent.on(type, (detail: object) =>
        log.push(`${type} ${'withdrawn' in detail ? String(detail.withdrawn) : ''}`),
      );
    log.length = 0;
    consent.withdraw(['analytics']);
    expect(log).to.deep.equal(['signals ', 'gate ', 'state ']);
    await waitUntil(() => log.length === 5, 'the page is not told');
    expect(log.slice(3)).to.deep.equal(['change analytics,ga', 'done analytics,ga']);
    expect(await databases()).not.to.include('told');
  });

  it('names a database that stays, and does not wait for it (E5)', async () => {
    const held = await openDatabase('told-held');
    const consent = startGranted('told-held');
    const told = toldBy(consent);
    consent.withdraw();
    await waitUntil(() => told.length, 'the page is not told');
    expect(told[0]?.remaining).to.deep.equal(['indexeddb:told-held']);
    held.close();
  });

  it('comes in order: what is answered meanwhile is told after it, and then at once again (N1)', async () => {
    const held = await openDatabase('told-order');
    const consent = startGranted('told-order');
    const told = toldBy(consent);
    consent.withdraw(['analytics']);
    consent.acceptAll();
    expect([told.length, consent.granted('ga')]).to.deep.equal([0, true]);
    await waitUntil(() => told.length === 2, 'the page is not told');
    expect(told.map(({ granted, withdrawn }) => [granted, withdrawn])).to.deep.equal([
      [[], ['analytics', 'ga']],
      [['analytics', 'ga'], []],
    ]);
    await aTimeout(0);
    consent.choose({ marketing: false });
    expect(told.length).to.equal(3);
    held.close();
  });
});

describe('what a running tracker writes again', () => {
  useConsents();

  /** Somebody withdraws, and a tracker that runs has its answer to the same click. */
  function startWithdrawn(name: string, storage: string[] = []): Consent {
    const consent = start({ services: [{ id: 'ga', category: 'analytics', cookies: [{ name }], storage }] });
    consent.acceptAll();
    consent.withdraw();
    document.cookie = `${name}=1; path=/`;
    return consent;
  }

  it('on the click that withdrew is erased a second later (E3, A7)', async () => {
    startWithdrawn('_again');
    expect(cookie('_again')).to.equal('1');
    await waitUntil(() => !cookie('_again'), 'it stays');
  });

  it('stays where it has been allowed again meanwhile (A8)', async () => {
    startWithdrawn('_allowed').acceptAll();
    await aTimeout(1200);
    dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(cookie('_allowed')).to.equal('1');
    document.cookie = '_allowed=; max-age=0; path=/';
  });

  it('while its page ends is erased too, though nothing that takes time (E3, A7)', async () => {
    (await openDatabase('ending')).close();
    startWithdrawn('_ending', ['indexeddb:ending', 'session:ending']);
    sessionStorage.setItem('ending', '1');
    const { databases: list } = IDBFactory.prototype;
    let looked = 0;
    IDBFactory.prototype.databases = function () {
      looked += 1;
      return list.call(this);
    };
    dispatchEvent(new PageTransitionEvent('pagehide'));
    IDBFactory.prototype.databases = list;
    expect([cookie('_ending'), sessionStorage.length, looked]).to.deep.equal([undefined, 0, 0]);
  });

  it('is erased too where the answer itself was taken back (E3)', () => {
    const consent = start({ services: [{ id: 'ga', category: 'analytics', cookies: [{ name: '_reset' }] }] });
    consent.acceptAll();
    consent.reset();
    document.cookie = '_reset=1; path=/';
    dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(cookie('_reset')).to.equal(undefined);
  });
});
