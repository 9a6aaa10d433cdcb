import { type Case, layers, lines } from './case.js';

/** Words that nothing knows. */
export const words: readonly Case[] = [
  {
    name: 'a misspelt operation',
    text: layers('convv 8 3x3', 'relu'),
    problems: [
      '3:5-3:10 unknown-operation: there is no operation or block `convv` → Did you mean `conv`?',
    ],
  },
  {
    name: 'an operation that nothing is near to',
    text: layers('zebrafish 8', 'relu'),
    problems: [
      '3:5-3:14 unknown-operation: there is no operation or block `zebrafish` → For anything else write `op zebrafish`.',
    ],
  },
  {
    name: 'a part of the name of an operation',
    text: layers('pool 2'),
    problems: [
      '3:5-3:9 unknown-operation: there is no operation or block `pool` → Did you mean `maxpool`?',
    ],
  },
  {
    name: 'a very long word',
    text: layers(`conv ${'x'.repeat(300)}`),
    problems: [
      '3:10-3:310 unknown-word: `conv` does not know `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…` → Leave it out, or name it as `key=value`.',
    ],
  },
  {
    name: 'an operation in another script',
    text: layers('свёртка 8 3x3'),
    problems: [
      '3:5-3:12 unknown-operation: there is no operation or block `свёртка` → For anything else write `op Name`.',
    ],
  },
  {
    name: 'a digit of another script',
    text: layers('conv 8 3×3 /２'),
    problems: ['3:16-3:18 wrong-value: a stride must be a number, not `２`'],
  },
  {
    name: 'an emoji',
    text: layers('conv 8 3x3 🔥'),
    problems: [
      '3:16-3:18 unknown-word: `conv` does not know `🔥` → Leave it out, or name it as `key=value`.',
    ],
  },
  {
    name: 'a misspelt activation',
    text: layers('conv 8 3x3 rleu'),
    problems: ['3:16-3:20 unknown-word: `conv` does not know `rleu` → Did you mean `relu`?'],
  },
  {
    name: 'a misspelt normalisation',
    text: layers('conv 8 3x3 batchnrm relu'),
    problems: [
      '3:16-3:24 unknown-word: `conv` does not know `batchnrm` → Did you mean `batchnorm`?',
    ],
  },
  {
    name: 'a misspelt value of act',
    text: layers('conv 8 3x3 act=rleu'),
    problems: ['3:16-3:24 unknown-word: `rleu` is no activation → Did you mean `relu`?'],
  },
  {
    name: 'an activation as norm',
    text: layers('conv 8 3x3 norm=relu'),
    problems: ['3:16-3:25 unknown-word: `relu` is no normalisation → Write `act=relu`.'],
  },
  {
    name: 'a misspelt key',
    text: layers('conv 8 3x3 stirde=2'),
    problems: ['3:16-3:24 unknown-key: `conv` has no `stirde` → Did you mean `stride`?'],
  },
  {
    name: 'a key of a layer that nothing is near to',
    text: layers('conv 8 3x3 zebra=2'),
    problems: ['3:16-3:23 unknown-key: `conv` has no `zebra` → It has […]'],
  },
  {
    name: 'an operation as a key',
    text: layers('conv 8 3x3 bn=true'),
    problems: ['3:16-3:23 unknown-key: `conv` has no `bn` → It has […]'],
  },
  {
    name: 'a misspelt flag',
    text: layers('conv 8 3x3 smae'),
    problems: ['3:16-3:20 unknown-word: `conv` does not know `smae` → Did you mean `same`?'],
  },
  {
    name: 'a flag of another operation',
    text: lines('input: 784', 'layers:', '  - dense 10 same'),
    problems: [
      '3:14-3:18 unknown-word: `dense` does not know `same` → Leave it out, or name it as `key=value`.',
    ],
  },
  {
    name: 'a misspelt key of the long form',
    text: layers('{op: conv, out: 8, kernal: 3}'),
    problems: ['3:24-3:30 unknown-key: `conv` has no `kernal` → Did you mean `kernel`?'],
  },
  {
    name: 'a misspelt operation of the long form',
    text: layers('{op: convolv, out: 8, kernel: 3}'),
    problems: [
      '3:10-3:17 unknown-operation: there is no operation or block `convolv` → Did you mean `conv`?',
    ],
  },
  {
    name: 'a misspelt operation of the defaults',
    text: lines('input: 3x32x32', 'defaults: {cnov: {act: relu}}', 'layers:', '  - conv 8 3x3'),
    problems: ['2:12-2:16 unknown-operation: there is no operation `cnov` → Did you mean `conv`?'],
  },
  {
    name: 'a misspelt key of the defaults',
    text: lines('input: 3x32x32', 'defaults: {conv: {atc: relu}}', 'layers:', '  - conv 8 3x3'),
    problems: ['2:19-2:22 unknown-key: `conv` has no `atc` → Did you mean `act`?'],
  },
  {
    name: 'a misspelt activation of the defaults',
    text: lines('input: 3x32x32', 'defaults: {conv: {act: rleu}}', 'layers:', '  - conv 8 3x3'),
    problems: ['2:24-2:28 unknown-word: `rleu` is no activation → Did you mean `relu`?'],
  },
  {
    name: 'a space after an equals sign',
    text: layers('conv 8 3x3 stride= 2'),
    problems: [
      '3:16-3:25 missing-value: there are spaces around the `=` of `stride` → Write `stride=2`.',
    ],
  },
  {
    name: 'spaces around an equals sign',
    text: layers('conv 8 3x3 stride = 2'),
    problems: [
      '3:16-3:26 missing-value: there are spaces around the `=` of `stride` → Write `stride=2`.',
    ],
  },
  {
    name: 'no value after an equals sign',
    text: layers('conv 8 3x3 stride='),
    problems: ['3:16-3:23 missing-value: a value is missing after `stride=` → Write `stride=1`.'],
  },
  {
    name: 'commas between words',
    text: layers('conv 8, 3x3, relu'),
    problems: ['3:10-3:12 unknown-word: words are parted by spaces, not by commas → Write `8`.'],
  },
  {
    name: 'commas between arguments',
    text: lines('input: 3x32x32', 'blocks:', '  a(b, c): [conv $b $c]', 'layers:', '  - a 3, 3'),
    problems: ['5:7-5:9 unknown-word: words are parted by spaces, not by commas → Write `3`.'],
  },
  {
    name: 'a call with parentheses',
    text: layers('conv(8, 3)'),
    problems: [
      '3:5-3:15 unknown-operation: there is no operation or block `conv(8, 3)` → Write no parentheses, and spaces between the words: `conv 64 3x3 relu`.',
    ],
  },
  {
    name: 'a layer as Keras has it',
    text: layers('Conv2D(64, (3,3), activation="relu")'),
    problems: [
      '3:5-3:41 unknown-operation: there is no operation or block `Conv2D(64, (3,3), activation="relu")` → Write no parentheses, and spaces between the words: `conv 64 3x3 relu`.',
    ],
  },
  {
    name: 'two activations',
    text: layers('conv 8 3x3 relu tanh'),
    problems: [
      '3:21-3:25 given-twice: `conv` has two activations on its line → Write the second on a line of its own.',
    ],
  },
  {
    name: 'a second operation on a line',
    text: layers('conv 8 3x3 maxpool 2'),
    problems: [
      '3:16-3:23 unknown-word: `conv` does not know `maxpool` → Write it on a line of its own.',
    ],
  },
  {
    name: 'an activation where none can stand',
    text: layers('flatten relu'),
    problems: [
      '3:13-3:17 unknown-word: `flatten` does not know `relu` → Write it on a line of its own.',
    ],
  },
  {
    name: 'a line that starts with a number',
    text: layers('64 3x3'),
    problems: [
      '3:5-3:7 unknown-operation: a line starts with an operation, not with `64` → Did you mean `dense 64` or `conv 64 3x3`?',
    ],
  },
  {
    name: 'a line that is a number',
    text: lines('input: 784', 'layers:', '  - 10'),
    problems: [
      '3:5-3:7 unknown-operation: a line starts with an operation, not with `10` → Did you mean `dense 10` or `conv 10 3x3`?',
    ],
  },
  {
    name: 'a line that is a switch',
    text: lines('input: 784', 'layers:', '  - true'),
    problems: [
      '3:5-3:9 unknown-operation: there is no operation or block `true` → For anything else write `op true`.',
    ],
  },
  {
    name: 'a stride where none can stand',
    text: lines('input: 784', 'layers:', '  - dense 10 /2'),
    problems: ['3:14-3:16 unknown-word: `dense` takes no stride → Leave it out.'],
  },
  {
    name: 'a padding where none can stand',
    text: lines('input: 784', 'layers:', '  - dense 10 p1'),
    problems: [
      '3:14-3:16 unknown-word: `dense` takes no padding, but here is `p1` → Leave it out.',
    ],
  },
  {
    name: 'a kernel where none can stand',
    text: lines('input: 784', 'layers:', '  - dense 10 3x3'),
    problems: ['3:14-3:17 unknown-word: `dense` takes no size, but here is `3x3` → Leave it out.'],
  },
  {
    name: 'a number where none can stand',
    text: layers('layernorm 64'),
    problems: [
      '3:15-3:17 unknown-word: `layernorm` takes no number of its own → Leave it out, or name it as `key=value`.',
    ],
  },
  {
    name: 'one number too many',
    text: layers('conv 8 3 3'),
    problems: [
      '3:14-3:15 unknown-word: `conv` takes 2 numbers (`out`, `kernel`); here is one more → A kernel is written `3x3`, a stride `/2`, a padding `p1`.',
    ],
  },
  {
    name: 'one number too many for a dense layer',
    text: lines('input: 784', 'layers:', '  - dense 10 20'),
    problems: [
      '3:14-3:16 unknown-word: `dense` takes one number (`out`); here is one more → Leave it out, or name it as `key=value`.',
    ],
  },
  {
    name: 'a kernel twice',
    text: layers('conv 8 3x3 k=5'),
    problems: ['3:16-3:19 given-twice: `kernel` of `conv` is given twice → Keep one of them.'],
  },
  {
    name: 'a list as the value of an operation',
    text: layers('conv: [8, 3]'),
    problems: [
      '3:11-3:17 wrong-value: `conv` takes a line or a map, not a list → Write `- conv 64 3x3` or `{op: conv, out: 64, kernel: 3}`.',
    ],
  },
  {
    name: 'a key beside the one of the operation',
    text: lines('input: 3x32x32', 'layers:', '  - conv: 8 3x3', '    act: relu'),
    problems: [
      '4:5-4:8 unknown-key: the step `conv` has no `act` → Write all of it on one line, such as `- conv 64 3x3`, or in a map: `- {op: conv, …}`.',
    ],
  },
  {
    name: 'two operations in one map',
    text: lines('input: 3x32x32', 'layers:', '  - conv: 8 3x3', '    relu:'),
    problems: [
      '4:5-4:9 unknown-key: the step `conv` has no `relu` → Write all of it on one line, such as `- conv 64 3x3`, or in a map: `- {op: conv, …}`.',
    ],
  },
  {
    name: 'a misspelt key of a merge',
    text: lines('input: 3x32x32', 'layers:', '  - concat: [identity, relu]', '    axes: 1'),
    problems: ['4:5-4:9 unknown-key: `concat` has no `axes` → Did you mean `axis`?'],
  },
  {
    name: 'a misspelt operation in a branch',
    text: lines(
      'input: 3x32x32',
      'layers:',
      '  - concat:',
      '    - conv 8 3x3 p1',
      '    - cnov 8 3x3 p1',
      '    - maxpool 2',
    ),
    problems: [
      '5:7-5:11 unknown-operation: there is no operation or block `cnov` → Did you mean `conv`?',
    ],
  },
  {
    name: 'a misspelt key of a residual',
    text: lines(
      'input: 3x32x32',
      'layers:',
      '  - residual: [conv 3 3x3 p1]',
      '    shortcutt: identity',
    ),
    problems: ['4:5-4:14 unknown-key: `residual` has no `shortcutt` → Did you mean `shortcut`?'],
  },
  {
    name: 'a misspelt operation in a residual',
    text: layers('residual: {op: rleu}'),
    problems: [
      '3:20-3:24 unknown-operation: there is no operation or block `rleu` → Did you mean `relu`?',
    ],
  },
  {
    name: 'a misspelt operation in a shortcut',
    text: lines(
      'input: 3x32x32',
      'layers:',
      '  - residual: [conv 8 3x3 p1]',
      '    shortcut: cnov 8 1x1',
    ),
    problems: [
      '4:15-4:19 unknown-operation: there is no operation or block `cnov` → Did you mean `conv`?',
    ],
  },
  {
    name: 'a misspelt key of a group',
    text: lines('input: 3x32x32', 'layers:', '  - layers: [relu]', '    repeats: 3'),
    problems: ['4:5-4:12 unknown-key: a group has no `repeats` → Did you mean `repeat`?'],
  },
  {
    name: 'an empty map',
    text: lines('input: 3', 'layers:', '  - {}'),
    problems: [
      '3:5-3:7 unknown-operation: this step is empty → The long form is `{op: conv, out: 64, kernel: 3}`.',
    ],
  },
  {
    name: 'an operation that is not said',
    text: layers('{op: }'),
    problems: [
      '3:10-3:10 unknown-operation: there is no operation or block `null` → For anything else write `{op: op, name: Name}`.',
    ],
  },
  {
    name: 'a map without an operation',
    text: layers('{out: 8, kernel: 3}'),
    problems: [
      '3:6-3:9 unknown-operation: there is no operation or block `out` → The long form is `{op: conv, out: 64, kernel: 3}`.',
    ],
  },
  {
    name: 'a misspelt as',
    text: layers('conv 8 3x3 aas e1', 'concat e1'),
    problems: ['3:16-3:19 unknown-word: `conv` does not know `aas` → Did you mean `as`?'],
  },
];
