import { type Case, lines } from './case.js';

const unread = 'but no files can be read here → Write what is in the file into the block.';

/** Blocks whose network stands in a file, or is in another notation. */
export const elsewhere: readonly Case[] = [
  {
    name: 'a file where there are none',
    text: 'from: ./deploy.prototxt',
    problems: [
      `1:7-1:24 unreadable-file: \`from\` names the file \`./deploy.prototxt\`, ${unread}`,
    ],
  },
  {
    name: 'a path that is no text',
    text: lines('from: [1]', 'style: graph'),
    problems: [
      '1:7-1:10 wrong-value: `from` must be the path of a file, not `[1]` → Write `from: ./deploy.prototxt`.',
    ],
  },
  {
    name: 'a file and layers',
    text: lines('from: ./a.prototxt', 'layers: [conv 3 3x3]', 'outputs: x'),
    problems: [
      `1:7-1:19 unreadable-file: \`from\` names the file \`./a.prototxt\`, ${unread}`,
      '2:1-2:7 given-twice: the file of `from` says what the network is, so the block cannot have `layers` too → Leave `layers` out.',
      '3:1-3:8 given-twice: the file of `from` says what the network is, so the block cannot have `outputs` too → Leave `outputs` out.',
    ],
  },
  {
    name: 'shapes that are none',
    text: lines('from: ./a.prototxt', 'shapes: {a: , b: x3}'),
    problems: [
      `1:7-1:19 unreadable-file: \`from\` names the file \`./a.prototxt\`, ${unread}`,
      '2:13-2:13 wrong-value: a shape is missing here → Write `3x224x224`, or `784` for a vector.',
      '2:18-2:20 unknown-size: nothing says what the size `x3` is → Give it a value: `dims: {x3: 64}`.',
    ],
  },
  {
    name: 'shapes of layers that say their own',
    text: lines('input: 3x32x32', 'shapes: {a: 1}', 'layers: [conv 3 3x3]'),
    problems: [
      '2:1-2:7 unknown-key: `shapes` is for networks of other notations → Write `out=256x6x6` on the line of the layer, or `=> 256x6x6` to check its shape.',
    ],
  },
  {
    name: 'a list before the line that parts a text',
    text: lines('- a', '---', 'input(28, 28, 1)', 'conv(24, 24, 8)'),
    problems: [
      '1:1-2:1 wrong-value: what stands before `---` must be a map of keys and values → Write `input: 3x227x227`, or leave the line `---` out.',
    ],
  },
  {
    name: 'layers before the line that parts a text',
    text: lines('layers: [conv 3 3x3]', '---', 'input(28, 28, 1)', 'conv(24, 24, 8)'),
    problems: [
      '1:1-1:7 given-twice: the text after `---` says what the network is, so the block cannot have `layers` too → Leave `layers` out.',
    ],
  },
  {
    name: 'mistakes on both sides of the line that parts a text',
    text: lines('titel: x', '---', 'input(28, 28, 1)', 'conv(24, 24, 8', 'pool(12, 12, 8)'),
    problems: [
      '1:1-1:6 unknown-key: a block has no `titel` → Did you mean `title`?',
      '4:5-4:6 wrong-call: the bracket after `conv` is not closed → Write `)` after the channels; a call stands on one line.',
    ],
  },
  {
    name: 'the input of a text that says its own',
    text: lines('input: 3x28x28', '---', 'input(28, 28, 1)', 'conv(24, 24, 8)'),
    problems: [
      '1:8-1:15 given-twice: a text of ConvNetDraw says the sizes of its input itself → Leave `input` out.',
    ],
  },
  {
    name: 'how it is counted',
    text: lines(
      'batch: 0',
      'phase: both',
      'counting: mine',
      'table: all',
      'format: 3',
      'input: 3x32x32',
      'layers: [conv 3 3x3]',
    ),
    problems: [
      '1:8-1:9 wrong-value: `batch` of a block must be at least 1, not `0`',
      '2:8-2:12 wrong-value: `phase` of a block must be `train` or `test`, not `both` → Use `train` or `test`.',
      '3:11-3:15 wrong-value: `counting` of a block must be `nnfig` or `netscope`, not `mine` → Use `nnfig` or `netscope`.',
      '4:8-4:11 wrong-value: `table` of a block must be `true` or `false`, or `summary` or `layers`, not `all`',
      "5:9-5:10 wrong-value: `format` of a block must be text, not `3` → Put it in quotes: `'3'`.",
    ],
  },
];
