import { aTimeout, expect } from '@open-wc/testing';
import { printOf, readRecord, writeRecord } from '../../src/core/record.js';
import { explain } from '../../src/diagnostics/index.js';
import {
  blockCookies,
  comeBack,
  cookie,
  freshName,
  noteCookies,
  noteFindings,
  reported,
  rulesOf,
  start,
  startFrom,
  startPending,
  store,
  stub,
  stubActivation,
  stubGpc,
  stubTimer,
  useConsents,
} from '../support/consents.js';
import { DAY, NOW, recordOf } from '../support/records.js';
import { waitUntil } from '../support/wait-until.js';
import type { ConfigInput, Consent, ConsentChange, ConsentEvents, ConsentState, Finding } from '../../src/types.js';

const ALL = ['marketing', 'analytics', 'personalization'];
const granted = ({ state: { categories, services } }: Consent): string[] =>
  Object.entries({ ...categories, ...services }).flatMap(([id, answer]) =>
    answer.granted && id !== 'necessary' ? [id] : [],
  );
const yesToAll = (head = {}): ReturnType<typeof recordOf> =>
  recordOf(Object.fromEntries(ALL.map((id) => [id, 'U'])), {
    decidedAt: Math.floor(Date.now() / 60_000) * 60_000,
    ...head,
  });

/** Names of what happens, in order. */
function logOf(consent: Consent, ...types: (keyof ConsentEvents)[]): string[] {
  const log: string[] = [];
  for (const type of types) consent.on(type, () => log.push(type));
  return log;
}

const changeOf = (consent: Consent, act: () => void): ConsentChange => {
  let change: ConsentChange | undefined;
  const stop = consent.on('change', (detail) => (change = detail));
  act();
  stop();
  if (!change) throw new Error('nothing has changed');
  return change;
};

/** Ends with the parts of a state that can still be written. */
function soft(part: unknown, path = 'state'): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = Object.isFrozen(part) ? [] : [path];
  return [...own, ...Object.entries(part).flatMap(([key, value]) => soft(value, `${path}.${key}`))];
}

describe('a consent at the start', () => {
  useConsents();

  it('denies everything and asks', () => {
    const consent = start();
    expect(granted(consent)).to.deep.equal([]);
    expect(consent.state.status).to.equal('undecided');
    expect(consent.layer).to.equal('banner');
  });

  it('stores nothing before a choice (A6, F3)', async () => {
    const written = noteCookies();
    const consent = start({ services: [{ id: 'ga', category: 'analytics', cookies: [{ name: '_ga*' }] }] });
    consent.open();
    consent.close();
    consent.open('banner');
    consent.close();
    comeBack();
    document.dispatchEvent(new Event('visibilitychange'));
    await consent.ready;
    expect(written).to.deep.equal([]);
    expect([localStorage.length, sessionStorage.length]).to.deep.equal([0, 0]);
  });

  it('grants what its visitor granted earlier, and asks nothing', () => {
    const name = freshName();
    store(name, yesToAll());
    const consent = start({ cookie: { name } });
    expect(granted(consent)).to.deep.equal(ALL);
    expect([consent.state.status, consent.layer]).to.deep.equal(['decided', undefined]);
  });

  it('asks again for what is new, and keeps the rest (B6)', () => {
    const name = freshName();
    store(name, recordOf({ analytics: 'U', personalization: 'u' }, { decidedAt: Date.now() }));
    const consent = start({ cookie: { name } });
    expect(granted(consent)).to.deep.equal(['analytics']);
    expect(consent.layer).to.equal('banner');
  });

  it('does not ask under opt-out', () => {
    const consent = start({ regime: 'opt-out' });
    expect(granted(consent)).to.deep.equal(ALL);
    expect([consent.state.status, consent.layer]).to.deep.equal(['undecided', undefined]);
  });

  it('obeys the signal before anything is opened (K4)', () => {
    stubGpc(true);
    const consent = startPending();
    const seen: ConsentState[] = [];
    consent.on('gate', (state) => seen.push(state));
    consent.configure({ regime: 'opt-out', cookie: { name: freshName() } });
    expect(seen[0]?.categories.marketing).to.deep.equal({ granted: false, decided: false, by: 'gpc' });
    expect(seen[0]?.gpc).to.deep.equal({ present: true, applied: true });
  });

  it('tells signals first, then the gate, then the page (E3, M4)', () => {
    const consent = startPending();
    const log = logOf(consent, 'ready', 'gate', 'signals');
    consent.configure({ cookie: { name: freshName() } });
    expect(log).to.deep.equal(['signals', 'gate', 'ready']);
  });

  it('asks before the gate goes through the page; who has answered is kept waiting by no interface', () => {
    const asked = startPending();
    const log = logOf(asked, 'interface', 'gate');
    asked.configure({ cookie: { name: freshName() } });
    expect(log).to.deep.equal(['interface', 'gate']);
    const unasked = startPending();
    const other = logOf(unasked, 'interface', 'gate');
    unasked.configure({ regime: 'notice', cookie: { name: freshName() } });
    expect(other).to.deep.equal(['gate', 'interface']);
  });

  it('says on the document that it is ready', () => {
    const seen: unknown[] = [];
    const note = ({ detail }: CustomEvent<ConsentState>): unknown => seen.push(detail);
    document.addEventListener('askfirst:ready', note);
    const { state } = start();
    document.removeEventListener('askfirst:ready', note);
    expect(seen).to.deep.equal([state]);
  });

  it('is pending, and everything is denied, until it is configured (A14)', () => {
    const consent = startPending();
    expect(consent.state.status).to.equal('pending');
    expect(consent.granted('analytics')).to.equal(false);
    expect(consent.layer).to.equal(undefined);
  });

  it('asks again where the record is damaged or of a later schema, says so, and leaves it as it is (F4)', async () => {
    for (const text of ['2.1.ntu00w.i0.hhu3U1', 'damaged']) {
      const name = freshName();
      document.cookie = `${name}=${text}; path=/`;
      const consent = startPending();
      const findings = noteFindings(consent);
      consent.configure({ cookie: { name } });
      await reported(consent);
      expect([granted(consent), consent.layer]).to.deep.equal([[], 'banner']);
      expect(rulesOf(findings)).to.deep.equal(['record']);
      expect(cookie(name)).to.equal(text);
    }
  });

  it('says nothing of a record that has expired, and asks again (F4)', async () => {
    const name = freshName();
    store(name, yesToAll({ decidedAt: Date.now() - 200 * DAY }));
    const consent = start({ cookie: { name } });
    const findings = noteFindings(consent);
    await reported(consent);
    expect([granted(consent), consent.layer, rulesOf(findings)]).to.deep.equal([[], 'banner', []]);
  });
});

