import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { renderFence } from '../../src/fence.js';
import { isCalls } from '../../src/notation/calls.js';
import { formatOf } from '../../src/notation/format.js';
import { analyzeText } from '../../src/render.js';
import { layersOf, placeless } from './networks.js';

const folder = fileURLToPath(new URL('../../../../tests/fixtures/convnetdraw/', import.meta.url));
const sample = (name: string) => readFileSync(`${folder}sample-${name}.nn`, 'utf8');

/** Every problem of a text of ConvNetDraw: `1:6-1:8 rule: message → hint`. */
function problemsOf(text: string): string[] {
  return analyzeText(text, { format: 'convnetdraw' }).diagnostics.map(
    ({ rule, message, hint, place, severity }) => {
      const at = place
        ? `${place.start.line}:${place.start.column}-${place.end.line}:${place.end.column} `
        : '';
      const kind = severity === 'error' ? '' : `${severity} `;
      return `${at}${kind}${rule}: ${message} → ${hint}`;
    },
  );
}

const call = 'Write `conv(24, 24, 8)`: a name, then height, width and channels in brackets.';
const sums =
  'Write a number or a sum of numbers, such as `28/2` or `2**3`. Nothing in a block is ever run.';

describe('the samples', () => {
  it.each([
    [
      '1-default',
      [
        'op1(input) 8x24x24',
        'relu1(op1) 8x24x24',
        'op2(relu1) 8x12x12',
        'op3(op2) 16x10x10',
        'relu2(op3) 16x10x10',
        'op4(relu2) 16x4x4',
        'flatten1(op4) 256',
        'dense1(flatten1) 10',
        'softmax1(dense1) 10',
      ],
    ],
    [
      '2-lenet-5',
      [
        'op1(input) 6x28x28',
        'op2(op1) 6x14x14',
        'op3(op2) 16x10x10',
        'op4(op3) 16x5x5',
        'flatten1(op4) 400',
        'dense1(flatten1) 120',
        'dense2(dense1) 84',
        // 84 units become 10 by something that the text does not say.
        'op5(dense2) 10',
      ],
    ],
    ['4-names', ['op1(input) 32x64x64', 'op2(op1) 64x32x32']],
    ['5-expressions', ['op1() 16x64x64', 'op2(op1) 16x32x32', 'op3(op2) 32x16x16']],
    ['6-not-square', ['op1(input) 8x36x156', 'op2(op1) 4x1x1']],
  ])('%s', (name, layers) => {
    expect(layersOf(sample(name))).toEqual(layers);
  });

  it('3-alexnet, all of its sizes', () => {
    const layers = layersOf(sample('3-alexnet'));
    expect(layers).toHaveLength(13);
    expect(layers.at(0)).toBe('op1(input) 96x55x55');
    expect(layers.at(-2)).toBe('dense2(dense1) 4096');
    expect(layers.at(-1)).toBe('op9(dense2) 1000');
  });

  it('give what their long form gives', () => {
    const long = `
input: [1, 28, 28]
layers:
  - {op: op, name: conv, out: [8, 24, 24], kind: convolution, counted: false}
  - relu
  - {op: op, name: pool, out: [8, 12, 12], kind: pooling}
  - {op: op, name: conv, out: [16, 10, 10], kind: convolution, counted: false}
  - relu
  - {op: op, name: pool, out: [16, 4, 4], kind: pooling}
  - flatten
  - dense 10
  - softmax`;
    expect(placeless(sample('1-default'))).toEqual(placeless(long));
  });
});

describe('what is not said', () => {
  it('is not counted', () => {
    const { analysis } = analyzeText(sample('1-default'));
    expect(analysis?.totals.uncounted).toBe(2);
    const [, convolution, , pooling] = analysis?.layers ?? [];
    expect(convolution).toMatchObject({ params: 0, macs: 0, activations: 4608 });
    expect(pooling).toMatchObject({ params: 0, macs: 0 });
    expect(analysis?.layers.find(({ layer }) => layer.op === 'dense')?.params).toBe(2570);
  });

  it('is counted where a text has no such layer', () => {
    const { analysis } = analyzeText(
      'input(1,1,784)\nfullyconn(1,1,128)\nrelu(1,1,128)\nfullyconn(1,1,10)',
    );
    expect(analysis?.totals).toMatchObject({ params: 101_770, macs: 101_632 });
    expect(analysis?.totals.uncounted).toBeUndefined();
  });

  it('has the kind that its name says', () => {
    const { network } = analyzeText(
      'input(8,8,3)\nbatch norm(8,8,3)\nMax-Pool(4,4,3)\nwhatever(4,4,9)',
    );
    expect(network?.layers.map(({ attributes }) => attributes.kind)).toEqual([
      undefined,
      'normalization',
      'pooling',
      'other',
    ]);
  });
});

