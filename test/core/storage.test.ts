import { expect, fixture } from '@open-wc/testing';
import { cookieValues, readJar, writeJar } from '../../src/core/storage.js';

describe('the values of a cookie', () => {
  it('are all that have this name, in their order', () => {
    expect(cookieValues('a=1; askfirst=x; b=2; askfirst=y', 'askfirst')).to.deep.equal(['x', 'y']);
  });

  it('are none of a cookie whose name only begins or ends alike', () => {
    expect(cookieValues('askfirst2=x; my-askfirst=y; askfirst', 'askfirst')).to.deep.equal([]);
  });

  it('may hold what else a cookie may hold', () => {
    expect(cookieValues('askfirst=a=b', 'askfirst')).to.deep.equal(['a=b']);
    expect(cookieValues('askfirst=', 'askfirst')).to.deep.equal(['']);
    expect(cookieValues('', 'askfirst')).to.deep.equal([]);
  });

  it('are read from a header without blanks too', () => {
    expect(cookieValues('a=1;askfirst=x', 'askfirst')).to.deep.equal(['x']);
  });
});

describe('the jar', () => {
  for (const markup of [
    '<form name="cookie"></form>',
    '<img name="cookie" alt="" />',
    '<iframe name="cookie"></iframe>',
  ]) {
    it(`is the page’s own beside ${markup} (A14)`, async () => {
      writeJar('_own=1; path=/');
      const element = await fixture(markup);
      expect(document.cookie).not.to.be.a('string');
      expect(readJar()).to.include('_own=1');
      writeJar('_own=; max-age=0; path=/');
      expect(readJar()).not.to.include('_own');
      element.remove();
      expect(document.cookie).not.to.include('_own');
    });
  }
});
