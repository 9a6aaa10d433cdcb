/** Random descriptions: mangled fixtures, lines of random words, random structures. */
import fc from 'fast-check';
import { findOperation, operations } from 'nnfig';
import { fixtures } from '../support/fixtures.js';

/** Fixtures that are quick to draw, so that many can be tried. */
const bases = fixtures.map(({ text }) => text).filter((text) => text.length < 700);

const marks = [
  '\t',
  ' ',
  '\n',
  '\r\n',
  ':',
  ': ',
  '- ',
  '[',
  ']',
  '{',
  '}',
  ',',
  '"',
  "'",
  '#',
  '&a ',
  '*a',
  '!t ',
  '|',
  '>',
  '%',
  '@',
  '`',
  '$',
  '$x$',
  '$\\hat{y}_{i}$',
  '$\\frac{1$',
  '\\',
  '->',
  '=>',
  '=',
  '/',
  'x',
  '×',
  '(',
  ')',
  '\0',
  '\u2028',
  '\ufeff',
  '\ud800',
  '🔥',
  '---\n',
  '...\n',
  '<<: ',
  '? ',
  '~',
  'null',
  'true',
  '1e999',
  '-1',
  '0',
  '0.5',
  '99999999999',
];

/** Words that mean something somewhere. */
const words = [
  ...operations.flatMap(({ name, attributes }) => [name, ...Object.keys(attributes.shape)]),
  ...[
    'as e1',
    'from=e1',
    'share=e1',
    'kv=e1',
    'x3',
    'x$n',
    '/2',
    '/s',
    'each/2',
    'p1',
    'd2',
    'g2',
    '3x3',
    '1x1',
    '64',
    '8',
    '$c',
    '$in',
    '4*$in',
    '$in/2',
    'bn',
    'relu',
    'act=none',
    'same',
    'crop',
    '=> 8x4x4',
    'e1',
    'input',
    'layers',
    'blocks',
    'b',
    'residual',
    'shortcut',
    'identity',
    'none',
    '__proto__',
    'constructor',
    'toString',
  ],
];

const piece = fc.oneof(
  fc.constantFrom(...marks),
  fc.constantFrom(...words),
  fc.string({ maxLength: 4, unit: 'grapheme' }),
);

/** One way of mangling a text; numbers from 0 to 1 say where. */
const change = fc.record({
  kind: fc.constantFrom(
    'delete',
    'repeat',
    'insert',
    'replace',
    'swap lines',
    'delete line',
    'repeat line',
    'cut',
  ),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(12),
  piece,
});

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function mangle(text: string, { kind, at, to, length, piece: inserted }: Change): string {
  const from = Math.floor(at * text.length);
  const lines = text.split('\n');
  const line = Math.min(Math.floor(at * lines.length), lines.length - 1);
  const other = Math.min(Math.floor(to * lines.length), lines.length - 1);
  switch (kind) {
    case 'delete':
      return text.slice(0, from) + text.slice(from + length);
    case 'repeat':
      return text.slice(0, from + length) + text.slice(from);
    case 'insert':
      return text.slice(0, from) + inserted + text.slice(from);
    case 'replace':
      return text.slice(0, from) + inserted + text.slice(from + length);
    case 'swap lines':
      return lines
        .map((each, index) =>
          index === line ? lines[other] : index === other ? lines[line] : each,
        )
        .join('\n');
    case 'delete line':
      return lines.filter((_, index) => index !== line).join('\n');
    case 'repeat line':
      return lines.flatMap((each, index) => (index === line ? [each, each] : [each])).join('\n');
    default:
      return text.slice(0, from);
  }
}

/** Fixtures with a few things wrong. */
export const mangled = fc
  .tuple(fc.constantFrom(...bases), fc.array(change, { minLength: 1, maxLength: 6 }))
  .map(([text, changes]) => changes.reduce(mangle, text));

/** Lists of lines of random words. */
export const wordy = fc
  .tuple(
    fc.constantFrom('3x16x16', '16', '8x16', '2x4x8x8', '1'),
    fc.array(fc.array(piece, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 }),
  )
  .map(
    ([input, lines]) =>
      `input: ${input}\nlayers:\n${lines.map((line) => `  - ${line.join(' ')}`).join('\n')}`,
  );

/** Lists of lines that each start with an operation and go on with sizes, so that many are right. */
export const plausible = fc
  .tuple(
    fc.constantFrom('3x16x16', '16', '8x16'),
    fc.array(
      fc.tuple(
        fc.constantFrom(
          ...operations.map(({ name }) => name).filter((name) => findOperation(name)),
        ),
        fc.array(
          fc.constantFrom(
            '8',
            '3',
            '2',
            '3x3',
            '/2',
            'p1',
            'same',
            'x2',
            'relu',
            'bn',
            'as a',
            'a',
            'out=4',
            'vocab=9',
          ),
          { maxLength: 4 },
        ),
      ),
      { minLength: 1, maxLength: 6 },
    ),
  )
  .map(
    ([input, lines]) =>
      `input: ${input}\nlayers:\n${lines.map(([name, rest]) => `  - ${[name, ...rest].join(' ')}`).join('\n')}`,
  );