describe('a choice', () => {
  useConsents();

  it('is stored, signalled, erased for, gated and told, in this order (E3, N1)', () => {
    const name = freshName();
    store(name, yesToAll());
    document.cookie = '_order=1; path=/';
    const services = [{ id: 'ga', category: 'analytics', cookies: [{ name: '_order' }] }];
    const consent = start({ cookie: { name }, services });
    consent.choose({ ga: true });
    const log: string[] = [];
    const look = (): string =>
      readRecord(cookie(name)!)?.entries[printOf('analytics')]?.answer === 'u' ? 'stored' : 'not stored';
    const left = (): string => (cookie('_order') ? 'not erased' : 'erased');
    consent.on('signals', () => log.push(`signals ${look()}`));
    consent.on('gate', () => log.push(`gate ${left()}`));
    consent.on('change', () => log.push('change'));
    consent.on('done', () => log.push('done'));
    consent.rejectAll();
    expect(log).to.deep.equal(['signals stored', 'gate erased', 'change', 'done']);
  });

  it('signals before the gate opens (M5, N1)', () => {
    const consent = start();
    const log = logOf(consent, 'done', 'change', 'gate', 'signals');
    consent.acceptAll();
    expect(log).to.deep.equal(['signals', 'gate', 'change', 'done']);
  });

  it('of everything grants everything, and closes the question', () => {
    const consent = start();
    consent.acceptAll();
    expect(granted(consent)).to.deep.equal(ALL);
    expect([consent.state.status, consent.layer]).to.deep.equal(['decided', undefined]);
    expect(consent.state.categories.analytics).to.deep.equal({ granted: true, decided: true, by: 'user' });
  });

  it('of nothing denies everything, and closes the question', () => {
    const consent = start();
    consent.rejectAll();
    expect(granted(consent)).to.deep.equal([]);
    expect([consent.state.status, consent.layer]).to.deep.equal(['decided', undefined]);
  });

  it('names what it changes, nothing else (A8)', () => {
    const consent = start();
    consent.choose({ analytics: true });
    expect(granted(consent)).to.deep.equal(['analytics']);
    expect(consent.state.categories.marketing).to.deep.equal({ granted: false, decided: false, by: 'default' });
    expect([consent.state.status, consent.layer]).to.deep.equal(['undecided', 'banner']);
    consent.choose({ marketing: false });
    expect(granted(consent)).to.deep.equal(['analytics']);
    consent.choose({ analytics: false, personalization: true });
    expect(granted(consent)).to.deep.equal(['personalization']);
    expect(consent.state.status).to.equal('decided');
  });

  it('of a service beats that of its category (A9)', () => {
    const services = [
      { id: 'ga', category: 'analytics' },
      { id: 'hotjar', category: 'analytics' },
    ];
    const consent = start({ services });
    consent.choose({ analytics: true, ga: false });
    expect(granted(consent)).to.deep.equal(['analytics', 'hotjar']);
    consent.choose({ analytics: false, ga: true });
    expect(granted(consent)).to.deep.equal(['ga']);
    consent.choose({ hotjar: true });
    expect(granted(consent)).to.deep.equal(['ga', 'hotjar']);
    consent.choose({ analytics: true });
    expect(granted(consent)).to.deep.equal(['analytics', 'ga', 'hotjar']);
    consent.choose({ hotjar: false });
    expect(granted(consent)).to.deep.equal(['analytics', 'ga']);
  });

  it('of a service counts where its category is asked again (B6)', () => {
    const name = freshName();
    const services = [{ id: 'ga', category: 'analytics' }];
    store(name, recordOf({ analytics: { answer: 'U', services: { ga: '-' } } }, { decidedAt: Date.now() }));
    const consent = start({ cookie: { name }, services, categories: { analytics: { revision: 2 } } });
    expect(granted(consent)).to.deep.equal([]);
    consent.choose({ ga: true });
    expect(granted(consent)).to.deep.equal(['ga']);
    consent.choose({ ga: false });
    expect(consent.state.services.ga).to.deep.equal({ granted: false, decided: true, by: 'user' });
  });

  it('covers the services that stand under it, and a new one is asked for (B6)', () => {
    const name = freshName();
    const ga = { id: 'ga', category: 'analytics' };
    start({ cookie: { name }, services: [ga] }).acceptAll();
    const consent = start({ cookie: { name }, services: [ga, { id: 'new', category: 'analytics' }] });
    expect(consent.granted('ga')).to.equal(true);
    expect(consent.state.services.new).to.deep.equal({ granted: false, decided: false, by: 'default' });
    expect(consent.layer).to.equal('banner');
    consent.choose({ new: true });
    expect(granted(consent)).to.include.members([...ALL, 'ga', 'new']);
    expect(consent.state.status).to.equal('decided');
  });

  it('tells what was granted and withdrawn, by whom, and whether anything is sold or shared (J5)', () => {
    const consent = start({ services: [{ id: 'ga', category: 'analytics' }] });
    const accepted = changeOf(consent, () => {
      consent.acceptAll();
    });
    expect(accepted).to.deep.equal({
      state: consent.state,
      granted: [...ALL, 'ga'],
      withdrawn: [],
      by: 'user',
      saleOrShare: true,
      remaining: [],
      recall: [],
    });
    const partly = changeOf(consent, () => {
      consent.choose({ marketing: false, analytics: false });
    });
    expect(partly).to.deep.include({
      granted: [],
      withdrawn: ['marketing', 'analytics', 'ga'],
      saleOrShare: false,
      recall: [],
    });
  });

  it('tells of sale and sharing by a single service too (J5, K9)', () => {
    const services = [
      { id: 'own', category: 'marketing' },
      { id: 'shared', category: 'analytics', saleOrShare: true },
    ];
    const consent = start({ services });
    const tell = (answers: Record<string, boolean>): boolean =>
      changeOf(consent, () => {
        consent.choose(answers);
      }).saleOrShare;
    expect(tell({ analytics: true, marketing: false })).to.equal(true);
    expect(tell({ analytics: false })).to.equal(false);
    expect(tell({ own: true })).to.equal(true);
  });

  it('is told on the document too, after the listeners of the consent', () => {
    const consent = start();
    const log: string[] = [];
    consent.on('change', () => log.push('on'));
    const note = ({ detail }: CustomEvent<ConsentChange>): unknown => log.push(detail.granted.join());
    document.addEventListener('askfirst:change', note);
    consent.choose({ analytics: true });
    document.removeEventListener('askfirst:change', note);
    expect(log).to.deep.equal(['on', 'analytics']);
  });

  it('that says the same again changes nothing, but closes the question', () => {
    const consent = start({}, { now: () => NOW });
    consent.rejectAll();
    const log = logOf(consent, 'change', 'signals', 'gate');
    const { state } = consent;
    consent.open();
    consent.rejectAll();
    expect([log, consent.layer]).to.deep.equal([[], undefined]);
    expect(consent.state).to.equal(state);
  });

  it('of an unknown id is reported, and grants nothing', async () => {
    const consent = start();
    const findings = noteFindings(consent);
    consent.choose({ statistics: true });
    await reported(consent);
    expect(rulesOf(findings)).to.deep.equal(['unknown-id']);
    expect(granted(consent)).to.deep.equal([]);
  });

  it('of nothing known stores nothing, and does not move the end of what was chosen (F3, F8)', () => {
    const name = freshName();
    const fresh = start({ cookie: { name } });
    fresh.choose({});
    fresh.choose({ statistics: true });
    expect(cookie(name)).to.equal(undefined);
    let now = NOW;
    const consent = start({}, { now: () => now });
    consent.rejectAll();
    const { expiresAt } = consent.state;
    now += 30 * DAY;
    consent.choose({});
    expect(consent.state.expiresAt).to.equal(expiresAt);
  });

  it('made by a script is recorded as such, and reported (B8)', async () => {
    stubActivation(false);
    const consent = start();
    const findings = noteFindings(consent);
    const { by } = changeOf(consent, () => {
      consent.choose({ analytics: true, marketing: false });
    });
    await reported(consent);
    expect(by).to.equal('api');
    expect(consent.state.categories.analytics).to.deep.equal({ granted: true, decided: true, by: 'api' });
    expect(consent.state.categories.marketing).to.deep.equal({ granted: false, decided: true, by: 'api' });
    expect(findings.map(({ rule, path }) => [rule, path])).to.deep.include(['api-grant', 'analytics']);
    expect(rulesOf(findings)).to.have.lengthOf(1);
  });

  it('keeps whether the signal was on: a fresh yes then stays (K7)', () => {
    stubGpc(true);
    const name = freshName();
    const consent = start({ cookie: { name }, regime: 'opt-out' });
    expect(consent.granted('marketing')).to.equal(false);
    consent.choose({ marketing: true });
    expect(consent.granted('marketing')).to.equal(true);
    expect(readRecord(cookie(name)!)?.gpc).to.equal(true);
    expect(start({ cookie: { name }, regime: 'opt-out' }).granted('marketing')).to.equal(true);
  });
});

