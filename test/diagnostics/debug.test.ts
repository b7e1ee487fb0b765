/** With `data-debug` the page is told everything, and an error is thrown: never without it. */
import { aTimeout, expect, fixture } from '@open-wc/testing';
import { createConsent } from '../../src/create-consent.js';
import { described } from './described.js';
import { freshName } from '../support/consents.js';
import * as linter from '../../src/diagnostics/linter.js';
import type * as Explain from '../../src/diagnostics/explain.js';
import type { explain as Explains } from '../../src/diagnostics/index.js';
import type { Consent, Finding, Problem } from '../../src/types.js';

const problem = (rule: string, path = ''): Problem => ({ rule, level: 'error', path, message: 'brief' });
const debug = problem('debug');

let count = 0;
/** Everything is said once a page, so each test takes a copy of its own. */
const load = async (): Promise<{ explain: typeof Explains }> => {
  const { explainWith } = (await import(`/src/diagnostics/explain.ts?${String((count += 1))}`)) as typeof Explain;
  return { explain: (problems, input) => explainWith(() => Promise.resolve(linter), problems, input) };
};

const said = (findings: readonly Finding[]): string[] =>
  findings.map(({ rule, level, path }) => `${rule} ${level} ${path}`);

describe('with data-debug', () => {
  const { onerror } = window;
  const { error: print } = console;
  const thrown: unknown[] = [];

  beforeEach(() => {
    thrown.length = 0;
    // Else the test runner takes it for a failure, and prints it.
    window.onerror = (_event, _source, _line, _column, error) => thrown.push(error) > 0;
    console.error = () => undefined;
  });
  afterEach(async () => {
    await aTimeout(0);
    Object.assign(window, { onerror });
    console.error = print;
    delete (window as { askFirst?: unknown }).askFirst;
  });

  /** Lets `window.askFirst` be the consent of a page, as the drop-in does. */
  function serve(consent: Consent | unknown[] | HTMLElement): void {
    Object.defineProperty(window, 'askFirst', { value: consent, configurable: true });
  }

  it('says what is missing in a configuration that works, and throws it once it is said (C8, H1)', async () => {
    const { explain } = await load();
    const findings = await explain([debug], {});
    expect(said(findings)).to.deep.equal(['C8 error site.name', 'C8 error site.privacyPolicyUrl']);
    expect(thrown).to.deep.equal([]);
    await aTimeout(0);
    expect(thrown).to.have.lengthOf(1);
    expect((thrown[0] as Error).message).to.equal(findings.map(({ message }) => message).join('\n'));
  });

  it('says nothing of a configuration that tells all, and throws nothing', async () => {
    const { explain } = await load();
    expect(await explain([debug], described)).to.deep.equal([]);
    await aTimeout(0);
    expect(thrown).to.deep.equal([]);
  });

  it('throws nothing for warnings alone (H1)', async () => {
    const { explain } = await load();
    const findings = await explain([debug], { ...described, colour: 1, ui: { settingsButton: false } });
    expect(said(findings)).to.deep.equal(['H1 warning colour', 'E1 warning ui.settingsButton']);
    await aTimeout(0);
    expect(thrown).to.deep.equal([]);
  });

  it('says faults first, and throws them too', async () => {
    const { explain } = await load();
    const findings = await explain([problem('config'), debug], { ...described, revision: 'x', hideReject: true });
    expect(said(findings)).to.deep.equal(['H1 error revision', 'C1 error hideReject']);
    await aTimeout(0);
    expect(String(thrown[0])).to.match(/"revision" should be a number[^]*"hideReject" should not be there/);
  });

  it('says everything once, also where the gate notices it later', async () => {
    const { explain } = await load();
    const input = { ...described, hideReject: true, colour: 1, region: 'France' };
    expect(said(await explain([debug], input))).to.deep.equal([
      'H1 warning colour',
      'C1 error hideReject',
      'I2 error region',
    ]);
    expect(await explain([problem('config', 'hideReject')], input)).to.deep.equal([]);
    expect(await explain([problem('config', 'region')], { ...described, region: 'France' })).to.deep.equal([]);
  });

  it('looks at the page, which shows what a configuration cannot tell (E1, J3, A5)', async () => {
    const { explain } = await load();
    const input = {
      ...described,
      regime: 'opt-out',
      regions: {},
      ui: { settingsButton: false },
      cookie: { name: freshName() },
    };
    serve(createConsent(input as object));
    await fixture('<div><iframe data-consent="marketing" src="/LICENSE?lint"></iframe></div>');
    expect(said(await explain([debug], input))).to.deep.equal([
      'A5 error <iframe data-consent="marketing" src="/LICENSE?lint">',
      'E1 error data-askfirst-open',
      'J3 error data-askfirst-open',
    ]);
    await aTimeout(0);
    expect(thrown).to.have.lengthOf(1);
  });

  it('takes the configuration that came after the wish to look at it', async () => {
    const { explain } = await load();
    const consent = createConsent();
    serve(consent);
    const findings = explain([debug], undefined);
    consent.configure({ ...described, cookie: { name: freshName() }, site: {}, region: Promise.resolve('FR') });
    expect(said(await findings)).to.deep.equal(['C8 error site.name', 'C8 error site.privacyPolicyUrl']);
  });

  it('throws what is wrong in a configuration that came later, once', async () => {
    const { explain } = await load();
    await explain([debug], undefined);
    for (const round of [1, 2]) {
      const findings = await explain([problem('config')], { revision: 'x', colour: 1 });
      expect(said(findings)).to.deep.equal(round === 1 ? ['H1 error revision', 'H1 warning colour'] : []);
      await aTimeout(0);
      expect(thrown.map(String)).to.have.lengthOf(1);
    }
    expect(String(thrown[0])).to.match(/^Error: AskFirst: "revision" should be a number[^\n]*$/);
  });

  it('says nothing of a configuration that was never to be had: somebody has already told why', async () => {
    const { explain } = await load();
    const consent = createConsent();
    serve(consent);
    consent.configure(undefined);
    expect(await explain([debug], undefined)).to.deep.equal([]);
  });

  it('waits until the page is parsed (A5)', async () => {
    const { explain } = await load();
    Object.defineProperty(document, 'readyState', { value: 'loading', configurable: true });
    const findings = explain([debug], described);
    await aTimeout(10);
    await fixture('<div><iframe data-consent="marketing" src="/LICENSE?lint"></iframe></div>');
    Reflect.deleteProperty(document, 'readyState');
    document.dispatchEvent(new Event('DOMContentLoaded'));
    expect((await findings).map(({ rule }) => rule)).to.deep.equal(['A5']);
  });

  it('does not wait for ever for a configuration that nobody hands in (A5)', async () => {
    const { explain } = await load();
    serve(createConsent());
    await fixture('<div><iframe data-consent="marketing" src="/LICENSE?lint"></iframe></div>');
    const { setTimeout: wait } = window;
    const delays: (number | undefined)[] = [];
    Object.assign(window, { setTimeout: (act: () => void, delay?: number) => (delays.push(delay), wait(act, 0)) });
    const findings = await explain([debug, problem('storage', 'askfirst')], undefined);
    Object.assign(window, { setTimeout: wait });
    expect(findings.map(({ rule }) => rule)).to.deep.equal(['A5', 'F6']);
    expect(delays).to.include(5000);
  });

  it('minds neither the list that waits for the drop-in nor an element of its name', async () => {
    for (const value of [[], document.createElement('div')]) {
      const { explain } = await load();
      serve(value);
      expect(await explain([debug], described)).to.deep.equal([]);
      delete (window as { askFirst?: unknown }).askFirst;
    }
  });

  it('is needed: without it a visitor’s console holds no advice, and nothing is thrown (H1)', async () => {
    const { explain } = await load();
    await fixture('<div><iframe data-consent="marketing" src="/LICENSE?lint"></iframe></div>');
    const findings = await explain([problem('config', 'colour')], { colour: 1, hideReject: true });
    expect(said(findings)).to.deep.equal(['H1 warning colour', 'H1 warning hideReject']);
    await aTimeout(0);
    expect(thrown).to.deep.equal([]);
  });
});
