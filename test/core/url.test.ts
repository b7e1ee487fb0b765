import { expect } from '@open-wc/testing';
import { isSafeUrl } from '../../src/core/url.js';

describe('an address', () => {
  for (const address of [
    'https://a.example/x.js',
    'http://a.example',
    '//a.example/x',
    '/x.js',
    'x.js?y=1#z',
    '',
    'mailto:a@b.example',
  ]) {
    it(`may be "${address}" (H2)`, () => {
      expect(isSafeUrl(address)).to.equal(true);
    });
  }

  for (const address of [
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/javascript,alert(1)',
    'vbscript:x',
    'file:///etc/passwd',
    'https://',
  ]) {
    it(`may not be ${JSON.stringify(address)} (H2)`, () => {
      expect(isSafeUrl(address)).to.equal(false);
    });
  }
});
