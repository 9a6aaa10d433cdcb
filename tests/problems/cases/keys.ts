import { type Case, lines } from './case.js';

/** Keys of a block: missing, unknown, or with values of another kind. */
export const keys: readonly Case[] = [
  {
    name: 'a misspelt input',
    text: lines('inputt: 784', 'layers:', '  - dense 10'),
    problems: ['1:1-1:7 unknown-key: a block has no `inputt` → Did you mean `input`?'],
  },
  {
    name: 'misspelt layers',
    text: lines('input: 784', 'layer:', '  - dense 10'),
    problems: ['2:1-2:6 unknown-key: a block has no `layer` → Did you mean `layers`?'],
  },
  {
    name: 'a key that nothing is near to',
    text: lines('input: 784', 'zebra: 1', 'layers:', '  - dense 10'),
    problems: ['2:1-2:6 unknown-key: a block has no `zebra` → It has […]'],
  },
  {
    name: 'keys in upper case',
    text: lines('Input: 784', 'Layers:', '  - dense 10'),
    problems: [
      '1:1-1:6 unknown-key: a block has no `Input` → Did you mean `input`?',
      '2:1-2:7 unknown-key: a block has no `Layers` → Did you mean `layers`?',
    ],
  },
  {
    name: 'a number as a key',
    text: lines('5: x', 'input: 784', 'layers:', '  - dense 10'),
    problems: ['1:1-1:2 unknown-key: a block has no `5` → It has […]'],
  },
  {
    name: 'a list as a key',
    text: lines('[a, b]: x', 'input: 784', 'layers:', '  - dense 10'),
    problems: ['1:1-1:7 unknown-key: a block has no `["a","b"]` → It has […]'],
  },
  {
    name: 'an unknown profile',
    text: lines('profile: tensorflow', 'input: 784', 'layers:', '  - dense 10'),
    problems: [
      '1:10-1:20 wrong-value: `profile` must be `torch`, `keras` or `caffe`, not `tensorflow` → Use `torch`, `keras` or `caffe`.',
    ],
  },
  {
    name: 'a misspelt profile',
    text: lines('profile: tocrh', 'input: 784', 'layers:', '  - dense 10'),
    problems: [
      '1:10-1:15 wrong-value: `profile` must be `torch`, `keras` or `caffe`, not `tocrh` → Did you mean `torch`?',
    ],
  },
  {
    name: 'an empty profile',
    text: lines('profile:', 'input: 784', 'layers:', '  - dense 10'),
    problems: [
      '1:9-1:9 wrong-value: `profile` must be `torch`, `keras` or `caffe`, not `null` → Use `torch`, `keras` or `caffe`.',
    ],
  },
  {
    name: 'a list as a name',
    text: lines('name: [a]', 'input: 784', 'layers:', '  - dense 10'),
    problems: ['1:7-1:10 wrong-value: `name` must be text, not `["a"]`'],
  },
  {
    name: 'a word as an input',
    text: lines('input: big', 'layers:', '  - dense 10'),
    problems: [
      '1:8-1:11 unknown-size: nothing says what the size `big` is → Give it a value: `dims: {big: 64}`.',
    ],
  },
  {
    name: 'an input of size zero',
    text: lines('input: 3x0x32', 'layers:', '  - conv 8 3x3'),
    problems: ['1:8-1:14 wrong-value: a shape must be made of positive whole numbers, not `0`'],
  },
  {
    name: 'a negative input',
    text: lines('input: -784', 'layers:', '  - dense 10'),
    problems: ['1:8-1:12 wrong-value: a shape must be made of positive whole numbers, not `-784`'],
  },
  {
    name: 'a fractional input',
    text: lines('input: 78.4', 'layers:', '  - dense 10'),
    problems: ['1:8-1:12 wrong-value: a shape must be made of positive whole numbers, not `78.4`'],
  },
  {
    name: 'a map as one input',
    text: lines('input: {src: 3}', 'layers:', '  - dense 10'),
    problems: [
      '1:8-1:16 wrong-value: `input` is one shape → For several, write `inputs: {src: S x d, tgt: T x d}`.',
    ],
  },
  {
    name: 'a switch as an input',
    text: lines('input: true', 'layers:', '  - dense 10'),
    problems: ['1:8-1:12 wrong-value: a shape must be made of positive whole numbers, not `true`'],
  },
  {
    name: 'an empty input',
    text: lines('input:', 'layers:', '  - dense 10'),
    problems: [
      '1:7-1:7 wrong-value: a shape is missing here → Write `3x224x224`, or `784` for a vector.',
    ],
  },
  {
    name: 'an input with commas',
    text: lines('input: 3,32,32', 'layers:', '  - conv 8 3x3'),
    problems: [
      '1:8-1:15 wrong-value: `3,32,32` is no shape → Write `3x224x224`, or `784` for a vector.',
    ],
  },
  {
    name: 'an input in parentheses',
    text: lines('input: (3, 32, 32)', 'layers:', '  - conv 8 3x3'),
    problems: [
      '1:8-1:19 wrong-value: `(3, 32, 32)` is no shape → Write `3x224x224`, or `784` for a vector.',
    ],
  },
  {
    name: 'an infinite input',
    text: lines('input: .inf', 'layers:', '  - relu'),
    problems: [
      '1:8-1:12 wrong-value: a shape must be made of positive whole numbers, not `Infinity`',
    ],
  },
  {
    name: 'an input that is not a number',
    text: lines('input: .nan', 'layers:', '  - relu'),
    problems: ['1:8-1:12 wrong-value: a shape must be made of positive whole numbers, not `NaN`'],
  },
  {
    name: 'an input of unknown sizes',
    text: lines('input: S x d', 'layers:', '  - dense 10'),
    problems: [
      '1:8-1:13 unknown-size: nothing says what the size `S` is → Give it a value: `dims: {S: 64}`.',
      '1:8-1:13 unknown-size: nothing says what the size `d` is → Give it a value: `dims: {d: 64}`.',
    ],
  },
  {
    name: 'a list as inputs',
    text: lines('inputs: [3, 4]', 'layers:', '  - dense 10'),
    problems: [
      '1:9-1:15 wrong-value: `inputs` must be a map of keys and values → Write `inputs: {src: S x d}`.',
    ],
  },
  {
    name: 'one of the inputs is empty',
    text: lines('inputs: {a: , b: 3}', 'layers:', '  - from: b', '  - dense 3'),
    problems: [
      '1:13-1:13 wrong-value: a shape is missing here → Write `3x224x224`, or `784` for a vector.',
    ],
  },
  {
    name: 'an input with the name of an operation',
    text: lines('inputs: {conv: 3x8x8}', 'layers:', '  - relu'),
    problems: [
      '1:10-1:14 reserved-name: `conv` already is the name of an operation → Choose another name.',
    ],
  },
  {
    name: 'one of two inputs is wrong',
    text: lines(
      'inputs: {a: 3x8x8, b: bad}',
      'layers:',
      '  - from: a',
      '  - concat b',
      '  - conv 8 3x3 rleu',
    ),
    problems: [
      '1:23-1:26 unknown-size: nothing says what the size `bad` is → Give it a value: `dims: {bad: 64}`.',
      '5:16-5:20 unknown-word: `conv` does not know `rleu` → Did you mean `relu`?',
    ],
  },
  {
    name: 'a wrong input, and a misspelt word later',
    text: lines('input: big', 'layers:', '  - conv 8 3x3', '  - flatten', '  - dense 10 rleu'),
    problems: [
      '1:8-1:11 unknown-size: nothing says what the size `big` is → Give it a value: `dims: {big: 64}`.',
      '5:14-5:18 unknown-word: `dense` does not know `rleu` → Did you mean `relu`?',
    ],
  },
  {
    name: 'no input',
    text: lines('layers:', '  - dense 10'),
    problems: [
      '2:5-2:13 missing-input: the network has no input → Write `input: 3x224x224` (channels × height × width) or `input: 784`.',
    ],
  },
  {
    name: 'a one-liner without an input',
    text: 'conv 8 3x3 -> relu',
    problems: [
      '1:1-1:11 missing-input: the network has no input → Write `input: 3x224x224` (channels × height × width) or `input: 784`.',
    ],
  },
  {
    name: 'a list without an input',
    text: lines('- conv 8 3x3', '- relu'),
    problems: [
      '1:3-1:13 missing-input: the network has no input → Write `input: 3x224x224` (channels × height × width) or `input: 784`.',
    ],
  },
  {
    name: 'no layers',
    text: 'input: 784',
    problems: [
      '1:1-1:1 missing-layers: the block has no `layers` → Write `layers:` and a list of operations.',
    ],
  },
  {
    name: 'an empty list of layers',
    text: lines('input: 784', 'layers: []'),
    problems: [
      '2:1-2:7 missing-layers: the block has no `layers` → Write `layers:` and a list of operations.',
    ],
  },
  {
    name: 'layers with nothing after them',
    text: lines('input: 784', 'layers:'),
    problems: [
      '2:1-2:7 missing-layers: the block has no `layers` → Write `layers:` and a list of operations.',
    ],
  },
  {
    name: 'a switch as layers',
    text: lines('input: 784', 'layers: true'),
    problems: [
      '2:9-2:13 unknown-operation: there is no operation or block `true` → For anything else write `op true`.',
    ],
  },
  {
    name: 'a map as layers',
    text: lines('input: 784', 'layers:', '  a: dense 10', '  b: dense 5'),
    problems: [
      '3:3-3:4 unknown-operation: there is no operation or block `a` → The long form is `{op: conv, out: 64, kernel: 3}`.',
    ],
  },
  {
    name: 'a key alone',
    text: 'input',
    problems: ['1:1-1:6 missing-value: `input` needs a shape → Write `input: 3x224x224`.'],
  },
  {
    name: 'an empty block',
    text: '',
    problems: [
      '1:1-1:1 empty-block: the block is empty → Write `784 -> 128 relu -> 10 softmax`, or `input:` and `layers:`.',
    ],
  },
  {
    name: 'white space alone',
    text: lines('   ', '', ''),
    problems: [
      '1:1-1:1 empty-block: the block is empty → Write `784 -> 128 relu -> 10 softmax`, or `input:` and `layers:`.',
    ],
  },
  {
    name: 'comments alone',
    text: lines('# nothing', '# here'),
    problems: [
      '1:1-1:1 empty-block: the block is empty → Write `784 -> 128 relu -> 10 softmax`, or `input:` and `layers:`.',
    ],
  },
  {
    name: 'an empty item',
    text: lines('input: 784', 'layers:', '  - dense 10', '  -', '  - relu'),
    problems: [
      '4:3-4:4 missing-step: this item is empty → Write an operation, or take the `-` out.',
    ],
  },
  {
    name: 'a null item',
    text: lines('input: 784', 'layers:', '  - ~'),
    problems: [
      '3:5-3:6 missing-step: this item is empty → Write an operation, or take the `-` out.',
    ],
  },
  {
    name: 'a list as dims',
    text: lines('dims: [3]', 'input: 784', 'layers:', '  - dense 10'),
    problems: [
      '1:7-1:10 wrong-value: `dims` must be a map of keys and values → Write `dims: {T: 64, d: 512}`.',
    ],
  },
  {
    name: 'a word as a size',
    text: lines('dims: {d: big}', 'input: d', 'layers:', '  - dense d'),
    problems: ['1:11-1:14 wrong-value: the size `d` must be a positive number, not `big`'],
  },
  {
    name: 'a negative size',
    text: lines('dims: {d: -3}', 'input: 784', 'layers:', '  - dense d'),
    problems: ['1:11-1:13 wrong-value: the size `d` must be a positive number, not `-3`'],
  },
  {
    name: 'a size with the name of an operation',
    text: lines('dims: {relu: 3}', 'input: 784', 'layers:', '  - dense 10'),
    problems: [
      '1:8-1:12 reserved-name: `relu` already is the name of an operation → Choose another name.',
    ],
  },
  {
    name: 'a size with the name of the stride',
    text: lines('dims: {s: 3}', 'input: 3', 'layers:', '  - dense s'),
    problems: [
      '1:8-1:9 reserved-name: `s` is the stride that a block is called with → Choose another name.',
    ],
  },
  {
    name: 'a list as blocks',
    text: lines('input: 784', 'blocks: [b]', 'layers:', '  - dense 10'),
    problems: [
      '2:9-2:12 wrong-value: `blocks` must be a map of keys and values → Write `blocks: {pair(c): [conv $c 3x3]}`.',
    ],
  },
  {
    name: 'a word as defaults of an operation',
    text: lines('input: 3x32x32', 'defaults: {conv: relu}', 'layers:', '  - conv 8 3x3'),
    problems: [
      '2:18-2:22 wrong-value: `conv` must be a map of keys and values → Write `conv: {…}`.',
    ],
  },
  {
    name: 'an output that nothing is named',
    text: lines('input: 784', 'layers:', '  - dense 10 as y', 'output: z'),
    problems: ['4:9-4:10 unknown-name: nothing is named `z` → Name a layer by `as z`.'],
  },
  {
    name: 'one of the outputs is unknown',
    text: lines('input: 3', 'layers:', '  - dense 3 as y', 'outputs: [y, z]'),
    problems: ['4:14-4:15 unknown-name: nothing is named `z` → Name a layer by `as z`.'],
  },
  {
    name: 'an empty output',
    text: lines('input: 3', 'layers:', '  - dense 3 as y', 'output:'),
    problems: ['4:8-4:8 missing-name: a name is missing here → Name a layer by `as e1`.'],
  },
  {
    name: 'nothing between two arrows',
    text: '784 -> -> 10',
    problems: [
      '1:7-1:8 missing-step: a layer is missing beside an arrow → Write an operation or a width on both sides of `->`.',
    ],
  },
  {
    name: 'nothing after the last arrow',
    text: '784 -> 128 ->',
    problems: [
      '1:14-1:14 missing-step: a layer is missing beside an arrow → Write an operation or a width on both sides of `->`.',
    ],
  },
  {
    name: 'the wrong arrow',
    text: '784 => 128',
    problems: [
      '1:1-1:11 missing-input: the network has no input → Write `input: 3x224x224` (channels × height × width) or `input: 784`.',
    ],
  },
];
