import { type Case, layers, lines } from './case.js';

/** Names that are missing, taken, or stand for nothing. */
export const names: readonly Case[] = [
  {
    name: 'a misspelt name',
    text: layers('conv 8 3x3 as skp', 'concat skip'),
    problems: ['4:12-4:16 unknown-name: nothing is named `skip` → Did you mean `skp`?'],
  },
  {
    name: 'a name that nothing is near to',
    text: layers('conv 8 3x3', 'concat zebra'),
    problems: ['4:12-4:17 unknown-name: nothing is named `zebra` → Name a layer by `as zebra`.'],
  },
  {
    name: 'a branch with an unknown name',
    text: layers('concat: [identity, zebra]'),
    problems: ['3:24-3:29 unknown-name: nothing is named `zebra` → Name a layer by `as zebra`.'],
  },
  {
    name: 'an unknown memory',
    text: lines('input: 10x64', 'layers:', '  - attention heads=8 kv=memmory'),
    problems: [
      '3:23-3:33 unknown-name: nothing is named `memmory` → Name a layer by `as memmory`.',
    ],
  },
  {
    name: 'a size as a memory',
    text: lines('dims: {T: 10}', 'input: T x 64', 'layers:', '  - attention heads=8 kv=T'),
    problems: ['4:23-4:27 unknown-name: `T` is a number, not a tensor → Name a layer by `as`.'],
  },
  {
    name: 'an unknown source among two',
    text: lines('inputs: {a: 3, b: 3}', 'layers:', '  - add from=a,c'),
    problems: ['3:9-3:17 unknown-name: nothing is named `c` → Name a layer by `as c`.'],
  },
  {
    name: 'two sources',
    text: lines('inputs: {a: 3, b: 3}', 'layers:', '  - from a b', '  - relu'),
    problems: [
      '3:12-3:13 unknown-word: `from` takes one name; here is `b` too → To join tensors use `concat` or `add`.',
    ],
  },
  {
    name: 'an empty from',
    text: layers('from:', 'conv 8 3x3'),
    problems: ['3:5-3:9 missing-name: a name is missing here → Name a layer by `as e1`.'],
  },
  {
    name: 'from alone',
    text: layers('from', 'conv 8 3x3'),
    problems: ['3:5-3:9 missing-name: a name is missing after `from` → Write `from: e1`.'],
  },
  {
    name: 'a name used before it is given',
    text: layers('conv 8 3x3 as a', 'add b', 'conv 8 3x3 p1 as b'),
    problems: [
      '4:9-4:10 cycle: `b` comes only later, on line 5 → A network has no cycles: a layer takes tensors from before it.',
    ],
  },
  {
    name: 'a source that comes later',
    text: layers('from: z', 'conv 8 3x3 as z'),
    problems: [
      '3:11-3:12 cycle: `z` comes only later, on line 4 → A network has no cycles: a layer takes tensors from before it.',
    ],
  },
  {
    name: 'a layer that takes itself',
    text: layers('add a as a'),
    problems: [
      '3:9-3:10 cycle: `a` comes only later, on line 3 → A network has no cycles: a layer takes tensors from before it.',
    ],
  },
  {
    name: 'a name given twice',
    text: layers('conv 8 3x3 as a', 'conv 8 3x3 as a'),
    problems: [
      '4:19-4:20 duplicate-name: `a` is already the name of something, on line 3 → Choose another name.',
    ],
  },
  {
    name: 'the name of an input given again',
    text: lines('inputs: {a: 3}', 'layers:', '  - dense 3 as a'),
    problems: [
      '3:16-3:17 duplicate-name: `a` is already the name of something, on line 1 → Choose another name.',
    ],
  },
  {
    name: 'the name of a size given again',
    text: lines('dims: {d: 3}', 'input: d', 'layers:', '  - dense 3 as d'),
    problems: [
      '4:16-4:17 duplicate-name: `d` is already the name of a size → Choose another name.',
    ],
  },
  {
    name: 'the name of an operation',
    text: layers('conv 8 3x3 as relu'),
    problems: [
      '3:19-3:23 reserved-name: `relu` already is the name of an operation → Choose another name.',
    ],
  },
  {
    name: 'the name of a block',
    text: lines('input: 784', 'blocks: {b: [relu]}', 'layers:', '  - dense 10 as b'),
    problems: [
      '4:17-4:18 reserved-name: `b` already is the name of a block → Choose another name.',
    ],
  },
  {
    name: 'a name that starts with a digit',
    text: layers('conv 8 3x3 as 1a'),
    problems: [
      '3:19-3:21 wrong-name: `1a` is no name → A name starts with a letter and goes on with letters, digits and `_`.',
    ],
  },
  {
    name: 'a name with a hyphen',
    text: layers('conv 8 3x3 as a-b'),
    problems: [
      '3:19-3:22 wrong-name: `a-b` is no name → A name starts with a letter and goes on with letters, digits and `_`.',
    ],
  },
  {
    name: 'a name that starts with a digit, in the long form',
    text: layers('{op: conv, out: 8, kernel: 3, as: 1x}'),
    problems: [
      '3:39-3:41 wrong-name: `1x` is no name → A name starts with a letter and goes on with letters, digits and `_`.',
    ],
  },
  {
    name: 'no name after as',
    text: layers('conv 8 3x3 as'),
    problems: ['3:16-3:18 missing-name: a name is missing after `as` → Write `as e1`.'],
  },
  {
    name: 'several inputs, and no from',
    text: lines('inputs: {a: 3, b: 4}', 'layers:', '  - dense 10'),
    problems: [
      '3:5-3:13 missing-input: there are several inputs, and nothing says which of them this takes → Write `- from: a` before it.',
    ],
  },
  {
    name: 'several inputs, and a residual',
    text: lines('inputs: {a: 3, b: 4}', 'layers:', '  - residual: [dense 3]'),
    problems: [
      '3:5-3:24 missing-input: there are several inputs, and nothing says which of them this takes → Write `- from: a` before it.',
    ],
  },
  {
    name: 'several inputs, and an unknown operation',
    text: lines('inputs: {a: 3, b: 3}', 'layers:', '  - op Foo'),
    problems: [
      '3:5-3:11 missing-input: there are several inputs, and nothing says which of them this takes → Write `- from: a` before it.',
    ],
  },
  {
    name: 'a name from inside a block',
    text: lines(
      'input: 3x32x32',
      'blocks:',
      '  a: [relu as inner]',
      'layers:',
      '  - a',
      '  - concat inner',
    ),
    problems: ['6:12-6:17 unknown-name: nothing is named `inner` → Name a layer by `as inner`.'],
  },
  {
    name: 'shared weights of an unknown layer',
    text: layers('conv 3 3x3 p1', 'conv 3 3x3 share=zz'),
    problems: ['4:16-4:24 unknown-name: nothing is named `zz` → Name a layer by `as zz`.'],
  },
  {
    name: 'a call that shares with what is no call of its block',
    text: 'input: 8\nblocks: {unit: [dense 8]}\nlayers:\n  - dense 8 as a\n  - unit share=a',
    problems: [
      '5:10-5:17 wrong-share: `a` is no output of a call of block `unit` → Name the output of a call by `as`, and share between calls of one block.',
    ],
  },
  {
    name: 'a call that shares with one of another width',
    text: 'input: 8\nblocks: {unit(c): [dense $c]}\nlayers:\n  - unit 8 as a\n  - unit 4 share=a',
    problems: [
      '5:12-5:19 wrong-share: the parameters of the two calls differ, at `unit2.dense1` → Calls that share weights need the same arguments and inputs of the same width.',
    ],
  },
  {
    name: 'shared weights of a layer that has none',
    text: layers('relu as r', 'conv 3 3x3 share=r'),
    problems: [
      '4:16-4:23 wrong-share: `r` has no parameters to share → Name a layer that has weights.',
    ],
  },
  {
    name: 'an empty branch',
    text: lines('input: 3x32x32', 'layers:', '  - concat:', '    - identity', '    -', '  - relu'),
    problems: [
      '5:5-5:6 missing-step: this item is empty → Write an operation, or take the `-` out.',
    ],
  },
  {
    name: 'an empty residual',
    text: layers('residual:'),
    problems: ['3:5-3:13 missing-step: `residual` has no steps → Give it a list of layers.'],
  },
  {
    name: 'a residual with an empty list',
    text: layers('residual: []'),
    problems: ['3:5-3:13 missing-step: `residual` has no steps → Give it a list of layers.'],
  },
  {
    name: 'an empty shortcut',
    text: lines('input: 3x32x32', 'layers:', '  - residual: [conv 8 3x3 p1]', '    shortcut:'),
    problems: [
      '4:5-4:13 missing-step: `shortcut` has no steps → Write `identity`, `none`, or a list of layers.',
    ],
  },
  {
    name: 'a number as a residual',
    text: layers('residual: 3'),
    problems: [
      '3:15-3:16 unknown-operation: a line starts with an operation, not with `3` → Did you mean `dense 3` or `conv 3 3x3`?',
    ],
  },
];
