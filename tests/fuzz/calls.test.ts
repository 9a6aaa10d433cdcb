import fc from 'fast-check';
import { render, renderFence } from 'nnfig';
import { describe, expect, it } from 'vitest';
import { checkAnswer } from './check.js';

/** Pieces that mean something in a text of ConvNetDraw, and some that do not. */
const pieces = [
  ...['input', 'conv', 'relu', 'pool', 'fullyconn', 'softmax', 'max pool', 'x', '$x^2$', 'π'],
  ...['(', ')', ',', ', ', ';', '\n', '\r\n', ' ', '\t', '#', '//', '/*', '*/', ':', '- ', '->'],
  ...['0', '1', '1', '2', '28', '28/2', '2**3', '-1', '.5', '1e9', '9**9**9', '(1+1)*2', '99999'],
  ...['process.exit()', 'require("fs")', 'new Date()', '=', '=>', '{', '}', '"', "'"],
  ...['\0', '\u2028', '\ufeff', '\ud800', '🔥', '<script>', '&amp;'],
];

const anything = fc
  .array(fc.constantFrom(...pieces), { maxLength: 60 })
  .map((parts) => parts.join(''));

const size = fc.oneof(
  fc.integer({ min: 1, max: 64 }).map(String),
  fc.integer({ min: -2, max: 100_000 }).map(String),
  fc.constantFrom('28/2', '2**4', '(3 + 4)*2', '7/2', 'n', ''),
);

const line = fc
  .tuple(
    fc.constantFrom('input', 'conv', 'relu', 'pool', 'fullyconn', 'softmax', 'my layer', 'Conv'),
    fc.array(size, { minLength: 2, maxLength: 4 }),
    fc.constantFrom('', ' // a', ' # b', ';'),
  )
  .map(([name, sizes, rest]) => `${name}(${sizes.join(', ')})${rest}`);

const calls = fc.array(line, { maxLength: 25 }).map((parts) => parts.join('\n'));

describe('texts of ConvNetDraw', () => {
  it('are drawn or explained, whatever is in them', () => {
    fc.assert(
      fc.property(fc.oneof(anything, calls), (text) => {
        checkAnswer(render(text, {}, { format: 'convnetdraw' }), text);
        checkAnswer(render(text), text);
      }),
      { numRuns: 1500, seed: 5 },
    );
  });

  it('are drawn in every style or refused', () => {
    const styles = ['fcnn', 'lenet', 'alexnet', 'plotneuralnet', 'tikz-cnn', 'graph'];
    fc.assert(
      fc.property(calls, fc.constantFrom(...styles), (value, style) => {
        const { svg, diagnostics } = renderFence({
          value,
          meta: 'format=convnetdraw',
          settings: { style },
        });
        expect(svg === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'));
      }),
      { numRuns: 150, seed: 6 },
    );
  });

  it('are read in time that grows with them', () => {
    const started = performance.now();
    for (const text of [
      '('.repeat(100_000),
      `conv(${'1+'.repeat(90_000)}1,1,1)`,
      'conv(1,1,1);'.repeat(15_000),
      'a'.repeat(190_000),
      '/*'.repeat(90_000),
      `${' '.repeat(90_000)}conv(1,1,1)${' '.repeat(90_000)}`,
    ]) {
      render(text, {}, { format: 'convnetdraw' });
    }
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});