describe('taking consent back', () => {
  useConsents();

  it('denies everything by default, for as long as a refusal (E8)', () => {
    const name = freshName();
    const consent = start({ cookie: { name } });
    consent.acceptAll();
    consent.withdraw();
    expect([granted(consent), consent.state.status, consent.layer]).to.deep.equal([[], 'decided', undefined]);
    const later = start({ cookie: { name } }, { now: () => Date.now() + 170 * DAY });
    expect([later.state.status, later.layer]).to.deep.equal(['decided', undefined]);
  });

  it('denies just the ids that are named, categories or services', () => {
    const consent = start({ services: [{ id: 'ga', category: 'analytics' }] });
    consent.acceptAll();
    consent.withdraw(['ga', 'marketing']);
    expect(granted(consent)).to.deep.equal(['analytics', 'personalization']);
    expect(consent.layer).to.equal(undefined);
  });

  it('forgets the choice and asks again by reset()', () => {
    const name = freshName();
    const consent = start({ cookie: { name, path: '/' } });
    consent.acceptAll();
    expect(cookie(name)).to.be.a('string');
    const { withdrawn } = changeOf(consent, () => {
      consent.reset();
    });
    expect(withdrawn).to.deep.equal(ALL);
    expect(cookie(name)).to.equal(undefined);
    expect([granted(consent), consent.state.status, consent.layer]).to.deep.equal([[], 'undecided', 'banner']);
    expect([consent.state.decidedAt, consent.state.expiresAt]).to.deep.equal([null, null]);
  });

  it('names what could not be erased (E5)', () => {
    document.cookie = '_held=1; path=/';
    const services = [{ id: 'ga', category: 'analytics', cookies: [{ name: '_held' }] }];
    const consent = start({ services });
    consent.acceptAll();
    // A cookie that a page may read, and not delete: the jar takes no writing of it.
    const jar = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie') as Required<PropertyDescriptor>;
    stub(Document.prototype, 'cookie', {
      get: () => jar.get.call(document) as string,
      set: (text: string) => {
        if (!text.startsWith('_held=')) jar.set.call(document, text);
      },
    });
    const { remaining } = changeOf(consent, () => {
      consent.withdraw();
    });
    expect(remaining).to.deep.equal(['_held']);
    jar.set.call(document, '_held=; max-age=0; path=/');
  });
});

