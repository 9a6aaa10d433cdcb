import { type Case, lines } from './case.js';

const call = 'Write `conv(24, 24, 8)`: a name, then height, width and channels in brackets.';
const sums =
  'Write a number or a sum of numbers, such as `28/2` or `2**3`. Nothing in a block is ever run.';
const three = 'Write height, width and channels: `conv(24, 24, 8)`.';

/** Texts of ConvNetDraw with mistakes, told from YAML by their other lines. */
export const convnetdraw: readonly Case[] = [
  {
    name: 'a call without brackets',
    text: lines('# a net', 'input(28, 28, 1)', '  conv 24, 24, 8 // first', 'relu(24, 24, 8)'),
    problems: [`3:3-3:17 wrong-call: \`conv 24, 24, 8\` is no call of a layer → ${call}`],
  },
  {
    name: 'a call that is not closed',
    text: lines('input(28, 28, 1)', 'conv(24, 24, 8'),
    problems: [
      '2:5-2:6 wrong-call: the bracket after `conv` is not closed → Write `)` after the channels; a call stands on one line.',
    ],
  },
  {
    name: 'a piece of a program',
    text: lines('input(28, 28, 1)', 'process.exit()', 'conv(process.exit(1), 24, 8)'),
    problems: [
      `2:1-2:15 missing-value: \`process.exit\` has no sizes, not three → ${three}`,
      `3:6-3:21 wrong-value: \`process.exit(1)\` is no number → ${sums}`,
    ],
  },
  {
    name: 'an assignment',
    text: lines('input(28, 28, 1)', 'x = conv(24, 24, 8)'),
    problems: [`2:1-2:9 wrong-call: \`x = conv\` is no name of a layer → ${call}`],
  },
  {
    name: 'a size that is missing',
    text: lines('input(28, 28)', 'conv(24, , 8)'),
    problems: [
      `1:1-1:14 missing-value: \`input\` has 2 sizes, not three → ${three}`,
      '2:10-2:11 missing-value: `conv` has no width → Write a number between the commas.',
    ],
  },
  {
    name: 'sums that give no size',
    text: lines('input(28, 28, 1)', 'pool(28/3, 1/0, 1 - 1)', 'conv(n, 24, 10**10)'),
    problems: [
      '2:6-2:10 wrong-value: the number of rows must be a whole number of at least 1, and `28/3` is `9.333333333333334` → A layer has whole rows, columns and channels.',
      '2:12-2:15 wrong-value: `1/0` divides by zero → Check the sizes.',
      '2:17-2:22 wrong-value: the number of channels must be a whole number of at least 1, and `1 - 1` is `0` → A layer has whole rows, columns and channels.',
      `3:6-3:7 wrong-value: \`n\` is no number → ${sums}`,
      '3:13-3:19 absurd-size: `10**10` is too large for a size → Check the sizes.',
    ],
  },
  {
    name: 'shapes that cannot be',
    text: lines('input(28, 28, 4)', 'relu(24, 28, 4)', 'pool(12, 12, 8)', 'pool(24, 24, 8)'),
    problems: [
      '2:6-2:15 shape-mismatch: `relu` keeps the size `28x28x4`, but says `24x28x4` → Write `relu(28, 28, 4)`.',
      '3:14-3:15 shape-mismatch: `pool` keeps the `4` channels of `24x28x4`, but says `8` → Write `4`, or give it another name.',
      '4:6-4:15 shape-mismatch: `pool` makes no map larger, but `12x12x8` becomes `24x24x8` → Check the sizes, or give it another name, such as `upsample`.',
    ],
  },
  {
    name: 'an input after other layers',
    text: lines('conv(24, 24, 8)', 'input(24, 24, 8)'),
    problems: [
      '2:1-2:6 warning late-input: an `input` after other layers is drawn as one of them → Begin the text with it, or give it another name.',
    ],
  },
];
