/** What stands in the two layers, what they are to those who do not see them, and what is left of them once they are gone. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { createConsent } from '../../src/create-consent.js';
import { startGate } from '../../src/gate/gate.js';
import { CookieConsent } from '../../src/ui/index.js';
import { CONFIG, ask, forget, frame } from './question.js';
import { noteFindings } from '../support/consents.js';
import { waitUntil } from '../support/wait-until.js';
import type { Consent } from '../../src/types.js';

const text = (element: Element | null): string => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';

describe('the first layer', () => {
  afterEach(forget);

  it('is asked also where the configuration was there before the gate, as with a build step', async () => {
    const consent = createConsent(CONFIG);
    startGate(consent);
    try {
      await waitUntil(() =>
        document.querySelector('cookie-consent')?.shadowRoot?.querySelector('.banner:popover-open'),
      );
    } finally {
      document.querySelector('cookie-consent')?.remove();
    }
  });

  it('says who asks, with whom, what a no means, and that it can be changed', async () => {
    const { get, root } = await ask();
    expect(text(get('.intro'))).to.equal(
      'Bodywise Notes and 3 partners use cookies and similar technologies to tailor content and marketing to you and to measure visits. Refuse, and the site still works. Change your choice at any time. Privacy policy',
    );
    expect(get('.intro a').getAttribute('href')).to.equal('/privacy');
    expect([...root.querySelectorAll('.banner .actions button')].map(text)).to.deep.equal([
      'Reject all',
      'Accept all',
      'Manage preferences',
    ]);
  });

  it('is a region with a name, not a dialog, and comes first in the body', async () => {
    const { get, host } = await ask();
    const banner = get('.banner');
    expect(banner.localName).to.equal('section');
    expect(banner.hasAttribute('aria-modal')).to.be.false;
    expect(text(get(`#${banner.getAttribute('aria-labelledby')!}`))).to.equal('Your cookie choices');
    expect(document.body.firstElementChild).to.equal(host);
    expect(document.activeElement).to.equal(document.body);
  });

  it('shows markup in a text as text', async () => {
    const { get } = await ask({
      site: { name: '<img src=x onerror=alert(1)>' },
      texts: { en: { title: '<b>Hi</b>' } },
    });
    expect(text(get('#title'))).to.equal('<b>Hi</b>');
    expect(get('.banner').querySelector('img, b')).to.equal(null);
  });

  it('makes links of [words](address) in the texts of a site, and leaves the words where an address is not safe (H2)', async () => {
    const description = 'Counts visits: [how](/how), not [this](javascript:alert(1)).';
    const { get, root, opensPreferences, consent } = await ask({
      ...CONFIG,
      texts: {
        en: {
          intro: '{who} ask: [our page](https://shop.example/cookies?a=1) says [more](mailto:us@shop.example). <b>',
          preferencesLead: 'See [there](#there).',
          categories: { analytics: { title: 'Analytics', description } },
        },
      },
    });
    const links = (place: Element): (string | null)[][] =>
      [...place.querySelectorAll('a')].map((link) => [link.textContent, link.getAttribute('href')]);
    const findings = noteFindings(consent);
    expect(text(get('.intro'))).to.match(/ask: our page says more\. <b> Privacy policy$/);
    expect(links(get('.intro'))).to.deep.equal([
      ['our page', 'https://shop.example/cookies?a=1'],
      ['more', 'mailto:us@shop.example'],
      ['Privacy policy', '/privacy'],
    ]);
    await opensPreferences();
    expect(links(get('.lead'))).to.deep.equal([['there', '#there']]);
    const place = root.querySelector('#description-analytics')!;
    expect(text(place)).to.include('Counts visits: how, not this');
    expect(links(place)).to.deep.equal([['how', '/how']]);
    await waitUntil(() => findings.some(({ message }) => message.includes('javascript:')), 'nothing is said of it');
  });

  it('takes words and links of the page itself, by slots', async () => {
    const { host, root, opensPreferences } = await ask();
    for (const slot of ['title', 'intro', 'preferences-title', 'preferences-lead']) {
      const own = document.createElement('span');
      own.slot = slot;
      own.textContent = `Own ${slot}`;
      host.append(own);
    }
    await opensPreferences();
    for (const name of ['title', 'intro', 'preferences-title', 'preferences-lead']) {
      const slot = root.querySelector<HTMLSlotElement>(`slot[name=${name}]`)!;
      expect(slot.assignedElements().map(text)).to.deep.equal([`Own ${name}`]);
    }
  });

  it('keeps room for itself at the end of the page, and gives it back', async () => {
    const { get, consent } = await ask();
    const room = (): string => getComputedStyle(document.documentElement).paddingBlockEnd;
    await frame();
    const wanted = Math.ceil(innerHeight - get('.banner').getBoundingClientRect().top);
    expect(room()).to.equal(`${String(wanted)}px`);
    consent.rejectAll();
    await waitUntil(() => room() === '0px', 'the room is kept');
  });

  it('gives its room back when the answer counts: the frame that shows the click leaves the page as it is', async () => {
    const { get, consent } = await ask();
    const room = (): string => getComputedStyle(document.documentElement).paddingBlockEnd;
    await frame();
    const before = room();
    const seen: string[] = [];
    consent.on('gate', () => seen.push(room()));
    get('[data-action=reject-all]').click();
    expect(get('.banner').matches(':popover-open')).to.be.false;
    await waitUntil(() => seen.length, 'the answer does not count');
    expect([seen, before === '0px']).to.deep.equal([[before], false]);
    await waitUntil(() => room() === '0px', 'the room is kept');
  });

  it('keeps room at the edge that it is moved to, and none at the one it has left', async () => {
    const { host, get } = await ask();
    const { scrollPaddingBlockStart: none } = getComputedStyle(document.documentElement);
    const room = (): string[] => {
      const { paddingBlockEnd, scrollPaddingBlockStart } = getComputedStyle(document.documentElement);
      return [paddingBlockEnd, scrollPaddingBlockStart];
    };
    host.position = 'top';
    const wanted = (): string => `${String(Math.ceil(get('.banner').getBoundingClientRect().bottom))}px`;
    await waitUntil(() => room()[1] !== none, 'no room is kept at the top');
    expect(room()).to.deep.equal(['0px', wanted()]);
  });

  it('goes at once, and what was answered counts as soon as that is on the screen', async () => {
    const { get, consent } = await ask();
    get('[data-action=accept-all]').click();
    expect(get('.banner').matches(':popover-open')).to.equal(false);
    expect(consent.state.status).to.equal('undecided');
    await waitUntil(() => consent.state.status === 'decided', 'the answer is lost');
    expect(consent.granted('analytics')).to.equal(true);
  });

  it('loses no answer where the page goes before that', async () => {
    const { get, consent, record } = await ask();
    get('[data-action=reject-all]').click();
    dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(consent.state.status).to.equal('decided');
    expect(record()).to.contain('.be5r');
  });

  it('calls nobody back who has gone on meanwhile', async () => {
    const { get, host, consent } = await ask();
    const field = document.createElement('input');
    document.body.append(field);
    get('[data-action=reject-all]').focus();
    get('[data-action=reject-all]').click();
    field.focus();
    await waitUntil(() => consent.state.status === 'decided');
    await host.updateComplete;
    expect(document.activeElement).to.equal(field);
    field.remove();
  });

  it('comes again where an answer cannot take effect', async () => {
    const { get, host, consent } = await ask();
    host.answer(() => {
      consent.emit('interface', undefined);
    });
    expect(get('.banner').matches(':popover-open')).to.equal(false);
    await waitUntil(() => get('.banner').matches(':popover-open'), 'the question is gone');
    expect(consent.state.status).to.equal('undecided');
  });

  it('looks for what is wrong once, however often its layers are opened', async () => {
    const { consent, opensPreferences } = await ask();
    let looks = 0;
    consent.inspect = () => {
      looks += 1;
    };
    consent.rejectAll();
    for (let time = 0; time < 3; time += 1) {
      const dialog = await opensPreferences();
      dialog.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
      consent.close();
      await waitUntil(() => !dialog.open, 'the preferences stay');
    }
    expect(looks).to.be.at.most(1);
  });

  it('stays where it is when the page moves its element', async () => {
    const { host, root } = await ask();
    const other = document.createElement('div');
    document.body.append(other);
    other.append(host);
    await waitUntil(() => root.querySelector('.banner:popover-open'), 'the banner is gone');
    other.remove();
  });
});

describe('the second layer', () => {
  afterEach(forget);

  it('lists four categories in their order, three with a switch that is off', async () => {
    const { opensPreferences } = await ask();
    const dialog = await opensPreferences();
    const rows = [...dialog.querySelectorAll('.list > li')];
    expect(rows.map((row) => text(row.querySelector('h3')))).to.deep.equal([
      'Necessary',
      'Marketing',
      'Analytics',
      'Personalization',
    ]);
    const [necessary, ...others] = rows as [Element, ...Element[]];
    expect(necessary.querySelector('input, button, [role=switch]')).to.equal(null);
    expect(text(necessary)).to.contain('Always on');
    for (const row of others) {
      const box = row.querySelector<HTMLInputElement>('input[type=checkbox][role=switch]')!;
      expect(box.checked).to.be.false;
      expect(box.disabled).to.be.false;
      expect(text(box.labels![0]!)).to.equal(text(row.querySelector('h3')));
      expect(text(row.querySelector(`#${box.getAttribute('aria-describedby')!}`))).to.match(/\.$/);
      expect(text(row.querySelector('[part=state]'))).to.equal('Not allowed');
    }
  });

  it('says in words how a switch stands', async () => {
    const { opensPreferences } = await ask();
    const dialog = await opensPreferences();
    const box = dialog.querySelector<HTMLInputElement>('[name=analytics]')!;
    const state = box.closest('li')!.querySelector('[part=state]');
    box.click();
    await waitUntil(() => text(state) === 'Allowed');
    expect(box.checked).to.be.true;
    box.click();
    await waitUntil(() => text(state) === 'Not allowed');
  });

  it('is a modal dialog with name and description, and begins on its title', async () => {
    const { opensPreferences, root } = await ask();
    const dialog = await opensPreferences();
    expect(dialog.matches(':modal')).to.be.true;
    const named = (attribute: string): string => text(root.querySelector(`#${dialog.getAttribute(attribute)!}`));
    expect(named('aria-labelledby')).to.equal('Cookie preferences');
    expect(named('aria-describedby')).to.contain('Nothing changes until you save.');
    expect(root.activeElement?.localName).to.equal('h2');
  });

  it('offers to reject, to accept, and to save', async () => {
    const { opensPreferences } = await ask();
    const dialog = await opensPreferences();
    expect([...dialog.querySelectorAll('.footer button')].map(text)).to.deep.equal([
      'Reject all',
      'Accept all',
      'Save my choices',
    ]);
  });

  it('discloses each service: who, what for, how long, and where to read on', async () => {
    const { opensPreferences } = await ask();
    const dialog = await opensPreferences();
    const details = dialog.querySelector('[name=analytics]')!.closest('li')!.querySelector('details')!;
    expect(text(details.querySelector('summary'))).to.equal('Services and cookies (1)');
    for (const part of ['Counter', 'Counter Ltd', 'mp_bodywise_counter', 'Tells one device from another', '1 year'])
      expect(text(details)).to.contain(part);
    expect(details.querySelector('a')!.href).to.equal('https://counter.example/privacy');
  });

  it('closed without saving changes nothing', async () => {
    for (const close of [
      () => sendKeys({ press: 'Escape' }),
      ({ root }: { root: ShadowRoot }) =>
        Promise.resolve(root.querySelector<HTMLElement>('[data-action=close]')!.click()),
    ]) {
      const question = await ask();
      const dialog = await question.opensPreferences();
      dialog.querySelector<HTMLInputElement>('[name=marketing]')!.click();
      await close(question);
      await waitUntil(() => !dialog.open, 'it stays open');
      expect(question.consent.state.status).to.equal('undecided');
      expect(question.record()).to.equal(undefined);
      await question.opensPreferences();
      expect(dialog.querySelector<HTMLInputElement>('[name=marketing]')!.checked).to.be.false;
      await forget();
    }
  });

  it('saved without a change is a no to everything', async () => {
    const { opensPreferences, consent, record } = await ask();
    const dialog = await opensPreferences();
    dialog.querySelector<HTMLElement>('[data-action=save]')!.click();
    await waitUntil(() => consent.state.status === 'decided');
    const { necessary, ...asked } = consent.state.categories;
    expect(necessary?.granted).to.be.true;
    for (const { granted, decided, by } of Object.values(asked))
      expect([granted, decided, by]).to.deep.equal([false, true, by]);
    expect(record()).to.match(/be5r[ua]1.*hhu3[ua]1.*vwmr[ua]1/);
  });

  it('tells when it was chosen, and when it will be asked again', async () => {
    const { opensPreferences, consent } = await ask();
    consent.rejectAll();
    await waitUntil(() => consent.state.status === 'decided');
    const dialog = await opensPreferences();
    const date = new Intl.DateTimeFormat('en', { dateStyle: 'long' });
    const { decidedAt, expiresAt } = consent.state;
    expect(text(dialog.querySelector('.chosen'))).to.contain(
      `Chosen on ${date.format(decidedAt!)}. Asked again after ${date.format(expiresAt!)}.`,
    );
  });

  it('lets nothing scroll behind it, and moves nothing there', async () => {
    const long = document.createElement('div');
    long.style.height = '3000px';
    document.body.append(long);
    scrollTo(0, 200);
    const { opensPreferences, consent } = await ask();
    const width = document.documentElement.clientWidth;
    await opensPreferences();
    await frame();
    expect([scrollY, document.documentElement.clientWidth]).to.deep.equal([200, width]);
    expect(getComputedStyle(document.documentElement).overflow).to.equal('hidden');
    consent.close();
    await waitUntil(() => getComputedStyle(document.documentElement).overflow !== 'hidden', 'the page stays locked');
    expect(scrollY).to.equal(200);
    long.remove();
  });
});

describe('an element that comes and goes', () => {
  afterEach(forget);

  for (const [what, change] of Object.entries({
    'an answer': (consent: Consent) => consent.rejectAll(),
    'opening preferences': (consent: Consent) => consent.open(),
    closing: (consent: Consent) => consent.close(),
  })) {
    it(`can be taken away right after ${what}`, async () => {
      const { consent, host } = await ask();
      const failures: unknown[] = [];
      const note = (event: PromiseRejectionEvent): void => {
        event.preventDefault();
        event.stopImmediatePropagation();
        failures.push(event.reason);
      };
      // First of all listeners: the runner would take it for a failure of no test.
      addEventListener('unhandledrejection', note, true);
      try {
        change(consent);
        host.remove();
        await host.updateComplete.catch((error: unknown) => failures.push(error));
        for (let count = 0; count < 3; count += 1) await frame();
        expect(failures.map(String)).to.deep.equal([]);
      } finally {
        removeEventListener('unhandledrejection', note, true);
        while (consent.layer) consent.close();
      }
    });
  }

  it('leaves no style sheet and no listener behind, fifty times over', async () => {
    const { consent, host } = await ask(CONFIG);
    host.remove();
    const sheets = document.adoptedStyleSheets.length;
    let listening = 0;
    /** Counts one listener, until it is taken away or its signal ends it. */
    const counted = (signal: AbortSignal | undefined): (() => void) => {
      listening += 1;
      let ended = false;
      const end = (): void => {
        if (!ended) listening -= 1;
        ended = true;
      };
      signal?.addEventListener('abort', end);
      return end;
    };
    const spied = Object.create(consent, {
      on: {
        value: (...args: Parameters<Consent['on']>) => {
          const end = counted(args[2]?.signal);
          const stop = consent.on(...args);
          return () => {
            end();
            stop();
          };
        },
      },
    }) as Consent;
    const ends = new Map<unknown, () => void>();
    const { addEventListener, removeEventListener } = document;
    document.addEventListener = (type: string, listener: EventListener, options?: AddEventListenerOptions) => {
      if (!ends.has(listener)) ends.set(listener, counted(options?.signal));
      addEventListener.call(document, type, listener, options);
    };
    document.removeEventListener = (type: string, listener: EventListener, options?: EventListenerOptions) => {
      ends.get(listener)?.();
      removeEventListener.call(document, type, listener, options);
    };
    try {
      for (let count = 0; count < 50; count += 1) {
        const element = new CookieConsent();
        element.consent = spied;
        document.body.prepend(element);
        await waitUntil(() => element.shadowRoot?.querySelector('.banner:popover-open'), 'no banner', { interval: 1 });
        expect(listening).to.be.greaterThan(0);
        element.remove();
        expect(listening).to.equal(0);
        expect(document.adoptedStyleSheets.length).to.equal(sheets);
      }
    } finally {
      Object.assign(document, { addEventListener, removeEventListener });
    }
    expect(getComputedStyle(document.documentElement).paddingBlockEnd).to.equal('0px');
  });
});