describe('the state', () => {
  useConsents();

  it('is one object until something changes', () => {
    const consent = start({}, { now: () => NOW });
    const { state } = consent;
    consent.open();
    consent.close();
    comeBack();
    expect(consent.state).to.equal(state);
    consent.acceptAll();
    expect(consent.state).not.to.equal(state);
  });

  it('is frozen through and through, at every moment (Q9)', () => {
    const consent = startPending();
    expect(soft(consent.state), 'pending').to.deep.equal([]);
    consent.configure({ cookie: { name: freshName() }, services: [{ id: 'ga', category: 'analytics' }] });
    expect(soft(consent.state), 'undecided').to.deep.equal([]);
    consent.acceptAll();
    expect(soft(consent.state), 'decided').to.deep.equal([]);
    expect(soft(startFrom(null).state), 'unusable').to.deep.equal([]);
  });

  it('cannot be given a yes by writing into it (Q9)', () => {
    const consent = startPending();
    Reflect.set(consent.state.categories, 'forged', { granted: true, decided: true, by: 'user' });
    const forged = consent.granted('forged');
    Reflect.deleteProperty(consent.state.categories, 'forged');
    expect(forged).to.equal(false);
  });

  it('comes to a listener now and at each change, until the listener ends (Q5)', () => {
    const consent = startPending();
    const seen: string[] = [];
    const stop = consent.on('state', ({ status }) => seen.push(status));
    expect(seen).to.deep.equal(['pending']);
    consent.configure({ cookie: { name: freshName() } });
    consent.acceptAll();
    expect(seen).to.deep.equal(['pending', 'undecided', 'decided']);
    const late: string[] = [];
    const { abort, signal } = ((controller) => ({
      abort: () => {
        controller.abort();
      },
      signal: controller.signal,
    }))(new AbortController());
    consent.on('state', ({ status }) => late.push(status), { signal });
    expect(late).to.deep.equal(['decided']);
    stop();
    abort();
    consent.reset();
    expect([seen.length, late.length]).to.deep.equal([3, 1]);
  });

  it('comes to no listener whose signal has ended before', () => {
    const seen: unknown[] = [];
    start().on('state', (state) => seen.push(state), { signal: AbortSignal.abort() });
    expect(seen).to.deep.equal([]);
  });
});

describe('when()', () => {
  useConsents();

  it('resolves at once where it is granted, and at the grant where it is not (Q5)', async () => {
    const consent = startPending();
    let resolved = 0;
    const analytics = consent.when('analytics').then(() => (resolved += 1));
    const ga = consent.when('ga').then(() => (resolved += 1));
    consent.configure({ cookie: { name: freshName() }, services: [{ id: 'ga', category: 'analytics' }] });
    consent.choose({ marketing: true });
    await consent.when('marketing');
    expect(resolved).to.equal(0);
    consent.choose({ analytics: true });
    await Promise.all([analytics, ga]);
    expect(resolved).to.equal(2);
  });

  it('rejects with the reason of its signal', async () => {
    const consent = start();
    const controller = new AbortController();
    const outcome = consent.when('analytics', { signal: controller.signal }).catch((error: unknown) => error);
    controller.abort(new Error('left the page'));
    expect(((await outcome) as Error).message).to.equal('left the page');
    const early = consent.when('analytics', { signal: AbortSignal.abort('early') }).catch((error: unknown) => error);
    expect(await early).to.equal('early');
  });
});

