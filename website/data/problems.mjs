/**
 * Every rule of nnfig's diagnostics, with a block that breaks it. The messages on
 * the page are those that nnfig gives for the block.
 *
 * @typedef {object} ProblemEntry
 * @property {string} group Heading it stands under.
 * @property {string} rule
 * @property {string} text What the rule is about and what to do, in a few sentences of Markdown.
 * @property {string} [block] A block that breaks it; none where Markdown itself is at fault.
 * @property {string} [language] Language that the block is shown in; YAML unless given.
 * @property {string} [meta] Meta of its fence.
 * @property {import('nnfig').FigureSettings} [settings] Options of the plugin.
 */

const words = 'Words and keys';
const values = 'Values';
const shapes = 'Shapes';
const names = 'Names';
const parts = 'Parts that are missing';
const blocks = 'Blocks of the notation';
const looks = 'Styles and labels';
const caffe = 'Networks of Caffe';
const yaml = 'YAML';
const limits = 'Limits';
const fences = 'The fence';

/** @type {readonly ProblemEntry[]} */
export const problems = [
  {
    group: words,
    rule: 'unknown-operation',
    text: 'A line starts with a word that is no operation and no block. [Operations](./operations.mdx) lists what nnfig knows; for anything else there is `op`.',
    block: 'input: 3x32x32\nlayers:\n  - conw 64 3x3\n  - 128 relu\n  - deformable 64',
  },
  {
    group: words,
    rule: 'unknown-word',
    text: 'A word on a line says nothing to its operation: it is no attribute of it, no listed value, no normalization or activation, and no size.',
    block: 'input: 3x32x32\nlayers:\n  - conv 64 3x3 rleu\n  - maxpool 2 2 2\n  - flatten /2',
  },
  {
    group: words,
    rule: 'unknown-key',
    text: 'A key is not one of those that its place has: in a block, in the long form of a layer, in `key=value` on a line, or on the opening line of a fence.',
    block: 'inputs: {image: 3x32x32}\nlayer: [conv 64 3x3]\nlayers:\n  - conv 64 kernal=3',
  },
  {
    group: words,
    rule: 'given-twice',
    text: 'The same attribute is said twice, or a line has two normalizations or two activations. Only one can hold.',
    block: 'input: 3x32x32\nlayers:\n  - conv 64 3x3 p1 pad=same\n  - conv 64 3x3 relu tanh',
  },
  {
    group: words,
    rule: 'wrong-call',
    text: 'A line of a text of [ConvNetDraw](../coming-from/convnetdraw.mdx) is no call of a layer: brackets are missing, or what stands before or after them is no part of one. Nothing of such a text is ever run.',
    block:
      'input(28, 28, 1)\nconv(24, 24, 8\nrelu 24, 24, 8\npool(12, 12, 8) twice\nx = conv(10, 10, 16)\nfullyconn(1, 1, 10)',
  },
  {
    group: values,
    rule: 'wrong-value',
    text: 'A value is of the wrong kind or out of its range. The message says what is expected.',
    block: 'input: 3x32x32\nprofile: pytorch\nlayers:\n  - conv 64 3x3 bias=maybe\n  - conv 0 3x3',
  },
  {
    group: values,
    rule: 'missing-value',
    text: 'An attribute that an operation needs is missing, or nothing stands after `=` or `=>`.',
    block: 'input: 3x32x32\nlayers:\n  - conv 64\n  - conv 64 3x3 pad=\n  - gap =>',
  },
  {
    group: values,
    rule: 'unknown-size',
    text: 'A size is called by a name that nothing gives a number: it is neither in `dims:` nor a parameter of the block around.',
    block: 'dims: {d: 512}\ninput: T x d\nlayers:\n  - dense 4*$ff',
  },
  {
    group: values,
    rule: 'absurd-size',
    text: 'A size, a repeat or the number of layers is beyond anything that a network has.',
    block: 'input: 3x32x32\nlayers:\n  - conv 64 3x3 p1 x1000000',
  },
  {
    group: words,
    rule: 'late-input',
    text: 'A text of [ConvNetDraw](../coming-from/convnetdraw.mdx) has an `input` after other layers. It is drawn, as a layer like any other. A warning.',
    block: 'conv(24, 24, 8)\ninput(24, 24, 8)',
  },
  {
    group: shapes,
    rule: 'shape-mismatch',
    text: 'An operation cannot take the shape that reaches it: a window larger than the map, widths that do not divide, branches that do not fit together. The message has both shapes.',
    block: 'input: 3x32x32\nlayers:\n  - conv 64 3x3 as a\n  - conv 64 3x3\n  - add a',
  },
  {
    group: shapes,
    rule: 'wrong-shape',
    text: 'The shape after `=>` is not the one that comes out. Either the belief or a layer before it is wrong.',
    block: 'input: 3x224x224\nlayers:\n  - conv 64 7x7 /2 => 64x112x112',
  },
  {
    group: shapes,
    rule: 'wrong-inputs',
    text: 'An operation is given fewer or more tensors than it takes, or `as` gives more names than there are outputs.',
    block: 'input: 3x32x32\nlayers:\n  - add\n  - split 2 as a, b, c',
  },
  {
    group: shapes,
    rule: 'input-count',
    text: 'A network that a program built has a layer with fewer or more inputs than its operation takes. In a description the same is `wrong-inputs`.',
  },
  {
    group: shapes,
    rule: 'wrong-share',
    text: '`share=` names a layer whose parameters cannot serve: it has none, or another number of them.',
    block: 'input: 3x32x32\nlayers:\n  - conv 16 3x3 p1 as first\n  - conv 16 3x3 p1 share=first',
  },
  {
    group: names,
    rule: 'unknown-name',
    text: 'Nothing is called so: no layer with `as`, no input; in the `lines` of [`plotneuralnet`](../styles/plotneuralnet.mdx#lines-by-hand), no box or no anchor. In `draw:` it is a warning.',
    block: 'input: 3x32x32\nlayers:\n  - conv 64 3x3 p1 as e1\n  - conv 64 3x3 p1\n  - concat el',
  },
  {
    group: names,
    rule: 'cycle',
    text: 'A layer takes a tensor that comes only after it, or a block calls itself. Layers of Caffe may be in any order, and not in a circle.',
    block:
      'input: 3x32x32\nlayers:\n  - conv 64 3x3 p1\n  - add later\n  - conv 64 3x3 p1 as later',
  },
  {
    group: names,
    rule: 'duplicate-name',
    text: 'Two things have the same name. In a network of Caffe, two layers of the same phase give a blob of the same name, and neither works in place.',
    block: 'input: 3x32x32\nlayers:\n  - conv 64 3x3 as e1\n  - conv 64 3x3 as e1',
  },
  {
    group: names,
    rule: 'reserved-name',
    text: 'A name already means something: an operation, a block or a word of the notation.',
    block: 'input: 3x32x32\nblocks:\n  conv(c): [dwconv 3x3]\nlayers:\n  - maxpool 2 as pad',
  },
  {
    group: names,
    rule: 'wrong-name',
    text: 'A name starts with a letter and goes on with letters, digits and `_`.',
    block: 'input: 3x32x32\nlayers:\n  - conv 64 3x3 as 1st',
  },
  {
    group: parts,
    rule: 'empty-block',
    text: 'There is nothing in the block.',
    block: '# nothing yet',
  },
  {
    group: parts,
    rule: 'missing-input',
    text: 'Nothing says what goes in, or there are several inputs and nothing says which one a layer takes.',
    block: 'layers:\n  - conv 64 3x3',
  },
  {
    group: parts,
    rule: 'missing-layers',
    text: 'A block has no layers.',
    block: 'input: 3x32x32',
  },
  {
    group: parts,
    rule: 'missing-step',
    text: 'An item of a list is empty, or a layer is missing beside an arrow.',
    block: 'input: 3x32x32\nlayers:\n  - conv 64 3x3\n  -\n  - relu -> -> gap',
  },
  {
    group: parts,
    rule: 'missing-name',
    text: 'A name is missing after `as` or `from`.',
    block: 'input: 3x32x32\nlayers:\n  - conv 64 3x3 as',
  },
  {
    group: blocks,
    rule: 'missing-argument',
    text: 'A block is called without a value for one of its parameters, and the parameter has no default.',
    block: 'input: 3x32x32\nblocks:\n  double(c): [conv $c 3x3, conv $c 3x3]\nlayers:\n  - double',
  },
  {
    group: blocks,
    rule: 'wrong-arguments',
    text: 'A block is called with more values than it has parameters.',
    block:
      'input: 3x32x32\nblocks:\n  double(c): [conv $c 3x3, conv $c 3x3]\nlayers:\n  - double 64 128',
  },
  {
    group: blocks,
    rule: 'unused-stride',
    text: 'A block is called with a stride, but no line inside it takes one. Write `/s` on the line that should.',
    block:
      'input: 3x32x32\nblocks:\n  double(c): [conv $c 3x3, conv $c 3x3]\nlayers:\n  - double 64 /2',
  },
  {
    group: looks,
    rule: 'unknown-style',
    text: 'There is no style of that name.',
    block: 'style: lennet\ninput: 1x28x28\nlayers: [conv 6 5x5]',
  },
  {
    group: looks,
    rule: 'style-cannot-show',
    text: 'The style cannot draw this network. The message names the styles that can; without `style`, one of them is chosen.',
    block: 'style: fcnn\ninput: 1x28x28\nlayers: [conv 6 5x5]',
  },
  {
    group: looks,
    rule: 'style-refuses',
    text: 'The same, found only while the figure is drawn with the options that are given.',
  },
  {
    group: looks,
    rule: 'unknown-option',
    text: 'The style has no such option. [Styles](../styles/index.mdx) lists the options of each.',
    block: 'style: lenet\noptions: {mapsize: 64}\ninput: 1x28x28\nlayers: [conv 6 5x5]',
  },
  {
    group: looks,
    rule: 'ignored-setting',
    text: 'The style does not take that from `draw:`, so that it has no effect.',
    block: 'style: lenet\ninput: 1x28x28\ndraw: {conv: {size: {width: 4}}}\nlayers: [conv 6 5x5]',
  },
  {
    group: looks,
    rule: 'unknown-label',
    text: 'The style has no label of that name.',
    block: 'style: lenet\nlabels: {maps: "{channels}"}\ninput: 1x28x28\nlayers: [conv 6 5x5]',
  },
  {
    group: looks,
    rule: 'unknown-placeholder',
    text: 'A template has a placeholder that stands for nothing. [Labels](../guides/labels.mdx) lists those that do.',
    block: 'style: lenet\nlabels: {map: "{chanels} maps"}\ninput: 1x28x28\nlayers: [conv 6 5x5]',
  },
  {
    group: looks,
    rule: 'bad-math',
    text: 'A [formula](../guides/labels.mdx#math) is wrong, or has what a figure cannot draw: links, styles and definitions, letters that the math fonts lack, more than 2,000 characters. A dollar that begins no formula is written `\\$`.',
    block:
      "style: fcnn\ninput: 4\nlayers: [dense 3]\nlabels:\n  input: '$x \\in \\mathbb{R}^4$'\n  output: 'Loss $\\frac{1$'",
  },
  {
    group: looks,
    rule: 'math-not-loaded',
    text: 'A formula is drawn where there is no Node, and nobody has called `loadMath()` of `nnfig/math`. In Node, MathJax is loaded by itself.',
  },
  {
    group: looks,
    rule: 'wrong-length',
    text: 'A list of an option has more or fewer entries than there are layers, gaps or units.',
    block: 'style: fcnn\noptions: {layerGap: [80, 120, 80]}\nlayers: 4 -> 6 relu -> 2 softmax',
  },
  {
    group: looks,
    rule: 'unknown-unit',
    text: 'An option names a layer or a unit that the figure does not have.',
    block:
      'style: fcnn\noptions: {highlight: {layer: 1, unit: 9}}\nlayers: 4 -> 6 relu -> 2 softmax',
  },
  {
    group: looks,
    rule: 'no-room',
    text: 'A text does not fit where it should stand, so it is left out.',
    block:
      'style: fcnn\noptions: {nodeLabels: "unit {i}", nodeLabelPlace: inside}\nlayers: 4 -> 6 relu -> 2 softmax',
  },
  {
    group: looks,
    rule: 'labels-left-out',
    text: 'From the view that is asked for, some texts would stand on one another, so they are left out. It is only a note.',
  },
  {
    group: looks,
    rule: 'legend-moved',
    text: 'The legend was to stand within the drawing, but there is no room, so it stands below.',
    block: 'style: fcnn\nlegend: inside\nlayers: 4 -> 2 softmax',
  },
  {
    group: looks,
    rule: 'camera-too-near',
    text: 'A camera in perspective stands among the layers.',
    block:
      'style: alexnet\noptions: {projection: perspective, distance: 0.1}\ninput: 1x28x28\nlayers: [conv 6 5x5, flatten, dense 10]',
  },
  {
    group: looks,
    rule: 'unreadable-file',
    text: 'An option, or `from`, names a file that cannot be read, or nothing reads files where the block is drawn.',
    block: 'style: fcnn\noptions: {weights: ./weights.json}\nlayers: 4 -> 6 relu -> 2 softmax',
  },
  {
    group: looks,
    rule: 'unknown-format',
    text: 'Nothing reads a notation of that name. Without `format`, the notation is told from what is in the text or file.',
    block: '784 -> 128 relu -> 10 softmax',
    meta: 'format=cafe',
  },
  {
    group: looks,
    rule: 'too-large',
    text: 'A figure would hold more than a page can show, so part of it is left out.',
    block: 'style: fcnn\noptions: {elide: false}\nlayers: 784 -> 512 relu -> 10 softmax',
  },
  {
    group: caffe,
    rule: 'prototxt-syntax',
    text: 'A text of [Caffe](../guides/caffe.mdx) is no prototxt: a brace or a quote is never closed, a value is missing, a character has no place there.',
    language: 'text',
    block:
      'input: "data" input_dim: 1 input_dim: 3\nlayer { name: "r" type: "ReLU" bottom: "data" top: }\nlayer { name: "s"\n  type: "Sigmoid"',
  },
  {
    group: caffe,
    rule: 'missing-size',
    text: 'A data layer does not say how large its images are, since Caffe finds that in the data. Say it as `input:` around the network, without the batch.',
    language: 'text',
    block:
      'layer { name: "data" type: "Data" top: "data" top: "label" }\nlayer { name: "r" type: "ReLU" bottom: "data" top: "r" }',
  },
  {
    group: caffe,
    rule: 'unknown-type',
    text: 'A layer has a type that neither Caffe nor a fork that nnfig knows of has. It is drawn, in the shape of what it takes unless `shapes:` declares another. A warning.',
    language: 'text',
    block:
      'input: "data" input_dim: 1 input_dim: 3 input_dim: 8 input_dim: 8\nlayer { name: "c" type: "Convolutoin" bottom: "data" top: "c" }',
  },
  {
    group: caffe,
    rule: 'unused-shape',
    text: '`shapes:` declares what a layer gives that follows from its type.',
    language: 'text',
    block:
      'shapes: {r: 64x8x8}\n---\ninput: "data" input_dim: 1 input_dim: 3 input_dim: 8 input_dim: 8\nlayer { name: "r" type: "ReLU" bottom: "data" top: "r" }',
  },
  {
    group: caffe,
    rule: 'wrong-outputs',
    text: 'A layer has more tops than its type gives.',
    language: 'text',
    block:
      'input: "data" input_dim: 1 input_dim: 3 input_dim: 8 input_dim: 8\nlayer { name: "r" type: "ReLU" bottom: "data" top: "r" top: "mask" }',
  },
  {
    group: caffe,
    rule: 'late-blob',
    text: 'A layer takes a blob that only a later layer gives. Caffe would not read it; nnfig does. A warning.',
    language: 'text',
    block:
      'input: "data" input_dim: 1 input_dim: 3 input_dim: 8 input_dim: 8\nlayer { name: "s" type: "Sigmoid" bottom: "r" top: "s" }\nlayer { name: "r" type: "ReLU" bottom: "data" top: "r" }',
  },
  {
    group: yaml,
    rule: 'yaml-syntax',
    text: 'The block is not YAML. The message says what that means in a description: a tab, a bracket or quote that is never closed, a character that YAML keeps for itself.',
    block: 'input: 3x32x32\nlayers:\n  - conv 64 3x3\n  - [conv 64 {c}, relu',
  },
  {
    group: yaml,
    rule: 'yaml-space',
    text: 'A space that indents a line is not a plain one, as may come with text that is copied from elsewhere.',
    block: 'input: 3x32x32\nlayers:\n\u00a0 - conv 64 3x3',
  },
  {
    group: yaml,
    rule: 'yaml-map',
    text: 'A colon with a space after it makes a key of what stands before it.',
    block: 'input: 3x32x32\nlayers:\n  - conv 64 3x3: first',
  },
  {
    group: yaml,
    rule: 'yaml-number',
    text: 'YAML reads as a number what looks like a name or another number.',
    block: 'input: 0x10\nlayers:\n  - dense 10',
  },
  {
    group: yaml,
    rule: 'yaml-anchor',
    text: 'A leading `&` is an anchor to YAML, which drops it.',
    block: 'name: &net LeNet\ninput: 1x28x28\nlayers: [conv 6 5x5]',
  },
  {
    group: yaml,
    rule: 'yaml-alias',
    text: 'A leading `*` is an alias to YAML. A description has `blocks:` for parts that come again.',
    block: 'input: 1x28x28\nlayers:\n  - &c conv 6 5x5\n  - *c',
  },
  {
    group: yaml,
    rule: 'yaml-tag',
    text: 'A leading `!` is a tag to YAML.',
    block: 'name: !LeNet five\ninput: 1x28x28\nlayers: [conv 6 5x5]',
  },
  {
    group: yaml,
    rule: 'yaml-comment',
    text: 'A `#` after a space starts a comment, so the rest of the title is lost. It is a warning.',
    block: 'title: Try #2\ninput: 1x28x28\nlayers: [conv 6 5x5]',
  },
  {
    group: limits,
    rule: 'too-deep',
    text: 'Steps are nested in one another deeper than 40 levels.',
  },
  {
    group: limits,
    rule: 'too-long',
    text: 'A block is longer than 200,000 characters; a prototxt, than 16 million.',
  },
  {
    group: fences,
    rule: 'wrong-meta',
    text: 'A word on the opening line of a fence is neither a name nor `key=value`. Text with spaces needs quotes.',
    block: '784 -> 128 relu -> 10 softmax',
    meta: 'title="A small network',
  },
  {
    group: fences,
    rule: 'unclosed-fence',
    text: 'The closing fence is missing, so the block takes in the rest of the page. Add a line with as many backticks as the opening one has.',
  },
];
