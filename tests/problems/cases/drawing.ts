import { type Case, lines } from './case.js';

/** What says how a figure looks. */
export const drawing: readonly Case[] = [
  {
    name: 'a misspelt style',
    text: lines('style: lennet', 'input: 784', 'layers:', '  - dense 10'),
    problems: ['1:8-1:14 unknown-style: there is no style `lennet` → Did you mean `lenet`?'],
  },
  {
    name: 'an unknown style',
    text: lines('style: zebra', 'input: 784', 'layers:', '  - dense 10'),
    problems: ['1:8-1:13 unknown-style: there is no style `zebra` → Use […]'],
  },
  {
    name: 'a style that cannot show the network',
    text: lines('style: fcnn', 'input: 3x32x32', 'layers:', '  - conv 8 3x3'),
    problems: ['1:8-1:12 style-cannot-show: style `fcnn` cannot show this network: […] → […]'],
  },
  {
    name: 'an unknown option',
    text: lines('style: fcnn', 'options: {nodeRadus: 3}', 'input: 784', 'layers:', '  - dense 10'),
    problems: ['2:11-2:20 unknown-option: style `fcnn` has no `nodeRadus` → It has […]'],
  },
  {
    name: 'options of an unknown style',
    text: lines('style: lennet', 'options: {zebra: 3}', 'input: 784', 'layers:', '  - dense 10'),
    problems: ['1:8-1:14 unknown-style: there is no style `lennet` → Did you mean `lenet`?'],
  },
  {
    name: 'a list as options',
    text: lines('options: [3]', 'input: 784', 'layers:', '  - dense 10'),
    problems: [
      '1:10-1:13 wrong-value: `options` of a block must be a map of keys and values, not `[3]`',
    ],
  },
  {
    name: 'a size for a style without boxes',
    text: lines(
      'style: lenet',
      'input: 1x28x28',
      'draw: {conv: {size: {width: 4}}}',
      'layers:',
      '  - conv 6 5x5',
    ),
    problems: [
      '3:15-3:19 warning ignored-setting: style `lenet` does not take `size` from `draw` → Leave it out; it is for […]',
    ],
  },
  {
    name: 'an unknown label',
    text: lines('style: fcnn', 'labels: {tpo: x}', 'input: 784', 'layers:', '  - dense 10'),
    problems: [
      '2:10-2:13 unknown-label: style `fcnn` has no label `tpo` → It has `input`, `hidden`, `output` and `detail`.',
    ],
  },
  {
    name: 'a number as labels',
    text: lines('labels: 3', 'input: 784', 'layers:', '  - dense 10'),
    problems: [
      '1:9-1:10 wrong-value: `labels` of a block must be text, or a map of keys and values, not `3`',
    ],
  },
  {
    name: 'an unknown placeholder',
    text: lines('labels: "{outt}"', 'input: 784', 'layers:', '  - dense 10'),
    problems: [
      '1:9-1:17 unknown-placeholder: no placeholder is called `{outt}` → Did you mean `out`?',
    ],
  },
  {
    name: 'a drawing of nothing',
    text: lines('draw: {convv: {label: x}}', 'input: 784', 'layers:', '  - dense 10'),
    problems: [
      '1:8-1:13 warning unknown-name: `draw` names `convv`, but no layer is called so → Name a layer by `as`, or give the name of an operation.',
    ],
  },
  {
    name: 'a misspelt key of a drawing',
    text: lines('draw: {dense: {colr: "#ff0000"}}', 'input: 784', 'layers:', '  - dense 10'),
    problems: ['1:16-1:20 unknown-key: `draw.dense` has no `colr` → Did you mean `color`?'],
  },
  {
    name: 'a colour by its name',
    text: lines('draw: {dense: {color: red}}', 'input: 784', 'layers:', '  - dense 10'),
    problems: [
      '1:23-1:26 wrong-value: `draw.dense.color` of a block must be a colour as `#rrggbb`, in quotes, not `red`',
    ],
  },
  {
    name: 'a list as a label',
    text: lines('draw: {dense: {label: [a]}}', 'input: 784', 'layers:', '  - dense 10'),
    problems: ['1:23-1:26 wrong-value: `draw.dense.label` of a block must be text, not `["a"]`'],
  },
  {
    name: 'an empty drawing',
    text: lines('draw: {dense: }', 'input: 784', 'layers:', '  - dense 10'),
    problems: [
      '1:15-1:15 wrong-value: `draw.dense` of a block must be a map of keys and values, not `null`',
    ],
  },
  {
    name: 'a list as drawings',
    text: lines('draw: [3]', 'input: 784', 'layers:', '  - dense 10'),
    problems: [
      '1:7-1:10 wrong-value: `draw` of a block must be a map of keys and values, not `[3]`',
    ],
  },
  {
    name: 'a misspelt theme',
    text: lines('theme: drak', 'input: 784', 'layers:', '  - dense 10'),
    problems: [
      '1:8-1:12 wrong-value: `theme` of a block must be `auto`, `light` or `dark`, not `drak` → Did you mean `dark`?',
    ],
  },
  {
    name: 'a misspelt palette',
    text: lines('palette: clasic', 'input: 784', 'layers:', '  - dense 10'),
    problems: [
      '1:10-1:16 wrong-value: `palette` of a block must be `nnfig` or `classic`, not `clasic` → Did you mean `classic`?',
    ],
  },
  {
    name: 'a word as a width',
    text: lines('width: wide', 'input: 784', 'layers:', '  - dense 10'),
    problems: ['1:8-1:12 wrong-value: `width` of a block must be a number, not `wide`'],
  },
  {
    name: 'a negative width',
    text: lines('width: -3', 'input: 784', 'layers:', '  - dense 10'),
    problems: ['1:8-1:10 wrong-value: `width` of a block must be at least 40, not `-3`'],
  },
  {
    name: 'a word as a switch of the figure',
    text: lines('source: maybe', 'input: 784', 'layers:', '  - dense 10'),
    problems: ['1:9-1:14 wrong-value: `source` of a block must be `true` or `false`, not `maybe`'],
  },
  {
    name: 'a number as a switch',
    text: lines('legend: 3', 'input: 784', 'layers:', '  - dense 10'),
    problems: [
      '1:9-1:10 wrong-value: `legend` of a block must be `true` or `false`, or `auto`, `below`, `above`, `left`, `right` or `inside`, not `3`',
    ],
  },
  {
    name: 'a misspelt place of the legend',
    text: lines('legend: belo', 'input: 784', 'layers:', '  - dense 10'),
    problems: [
      '1:9-1:13 wrong-value: `legend` of a block must be `true` or `false`, or `auto`, `below`, `above`, `left`, `right` or `inside`, not `belo`',
    ],
  },
  {
    name: 'no room for a legend within the drawing',
    text: lines('style: fcnn', 'legend: inside', 'layers: 4 -> 2 softmax'),
    problems: [
      '2:9-2:15 warning legend-moved: there is no room for the legend within the drawing, so it stands below → Write `legend: auto` to have it within the drawing only where there is room.',
    ],
  },
  {
    name: 'a filling of a sketch that there is none of',
    text: lines('sketch: hatching', 'input: 784', 'layers:', '  - dense 10'),
    problems: [
      '1:9-1:17 wrong-value: `sketch` of a block must be `true` or `false`, or `solid`, `hachure`, `cross-hatch`, `zigzag`, `dashed` or `dots`, or a map of keys and values, not `hatching`',
    ],
  },
  {
    name: 'a misspelt key of a sketch, and a hand that is too unsteady',
    text: lines('sketch:', '  bow: 1', '  roughness: 4', 'input: 784', 'layers:', '  - dense 10'),
    problems: [
      '2:3-2:6 unknown-key: `sketch` has no `bow` → Did you mean `bowing`?',
      '3:14-3:15 wrong-value: `sketch.roughness` of a block must be at most 3, not `4`',
    ],
  },
  {
    name: 'a number as a title',
    text: lines('title: 5', 'input: 784', 'layers:', '  - dense 10'),
    problems: [
      "1:8-1:9 wrong-value: `title` of a block must be text, not `5` → Put it in quotes: `'5'`.",
    ],
  },
  {
    name: 'a map as a title',
    text: lines('title: {a: b}', 'input: 784', 'layers:', '  - dense 10'),
    problems: ['1:8-1:14 wrong-value: `title` of a block must be text, not `{"a":"b"}`'],
  },
  {
    name: 'an empty title',
    text: lines('title:', 'input: 784', 'layers:', '  - dense 10'),
    problems: ['1:7-1:7 wrong-value: `title` of a block must be text, not `null`'],
  },
  {
    name: 'a list as a caption',
    text: lines('caption: [a]', 'input: 784', 'layers:', '  - dense 10'),
    problems: ['1:10-1:13 wrong-value: `caption` of a block must be text, not `["a"]`'],
  },
  {
    name: 'a title that is too long',
    text: lines(`title: ${'x'.repeat(2500)}`, 'input: 784', 'layers:', '  - dense 10'),
    problems: [
      '1:8-1:2508 wrong-value: `title` of a block must be at most 2000 long, not `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…`',
    ],
  },
];