describe('what goes wrong', () => {
  useConsents();

  it('in one listener is reported once, and stops no other (A14)', async () => {
    const consent = start();
    const findings = noteFindings(consent);
    const seen: string[] = [];
    consent.on('change', () => {
      throw new Error('mine');
    });
    consent.on('change', ({ granted: ids }) => seen.push(ids.join()));
    consent.choose({ analytics: true });
    await reported(consent);
    expect(seen).to.deep.equal(['analytics']);
    expect(consent.granted('analytics')).to.equal(true);
    expect(findings.filter(({ rule }) => rule === 'subscriber')).to.have.lengthOf(1);
  });

  it('in a listener for errors does not go round in circles (A14)', async () => {
    const consent = start();
    let calls = 0;
    consent.on('error', () => {
      calls += 1;
      // Enough to see the circle; one that goes on for ever would stop this page.
      if (calls < 50) throw new Error('mine');
    });
    consent.report('anything', 'anywhere');
    await waitUntil(() => calls > 0);
    await aTimeout(0);
    expect(calls).to.be.at.most(2);
  });

  it('with the words for it leaves brief words', async () => {
    for (const explainBadly of [
      () => Promise.reject(new Error('not found')),
      () => {
        throw new Error('not right');
      },
    ]) {
      const consent = start({}, { explain: explainBadly });
      const findings = noteFindings(consent);
      consent.report('anything', 'anywhere', 'found');
      await waitUntil(() => findings.length > 0, 'nothing was said');
      expect(findings[0]).to.deep.include({ rule: 'anything', path: 'anywhere' });
      expect(findings[0]?.message).to.include('found');
    }
  });

  it('is said in the console and on the document', async () => {
    const lines: string[] = [];
    stub(console, 'error', { value: (line: string) => lines.push(line) });
    const events: Finding[] = [];
    const note = ({ detail }: CustomEvent<Finding>): unknown => events.push(detail);
    document.addEventListener('askfirst:error', note);
    const consent = start();
    consent.report('anything', 'anywhere', 'found');
    await reported(consent);
    document.removeEventListener('askfirst:error', note);
    expect(lines[0]).to.equal('AskFirst: anything anywhere found');
    expect(events[0]).to.deep.include({ rule: 'anything', path: 'anywhere' });
  });

  it('in the configuration keeps everything off, asks nothing, and names the key (A14)', async () => {
    const consent = startPending({ explain });
    const findings = noteFindings(consent);
    consent.configure({ cookie: { name: 'no name' } });
    const state = await consent.ready;
    await waitUntil(() => findings.length > 0);
    expect([state.status, consent.layer, consent.config]).to.deep.equal(['undecided', undefined, undefined]);
    expect(consent.granted('analytics')).to.equal(false);
    expect(findings).to.have.lengthOf(1);
    expect(findings[0]).to.deep.include({ rule: 'H1', level: 'error', path: 'cookie.name' });
  });

  it('in the configuration leaves what is stored (A14)', () => {
    const text = store('askfirst', yesToAll());
    const consent = startFrom({ revision: 'two' });
    consent.acceptAll();
    consent.rejectAll();
    consent.withdraw();
    expect(cookie('askfirst')).to.equal(text);
    expect(granted(consent)).to.deep.equal([]);
    document.cookie = 'askfirst=; max-age=0; path=/';
  });

  it('in the configuration is not asked about, whatever is called (A14)', () => {
    const consent = startFrom({ revision: 'two' });
    for (const call of ['reset', 'acceptAll', 'rejectAll', 'withdraw'] as const) {
      consent[call]();
      expect(consent.layer, call).to.equal(undefined);
    }
  });

  for (const region of [null, 5, ['US']]) {
    it(`with region ${JSON.stringify(region)} still lets the page get ready, and denies (A14)`, async () => {
      const consent = startPending();
      consent.configure({ cookie: { name: freshName() }, region });
      await consent.ready;
      expect(granted(consent)).to.deep.equal([]);
    });
  }

  it('with a second configuration is reported, and the first stays (C12)', async () => {
    const consent = start();
    const findings = noteFindings(consent);
    const { config } = consent;
    consent.configure({ categories: { analytics: {} } });
    await reported(consent);
    expect(consent.config).to.equal(config);
    expect(rulesOf(findings)).to.deep.equal(['second-configuration']);
  });

  it('with an id that nobody configured is false, and reported once', async () => {
    const consent = start();
    const findings = noteFindings(consent);
    expect(consent.granted('statistics')).to.equal(false);
    await reported(consent);
    expect(consent.granted('statistics')).to.equal(false);
    await reported(consent);
    expect(rulesOf(findings)).to.deep.equal(['unknown-id']);
  });

  it('where cookies are blocked is a warning, and the choice counts for the page view (F6)', async () => {
    blockCookies();
    const consent = start({}, { explain });
    const findings = noteFindings(consent);
    consent.acceptAll();
    await waitUntil(() => findings.length > 0);
    expect(granted(consent)).to.deep.equal(ALL);
    expect(findings).to.have.lengthOf(1);
    expect(findings[0]).to.deep.include({ rule: 'F6', level: 'warning' });
    // Looking again into the empty jar forgets nothing, and opens no second banner.
    document.dispatchEvent(new Event('visibilitychange'));
    comeBack();
    expect([granted(consent), consent.layer]).to.deep.equal([ALL, undefined]);
    consent.rejectAll();
    expect([granted(consent), consent.layer]).to.deep.equal([[], undefined]);
  });

  it('keeps what the signal decided for the page view, and says once that it could not be stored (F6, K4)', async () => {
    blockCookies();
    stubGpc(true);
    const consent = startPending();
    const findings = noteFindings(consent);
    consent.configure({ regime: 'opt-out', cookie: { name: freshName() } });
    document.dispatchEvent(new Event('visibilitychange'));
    await reported(consent);
    expect([consent.granted('marketing'), consent.granted('analytics')]).to.deep.equal([false, true]);
    expect(rulesOf(findings)).to.deep.equal(['storage']);
  });

  it('where reading cookies throws, as in a sandboxed frame, asks and counts for the page view (F6)', () => {
    const refuse = (): never => {
      throw new DOMException('', 'SecurityError');
    };
    stub(Document.prototype, 'cookie', { get: refuse, set: refuse });
    const consent = start();
    expect(consent.layer).to.equal('banner');
    consent.acceptAll();
    expect([granted(consent), consent.layer]).to.deep.equal([ALL, undefined]);
    consent.reset();
    expect([granted(consent), consent.layer]).to.deep.equal([[], 'banner']);
  });

  it('with a listener that changes its mind leaves the last word (A14)', () => {
    const consent = start();
    consent.on('signals', ({ categories }) => {
      if (categories.analytics?.granted) consent.choose({ analytics: false });
    });
    const seen: boolean[] = [];
    consent.on('gate', () => seen.push(consent.granted('analytics')));
    consent.choose({ analytics: true });
    expect(consent.granted('analytics')).to.equal(false);
    expect(seen).not.to.include(true);
  });
});

describe('a region that is promised', () => {
  useConsents();

  const regions = { US: 'opt-out' } as const;
  const startWith = (region: PromiseLike<unknown>): Consent =>
    startFrom({ regions, region, cookie: { name: freshName() } });

  it('keeps everything denied, and asks nothing, until it is known (I3)', async () => {
    let tell: (code: string) => void = () => undefined;
    const consent = startWith(new Promise((resolve) => (tell = resolve)));
    await aTimeout(50);
    expect([consent.state.status, granted(consent), consent.layer]).to.deep.equal(['pending', [], undefined]);
    tell('US-CA');
    await consent.ready;
    expect([consent.state.regime, consent.state.region, granted(consent)]).to.deep.equal(['opt-out', 'US-CA', ALL]);
  });

  it('is opt-in after a second without it, says so, and stays so for the page (I3)', async () => {
    let tell: (code: string) => void = () => undefined;
    const second = stubTimer(1000);
    const consent = startWith(new Promise((resolve) => (tell = resolve)));
    const findings = noteFindings(consent);
    expect(second.waiting).to.equal(1);
    await aTimeout(50);
    expect(consent.state.status).to.equal('pending');
    second.ends();
    await consent.ready;
    await reported(consent);
    expect(findings.map(({ path }) => path)).to.include('region');
    expect([consent.state.regime, consent.state.region, consent.layer]).to.deep.equal(['opt-in', null, 'banner']);
    tell('US-CA');
    await aTimeout(0);
    expect([consent.state.regime, granted(consent)]).to.deep.equal(['opt-in', []]);
  });

  for (const [what, region] of [
    ['that is broken', () => Promise.reject(new Error('no network'))],
    ['of a code that is none', () => Promise.resolve('Texas')],
    ['of nothing', () => Promise.resolve(undefined)],
    ['of a number', () => Promise.resolve(5)],
    ['of an object', () => Promise.resolve({ country: 'US' })],
  ] as const) {
    it(`${what} is opt-in (I2, I3)`, async () => {
      const consent = startWith(region());
      await consent.ready;
      expect([consent.state.regime, consent.state.region, granted(consent)]).to.deep.equal(['opt-in', null, []]);
    });
  }

  it('is what the configuration is explained with, once it is known (I2)', async () => {
    const inputs: unknown[] = [];
    const consent = startPending({
      explain: (problems, input) => {
        inputs.push(input);
        return problems;
      },
    });
    consent.configure({ region: Promise.resolve('Texas'), cookie: { name: freshName() } });
    await consent.ready;
    await reported(consent);
    expect(inputs.at(-1)).to.deep.include({ region: 'Texas' });
  });

  it('lets a second configuration wait for nothing, and count for nothing', async () => {
    const consent = startWith(Promise.resolve('US'));
    consent.configure({ regime: 'opt-in' });
    await consent.ready;
    expect(consent.state.regime).to.equal('opt-out');
  });
});

