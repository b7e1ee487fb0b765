/** The names of texts, which stand apart from the texts. */
import { expect } from '@open-wc/testing';
import { TEXT_KEYS } from '../../src/core/text-keys.js';
import en from '../../src/locales/en.js';

describe('the keys of texts', () => {
  it('are those of English, and each is there once', () => {
    const texts = Object.entries(en).flatMap(([key, text]: [string, unknown]) => (typeof text === 'string' ? key : []));
    expect(TEXT_KEYS.split(' ').sort()).to.deep.equal(texts.sort());
  });
});
