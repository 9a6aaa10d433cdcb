import { type Case, layers, lines } from './case.js';

/** Shapes that do not fit. */
export const shapes: readonly Case[] = [
  {
    name: 'a kernel larger than the input',
    text: layers('conv 8 5x5', 'conv 8 64x64'),
    problems: [
      '4:12-4:17 shape-mismatch: the kernel `64` is larger than the input, whose height is `28` → Write a smaller kernel or more padding, or leave out a pooling or a stride before it.',
    ],
  },
  {
    name: 'a kernel larger than what poolings leave',
    text: layers('maxpool 2', 'maxpool 2', 'maxpool 2', 'conv 8 5x5'),
    problems: [
      '6:12-6:15 shape-mismatch: the kernel `5` is larger than the input, whose height is `4` → Write a smaller kernel or more padding, or leave out a pooling or a stride before it.',
    ],
  },
  {
    name: 'a kernel larger than what repeats leave',
    text: layers('conv 8 5x5 x20'),
    problems: [
      '3:12-3:15 shape-mismatch: the kernel `5` is larger than the input, whose height is `4` → Write a smaller kernel or more padding, or leave out a pooling or a stride before it.',
    ],
  },
  {
    name: 'a pooling larger than the input',
    text: layers('maxpool 40'),
    problems: [
      '3:13-3:15 shape-mismatch: the kernel `40` is larger than the input, whose height is `32` → Write a smaller kernel or more padding, or leave out a pooling or a stride before it.',
    ],
  },
  {
    name: 'a kernel with too many axes',
    text: layers('conv 8 3x3x3'),
    problems: [
      '3:12-3:17 shape-mismatch: `kernel` has 3 values, but the input has 2 spatial axes → Write one value, or one for each of height, width.',
    ],
  },
  {
    name: 'groups that do not divide the input',
    text: layers('conv 8 3x3 g2'),
    problems: [
      '3:16-3:18 shape-mismatch: `groups` `2` does not divide the `3` input channels → Write a divisor of 3.',
    ],
  },
  {
    name: 'groups that do not divide the filters',
    text: lines('input: 4x32x32', 'layers:', '  - conv 7 3x3 g2'),
    problems: [
      '3:16-3:18 shape-mismatch: `groups` `2` does not divide the `7` filters → Write a divisor of 7.',
    ],
  },
  {
    name: 'a dense layer on a feature map',
    text: layers('conv 8 3x3', 'dense 10'),
    problems: [
      '4:5-4:13 shape-mismatch: `dense` would act on the last axis alone, the width of the feature map `8×30×30` → Write `flatten` or `gap` before it, or `axis=1` for the channels.',
    ],
  },
  {
    name: 'a convolution on a vector',
    text: layers('gap', 'conv 8 3x3'),
    problems: [
      '4:5-4:15 shape-mismatch: `conv` needs channels and one to three spatial axes, but gets `3` → Write `reshape` before it, such as `reshape 1x28x28`, or use `dense`.',
    ],
  },
  {
    name: 'a convolution on a product',
    text: lines('input: 3*32*32', 'layers:', '  - conv 8 3x3'),
    problems: [
      '3:5-3:15 shape-mismatch: `conv` needs channels and one to three spatial axes, but gets `3072` → Write `reshape` before it, such as `reshape 1x28x28`, or use `dense`.',
    ],
  },
  {
    name: 'a concat of different sizes',
    text: layers('conv 8 3x3 as a', 'maxpool 2', 'concat a'),
    problems: [
      '5:5-5:13 shape-mismatch: `concat` needs shapes that differ only in axis `1`, but gets `8×15×15` and `8×30×30` → Bring all to one size, or write `crop` to cut to the smallest.',
    ],
  },
  {
    name: 'a sum of different channels',
    text: layers('conv 8 3x3 as a', 'conv 16 3x3 p1', 'add a'),
    problems: [
      '5:5-5:10 shape-mismatch: `add` needs shapes that fit, but gets `16×30×30` and `8×30×30` → Bring both to one shape, such as with a `conv` of 1×1 or a `dense`.',
    ],
  },
  {
    name: 'a concat of one',
    text: layers('conv 8 3x3', 'concat'),
    problems: [
      '4:5-4:11 wrong-inputs: `concat` takes at least 2 tensors, not 1 → Name the others: `concat e1`, or give a list of branches.',
    ],
  },
  {
    name: 'a concat with one branch',
    text: layers('conv 8 3x3', 'concat: [relu]'),
    problems: [
      '4:5-4:11 wrong-inputs: `concat` takes at least 2 tensors, not 1 → Name the others: `concat e1`, or give a list of branches.',
    ],
  },
  {
    name: 'a concat of nothing',
    text: layers('conv 8 3x3', 'concat: []'),
    problems: [
      '4:5-4:11 wrong-inputs: `concat` takes at least 2 tensors, not 0 → Name the others: `concat e1`, or give a list of branches.',
    ],
  },
  {
    name: 'a concat with an empty branch',
    text: layers('concat: [identity, ]', 'relu'),
    problems: [
      '3:5-3:11 wrong-inputs: `concat` takes at least 2 tensors, not 1 → Name the others: `concat e1`, or give a list of branches.',
    ],
  },
  {
    name: 'a wrong belief',
    text: layers('conv 8 3x3 => 8x32x32'),
    problems: [
      '3:19-3:26 wrong-shape: the output is `8x30x30`, not `8x32x32` → Write `=> 8x30x30`, or mend the layers before it.',
    ],
  },
  {
    name: 'a belief with too many axes',
    text: layers('gap => 3x1x1'),
    problems: [
      '3:12-3:17 wrong-shape: the output is `3`, not `3x1x1` → Write `=> 3`, or mend the layers before it.',
    ],
  },
  {
    name: 'attention on a feature map',
    text: layers('attention heads=2'),
    problems: [
      '3:5-3:22 shape-mismatch: `attention` needs a sequence (positions × features), but gets `3×32×32` → Write `tokens` before it, to make a sequence of the positions.',
    ],
  },
  {
    name: 'an LSTM on a feature map',
    text: layers('lstm 8'),
    problems: [
      '3:5-3:11 shape-mismatch: `lstm` needs a sequence (positions × features), but gets `3×32×32` → Write `tokens` before it, to make a sequence of the positions.',
    ],
  },
  {
    name: 'heads that do not divide the width',
    text: lines('input: 10x64', 'layers:', '  - attention heads=7'),
    problems: [
      '3:15-3:22 shape-mismatch: `heads` `7` does not divide the width `64` → Write a divisor of 64, or give `headdim`.',
    ],
  },
  {
    name: 'a reshape to another count',
    text: lines('input: 784', 'layers:', '  - reshape 3x16x16'),
    problems: [
      '3:13-3:20 shape-mismatch: `reshape` cannot make `3×16×16` of `784`, which holds `784` numbers → Write sizes with that product, or `-1` for one of them.',
    ],
  },
  {
    name: 'an order of too few axes',
    text: lines('input: 3x8x8', 'layers:', '  - permute 0 1 2'),
    problems: [
      '3:13-3:18 shape-mismatch: `order` `0 1 2` is no order of the 4 axes of the input, batch included → Write each of 0, 1, 2, 3 once, or leave out the 0.',
    ],
  },
  {
    name: 'a global pooling of a vector',
    text: layers('gap', 'gap'),
    problems: [
      '4:5-4:8 shape-mismatch: `gap` needs an axis to pool over, but gets `3` features → Leave it out.',
    ],
  },
  {
    name: 'a padding as large as the window',
    text: layers('maxpool 2 p2'),
    problems: [
      '3:15-3:17 shape-mismatch: `padding` `2` must be smaller than the kernel, whose height is `2` → Write less padding: a window that lies in it has nothing to pool.',
    ],
  },
  {
    name: 'a split that does not divide',
    text: layers('split 2'),
    problems: [
      '3:11-3:12 shape-mismatch: `parts` `2` does not divide axis `1`, which has `3` → Write a divisor of 3, or the `sizes` of the parts.',
    ],
  },
  {
    name: 'more names than parts',
    text: lines('input: 4x8x8', 'layers:', '  - split 2 as a b c', '  - add a'),
    problems: [
      '3:20-3:21 wrong-inputs: there are 2 outputs, but `c` names one more → Give as many names as there are outputs.',
    ],
  },
  {
    name: 'too much output padding',
    text: layers('upconv 8 2x2 /2 outputPadding=5'),
    problems: [
      '3:21-3:36 shape-mismatch: `outputPadding` `5` must be smaller than the stride `2` or the dilation `1` → Write a smaller one, or a larger stride.',
    ],
  },
  {
    name: 'a residual that no projection closes',
    text: layers('residual: [conv 8 3x3]'),
    problems: [
      "3:5-3:27 shape-mismatch: the residual's steps give `8×30×30`, and no shortcut leads there from `3×32×32` → Make the shapes agree, or say the way by `shortcut:`.",
    ],
  },
  {
    name: 'a residual that flattens',
    text: layers('residual: [flatten, dense 3]'),
    problems: [
      "3:5-3:33 shape-mismatch: the residual's steps give `3`, and no shortcut leads there from `3×32×32` → Make the shapes agree, or say the way by `shortcut:`.",
    ],
  },
  {
    name: 'a residual of one line that does not fit',
    text: layers('residual: conv 8 3x3'),
    problems: [
      "3:5-3:25 shape-mismatch: the residual's steps give `8×30×30`, and no shortcut leads there from `3×32×32` → Make the shapes agree, or say the way by `shortcut:`.",
    ],
  },
  {
    name: 'a shortcut that does not fit',
    text: lines(
      'input: 3x32x32',
      'layers:',
      '  - residual: [conv 8 3x3 p1]',
      '    shortcut: identity',
    ),
    problems: [
      '3:5-4:23 shape-mismatch: `add` needs shapes that fit, but gets `8×32×32` and `3×32×32` → Bring both to one shape, such as with a `conv` of 1×1 or a `dense`.',
    ],
  },
  {
    name: 'shared weights that do not fit',
    text: layers('conv 3 3x3 p1 as a', 'conv 4 3x3 share=a'),
    problems: [
      '4:16-4:23 wrong-share: this layer needs 112 parameters, but `a` has 84 → Layers that share weights need the same widths and kernels, and both a bias or none.',
    ],
  },
  {
    name: 'two branches that do not fit',
    text: lines(
      'input: 3x32x32',
      'layers:',
      '  - concat:',
      '    - conv 8 64x64',
      '    - conv 7 3x3 g2',
      '  - conv 8 3x3',
      '  - residual: [conv 9 3x3 g4]',
    ),
    problems: [
      '4:14-4:19 shape-mismatch: the kernel `64` is larger than the input, whose height is `32` → Write a smaller kernel or more padding, or leave out a pooling or a stride before it.',
      '5:18-5:20 shape-mismatch: `groups` `2` does not divide the `3` input channels → Write a divisor of 3.',
    ],
  },
];
