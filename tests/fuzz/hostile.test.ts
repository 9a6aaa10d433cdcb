import fc from 'fast-check';
import { render, renderFence } from 'nnfig';
import { describe, expect, it } from 'vitest';
import { attacks } from './attacks.js';
import { checkAnswer, checkSvg } from './check.js';

const quote = (text: string) => JSON.stringify(text);

/** Every place where an author's own text reaches the figure. */
const places: Readonly<Record<string, (text: string) => string>> = {
  title: (text) => `title: ${quote(text)}\ninput: 8\nlayers: [dense 4 relu, dense 2]`,
  caption: (text) => `caption: ${quote(text)}\ninput: 8\nlayers: [dense 4 relu, dense 2]`,
  description: (text) => `description: ${quote(text)}\ninput: 8\nlayers: [dense 4]`,
  name: (text) => `name: ${quote(text)}\ninput: 8\nlayers: [dense 4]`,
  label: (text) => `labels: ${quote(text)}\ninput: 8\nlayers: [dense 4]`,
  'label of a layer': (text) =>
    `input: 8\nlayers: [dense 4]\ndraw: {dense: {label: ${quote(text)}}}`,
  'caption of a layer': (text) =>
    `input: 8\nlayers: [dense 4]\ndraw: {dense: {caption: ${quote(text)}}}`,
  'key of a drawing': (text) => `input: 8\nlayers: [dense 4]\ndraw: {${quote(text)}: {label: a}}`,
  colour: (text) => `input: 8\nlayers: [dense 4]\ndraw: {dense: {color: ${quote(text)}}}`,
  'name of an operation': (text) => `input: 3x8x8\nlayers: [{op: op, name: ${quote(text)}}, relu]`,
  'name of a group': (text) => `input: 3x8x8\nlayers: [{group: ${quote(text)}, layers: [relu]}]`,
  'name of a layer': (text) => `input: 3x8x8\nlayers: [{op: relu, as: ${quote(text)}}]`,
  'name of a block': (text) =>
    `input: 3x8x8\nblocks: {${quote(text)}: [relu]}\nlayers: [${quote(text)}]`,
  line: (text) => `input: 3x8x8\nlayers: [${quote(text)}]`,
  word: (text) => `input: 3x8x8\nlayers: [${quote(`relu ${text}`)}]`,
  key: (text) => `${quote(text)}: 3\ninput: 3x8x8\nlayers: [relu]`,
  style: (text) => `style: ${quote(text)}\ninput: 8\nlayers: [dense 4]`,
  option: (text) =>
    `style: fcnn\noptions: {${quote(text)}: ${quote(text)}}\ninput: 8\nlayers: [dense 4]`,
  size: (text) => `dims: {${quote(text)}: 3}\ninput: ${quote(text)}\nlayers: [relu]`,
};

describe.each(Object.entries(places))('%s', (_, write) => {
  it.each(attacks)('takes %j for text', (attack) => {
    const text = write(attack);
    checkAnswer(render(text), text);
  });

  it('takes any text for text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (value) => {
        const text = write(value);
        checkAnswer(render(text), text);
      }),
      { seed: 1998, numRuns: 40 },
    );
  });
});

describe('formulas', () => {
  const parts = [
    ...['x', '1', ' ', '{', '}', '^', '_', '&', '#', '~', '%', "'", '(', ')', '[', ']', '|', '<'],
    ...['\\frac', '\\sqrt', '\\left', '\\right', '\\text', '\\hat', '\\sum', '\\limits', '\\over'],
    ...[
      '\\begin{matrix}',
      '\\end{matrix}',
      '\\begin{array}{c|c}',
      '\\end{array}',
      '\\hline',
      '\\\\',
    ],
    ...[
      '\\mathcal',
      '\\mathbb',
      '\\displaystyle',
      '\\phantom',
      '\\rule{1em}{2em}',
      '\\hspace{-3em}',
    ],
    ...[
      '\\boxed',
      '\\cancel',
      '\\xrightarrow',
      '\\underbrace',
      '\\overset',
      '\\ce',
      '\\bm',
      '\\not',
    ],
    ...[
      '\\href',
      '\\require{html}',
      '\\def',
      '\\mathtoolsset',
      '\\big',
      '\\substack',
      '\\kern',
      '\\raise1em',
    ],
    ...['é', '损', '∂', '🔥', '\u202e', '\\unicode{65}', '\\char"41', '\\,', '\\ ', '\\$'],
  ];

  it('are drawn or refused, whatever they hold', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...parts), fc.string({ maxLength: 3 })), {
          minLength: 1,
          maxLength: 14,
        }),
        (pieces) => {
          const text = `input: 8\nlayers: [dense 4]\nlabels: ${quote(`a $${pieces.join('')}$ b`)}`;
          checkAnswer(render(text), text);
        },
      ),
      { seed: 1998, numRuns: 400 },
    );
  });
});

it.each(attacks)('takes %j in a meta for text', (attack) => {
  const title = attack.replace(/["\\\r\n]/g, '');
  const { svg, diagnostics } = renderFence({ value: '8 -> 4', meta: `title="${title}"` });
  if (svg !== undefined) checkSvg(svg);
  else expect(diagnostics.length).toBeGreaterThan(0);
});