describe('arithmetic', () => {
  it.each([
    ['128/2', 64],
    ['2**4', 16],
    ['2**3**2', 512],
    ['(1 + 2) * 4', 12],
    ['2*3**2', 18],
    ['-(-7)', 7],
    ['29 % 10', 9],
    ['227 - 11/1 + 1', 217],
    ['.5*8', 4],
    [' 28 ', 28],
  ])('%s is %d', (text, value) => {
    expect(layersOf(`input(4,4,1)\nconv(4, 4, ${text})`)).toEqual([`op1(input) ${value}x4x4`]);
  });
});

describe('how it is written', () => {
  it.each([
    'input(28,28,1)\n\n  # a comment\nrelu(28,28,1) // another\n',
    'input(28,28,1); relu(28,28,1);',
    'INPUT (28, 28, 1) ReLU(28,28,1)',
    '// first\ninput( 28 ,28, /* grey */ 1 )\r\n\trelu(28,28,1)\r\n',
  ])('%j', (text) => {
    expect(isCalls(text)).toBe(true);
    expect(layersOf(text)).toEqual(['relu1(input) 1x28x28']);
  });
});

describe('problems', () => {
  it.each<readonly [text: string, ...problems: string[]]>([
    [
      '',
      '1:1-1:1 empty-block: the block is empty → Write a line such as `input(28, 28, 1)` for each layer.',
    ],
    [
      'input(8,8,1)\nconv 4,4,2',
      `2:1-2:11 wrong-call: \`conv 4,4,2\` is no call of a layer → ${call}`,
    ],
    ['  hello  # there', `1:3-1:8 wrong-call: \`hello\` is no call of a layer → ${call}`],
    [
      'input(8,8,1',
      '1:6-1:7 wrong-call: the bracket after `input` is not closed → Write `)` after the channels; a call stands on one line.',
    ],
    [
      'input(8,8,1)\nconv((4,4,2)',
      '2:5-2:6 wrong-call: the bracket after `conv` is not closed → Write `)` after the channels; a call stands on one line.',
    ],
    ['input(8,8,1) )', `1:14-1:15 wrong-call: \`)\` stands after the brackets of a call → ${call}`],
    ['(8,8,1)', `1:1-1:2 wrong-call: a name is missing before the bracket → ${call}`],
    ['x = conv(8,8,1)', `1:1-1:9 wrong-call: \`x = conv\` is no name of a layer → ${call}`],
    [
      `${'a'.repeat(61)}(8,8,1)`,
      '1:1-1:62 wrong-call: a name has at most 60 characters, and this one has 61 → Shorten it.',
    ],
    [
      'conv()',
      '1:1-1:7 missing-value: `conv` has no sizes, not three → Write height, width and channels: `conv(24, 24, 8)`.',
    ],
    [
      'dense(10)',
      '1:1-1:10 missing-value: `dense` has one size, not three → Write height, width and channels: `conv(24, 24, 8)`.',
    ],
    [
      'conv(1,2,3,4)',
      '1:1-1:14 wrong-value: `conv` has 4 sizes, not three → Write height, width and channels: `conv(24, 24, 8)`.',
    ],
    [
      'conv(24, , 8)',
      '1:10-1:11 missing-value: `conv` has no width → Write a number between the commas.',
    ],
    [
      'conv(24, 24, process.exit())',
      `1:14-1:28 wrong-value: \`process.exit()\` is no number → ${sums}`,
    ],
    [
      'process.exit()',
      '1:1-1:15 missing-value: `process.exit` has no sizes, not three → Write height, width and channels: `conv(24, 24, 8)`.',
    ],
    [
      'conv(n, 24, "8")',
      `1:6-1:7 wrong-value: \`n\` is no number → ${sums}`,
      `1:13-1:16 wrong-value: \`"8"\` is no number → ${sums}`,
    ],
    [
      'conv(28/3, 24, 0)',
      '1:6-1:10 wrong-value: the number of rows must be a whole number of at least 1, and `28/3` is `9.333333333333334` → A layer has whole rows, columns and channels.',
      '1:16-1:17 wrong-value: the number of channels must be a whole number of at least 1, not `0` → A layer has whole rows, columns and channels.',
    ],
    ['conv(1/0, 2, 3)', '1:6-1:9 wrong-value: `1/0` divides by zero → Check the sizes.'],
    [
      'conv(9**99, 2, 3)',
      '1:6-1:11 absurd-size: `9**99` is too large for a size → Check the sizes.',
    ],
    [
      'conv(99999, 99999, 999)',
      '1:1-1:24 absurd-size: `conv` of `99999x99999x999` is too large → Check the sizes.',
    ],
    [
      'input(8,8,4)\nrelu(8, 8, 5)',
      '2:6-2:13 shape-mismatch: `relu` keeps the size `8x8x4`, but says `8x8x5` → Write `relu(8, 8, 4)`.',
    ],
    [
      'input(8,8,4)\npool(4, 4, 8)',
      '2:12-2:13 shape-mismatch: `pool` keeps the `4` channels of `8x8x4`, but says `8` → Write `4`, or give it another name.',
    ],
    [
      'input(8,8,4)\npool(16,16,4)',
      '2:6-2:13 shape-mismatch: `pool` makes no map larger, but `8x8x4` becomes `16x16x4` → Check the sizes, or give it another name, such as `upsample`.',
    ],
    [
      'conv(8,8,4)\ninput(8,8,1)',
      '2:1-2:6 warning late-input: an `input` after other layers is drawn as one of them → Begin the text with it, or give it another name.',
    ],
    [
      'title: LeNet\ninput(8,8,1)',
      `1:1-1:13 wrong-call: \`title: LeNet\` is no call of a layer → ${call}`,
    ],
  ])('%j', (text, ...problems) => {
    const found = problemsOf(text);
    expect(found.slice(0, problems.length)).toEqual(problems);
  });

  it('are only those of the text, one for each mistake', () => {
    expect(problemsOf('conv 24,24,8\ninput(8,8,1)\nrelu(8,8,1)')).toEqual([
      `1:1-1:13 wrong-call: \`conv 24,24,8\` is no call of a layer → ${call}`,
    ]);
  });

  it('say when the text is too long or too deep', () => {
    expect(problemsOf('a(1,1,1)\n'.repeat(30_000))).toEqual([
      '1:1-1:1 too-long: the block has 270000 characters; at most 200000 are read → Say repeated parts once, as `blocks:`.',
    ]);
    const deep = `conv(${'('.repeat(90_000)}1${')'.repeat(90_000)}, 1, 1)`;
    expect(problemsOf(deep)).toEqual([expect.stringContaining('is no number')]);
  });
});

