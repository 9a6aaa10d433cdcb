import { type Case, lines } from './case.js';

/** Two boxes and a ball in space, with lines that say how they look. */
const drawn = (...more: readonly string[]) =>
  lines(
    'style: plotneuralnet',
    ...more,
    'input: 8x8x8',
    'layers:',
    '  - conv 8 3x3 p1 as a',
    '  - conv 8 3x3 p1',
    '  - add a as sum',
  );

const routes = '`straight`, `elbow`, `z`, `over`, `under` or `front`';

/** What is said of boxes in space: lines between them, their sizes, images on planes. */
export const boxes: readonly Case[] = [
  {
    name: 'a misspelt anchor of a box',
    text: drawn('options: {lines: [{from: a.eest, to: sum.west}]}'),
    problems: ['2:26-2:32 unknown-name: a box has no anchor `eest` → Did you mean `west`?'],
  },
  {
    name: 'an unknown anchor of a box',
    text: drawn('options:', '  lines:', '    - {from: a.up, to: sum.west}'),
    problems: [
      '4:14-4:18 unknown-name: a box has no anchor `up` → It has `nearnorthwest`, […] and `farsoutheast`.',
    ],
  },
  {
    name: 'an anchor that balls do not have',
    text: drawn('options: {lines: [{from: a.near, to: sum.near}]}'),
    problems: [
      '2:38-2:46 unknown-name: a ball has no anchor `near` → It has `anchor`, `west`, `east`, `north` and `south`.',
    ],
  },
  {
    name: 'a misspelt box at the end of a line',
    text: drawn('options: {lines: [{from: a.east, to: sumn.west}]}'),
    problems: [
      '2:38-2:47 unknown-name: `lines` names `sumn`, but no box is called so → Did you mean `sum`?',
    ],
  },
  {
    name: 'unknown boxes at the ends of several lines',
    text: drawn(
      'options:',
      '  lines:',
      '    - {from: zebra.east, to: a}',
      '    - {from: a.east, to: horse}',
    ),
    problems: [
      '4:14-4:24 unknown-name: `lines` names `zebra`, but no box is called so → Name a layer by `as`.',
      '5:26-5:31 unknown-name: `lines` names `horse`, but no box is called so → Name a layer by `as`.',
    ],
  },
  {
    name: 'an unknown route of a line',
    text: drawn('options: {lines: [{from: a, to: sum, route: round}]}'),
    problems: [
      `2:45-2:50 wrong-value: \`lines.route\` of style \`plotneuralnet\` must be ${routes}, not \`round\` → Use ${routes}.`,
    ],
  },
  {
    name: 'a misspelt key of a line',
    text: drawn('options: {lines: [{from: a, to: sum, labl: x}]}'),
    problems: ['2:38-2:42 unknown-option: `lines.0` has no `labl` → Did you mean `label`?'],
  },
  {
    name: 'a line without an end',
    text: drawn('options: {lines: [{from: a}]}'),
    problems: ['2:19-2:28 missing-value: style `plotneuralnet` needs `lines.to` → Say text.'],
  },
  {
    name: 'a line in a colour by its name',
    text: drawn('options: {lines: [{from: a, to: sum, color: red}]}'),
    problems: [
      '2:45-2:48 wrong-value: `lines.color` of style `plotneuralnet` must be a colour as `#rrggbb`, in quotes, not `red`',
    ],
  },
  {
    name: 'a wrong formula at a line',
    text: drawn("options: {lines: [{from: a, to: sum, label: '$\\foo$'}]}"),
    problems: [
      '2:46-2:52 bad-math: the formula `$\\foo$` cannot be drawn: there is no command `\\foo` → A formula is TeX between dollars; a dollar itself is written `\\$`.',
    ],
  },
  {
    name: 'a misspelt side of a size',
    text: drawn('draw: {a: {size: {heigth: 3}}}'),
    problems: ['2:19-2:25 unknown-key: `draw.a.size` has no `heigth` → Did you mean `height`?'],
  },
  {
    name: 'a word as the height of a box',
    text: drawn('draw: {a: {size: {height: tall}}}'),
    problems: [
      '2:27-2:31 wrong-value: `draw.a.size.height` of a block must be a number, not `tall`',
    ],
  },
  {
    name: 'sizes out of bounds',
    text: drawn('draw:', '  a: {size: {width: -3, depth: 100000}}'),
    problems: [
      '3:21-3:23 wrong-value: `draw.a.size.width` of a block must be at least 0.2, not `-3`',
      '3:32-3:38 wrong-value: `draw.a.size.depth` of a block must be at most 400, not `100000`',
    ],
  },
  {
    name: 'a list as a size',
    text: drawn('draw: {a: {size: [3, 4]}}'),
    problems: [
      '2:18-2:24 wrong-value: `draw.a.size` of a block must be a map of keys and values, not `[3,4]`',
    ],
  },
  {
    name: 'an opacity of more than all',
    text: drawn('draw: {a: {opacity: 2}}'),
    problems: ['2:21-2:22 wrong-value: `draw.a.opacity` of a block must be at most 1, not `2`'],
  },
  {
    name: 'a layout in capitals',
    text: drawn('options: {layout: U}'),
    problems: [
      '2:19-2:20 wrong-value: `layout` of style `plotneuralnet` must be `auto`, `line`, `u` or `sides`, not `U` → Did you mean `u`?',
    ],
  },
  {
    name: 'options of boxes out of bounds',
    text: drawn('options: {gap: 0, wrap: 10, maxSize: 1000}'),
    problems: [
      '2:16-2:17 wrong-value: `gap` of style `plotneuralnet` must be at least 1, not `0`',
      '2:25-2:27 wrong-value: `wrap` of style `plotneuralnet` must be at least 200, not `10`',
      '2:38-2:42 wrong-value: `maxSize` of style `plotneuralnet` must be at most 200, not `1000`',
    ],
  },
  {
    name: 'a word as a width of rows',
    text: drawn('options: {wrap: allways}'),
    problems: [
      '2:17-2:24 wrong-value: `wrap` of style `plotneuralnet` must be `auto` or `never`, or a number, not `allways`',
    ],
  },
  {
    name: 'an image where no files can be read',
    text: drawn('options: {image: cat.png}'),
    problems: [
      '2:18-2:25 unreadable-file: `image` names the file `cat.png`, but no files can be read here → Write the image as a data URL, `data:image/png;base64,…`.',
    ],
  },
  {
    name: 'an image of an output that is no raster image',
    text: drawn('options: {outputImage: "data:image/svg+xml,<svg/>"}'),
    problems: [
      '2:24-2:51 wrong-value: `outputImage` holds no image that can be drawn → Write it as `data:image/png;base64,…`; it may be PNG, JPEG, GIF or WebP.',
    ],
  },
  {
    name: 'an unknown label of boxes',
    text: drawn('labels: {chanels: x}'),
    problems: [
      '2:10-2:17 unknown-label: style `plotneuralnet` has no label `chanels` → Did you mean `channels`?',
    ],
  },
  {
    name: 'more layers than boxes can show',
    text: lines(
      'style: plotneuralnet',
      'input: 8x8x8',
      'layers:',
      ...Array.from({ length: 601 }, (_, index) => `  - conv ${1 + (index % 89)} 1x1`),
    ),
    problems: [
      '1:8-1:21 style-cannot-show: style `plotneuralnet` cannot show this network: it draws at most 600 layers, but with its blocks folded the network still has 602 → […]; leave `style` out to have one chosen.',
    ],
  },
];
