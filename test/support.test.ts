/** The runner itself: what the unit tests rely on holds in every engine. */
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { waitUntil } from './support/wait-until.js';

class HarnessGreeting extends LitElement {
  @property() name = 'nobody';
  protected override render(): unknown {
    return `Hello ${this.name}`;
  }
}
customElements.define('harness-greeting', HarnessGreeting);

describe('the runner', () => {
  it('starts each file with an empty jar and empty storage', () => {
    expect(document.cookie).to.equal('');
    expect(localStorage.length + sessionStorage.length).to.equal(0);
    document.cookie = 'harness=1';
    localStorage.setItem('harness', '1');
  });

  it('compiles decorators as the build does', async () => {
    const element = await fixture<HarnessGreeting>(html`<harness-greeting name="you"></harness-greeting>`);
    expect(element.shadowRoot?.textContent).to.contain('Hello you');
    element.name = 'again';
    await element.updateComplete;
    expect(element.shadowRoot?.textContent).to.contain('Hello again');
  });

  it('speaks a language that Intl knows', () => {
    expect(navigator.language).to.equal('en-US');
  });

  it('presses real keys and moves a real pointer', async () => {
    const button = await fixture<HTMLButtonElement>(html`<button style="position: fixed; inset: 0">Here</button>`);
    const seen: string[] = [];
    button.addEventListener('click', (event) => seen.push(`click ${String(event.isTrusted)}`));
    button.addEventListener('keydown', (event) => seen.push(`${event.key} ${String(event.isTrusted)}`));
    await sendMouse({ type: 'click', position: [40, 40] });
    button.focus();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => seen.length > 1, 'click or key has not arrived');
    expect(seen).to.deep.equal(['click true', 'Escape true']);
  });
});