describe('telling it from YAML', () => {
  it.each([
    'input(28,28,1)',
    '# net\nconv(1,1,1)',
    'a b-c(2, 2, 2)\nconv(1,1,1',
    'input(28,28,1)\nconv 24 24 8\nrelu(24,24,8)',
    'process.exit()',
  ])('is %j', (text) => {
    expect(formatOf(text)).toBe('convnetdraw');
  });

  it.each([
    '',
    '784 -> 128 relu -> 10 softmax',
    'input: 3x32x32\nlayers: [conv 8 3x3]',
    'blocks:\n  b(c): [conv $c 3x3]\n  d(c): [conv $c 3x3]\n  e(c): [b $c]\nlayers: [b(3)]',
    '- conv(24,24,8)\n- relu(24,24,8)',
    '(28)',
    'conv 3x3',
    'title: a (b)\ncaption: c (d)',
  ])('is not %j', (text) => {
    expect(formatOf(text)).toBe('nnfig');
  });

  it('can be said in the meta, and nothing else than that', () => {
    const text = 'conv 24,24,8';
    const rules = (meta: string) =>
      renderFence({ value: text, meta }).diagnostics.map(({ rule, where }) => `${where} ${rule}`);
    expect(rules('format=convnetdraw')).toEqual(['block wrong-call']);
    expect(rules('')).not.toContain('block wrong-call');
    expect(rules('format=keras')).toContain('meta unknown-format');
  });
});

describe('which style it is drawn in', () => {
  const value = 'input(1,1,8)\nfullyconn(1,1,4)';
  const styleOf = (fence: Partial<Parameters<typeof renderFence>[0]>) =>
    renderFence({ value, ...fence }).settings?.style;

  it('its own unless another is named anywhere', () => {
    expect(styleOf({})).toBe('convnetdraw');
    expect(styleOf({ meta: 'style=fcnn' })).toBe('fcnn');
    expect(styleOf({ frontMatter: { style: 'graph' } })).toBe('graph');
    expect(styleOf({ settings: { style: 'lenet' } })).toBe('lenet');
  });

  it('takes its options from the meta', () => {
    const { diagnostics } = renderFence({ value, meta: 'zoomX=2 blackAndWhite palette=classic' });
    expect(diagnostics).toEqual([]);
  });
});
