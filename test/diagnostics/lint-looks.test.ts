import { expect } from '@open-wc/testing';
import { DEFAULTS, lintLooks } from '../../src/diagnostics/lint-looks.js';
import { tokens } from '../../src/ui/styles/tokens.js';

/** What the linter says where the element stands on a page with this style. */
function messages(style: string, theme: 'auto' | 'light' | 'dark' = 'auto'): readonly string[] {
  const host = document.createElement('cookie-consent');
  host.attachShadow({ mode: 'open' });
  const sheet = document.createElement('style');
  sheet.textContent = style;
  document.head.append(sheet);
  document.body.prepend(host);
  try {
    return lintLooks(document, { config: { ui: { theme } } as never }).map(({ message }) => message);
  } finally {
    expect(host.shadowRoot!.childElementCount).to.equal(0);
    host.remove();
    sheet.remove();
  }
}

describe('the linter, of colours (P4)', () => {
  it('knows the colours that the interface is drawn in', () => {
    for (const [name, [light, dark]] of Object.entries(DEFAULTS))
      expect(tokens.cssText).to.include(`var(--consent-${name}, light-dark(${light}, ${dark}))`);
  });

  it('says nothing where a page sets nothing', () => {
    expect(messages('')).to.deep.equal([]);
  });

  it('says nothing of colours that can be read, however they are written', () => {
    expect(
      messages(
        ':root { --consent-accent: light-dark(rgb(91 42 134), #d9b8f5); --consent-on-accent: light-dark(white, hsl(270 50% 14%)) }',
        'light',
      ),
    ).to.deep.equal([]);
  });

  it('names each pair that is hard to read, with what was found', () => {
    expect(messages('cookie-consent { --consent-text: #999 }', 'light')).to.deep.equal([
      'AskFirst: "--consent-text" on "--consent-surface" should have a contrast of at least 4.5 (WCAG 2.2, 1.4.3) in light colours, but has 2.84: rgb(153, 153, 153) on rgb(255, 255, 255). It is shown all the same, and some people cannot read it.',
      'AskFirst: "--consent-text" on "--consent-tint" should have a contrast of at least 4.5 (WCAG 2.2, 1.4.3) in light colours, but has 2.64: rgb(153, 153, 153) on rgb(244, 247, 249). It is shown all the same, and some people cannot read it.',
    ]);
  });

  it('looks at both schemes, unless the site has chosen one', () => {
    const style = ':root { --consent-surface: #fff }';
    expect(messages(style, 'light')).to.deep.equal([]);
    const both = messages(style);
    expect(both.length).to.be.greaterThan(2);
    for (const message of both) expect(message).to.include('in dark colours');
  });

  it('asks 3 of what shows a control, or the focus (1.4.11)', () => {
    const found = messages(':root { --consent-control: #bbb; --consent-focus: #767676 }', 'light');
    expect(found).to.have.lengthOf(2);
    expect(found[0]).to.include(
      '"--consent-control" on "--consent-surface" should have a contrast of at least 3 (WCAG 2.2, 1.4.11)',
    );
  });

  it('sees through what is half transparent', () => {
    expect(messages(':root { --consent-text: rgb(0 0 0 / 0.2) }', 'light').join()).to.include(
      '"--consent-text" on "--consent-surface"',
    );
  });
});
