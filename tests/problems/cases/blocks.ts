import { type Case, lines } from './case.js';

/** Blocks and their calls. */
export const blocks: readonly Case[] = [
  {
    name: 'a block that calls itself',
    text: lines('input: 784', 'blocks:', '  b: [dense 10, b]', 'layers:', '  - b'),
    problems: [
      '3:17-3:18 cycle: block `b` calls itself: b → b (in `b`, called on line 5) → A block can only call blocks that do not lead back to it.',
    ],
  },
  {
    name: 'blocks that call each other',
    text: lines(
      'input: 784',
      'blocks:',
      '  a: [dense 10, b]',
      '  b: [relu, a]',
      'layers:',
      '  - a',
    ),
    problems: [
      '4:13-4:14 cycle: block `a` calls itself: a → b → a (in `b`, called on line 3) → A block can only call blocks that do not lead back to it.',
    ],
  },
  {
    name: 'a missing argument',
    text: lines(
      'input: 784',
      'blocks:',
      '  b(c): [dense $c, relu]',
      'layers:',
      '  - b',
      '  - dense 3',
    ),
    problems: [
      '5:5-5:6 missing-argument: block `b` needs `c` → Write `b c=64`, or give it a value for all calls: `b(c=64)`.',
    ],
  },
  {
    name: 'one argument too many',
    text: lines('input: 784', 'blocks:', '  b(c): [dense $c, relu]', 'layers:', '  - b 10 20'),
    problems: [
      '5:10-5:12 wrong-arguments: block `b` takes one argument (`c`); here is one more → Leave it out.',
    ],
  },
  {
    name: 'an argument where none are taken',
    text: lines('input: 784', 'blocks:', '  b: [dense 10, relu]', 'layers:', '  - b 20'),
    problems: [
      '5:7-5:9 wrong-arguments: block `b` takes no arguments; here is one more → Leave it out.',
    ],
  },
  {
    name: 'a misspelt argument',
    text: lines(
      'input: 784',
      'blocks:',
      '  b(chan): [dense $chan, relu]',
      'layers:',
      '  - b chn=10',
    ),
    problems: ['5:7-5:13 unknown-key: block `b` has no parameter `chn` → Did you mean `chan`?'],
  },
  {
    name: 'an argument twice',
    text: lines('input: 784', 'blocks:', '  b(c): [dense $c, relu]', 'layers:', '  - b 10 c=5'),
    problems: ['5:10-5:13 given-twice: `c` of block `b` is given twice → Keep one of them.'],
  },
  {
    name: 'an argument that nothing is named',
    text: lines('input: 784', 'blocks:', '  b(c): [dense $c, relu]', 'layers:', '  - b big'),
    problems: ['5:7-5:10 unknown-name: nothing is named `big` → Name a layer by `as big`.'],
  },
  {
    name: 'a stride that the block has no use for',
    text: lines('input: 784', 'blocks:', '  b(c): [dense $c, relu]', 'layers:', '  - b 10 /2'),
    problems: [
      '5:10-5:12 unused-stride: block `b` has no use for the stride `/2` → Write `/s` on the line inside the block that takes it.',
    ],
  },
  {
    name: 'two strides',
    text: lines('input: 3x32x32', 'blocks:', '  a: [conv 3 3x3 /s]', 'layers:', '  - a /2x2'),
    problems: ['5:7-5:11 wrong-value: the stride of a block is one number'],
  },
  {
    name: 'an unknown parameter',
    text: lines('input: 784', 'blocks:', '  b(c): [dense $d, relu]', 'layers:', '  - b 10'),
    problems: [
      '3:16-3:18 unknown-size: in `$d`, nothing says what `d` is (in `b`, called on line 5) → Give it a value: `dims: {d: 64}`, or make it a parameter of the block.',
    ],
  },
  {
    name: 'a tensor as a number',
    text: lines(
      'input: 3x32x32',
      'blocks:',
      '  b(c): [conv $c 3x3]',
      'layers:',
      '  - relu as r',
      '  - b r',
    ),
    problems: ['3:15-3:17 unknown-size: `c` is a tensor, not a number (in `b`, called on line 6)'],
  },
  {
    name: 'a number as a tensor',
    text: lines('input: 3x32x32', 'blocks:', '  b(skip): [concat $skip]', 'layers:', '  - b 3'),
    problems: [
      '3:20-3:25 unknown-name: `skip` is a number, not a tensor (in `b`, called on line 5) → Name a layer by `as`.',
    ],
  },
  {
    name: 'a block with nothing in it',
    text: lines('input: 784', 'blocks:', '  b:', 'layers:', '  - b'),
    problems: ['3:3-3:4 missing-step: block `b` has no steps → Give it a list of layers.'],
  },
  {
    name: 'a block with an empty list',
    text: lines('input: 784', 'blocks:', '  b: []', 'layers:', '  - b'),
    problems: ['3:3-3:4 missing-step: block `b` has no steps → Give it a list of layers.'],
  },
  {
    name: 'a block with the name of an operation',
    text: lines('input: 784', 'blocks:', '  conv(c): [dense $c]', 'layers:', '  - conv 10'),
    problems: [
      '3:3-3:10 reserved-name: `conv` already is the name of an operation → Choose another name.',
    ],
  },
  {
    name: 'two blocks of one name',
    text: lines(
      'input: 784',
      'blocks:',
      '  b(c): [dense $c]',
      '  b(d): [dense $d]',
      'layers:',
      '  - b 10',
    ),
    problems: ['4:3-4:7 duplicate-name: there are two blocks `b` → Give one of them another name.'],
  },
  {
    name: 'a signature that is never closed',
    text: lines('input: 784', 'blocks:', '  b(c: [dense $c]', 'layers:', '  - b 10'),
    problems: ['3:3-3:6 wrong-value: `b(c` is no name of a block → Write `bottleneck(c):`.'],
  },
  {
    name: 'a signature that is never opened',
    text: lines('input: 784', 'blocks:', '  b c): [dense $c]', 'layers:', '  - b 10'),
    problems: ['3:3-3:7 wrong-value: `b c)` is no name of a block → Write `bottleneck(c):`.'],
  },
  {
    name: 'a parameter that is no name',
    text: lines('input: 784', 'blocks:', '  b(1c): [dense 3]', 'layers:', '  - b 10'),
    problems: [
      '3:3-3:8 wrong-value: `1c` is no name of a parameter → A name starts with a letter and goes on with letters, digits and `_`.',
    ],
  },
  {
    name: 'a parameter twice',
    text: lines('input: 784', 'blocks:', '  b(c, c): [dense $c]', 'layers:', '  - b 10 3'),
    problems: ['3:3-3:10 duplicate-name: parameter `c` stands twice → Name each once.'],
  },
  {
    name: 'a misspelt block',
    text: lines(
      'input: 784',
      'blocks:',
      '  bottleneck(c): [dense $c]',
      'layers:',
      '  - botleneck 10',
    ),
    problems: [
      '5:5-5:14 unknown-operation: there is no operation or block `botleneck` → Did you mean `bottleneck`?',
    ],
  },
  {
    name: 'one mistake in a block that is called twice',
    text: lines(
      'input: 3x32x32',
      'blocks:',
      '  b(c): [conv $c 3x3 g2]',
      'layers:',
      '  - b 8',
      '  - b 16',
    ),
    problems: [
      '3:22-3:24 shape-mismatch: `groups` `2` does not divide the `3` input channels (in `b`, called on line 5) → Write a divisor of 3.',
    ],
  },
  {
    name: 'a mistake in a block in a block',
    text: lines(
      'input: 3x32x32',
      'blocks:',
      '  a(c): [conv $c 3x3 g2]',
      '  b(c): [a $c]',
      'layers:',
      '  - b 4',
    ),
    problems: [
      '3:22-3:24 shape-mismatch: `groups` `2` does not divide the `3` input channels (in `a`, called on line 4) → Write a divisor of 3.',
    ],
  },
  {
    name: 'a misspelt word in a block that is called twice',
    text: lines('input: 3x32x32', 'blocks:', '  a: [cnov 3 3x3]', 'layers:', '  - a', '  - a'),
    problems: [
      '3:7-3:11 unknown-operation: there is no operation or block `cnov` → Did you mean `conv`?',
    ],
  },
  {
    name: 'a misspelt word in a block that is never called',
    text: lines('input: 3x32x32', 'blocks:', '  a: [cnov 3 3x3]', 'layers:', '  - relu'),
    problems: [
      '3:7-3:11 unknown-operation: there is no operation or block `cnov` → Did you mean `conv`?',
    ],
  },
  {
    name: 'a wrong belief in a block',
    text: lines(
      'input: 3x32x32',
      'blocks:',
      '  b(c): [conv $c 3x3 => 8x32x32]',
      'layers:',
      '  - b 8',
      '  - b 8',
    ),
    problems: [
      '3:25-3:32 wrong-shape: the output is `8x30x30`, not `8x32x32` (in `b`, called on line 5) → Write `=> 8x30x30`, or mend the layers before it.',
    ],
  },
  {
    name: 'repeats of repeats of repeats',
    text: lines(
      'input: 3',
      'blocks:',
      '  a: [relu x10000]',
      '  b: [a x10000]',
      'layers:',
      '  - b x10000',
    ),
    problems: [
      '3:7-3:18 absurd-size: the network has more than 50000 layers (in `a`, called on line 4) → Repeat less.',
    ],
  },
];