describe('a page that is rendered ahead of a visit', () => {
  useConsents();

  it('decides, asks and stores nothing until somebody looks at it (A17)', () => {
    stub(document, 'prerendering', { value: true, configurable: true });
    stubGpc(true);
    const name = freshName();
    const consent = startFrom({ regime: 'opt-out', cookie: { name } });
    expect([consent.state.status, granted(consent), consent.layer]).to.deep.equal(['pending', [], undefined]);
    consent.acceptAll();
    expect(cookie(name)).to.equal(undefined);
    stub(document, 'prerendering', { value: false });
    document.dispatchEvent(new Event('prerenderingchange'));
    expect([consent.granted('analytics'), consent.granted('marketing')]).to.deep.equal([true, false]);
    expect(cookie(name)).to.match(/be5rg1/);
  });
});

describe('an answer under opt-out', () => {
  useConsents();

  const config = (): ConfigInput & { cookie: { name: string } } => ({
    regime: 'opt-out',
    cookie: { name: freshName() },
  });

  it('is renewed once it is old, since browsers forget a cookie after 400 days; then it is young again (J8, F8)', () => {
    const own = config();
    start(own, { now: () => NOW }).choose({ marketing: false, analytics: true });
    const written = noteCookies();
    start(own, { now: () => NOW + 199 * DAY });
    expect(written).to.deep.equal([]);
    start(own, { now: () => NOW + 201 * DAY });
    expect(written).to.have.lengthOf(1);
    const { state } = start(own, { now: () => NOW + 202 * DAY });
    expect([written.length, state.decidedAt, state.expiresAt]).to.deep.equal([1, NOW + 201 * DAY, null]);
    expect(state.categories.marketing).to.deep.equal({ granted: false, decided: true, by: 'user' });
  });

  it('is written again as it is where it holds a yes, which no visit makes younger (F8)', () => {
    const own = config();
    start(own, { now: () => NOW }).acceptAll();
    const text = cookie(own.cookie.name);
    const written = noteCookies();
    const { state } = start(own, { now: () => NOW + 201 * DAY });
    expect(written.map((one) => one.split(';')[0])).to.deep.equal([`${own.cookie.name}=${String(text)}`]);
    expect([state.decidedAt, state.expiresAt]).to.deep.equal([NOW, null]);
  });

  it('is written again under opt-in too, as it is, where the site remembers it for longer than a browser (F1)', () => {
    const own = { cookie: { name: freshName() }, memory: { refusalMonths: 24 } };
    start(own, { now: () => NOW }).rejectAll();
    const text = cookie(own.cookie.name);
    const written = noteCookies();
    const { state } = start(own, { now: () => NOW + 390 * DAY });
    expect(written[0]).to.match(
      new RegExp(
        `^${own.cookie.name}=${String(text)};.*max-age=${String((state.expiresAt! - NOW) / 1000 - 390 * 86_400)};`,
      ),
    );
    expect([state.status, state.decidedAt]).to.deep.equal(['decided', NOW]);
  });

  it('is not renewed where the site lets it end (J8)', () => {
    const own = { ...config(), memory: { optOutMonths: 12 } };
    start(own, { now: () => NOW }).choose({ marketing: false });
    expect(start(own, { now: () => NOW + 364 * DAY }).granted('marketing')).to.equal(false);
    expect(start(own, { now: () => NOW + 366 * DAY }).granted('marketing')).to.equal(true);
  });

  it('makes no consent of what ran by default, once the law is stricter (I4)', () => {
    const own = config();
    const american = start(own);
    american.choose({ marketing: false, analytics: true, personalization: true });
    expect(granted(american)).to.deep.equal(['analytics', 'personalization']);
    const german = start({ ...own, regime: 'opt-in' });
    expect([granted(german), german.layer]).to.deep.equal([[], 'banner']);
    expect(german.state.categories.marketing).to.deep.equal({ granted: false, decided: true, by: 'user' });
  });

  it('is a consent where it was given outright (I4)', () => {
    const own = config();
    start(own).acceptAll();
    const german = start({ ...own, regime: 'opt-in' });
    expect([granted(german), german.layer]).to.deep.equal([ALL, undefined]);
  });
});

describe('a sensitive page', () => {
  useConsents();

  const services = [
    { id: 'ga', category: 'analytics' },
    { id: 'hospital', category: 'analytics', sensitiveSharing: true },
  ];

  it('grants what shares health data by its own yes alone (L2)', () => {
    const consent = start({ sensitive: true, services });
    consent.acceptAll();
    expect(granted(consent)).to.deep.equal([...ALL, 'ga']);
    expect(consent.state.services.hospital).to.deep.equal({ granted: false, decided: true, by: 'user' });
    expect([consent.state.status, consent.layer]).to.deep.equal(['decided', undefined]);
    consent.choose({ hospital: true });
    expect(consent.granted('hospital')).to.equal(true);
    consent.acceptAll();
    expect(consent.granted('hospital')).to.equal(true);
    consent.rejectAll();
    expect(consent.granted('hospital')).to.equal(false);
  });

  it('says which services were sent something, and are to be called (L8)', () => {
    const consent = start({ sensitive: true, services });
    consent.acceptAll();
    consent.choose({ hospital: true });
    const { recall, withdrawn } = changeOf(consent, () => {
      consent.rejectAll();
    });
    expect(recall).to.deep.equal(['ga', 'hospital']);
    expect(withdrawn).to.include.members([...ALL, 'ga', 'hospital']);
  });

  it('asks in every region, whatever the table says (L1)', () => {
    for (const region of ['US-WA', 'US-TX', 'BR', '']) {
      const consent = start({ sensitive: true, regions: 'recommended', region });
      expect([granted(consent), consent.layer], region).to.deep.equal([[], 'banner']);
    }
  });
});

