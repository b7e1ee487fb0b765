/** What every vendor's test walks through: section N of the requirements, a row at a time. */
import { expect } from '@open-wc/testing';
import { connect } from '../../src/integrations/connect.js';
import { freshName, startPending, store, stub, useConsents } from '../support/consents.js';
import { MINUTE, recordOf } from '../support/records.js';
import type { Consent, ConfigInput, ConsentState, Integration } from '../../src/types.js';

/** Each set of categories: m marketing, a analytics, p personalization. */
export const SETS: readonly string[] = ['', 'm', 'a', 'p', 'ma', 'mp', 'ap', 'map'];

export const answersOf = (letters: string): Record<string, boolean> => ({
  marketing: letters.includes('m'),
  analytics: letters.includes('a'),
  personalization: letters.includes('p'),
});

/** A command or call, as its name and what came with it. */
export type Call = readonly unknown[];

export interface Row {
  /** What is imported and connected. */
  start(consent: Consent): Integration;
  /** Puts the vendor's side onto the page, recording; gives what it has been told so far. */
  put(): () => readonly Call[];
  /** What it is told at the start of each page. */
  readonly before: readonly Call[];
  /** What it is told of these answers, the `last` on this page before being those. */
  after(letters: string, last?: string): readonly Call[];
  /** Names of what the vendor's script makes, and whether the integration waits for that: a vendor's queue it begins itself. */
  readonly globals: readonly string[];
  readonly waits: boolean;
  /** Makes the vendor remember a yes. */
  remembers?(): void;
}

/** A function that notes each call under a name. */
export const noting =
  (calls: Call[], name: string, result?: unknown) =>
  (...given: unknown[]): unknown => {
    calls.push([name, ...given]);
    return result;
  };

/** A property of the window, until the test is over. */
export const put = (name: string, value: unknown): void => stub(window, name, { value, writable: true });

/** A record of these answers, in the jar. */
export function remember(name: string, letters: string): void {
  const entries = Object.entries(answersOf(letters)).map(([id, yes]) => [id, yes ? 'U' : 'u']);
  store(name, recordOf(Object.fromEntries(entries) as Record<string, string>, { decidedAt: Date.now() }));
}

/** As a page does it: first the integration, then the configuration. */
export function startWith(
  start: Row['start'],
  { name = freshName(), now, ...config }: ConfigInput & { name?: string; now?: () => number } = {},
): Consent {
  const consent = startPending(now ? { now } : {});
  connect(consent, start(consent));
  consent.configure({ cookie: { name }, withdrawal: { reload: false }, ...config });
  return consent;
}

/** A state in which these are granted. */
export const stateOf = (letters: string, more: Partial<ConsentState> = {}): ConsentState => ({
  status: 'decided',
  regime: 'opt-in',
  region: null,
  gpc: { present: false, applied: false },
  decidedAt: Date.now(),
  expiresAt: null,
  categories: Object.fromEntries(
    Object.entries({ necessary: true, ...answersOf(letters) }).map(([id, granted]) => [
      id,
      { granted, decided: true, by: 'user' },
    ]),
  ),
  services: {},
  ...more,
});

/** A service of one's own answer. */
export const serviceOf = (id: string, granted: boolean): Pick<ConsentState, 'services'> => ({
  services: { [id]: { granted, decided: true, by: 'user' } },
});

/** Walks a row through a first visit, a return, a change and a withdrawal, with all eight sets of categories. */
export function followsTheRow(row: Row): void {
  useConsents();
  const { start, before, after } = row;

  it('is told nothing but its default while nobody has decided', () => {
    const told = row.put();
    const consent = startWith(start);
    consent.open();
    consent.close();
    expect(told()).to.deep.equal(before);
  });

  for (const letters of SETS) {
    const what = letters || 'nothing';

    it(`is told of a first decision, before the gate moves: ${what} (N1)`, () => {
      const told = row.put();
      const consent = startWith(start);
      let atGate: readonly Call[] = [];
      consent.on('gate', () => (atGate = [...told()]));
      consent.choose(answersOf(letters));
      expect(told()).to.deep.equal([...before, ...after(letters)]);
      expect(atGate).to.deep.equal(told());
    });

    it(`is told on the next page of what was chosen: ${what}`, () => {
      const told = row.put();
      const name = freshName();
      remember(name, letters);
      startWith(start, { name });
      expect(told()).to.deep.equal([...before, ...after(letters)]);
    });

    for (const last of letters === 'map' ? [''] : ['map']) {
      it(`is told of a change of mind, from ${last || 'nothing'} to ${what}`, () => {
        const told = row.put();
        let now = Date.now();
        const consent = startWith(start, { now: () => now });
        consent.choose(answersOf(last));
        now += MINUTE;
        const count = told().length;
        consent.choose(answersOf(letters));
        expect(told().slice(count)).to.deep.equal(after(letters, last));
      });
    }
  }

  it('is told of a withdrawal', () => {
    const told = row.put();
    let now = Date.now();
    const consent = startWith(start, { now: () => now });
    consent.acceptAll();
    now += MINUTE;
    const count = told().length;
    consent.withdraw();
    expect(told().slice(count)).to.deep.equal(after('', 'map'));
  });

  it('is told of a no although it remembers a yes (N3)', () => {
    const told = row.put();
    row.remembers?.();
    const name = freshName();
    remember(name, '');
    startWith(start, { name });
    expect(told()).to.deep.equal([...before, ...after('')]);
  });

  it('neither throws nor gives up where the vendor is not here yet (N1)', () => {
    for (const global of row.globals) put(global, undefined);
    const integration = start(startPending());
    integration.before?.();
    for (const letters of SETS) {
      const result = integration.after(stateOf(letters));
      if (row.waits) expect(result, 'it is to be called again').to.be.false;
      else expect(result).not.to.equal(false);
    }
  });

  it('takes an element that answers to its name for no vendor (N1)', () => {
    for (const global of row.globals) put(global, document.createElement('p'));
    const integration = start(startPending());
    integration.before?.();
    expect(integration.after(stateOf('map'))).to.equal(row.waits ? false : undefined);
  });
}