const anchor = fc.constantFrom('', '.east', '.west', '.near', '.farnortheast', '.nowhere', '.');

const box = fc
  .tuple(fc.constantFrom('a', 'conv1', 'input', 'zebra', ''), anchor)
  .map(([name, end]) => name + end);

/** Options of boxes in space, most of them right. */
const boxOptions = fc.record(
  {
    layout: fc.constantFrom('auto', 'line', 'u', 'sides'),
    concat: fc.constantFrom('auto', 'ball', 'copy', 'stack'),
    pooling: fc.constantFrom('auto', 'after', 'before', 'apart'),
    fold: fc.constantFrom('auto', 'always', 'never'),
    heights: fc.constantFrom('first', 'all', 'none'),
    frusta: fc.constantFrom('auto', 'all', 'none'),
    heads: fc.constantFrom('middle', 'end', 'none'),
    hiddenEdges: fc.constantFrom('dashed', 'none'),
    spatialScale: fc.constantFrom('log', 'sqrt', 'linear'),
    wrap: fc.oneof(fc.constantFrom('auto', 'never'), fc.integer({ min: 200, max: 2000 })),
    join: fc.boolean(),
    bands: fc.boolean(),
    input: fc.boolean(),
    gradients: fc.boolean(),
    gap: fc.integer({ min: 0, max: 60 }),
    unit: fc.double({ min: 1, max: 30, noNaN: true }),
    maxSize: fc.integer({ min: 4, max: 200 }),
    minSize: fc.integer({ min: 1, max: 100 }),
    edgeWidth: fc.constantFrom(0, 0.7, 4),
    opacity: fc.constantFrom(0, 0.5, 1),
    lines: fc.array(
      fc.record(
        {
          from: box,
          to: box,
          route: fc.constantFrom('straight', 'elbow', 'z', 'over', 'under', 'front'),
          label: fc.constantFrom('', 'text', '$x_1$'),
          dashed: fc.boolean(),
          head: fc.constantFrom('middle', 'end', 'none'),
        },
        { requiredKeys: ['from', 'to'] },
      ),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: [] },
);

const size = fc.record(
  {
    width: fc.integer({ min: 0, max: 100 }),
    height: fc.integer({ min: 1, max: 400 }),
    depth: fc.integer({ min: 1, max: 400 }),
  },
  { requiredKeys: [] },
);

/** Plausible networks of boxes in space, with random options and sizes. */
export const boxed = fc
  .tuple(plausible, boxOptions, size)
  .map(
    ([text, options, given]) =>
      `style: plotneuralnet\noptions: ${JSON.stringify(options)}\ndraw: {conv: {size: ${JSON.stringify(given)}}}\n${text}`,
  );

const keys = fc.oneof(
  fc.constantFrom(
    'name',
    'profile',
    'dims',
    'input',
    'inputs',
    'defaults',
    'blocks',
    'layers',
    'output',
    'title',
    'caption',
    'style',
    'theme',
    'width',
    'options',
    'labels',
    'draw',
    'legend',
    'sketch',
    'op',
    'residual',
    'shortcut',
    'from',
    'as',
    'repeat',
    'each',
    'expect',
    'group',
    'b(c)',
    '__proto__',
    'constructor',
  ),
  fc.constantFrom(...words),
);

const leaf = fc.oneof(
  fc.constantFrom(...words),
  fc.constantFrom(
    'conv 8 3x3 p1',
    'relu',
    'dense 4',
    'concat e1',
    'fcnn',
    'lenet',
    'plotneuralnet',
    'torch',
    '3x8x8',
  ),
  fc.integer({ min: -4, max: 80 }),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.string({ maxLength: 6 }),
);

const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    leaf,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(keys, tie('tree'), { maxKeys: 5 }),
  ),
}));

/** Structures of every kind under the keys of a block; JSON is YAML. */
export const structured = fc
  .tuple(fc.dictionary(keys, tree, { maxKeys: 6 }), fc.boolean())
  .map(([value, indent]) =>
    JSON.stringify({ input: '3x8x8', layers: ['relu'], ...value }, null, indent ? 2 : 0),
  );

/** Metas of random words, some of them right. */
export const meta = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'title="A net"',
        "caption='b'",
        'style=fcnn',
        'style=lenet',
        'style=plotneuralnet',
        'width=640',
        'source',
        'no-legend',
        'sketch',
        'sketch=dots',
        'theme=dark',
        'render=false',
        'width=big',
        'title="open',
        'a=b=c',
        '=',
        '{1,3}',
        '"',
        'no-',
        '__proto__=1',
        'constructor',
      ),
      piece,
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(' ').replace(/[\r\n]/g, ' '));