describe('two cookies of one name', () => {
  useConsents();

  /** A jar with one more record, at a domain that this host cannot have: it goes only by the domain it was set for. */
  function jarWith(name: string, other: string): { values: () => string[] } {
    const jar = new Map([['other', other]]);
    stub(Document.prototype, 'cookie', {
      get: () => [...jar.values()].map((value) => `${name}=${value}`).join('; '),
      set: (text: string) => {
        const [, value = ''] = /=([^;]*)/.exec(text) ?? [];
        // The browser cannot say which domain a cookie is of: here every one but the host's own is "other".
        const place = /domain=/.test(text) ? 'other' : 'own';
        if (/max-age=0/.test(text)) jar.delete(place);
        else if (text.startsWith(`${name}=`)) jar.set(place, value);
      },
    });
    return { values: () => [...jar.values()] };
  }

  it('are one again once somebody answers, so that nothing of the same minute wins over it (F4)', () => {
    const name = freshName();
    const no = writeRecord(recordOf({ marketing: 'u', analytics: 'u', personalization: 'u' }));
    const { values } = jarWith(name, no);
    const consent = start({ cookie: { name } }, { now: () => NOW });
    consent.acceptAll();
    expect(values()).to.have.lengthOf(1);
    expect(granted(start({ cookie: { name } }, { now: () => NOW }))).to.deep.equal(ALL);
  });

  it('are both forgotten where the choice is (F4)', () => {
    const name = freshName();
    const { values } = jarWith(name, writeRecord(recordOf({ marketing: 'U' })));
    const consent = start({ cookie: { name } }, { now: () => NOW });
    consent.reset();
    expect([values(), consent.layer]).to.deep.equal([[], 'banner']);
  });
});

describe('other tabs, and pages that come back', () => {
  useConsents();

  it('agree at once when another tab has chosen (E6, Q4)', async () => {
    const name = freshName();
    const consent = start({ cookie: { name } });
    const tab = new BroadcastChannel('askfirst');
    store(name, yesToAll());
    tab.postMessage(0);
    await waitUntil(() => consent.granted('analytics'), 'not followed');
    expect(consent.layer).to.equal(undefined);
    store(name, recordOf(Object.fromEntries(ALL.map((id) => [id, 'u'])), { decidedAt: Date.now() }));
    tab.postMessage(0);
    await waitUntil(() => !consent.granted('analytics'), 'not followed');
    expect(consent.layer).to.equal(undefined);
    tab.close();
  });

  it('are told of a choice here, once it is stored (E6)', async () => {
    const name = freshName();
    const tab = new BroadcastChannel('askfirst');
    const heard = new Promise<string | undefined>((resolve) => {
      tab.onmessage = () => {
        resolve(cookie(name));
      };
    });
    const consent = start({ cookie: { name } });
    consent.acceptAll();
    expect(await heard).to.equal(cookie(name));
    tab.close();
  });

  for (const [what, wake] of [
    ['comes from the back-forward cache (Q3)', comeBack],
    ['comes to the front (Q4)', () => document.dispatchEvent(new Event('visibilitychange'))],
  ] as const) {
    it(`obey what is stored when the page ${what}`, () => {
      const name = freshName();
      const consent = start({ cookie: { name } });
      consent.acceptAll();
      store(name, recordOf(Object.fromEntries(ALL.map((id) => [id, 'u'])), { decidedAt: Date.now() }));
      const { withdrawn } = changeOf(consent, wake);
      expect(withdrawn).to.deep.equal(ALL);
      expect(granted(consent)).to.deep.equal([]);
    });
  }

  it('read the signal again when the page comes from the back-forward cache (K3)', () => {
    stubGpc(undefined);
    const consent = start({ regime: 'opt-out' });
    expect(consent.granted('marketing')).to.equal(true);
    stubGpc(true);
    comeBack();
    expect(consent.granted('marketing')).to.equal(false);
  });

  it('still hear of each other after a rest in the back-forward cache (Q3, Q4)', async () => {
    const name = freshName();
    const consent = start({ cookie: { name } });
    comeBack();
    const tab = new BroadcastChannel('askfirst');
    store(name, yesToAll());
    tab.postMessage(0);
    await waitUntil(() => consent.granted('analytics'), 'not followed');
    tab.close();
  });

  it('do not move the end of a choice by looking at it (F8)', () => {
    const name = freshName();
    let now = NOW;
    const clock = { now: () => now };
    const first = start({ cookie: { name } }, clock);
    first.acceptAll();
    const text = cookie(name);
    const { expiresAt } = first.state;
    const written = noteCookies();
    now = NOW + 150 * DAY;
    const second = start({ cookie: { name } }, clock);
    comeBack();
    expect(second.state.expiresAt).to.equal(expiresAt);
    expect([cookie(name), written]).to.deep.equal([text, []]);
    now = expiresAt!;
    expect(start({ cookie: { name } }, clock).layer).to.equal('banner');
  });

  it('take the newer of two cookies of one name, and at a tie the stricter', () => {
    const name = freshName();
    const at = Math.floor(Date.now() / 60_000) * 60_000;
    const text = (letter: string, minutesAgo: number): string =>
      writeRecord(recordOf({ analytics: letter }, { decidedAt: at - minutesAgo * 60_000 }));
    const jarOf = (...texts: string[]): void => {
      stub(Document.prototype, 'cookie', {
        get: () => texts.map((one) => `${name}=${one}`).join('; '),
        set: () => undefined,
      });
    };
    jarOf(text('U', 5), text('u', 1));
    expect(start({ cookie: { name } }).granted('analytics')).to.equal(false);
    jarOf(text('u', 5), text('U', 1));
    expect(start({ cookie: { name } }).granted('analytics')).to.equal(true);
    jarOf(text('U', 1), text('u', 1));
    expect(start({ cookie: { name } }).granted('analytics')).to.equal(false);
  });
});

