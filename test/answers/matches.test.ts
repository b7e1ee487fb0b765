import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { matches } from '../../src/answers/matches.js';

const escaped = (text: string): string => text.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&');
const pattern = (declared: string): RegExp => new RegExp(`^${declared.split('*').map(escaped).join('.*')}$`, 's');

describe('a declared name', () => {
  for (const [declared, yes, no] of [
    ['_ga', ['_ga'], ['_gax', '_g', 'x_ga', '']],
    ['_ga*', ['_ga', '_ga_1'], ['_g', 'x_ga']],
    ['*_id', ['_id', 'a_id', '_id_id'], ['_id1', 'id']],
    ['_hj*_x', ['_hj_x', '_hj_1_x', '_hj_x_x'], ['_hj', '_hjx', '_hj_xy', '_h_x']],
    ['a*a', ['aa', 'aba'], ['a', 'ab']],
    ['ab*ba', ['abba', 'ab-ba'], ['aba']],
    ['a*b*c', ['abc', 'a1b2c', 'abbcc'], ['acb', 'ac', 'abcd']],
    ['x**', ['x', 'xy'], ['', 'a', 'abc']],
    ['*', ['', 'anything'], []],
    ['a.c', ['a.c'], ['abc']],
    ['(a|b)*', ['(a|b)', '(a|b)1'], ['a', 'b']],
    ['[a]$^', ['[a]$^'], ['a']],
  ] as const) {
    it(`means by ${declared} what it says, and nothing else (E4)`, () => {
      for (const name of yes) expect(matches(declared, name), name).to.equal(true);
      for (const name of no) expect(matches(declared, name), name).to.equal(false);
    });
  }

  it('means what the same pattern would mean as a regular expression (E4)', () => {
    const of = (letters: string): fc.Arbitrary<string> =>
      fc.array(fc.constantFrom(...letters.split('')), { maxLength: 8 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(of('ab*'), of('ab'), (declared, name) => matches(declared, name) === pattern(declared).test(name)),
      { numRuns: 5000 },
    );
    fc.assert(
      fc.property(
        of('a.\\*'),
        of('a.\\*\n'),
        (declared, name) => matches(declared, name) === pattern(declared).test(name),
      ),
      { numRuns: 5000 },
    );
  });

  it('takes no longer for a pattern that would keep a regular expression busy (A14)', () => {
    const start = performance.now();
    expect(matches(`${'a*'.repeat(50)}b`, 'a'.repeat(4000))).to.equal(false);
    expect(performance.now() - start).to.be.below(50);
  });
});
