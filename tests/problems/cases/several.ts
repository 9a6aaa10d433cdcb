import { type Case, layers, lines } from './case.js';

/** Several problems at once: each is reported, none follows from another. */
export const several: readonly Case[] = [
  {
    name: 'misspelt words in a row',
    text: lines(
      'input: 3x32x32',
      'style: lennet',
      'layers:',
      '  - cnov 8 3x3',
      '  - maxpol 2',
      '  - conv 16 3x3 rleu',
      '  - dense 10',
      '  - dense 5 stirde=2',
    ),
    problems: [
      '2:8-2:14 unknown-style: there is no style `lennet` → Did you mean `lenet`?',
      '4:5-4:9 unknown-operation: there is no operation or block `cnov` → Did you mean `conv`?',
      '5:5-5:11 unknown-operation: there is no operation or block `maxpol` → Did you mean `maxpool`?',
      '6:17-6:21 unknown-word: `conv` does not know `rleu` → Did you mean `relu`?',
      '8:13-8:21 unknown-key: `dense` has no `stirde` → It has `out`, `bias`, `axis`, `start`, `from`, `share`, `repeat`.',
    ],
  },
  {
    name: 'misspelt words and a wrong shape',
    text: layers('conv 8 3x3 rleu as a', 'maxpool 2', 'concat a', 'flatten', 'dense 10 sofmax'),
    problems: [
      '3:16-3:20 unknown-word: `conv` does not know `rleu` → Did you mean `relu`?',
      '5:5-5:13 shape-mismatch: `concat` needs shapes that differ only in axis `1`, but gets `8×15×15` and `8×30×30` → Bring all to one size, or write `crop` to cut to the smallest.',
      '7:14-7:20 unknown-word: `dense` does not know `sofmax` → Did you mean `softmax`?',
    ],
  },
  {
    name: 'a misspelt key, groups and an operation',
    text: lines('inptu: 3x32x32', 'layers:', '  - conv 8 3x3 g3', '  - relu6x'),
    problems: [
      '1:1-1:6 unknown-key: a block has no `inptu` → Did you mean `input`?',
      '3:16-3:18 shape-mismatch: `groups` `3` does not divide the `8` filters → Write a divisor of 8.',
      '4:5-4:11 unknown-operation: there is no operation or block `relu6x` → Did you mean `relu6`?',
    ],
  },
  {
    name: 'a mistake in every part',
    text: lines(
      'profile: pytorch',
      'dims: {d: -1}',
      'input: 3xdx32',
      'defaults: {cnov: {act: relu}}',
      'blocks:',
      '  b(c): [conv $c 3x3 rleu]',
      'layers:',
      '  - b 8 9',
      '  - dense 10 as x',
      '  - dense 10 as x',
      '  - concat y',
      'styel: lenet',
      'draw: {zzz: {label: a}}',
    ),
    problems: [
      '1:10-1:17 wrong-value: `profile` must be `torch`, `keras` or `caffe`, not `pytorch` → Did you mean `torch`?',
      '2:11-2:13 wrong-value: the size `d` must be a positive number, not `-1`',
      '4:12-4:16 unknown-operation: there is no operation `cnov` → Did you mean `conv`?',
      '6:22-6:26 unknown-word: `conv` does not know `rleu` → Did you mean `relu`?',
      '8:9-8:10 wrong-arguments: block `b` takes one argument (`c`); here is one more → Leave it out.',
      '10:17-10:18 duplicate-name: `x` is already the name of something, on line 9 → Choose another name.',
      '11:12-11:13 unknown-name: nothing is named `y` → Name a layer by `as y`.',
      '12:1-12:6 unknown-key: a block has no `styel` → Did you mean `style`?',
    ],
  },
  {
    name: 'a wrong shape and what it hides',
    text: layers('conv 8 64x64 as a', 'conv 8 64x64 as b', 'concat a'),
    problems: [
      '3:12-3:17 shape-mismatch: the kernel `64` is larger than the input, whose height is `32` → Write a smaller kernel or more padding, or leave out a pooling or a stride before it.',
    ],
  },
  {
    name: 'a misspelt operation whose name is used',
    text: layers('cnov 8 3x3 as e1', 'maxpool 2', 'concat e1'),
    problems: [
      '3:5-3:9 unknown-operation: there is no operation or block `cnov` → Did you mean `conv`?',
    ],
  },
  {
    name: 'three unknown operations',
    text: layers('aaaa', 'bbbb', 'cccc'),
    problems: [
      '3:5-3:9 unknown-operation: there is no operation or block `aaaa` → For anything else write `op aaaa`.',
      '4:5-4:9 unknown-operation: there is no operation or block `bbbb` → For anything else write `op bbbb`.',
      '5:5-5:9 unknown-operation: there is no operation or block `cccc` → For anything else write `op cccc`.',
    ],
  },
  {
    name: 'a misspelt operation in flow',
    text: lines('input: 3x32x32', 'layers: [conv 8 3x3, relu, dence 10]'),
    problems: [
      '2:28-2:33 unknown-operation: there is no operation or block `dence` → Did you mean `dense`?',
    ],
  },
  {
    name: 'a misspelt word before the input',
    text: lines('layers:', '  - dense 10 rleu', 'input: 784', 'style: zebra'),
    problems: [
      '2:14-2:18 unknown-word: `dense` does not know `rleu` → Did you mean `relu`?',
      '4:8-4:13 unknown-style: there is no style `zebra` → Use […]',
    ],
  },
];
