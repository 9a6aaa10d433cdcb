import { render } from 'nnfig';
import { describe, expect, it } from 'vitest';
import { checkAnswer } from './check.js';

const times = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => write(index)).join('');

/** `b0` calls `b1` twice, which calls `b2` twice, and so on to `b29`. */
const doubling = (last: string) =>
  `input: 3\nblocks:\n${times(29, (index) => `  b${index}: [b${index + 1}, b${index + 1}]\n`)}  b29: [${last}]\nlayers:\n  - b0\n  - relu`;

/** Descriptions that ask for more than anybody needs, and the rule that stops each. */
const limits: Readonly<Record<string, readonly [rule: string, text: string]>> = {
  'two megabytes': ['too-long', `input: 3\nlayers:\n${'  - relu\n'.repeat(220_000)}`],
  'a hundred thousand brackets': ['too-deep', `input: 3\nlayers: ${'['.repeat(100_000)}`],
  'a hundred thousand brackets, closed': [
    'too-deep',
    `layers: ${'['.repeat(90_000)}relu${']'.repeat(90_000)}`,
  ],
  'ten thousand braces': ['too-deep', `${'{a: '.repeat(10_000)}1${'}'.repeat(10_000)}`],
  'ten thousand dashes': ['too-deep', `layers:\n  ${'- '.repeat(10_000)}relu`],
  'residuals in residuals': [
    'too-deep',
    `input: 3\nlayers: ${'[{residual: '.repeat(60)}[relu]${'}]'.repeat(60)}`,
  ],
  'residuals in residuals, by indentation': [
    'too-deep',
    `input: 3\nlayers:\n${times(90, (index) => `${'  '.repeat(index)}- residual:\n`)}${'  '.repeat(90)}- relu`,
  ],
  'a very long sum': ['unknown-word', `input: 3\nlayers:\n  - dense 1${'+1'.repeat(50_000)}`],
  'very many parentheses': [
    'unknown-word',
    `input: 3\nlayers:\n  - dense ${'('.repeat(50_000)}1${')'.repeat(50_000)}`,
  ],
  'very many signs': ['unknown-word', `input: 3\nlayers:\n  - dense ${'-'.repeat(100_000)}1`],
  'a very long word': ['unknown-operation', `input: 3\nlayers:\n  - ${'a'.repeat(150_000)}`],
  'very many words': ['unknown-word', `input: 3\nlayers:\n  - relu${' ab'.repeat(50_000)}`],
  'very many wrong lines': [
    'unknown-operation',
    `input: 3\nlayers:\n${'  - rleu\n'.repeat(20_000)}`,
  ],
  'very many keys': ['unknown-key', times(15_000, (index) => `k${index}: 1\n`)],
  'a long chain of blocks': [
    'cycle',
    `input: 3\nblocks:\n${times(3_000, (index) => `  b${index}: [b${index + 1}]\n`)}  b3000: [relu]\nlayers: [b0]`,
  ],
  'blocks that double': ['absurd-size', doubling('dense 3')],
  'blocks that double, and add no layer': ['absurd-size', doubling('{from: input}')],
  'repeats of repeats': [
    'absurd-size',
    'input: 3\nblocks:\n  a: [relu x10000]\n  b: [a x10000]\nlayers: [b x10000]',
  ],
  'repeats of repeats of nothing': [
    'absurd-size',
    'input: 3\nblocks:\n  a: [{from: input}]\n  b: [a x10000]\n  c: [b x10000]\nlayers: [c]',
  ],
  'a thousand aliases of aliases': [
    'yaml-alias',
    `a0: &a0 [x, x]\n${times(30, (index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}, *a${index}]\n`)}options: *a30\nlayers: [relu]`,
  ],
  'more channels than can be counted': [
    'absurd-size',
    'input: 3x32x32\nlayers: [conv 1000000000000 3x3, conv 1000000000000 3x3]',
  ],
};

describe.each(Object.entries(limits))('%s', (_, [rule, text]) => {
  it(`is stopped by ${rule}`, () => {
    const answer = render(text);
    expect(answer.diagnostics.map((diagnostic) => diagnostic.rule)).toContain(rule);
    expect(answer.diagnostics.length).toBeLessThanOrEqual(101);
    checkAnswer(answer, text);
  });
});

/** Large descriptions that are right all the same. */
const large: Readonly<Record<string, string>> = {
  'a dense layer of a billion inputs': 'input: 1000000000\nlayers: [dense 1000]',
  'an image of a hundred thousand pixels a side': 'input: 3x100000x100000\nlayers: [conv 8 3x3]',
  'two thousand repeats': 'input: 3x32x32\nlayers: [conv 8 3x3 p1 relu x2000]',
  'very many sizes': `dims: {${times(9_000, (index) => `d${index}: 1, `)}e: 3}\ninput: e\nlayers: [relu]`,
  'a thousand parts': 'input: 1000\nlayers: [split 1000]',
};

describe.each(Object.entries(large))('%s', (_, text) => {
  it('is drawn', () => {
    const answer = render(text);
    expect(answer.svg?.length).toBeGreaterThan(0);
    checkAnswer(answer, text);
  });
});