describe('a page where another script wrote into prototypes (Q9)', () => {
  useConsents();

  const pollution: Readonly<Record<string, unknown>> = {
    analytics: { granted: true, decided: true, by: 'user' },
    marketing: true,
    granted: true,
    decided: true,
    answer: 'U',
    services: [],
    by: 'user',
    regime: 'opt-out',
    regions: { '': 'opt-out' },
    exempt: { basis: 'x', infoUrl: '/x', objection: true },
    consentMonths: 24,
    gpcInOptIn: 'refuse',
    revision: 0,
    sensitiveSharing: false,
    '': 'user',
    '-': 'user',
    d: 'user',
  };

  it('grants nothing, and asks', () => {
    for (const [key, value] of Object.entries(pollution)) {
      stub(Object.prototype, key, { value, writable: true });
    }
    const consent = start({ services: [{ id: 'ga', category: 'analytics' }] });
    expect([...ALL, 'ga'].filter((id) => consent.granted(id))).to.deep.equal([]);
    expect([consent.state.regime, consent.layer]).to.deep.equal(['opt-in', 'banner']);
    const name = freshName();
    store(name, recordOf({ analytics: 'D', marketing: '-' }, { decidedAt: Date.now() }));
    const second = start({ cookie: { name } });
    expect(ALL.filter((id) => second.granted(id))).to.deep.equal([]);
    expect(second.state.status).to.equal('undecided');
    // An answer from before the site first asked about revision 1.
    store(name, recordOf({ analytics: { answer: 'U', revision: 0 } }, { decidedAt: Date.now() }));
    expect(start({ cookie: { name } }).granted('analytics')).to.equal(false);
  });

  it('stores a no, also where an old library gave methods to every object', () => {
    stub(Object.prototype, 'extend', { value: () => undefined, writable: true, enumerable: true });
    const name = freshName();
    const consent = start({ cookie: { name } });
    consent.rejectAll();
    expect(ALL.filter((id) => consent.granted(id))).to.deep.equal([]);
    expect(readRecord(cookie(name) ?? '')?.entries[printOf('analytics')]?.answer).to.equal('u');
  });

  it('asks, and follows an answer, where an old library taught every object to write itself as text', () => {
    stub(Object.prototype, 'toJSON', { value: () => 'an object', writable: true });
    const consent = start();
    expect([consent.state.status, consent.layer]).to.deep.equal(['undecided', 'banner']);
    consent.choose({ analytics: true });
    consent.choose({ analytics: false, marketing: true });
    expect(granted(consent)).to.deep.equal(['marketing']);
  });

  it('keeps one state, and tells nobody, while nothing changes', () => {
    const consent = start({ services: [{ id: 'ga', category: 'analytics' }] });
    consent.choose({ ga: true });
    const { state } = consent;
    const log = logOf(consent, 'gate', 'change');
    document.dispatchEvent(new Event('visibilitychange'));
    expect([consent.state === state, log]).to.deep.equal([true, []]);
  });

  it('stores an answer where every object has an `answer` already', () => {
    stub(Object.prototype, 'answer', { value: true, writable: true, enumerable: true });
    const consent = start();
    consent.choose({ analytics: true });
    expect(granted(consent)).to.deep.equal(['analytics']);
  });

  it('gives the promise of a yes where every object has a `signal` that is none', async () => {
    stub(Object.prototype, 'signal', { value: 'a signal', writable: true });
    const consent = start();
    consent.acceptAll();
    await consent.when('analytics');
  });

  it('reads a list as a list where an old library taught lists to write themselves as text', () => {
    stub(Array.prototype, 'toJSON', { value: () => 'a text', writable: true });
    const consent = start({ services: [{ id: 'ga', category: 'analytics', cookies: [{ name: '_ga' }] }] });
    expect(consent.config?.services).to.have.lengthOf(1);
    consent.acceptAll();
    expect(granted(consent)).to.deep.equal([...ALL, 'ga']);
  });
});

describe('markup that would choose in somebody’s name (Q9)', () => {
  useConsents();

  it('sets no state, whatever it is called', () => {
    const markup = document.createElement('div');
    markup.innerHTML = `
      <form id="askFirst" name="askfirst" data-consent="granted"><input name="state" value="decided" /></form>
      <a id="granted" href="#x" data-askfirst-granted="marketing analytics"></a>
      <div data-askfirst data-granted="true" data-decided="true" data-by="user"></div>
      <input name="marketing" role="switch" type="checkbox" checked />`;
    document.body.append(markup);
    const consent = start();
    for (const element of markup.querySelectorAll<HTMLElement>('*')) element.click();
    for (const type of ['change', 'ready', 'open'])
      document.dispatchEvent(new CustomEvent(`askfirst:${type}`, { detail: { granted: ALL, by: 'user' } }));
    markup.remove();
    expect([granted(consent), consent.state.status]).to.deep.equal([[], 'undecided']);
  });

  it('cannot stand in for the jar: where an element answers to document.cookie, the page’s own is read and written (F3)', () => {
    const form = document.createElement('form');
    form.setAttribute('name', 'cookie');
    document.body.append(form);
    // So it is: a form of that name hides the jar of the page.
    const isHidden = (document.cookie as unknown) === form;
    const consent = start();
    consent.acceptAll();
    const { name } = consent.config!.cookie;
    const second = start({ cookie: { name } });
    consent.reset();
    const third = start({ cookie: { name } });
    form.remove();
    expect([isHidden, granted(second), third.layer, cookie(name)]).to.deep.equal([true, ALL, 'banner', undefined]);
  });
});
