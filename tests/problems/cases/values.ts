import { type Case, layers, lines } from './case.js';

/** Values of layers: missing, of another kind, or out of range. */
export const values: readonly Case[] = [
  {
    name: 'a convolution alone',
    text: layers('conv'),
    problems: [
      '3:5-3:9 missing-value: `conv` needs the number of its filters → Write `conv 64 3x3`, or `out: 64`.',
      '3:5-3:9 missing-value: `conv` needs the size of its kernel → Write `conv 64 3x3`, or `kernel: 3`.',
    ],
  },
  {
    name: 'no kernel',
    text: layers('conv 8'),
    problems: [
      '3:5-3:9 missing-value: `conv` needs the size of its kernel → Write `conv 64 3x3`, or `kernel: 3`.',
    ],
  },
  {
    name: 'no units',
    text: lines('input: 784', 'layers:', '  - dense'),
    problems: [
      '3:5-3:10 missing-value: `dense` needs the number of its units → Write `dense 10`, or `out: 10`.',
    ],
  },
  {
    name: 'no units but an activation',
    text: lines('input: 784', 'layers:', '  - dense relu'),
    problems: [
      '3:5-3:10 missing-value: `dense` needs the number of its units → Write `dense 10`, or `out: 10`.',
    ],
  },
  {
    name: 'no vocabulary',
    text: lines('input: 10', 'layers:', '  - embedding 8'),
    problems: [
      '3:5-3:14 missing-value: `embedding` needs the number of its vectors → Write `embedding 512 vocab=37000`.',
    ],
  },
  {
    name: 'no scale',
    text: layers('upsample'),
    problems: [
      '3:5-3:13 shape-mismatch: `upsample` needs either a scale or a size → Write `upsample 2` for twice the size, or `resize 64x64` for a given one.',
    ],
  },
  {
    name: 'an unknown operation without a name',
    text: layers('op'),
    problems: ['3:5-3:7 missing-value: `op` needs a name → Write `op Name out=512 params=1000`.'],
  },
  {
    name: 'an unknown operation with a shape alone',
    text: layers('op out=3'),
    problems: ['3:5-3:7 missing-value: `op` needs a name → Write `op Name out=512 params=1000`.'],
  },
  {
    name: 'a negative count',
    text: layers('op Foo params=-3'),
    problems: ['3:12-3:21 wrong-value: `params` of `op` must be at least 0, not `-3`'],
  },
  {
    name: 'a misspelt key of an unknown operation',
    text: layers('op Foo parms=3'),
    problems: ['3:12-3:19 unknown-key: `op` has no `parms` → Did you mean `params`?'],
  },
  {
    name: 'a word as a shape',
    text: layers('op Foo out=big'),
    problems: [
      '3:12-3:19 wrong-value: `out` of `op` must be a number of channels or features, or a whole shape, not `big` → If it is a size, give it a value: `dims: {big: 64}`.',
    ],
  },
  {
    name: 'negative filters',
    text: layers('conv -8 3x3'),
    problems: ['3:10-3:12 wrong-value: `out` of `conv` must be at least 1, not `-8`'],
  },
  {
    name: 'a kernel of zero',
    text: layers('conv 8 0x3'),
    problems: ['3:12-3:15 wrong-value: `kernel` of `conv` must be at least 1, not `0`'],
  },
  {
    name: 'a kernel that looks hexadecimal',
    text: layers('conv 010 0x3'),
    problems: ['3:14-3:17 wrong-value: `kernel` of `conv` must be at least 1, not `0`'],
  },
  {
    name: 'a stride of zero',
    text: layers('conv 8 3x3 /0'),
    problems: ['3:16-3:18 wrong-value: `stride` of `conv` must be at least 1, not `0`'],
  },
  {
    name: 'half a filter',
    text: layers('conv 8.5 3x3'),
    problems: ['3:10-3:13 wrong-value: `out` of `conv` must be a whole number, not `8.5`'],
  },
  {
    name: 'a division that is not whole',
    text: layers('conv $in/2 3x3'),
    problems: ['3:10-3:15 wrong-value: `out` of `conv` must be a whole number, not `1.5`'],
  },
  {
    name: 'a division by zero',
    text: layers('conv 8/0 3x3'),
    problems: ['3:10-3:13 wrong-value: `8/0` divides by zero'],
  },
  {
    name: 'a word as a stride',
    text: layers('conv 8 3x3 /two'),
    problems: ['3:16-3:20 wrong-value: a stride must be a number, not `two`'],
  },
  {
    name: 'a word as a stride of each',
    text: layers('conv 8 3x3 each/two'),
    problems: ['3:16-3:24 wrong-value: a stride must be a number, not `two`'],
  },
  {
    name: 'a word as a repeat',
    text: layers('conv 8 3x3 p1 xmany'),
    problems: [
      '3:19-3:24 unknown-word: `conv` does not know `xmany` → Leave it out, or name it as `key=value`.',
    ],
  },
  {
    name: 'a repeat of zero',
    text: layers('conv 8 3x3 p1 x0'),
    problems: ['3:19-3:21 wrong-value: a repeat must be a whole number from 1 to 10000, not `0`'],
  },
  {
    name: 'half a repeat',
    text: layers('conv 8 3x3 p1 x2.5'),
    problems: ['3:19-3:23 wrong-value: a repeat must be a whole number from 1 to 10000, not `2.5`'],
  },
  {
    name: 'a word as a repeat of the long form',
    text: layers('{op: conv, out: 8, kernel: 3, repeat: many}'),
    problems: [
      '3:43-3:47 wrong-value: a repeat must be a whole number from 1 to 10000, not `many`',
    ],
  },
  {
    name: 'a repeat of zero in a group',
    text: lines('input: 3x32x32', 'layers:', '  - layers: [relu]', '    repeat: 0'),
    problems: ['4:13-4:14 wrong-value: a repeat must be a whole number from 1 to 10000, not `0`'],
  },
  {
    name: 'a million repeats',
    text: layers('relu x1000000'),
    problems: [
      '3:10-3:18 absurd-size: a repeat must be a whole number from 1 to 10000, not `1000000`',
    ],
  },
  {
    name: 'a word as a padding',
    text: layers('conv 8 3x3 padding=big'),
    problems: [
      '3:16-3:27 wrong-value: `padding` of `conv` must be a whole number, one for each spatial axis, `[before, after]` for each, or `same`, `valid`, `causal`, not `big` → If it is a size, give it a value: `dims: {big: 64}`.',
    ],
  },
  {
    name: 'half a padding',
    text: layers('conv 8 3x3 p1:x'),
    problems: ['3:16-3:20 wrong-value: `p1:x` is no padding → Write `p1:2`.'],
  },
  {
    name: 'a word as a switch',
    text: layers('conv 8 3x3 bias=maybe'),
    problems: ['3:16-3:26 wrong-value: `bias` of `conv` must be `true` or `false`, not `maybe`'],
  },
  {
    name: 'a word as a switch of the long form',
    text: layers('{op: conv, out: 8, kernel: 3, bias: maybe}'),
    problems: ['3:41-3:46 wrong-value: `bias` of `conv` must be `true` or `false`, not `maybe`'],
  },
  {
    name: 'a number as a switch of the long form',
    text: layers('{op: conv, out: 8, kernel: 3, each: 5}'),
    problems: ['3:41-3:42 wrong-value: `each` must be `true` or `false`, not `5`'],
  },
  {
    name: 'a list as a number',
    text: layers('{op: conv, out: [8], kernel: 3}'),
    problems: ['3:21-3:24 wrong-value: `out` of `conv` must be a number, not `[8]`'],
  },
  {
    name: 'a map as a number',
    text: layers('{op: conv, out: {a: 3}, kernel: 3}'),
    problems: ['3:21-3:27 wrong-value: `out` must be a number, a word or a list'],
  },
  {
    name: 'nothing as a number',
    text: layers('{op: conv, out: , kernel: 3}'),
    problems: ['3:21-3:21 wrong-value: `out` of `conv` must be a number, not `null`'],
  },
  {
    name: 'a list as an activation',
    text: layers('{op: conv, out: 8, kernel: 3, act: [relu]}'),
    problems: ['3:40-3:46 unknown-word: `["relu"]` is no activation → Did you mean `relu`?'],
  },
  {
    name: 'a fractional size',
    text: layers('resize 1.5x3'),
    problems: ['3:12-3:17 wrong-value: `size` of `resize` must be a whole number, not `1.5`'],
  },
  {
    name: 'a size that nothing says',
    text: lines('input: 784', 'layers:', '  - dense ff'),
    problems: [
      '3:11-3:13 unknown-word: `dense` does not know `ff` → If it is a size, give it a value: `dims: {ff: 64}`.',
    ],
  },
  {
    name: 'a sum with a size that nothing says',
    text: lines('input: 784', 'layers:', '  - dense 4*d'),
    problems: [
      '3:11-3:14 unknown-size: in `4*d`, nothing says what `d` is → Give it a value: `dims: {d: 64}`, or make it a parameter of the block.',
    ],
  },
  {
    name: 'a misspelt size',
    text: lines('dims: {d: 8}', 'input: 784', 'layers:', '  - dense out=dd'),
    problems: [
      '4:11-4:17 wrong-value: `out` of `dense` must be a number, not `dd` → If it is a size, give it a value: `dims: {dd: 64}`.',
    ],
  },
  {
    name: 'negative units in a one-liner',
    text: '784 -> -5',
    problems: ['1:8-1:10 wrong-value: `out` of `dense` must be at least 1, not `-5`'],
  },
  {
    name: 'a number beyond all bounds',
    text: lines('input: 784', 'layers:', '  - dense 99999999999999999999'),
    problems: [
      '3:11-3:31 wrong-value: `out` of `dense` must be at most 9007199254740991, not `100000000000000000000`',
    ],
  },
  {
    name: 'a number that overflows',
    text: lines('input: 784', 'layers:', '  - dense 1e400'),
    problems: ['3:11-3:16 wrong-value: `out` of `dense` must be a number, not `Infinity`'],
  },
  {
    name: 'a word as an asserted shape',
    text: layers('conv 8 3x3 => big'),
    problems: [
      '3:19-3:22 wrong-value: `big` is no shape → Write `=> 64x56x56`, or `=> 10` for a vector.',
    ],
  },
  {
    name: 'no shape after the arrow',
    text: layers('conv 8 3x3 =>'),
    problems: ['3:16-3:18 missing-value: a shape is missing after `=>` → Write `=> 64x56x56`.'],
  },
  {
    name: 'absurdly many channels',
    text: layers('conv 1000000000000 3x3', 'conv 1000000000000 3x3'),
    problems: [
      '3:5-3:27 absurd-size: `conv` would have `24300000000000000` multiply-accumulates, too many to count exactly → Check the sizes that lead here.',
    ],
  },
  {
    name: 'an absurdly large input',
    text: lines('input: 1000000000000x3', 'layers:', '  - relu'),
    problems: ['1:8-1:23 absurd-size: the input `1000000000000×3` is too large → Check the sizes.'],
  },
  {
    name: 'ten axes',
    text: lines('input: 2x2x2x2x2x2x2x2x2x2', 'layers:', '  - relu'),
    problems: ['1:8-1:27 absurd-size: an input has at most 8 axes, not 10 → Check the sizes.'],
  },
  {
    name: 'a word as a rate',
    text: layers('dropout half'),
    problems: [
      '3:13-3:17 unknown-word: `dropout` does not know `half` → If it is a size, give it a value: `dims: {half: 64}`.',
    ],
  },
];
