/**
 * Everything that PlotNeuralNet offers, and what says the same in a block: its
 * functions, the keys of its shapes, its colours; what its users ask for; and
 * its figures beside nnfig's.
 *
 * @typedef {object} Row
 * @property {string} theirs What it is called there, in Markdown.
 * @property {readonly string[]} [parameters] What a function takes.
 * @property {readonly string[]} [options] Options of the style, as YAML: a name, or a name and a value.
 * @property {string} [notation] Markdown of what is said elsewhere in the block.
 * @property {string} [note] A sentence of Markdown on what differs.
 *
 * @typedef {object} RowTable
 * @property {string} title
 * @property {string} [lead] Markdown above the table.
 * @property {readonly Row[]} rows
 */

/** @type {readonly RowTable[]} */
export const rowTables = [
  {
    title: 'Functions of pycore/tikzeng.py',
    rows: [
      {
        theirs: '`to_head`, `to_cor`, `to_begin`, `to_end`',
        parameters: ['projectpath'],
        notation: 'not needed',
        note: 'There is no preamble: a block is the whole figure, and colours are where they belong.',
      },
      {
        theirs: '`to_input`',
        parameters: ['pathfile', 'to', 'width', 'height', 'name'],
        options: ['image: photo.jpg', 'outputImage: mask.png', 'input: true'],
        note: 'The plane has the proportions of the tensor, the image is not mirrored, and the end of a network can have one.',
      },
      {
        theirs: '`to_Conv`',
        parameters: [
          'name',
          's_filer',
          'n_filer',
          'offset',
          'to',
          'width',
          'height',
          'depth',
          'caption',
        ],
        options: ['bands: false'],
        notation: '`conv 64 3x3 act=none as name`',
        note: 'The name is the caption. A convolution without an activation has no band.',
      },
      {
        theirs: '`to_ConvConvRelu`',
        parameters: [
          'name',
          's_filer',
          'n_filer',
          'offset',
          'to',
          'width',
          'height',
          'depth',
          'caption',
        ],
        options: ['join'],
        notation: '`conv 64 3x3 relu x2`',
        note: 'Convolutions of one size, one after another, share their faces, as many as there are.',
      },
      {
        theirs: '`to_Pool`',
        parameters: ['name', 'offset', 'to', 'width', 'height', 'depth', 'opacity', 'caption'],
        options: ['pooling: after', 'pooling: before', 'pooling: apart'],
        notation: '`maxpool 2`',
        note: 'Glued to what it pools, to what it feeds, or apart.',
      },
      {
        theirs: '`to_UnPool`',
        parameters: ['name', 'offset', 'to', 'width', 'height', 'depth', 'opacity', 'caption'],
        notation: '`upsample 2`',
      },
      {
        theirs: '`to_ConvRes`',
        parameters: [
          'name',
          's_filer',
          'n_filer',
          'offset',
          'to',
          'width',
          'height',
          'depth',
          'opacity',
          'caption',
        ],
        options: ['concat: copy'],
        notation: '`concat e1`',
        note: 'The grey copy of what a skip brings. It follows from the merge; so does the arch that leads to it.',
      },
      {
        theirs: '`to_ConvSoftMax`',
        parameters: ['name', 's_filer', 'offset', 'to', 'width', 'height', 'depth', 'caption'],
        notation: '`softmax` on a line of its own, after a map',
      },
      {
        theirs: '`to_SoftMax`',
        parameters: [
          'name',
          's_filer',
          'offset',
          'to',
          'width',
          'height',
          'depth',
          'opacity',
          'caption',
        ],
        notation: '`dense 10 softmax`',
        note: 'Glued to its dense layer.',
      },
      {
        theirs: '`to_Sum`',
        parameters: ['name', 'offset', 'to', 'radius', 'opacity'],
        options: ['ball'],
        notation: '`residual: […]`, `add: […]`; `concat`, `mul`, `sub`, `max`',
        note: 'Every merge has its sign: +, ‖, ×, −, max.',
      },
      {
        theirs: '`to_connection`',
        parameters: ['of', 'to'],
        options: ['heads', 'lineWidth'],
        notation: 'not needed: a list is a sequence',
        note: 'Elbows, branches and rows follow from the network, in any direction.',
      },
      {
        theirs: '`to_skip`',
        parameters: ['of', 'to', 'pos'],
        notation: '`residual: […]`, or `as e1` and `concat e1`',
        note: 'Each skip has a level of its own above all that it passes, and its middle is level.',
      },
      {
        theirs: '`to_generate`',
        parameters: ['arch', 'pathname'],
        notation: '`nnfig render net.nn`',
        note: 'On a page, the build draws the block.',
      },
    ],
  },
  {
    title: 'Functions of pycore/blocks.py',
    lead: 'Blocks are written in the description itself, with parameters of your own: see [Blocks](/docs/reference/notation#blocks).',
    rows: [
      {
        theirs: '`block_2ConvPool`',
        parameters: ['name', 'botton', 'top', 's_filer', 'n_filer', 'offset', 'size', 'opacity'],
        notation: '`down(c): [conv $c x2, maxpool 2]`',
      },
      {
        theirs: '`block_Unconv`',
        parameters: ['name', 'botton', 'top', 's_filer', 'n_filer', 'offset', 'size', 'opacity'],
        notation: '`up(c, skip): [upsample 2, conv $c, concat $skip, conv $c]`',
      },
      {
        theirs: '`block_Res`',
        parameters: [
          'num',
          'name',
          'botton',
          'top',
          's_filer',
          'n_filer',
          'offset',
          'size',
          'opacity',
        ],
        options: ['fold'],
        notation: '`residual: [conv 64 x3]`, `x4` after a block',
        note: 'A block that repeats stands once with ×4 when `fold` says so.',
      },
    ],
  },
  {
    title: 'Parameters of the functions',
    rows: [
      {
        theirs: '`name`',
        notation: '`as name`',
        note: 'Only where something else refers to it, or where it shall be a caption.',
      },
      {
        theirs: '`offset`, `to`, `shift`',
        options: ['gap', 'rowGap', 'layout', 'wrap'],
        notation: 'not needed',
        note: 'Nothing is placed by hand. Gaps grow where texts need room.',
      },
      {
        theirs: '`width`, `height`, `depth`',
        options: ['spatialScale', 'maxSize', 'minSize', 'channelScale', 'maxWidth', 'minWidth'],
        notation: '`draw: {conv1: {size: {width: 2, height: 40, depth: 40}}}`',
        note: 'From the tensors by a stated scale, or by hand in the same units of 0.2 cm.',
      },
      {
        theirs: '`n_filer`',
        notation: 'the width of the layer, as `64` in `conv 64`',
        note: '`labels: {channels: …}` writes something else.',
      },
      {
        theirs: '`s_filer`',
        notation: 'the shape, which nnfig works out',
        note: '`labels: {size: "{fraction}"}` writes I, I/2, I/4.',
      },
      {
        theirs: '`caption`',
        notation: '`as conv1`, `{group: fc to conv, layers: […]}`, `draw: {conv1: {caption: …}}`',
        note: 'Wrapped at words, with math.',
      },
      {
        theirs: '`opacity`',
        options: ['opacity'],
        notation: '`draw: {maxpool: {opacity: 0.6}}`',
      },
      { theirs: '`radius`', options: ['ball'] },
      {
        theirs: '`of`, `botton`, `top`',
        notation: '`from:`, or a name in `add`, `concat`',
      },
      {
        theirs: '`pos`',
        notation: 'not needed',
        note: 'Arches are stacked by what they pass; a branch leaves before the next box.',
      },
      { theirs: '`num`', notation: '`x4`' },
      {
        theirs: '`size`',
        notation: '`draw:`, `options:`',
        note: 'Height, depth and thickness, as above.',
      },
      { theirs: '`pathfile`', options: ['image'] },
      {
        theirs: '`projectpath`, `pathname`, `arch`',
        notation: 'not needed',
      },
    ],
  },
  {
    title: 'Box',
    rows: [
      {
        theirs: '`width`, a number or a list',
        options: ['channelScale', 'maxWidth', 'minWidth', 'slabWidth'],
        notation: '`draw: {conv1: {size: {width: 3.5}}}`',
        note: 'Layers in a row make the list.',
      },
      {
        theirs: '`height`, `depth`',
        options: ['spatialScale', 'maxSize', 'minSize', 'maxVector', 'barSize'],
        notation: '`draw: {conv1: {size: {height: 40, depth: 40}}}`',
        note: 'Maps that are not square are drawn so.',
      },
      { theirs: '`scale`', options: ['unit'], note: 'In px: 5.67 is PlotNeuralNet’s 0.2 cm.' },
      {
        theirs: '`xlabel`',
        notation: '`labels: {channels: …}`, `draw: {conv1: {label: …}}`',
        note: 'One for each part, as many as there are, with no dummy.',
      },
      {
        theirs: '`ylabel`',
        options: ['heights'],
        notation: '`labels: {height: …}`',
        note: 'The first box has it, or all.',
      },
      {
        theirs: '`zlabel`',
        notation: '`labels: {size: …}`',
        note: 'In the middle of its edge, clear of the channels.',
      },
      {
        theirs: '`caption`',
        notation: '`as conv1`, `labels: {caption: …}`, `draw: {conv1: {caption: …}}`',
      },
      { theirs: '`name`', notation: '`as conv1`' },
      { theirs: '`fill`', notation: '`draw: {conv1: {color: "#ffcc66"}}`' },
      {
        theirs: '`opacity`',
        options: ['opacity'],
        notation: '`draw: {conv1: {opacity: 0.4}}`',
        note: 'Each kind has its own where nothing is said; it is never another shape’s.',
      },
      {
        theirs: 'hidden edges, densely dashed',
        options: ['hiddenEdges: dashed', 'edgeWidth'],
      },
    ],
  },
  {
    title: 'RightBandedBox',
    lead: 'All keys of Box, and these.',
    rows: [
      {
        theirs: '`bandfill`',
        options: ['bands'],
        notation: '`relu` on the line of the layer',
        note: 'The band follows from the activation. It is that of its kind, or a darker `color`; `--nnfig-pnn-conv-relu` changes it for a page.',
      },
      { theirs: '`bandopacity`', notation: 'always 0.6' },
    ],
  },
  {
    title: 'Ball',
    rows: [
      { theirs: '`radius`', options: ['ball'], note: 'In units, 2.5 as in all examples.' },
      { theirs: '`scale`', options: ['unit'] },
      { theirs: '`fill`', notation: '`draw: {add: {color: "#00bf40"}}`' },
      { theirs: '`opacity`', notation: 'always 0.6, for concatenations 0.4' },
      {
        theirs: '`logo`',
        notation: '`draw: {add: {label: "$\\Sigma$"}}`',
        note: 'Any text or formula in place of the sign of the merge.',
      },
      { theirs: '`caption`', notation: '`as fused`, `draw: {add: {caption: …}}`' },
      { theirs: '`name`', notation: '`as fused`' },
    ],
  },
  {
    title: 'Lines and anchors',
    rows: [
      {
        theirs: '`connection`, `\\midarrow`',
        options: ['heads: middle', 'lineWidth'],
        note: 'Crossings are not darker than their lines.',
      },
      { theirs: '`copyconnection`, `\\copymidarrow`', notation: 'skips have it' },
      {
        theirs: '`\\edgecolor`, `\\copyedgecolor`',
        notation: '`--nnfig-pnn-edge`, `--nnfig-pnn-skip`',
        note: 'Custom properties of the page.',
      },
      {
        theirs: '`-\\|`, `\\|-`, `++(x,y,z)`, `pos=0.25`',
        options: ['lines'],
        notation: 'not needed for what the network says',
        note: 'Further lines have a `route`: `straight`, `elbow`, `z`, `over`, `under`, `front`.',
      },
      {
        theirs: '`densely dashed` from corner to corner',
        options: ['frusta: auto', 'frusta: all', 'frusta: none'],
        note: 'Or any dashed line between two anchors, by `lines`.',
      },
      {
        theirs: '`(name-east)` and the other anchors',
        options: ['lines: [{from: conv1.east, to: conv2.west}]'],
        note: 'All 23: `anchor`; `west`, `east`, `north`, `south`, `near`, `far`; `northwest`, `northeast`, `southwest`, `southeast`; `nearwest`, `neareast`, `farwest`, `fareast`; the corners `nearnorthwest` … `farsoutheast`.',
      },
      {
        theirs: 'a node with math on an arrow',
        options: ['gradients', 'arrowFontSize'],
        notation: '`labels: {input: $x$, output: $y$}`',
        note: 'At the arrows from and to nowhere; `label` in `lines` for others.',
      },
    ],
  },
];

/**
 * The colours of PlotNeuralNet, each with its custom property.
 *
 * @type {readonly {name: string, hex: string, opacity: string, property?: string, what: string}[]}
 */
export const colours = [
  {
    name: 'ConvColor',
    hex: '#ffcc66',
    opacity: '0.4',
    property: 'pnn-conv',
    what: 'convolutions',
  },
  {
    name: 'ConvReluColor',
    hex: '#ffaa55',
    opacity: '0.6',
    property: 'pnn-conv-relu',
    what: 'their bands',
  },
  { name: 'PoolColor', hex: '#c40000', opacity: '0.5', property: 'pnn-pool', what: 'poolings' },
  {
    name: 'UnpoolColor',
    hex: '#004d9b',
    opacity: '0.6',
    property: 'pnn-unpool',
    what: 'upsamplings',
  },
  {
    name: 'DcnvColor',
    hex: '#6699cc',
    opacity: '0.4',
    property: 'pnn-deconv',
    what: 'transposed convolutions; their bands are `--nnfig-pnn-deconv-relu`',
  },
  { name: 'FcColor', hex: '#9966cc', opacity: '0.4', property: 'pnn-fc', what: 'dense layers' },
  {
    name: 'FcReluColor',
    hex: '#a449a4',
    opacity: '0.6',
    property: 'pnn-fc-relu',
    what: 'their bands',
  },
  {
    name: 'SoftmaxColor',
    hex: '#6a006a',
    opacity: '0.5, for vectors 0.8',
    property: 'pnn-softmax',
    what: 'softmaxes',
  },
  {
    name: 'the fill of `to_ConvRes`',
    hex: '#404040',
    opacity: '0.2',
    property: 'pnn-copy',
    what: 'copied maps',
  },
  {
    name: 'the band of `to_ConvRes`',
    hex: '#555555',
    opacity: '0.6',
    property: 'pnn-copy-band',
    what: 'their bands',
  },
  {
    name: 'the fill of a box without one',
    hex: '#aaaaaa',
    opacity: '0.4',
    property: 'pnn-input',
    what: 'inputs',
  },
  { name: 'SumColor', hex: '#00bf40', opacity: '0.6', what: 'balls of sums' },
  { name: 'ConcatColor', hex: '#9966cc', opacity: '0.4', what: 'balls of concatenations' },
  {
    name: '\\edgecolor',
    hex: '#155555',
    opacity: '0.75',
    property: 'pnn-edge',
    what: 'connections',
  },
  {
    name: '\\copyedgecolor',
    hex: '#1c1c71',
    opacity: '0.75',
    property: 'pnn-skip',
    what: 'skips',
  },
  {
    name: 'the fill of SoftmaxLoss',
    hex: '#a1a17b',
    opacity: '0.5',
    what: '`draw: {loss: {color: "#a1a17b", opacity: 0.5}}`',
  },
];

/**
 * What users of PlotNeuralNet ask for: the wish, its threads, the answer.
 *
 * @type {readonly {wish: string, threads: readonly number[], answer: string}[]}
 */
export const wishes = [
  {
    wish: 'To run without LaTeX and bash',
    threads: [16, 26, 65, 77, 80, 86, 152, 158],
    answer:
      'The build of the page draws the figure, with Node alone, on every system. LaTeX comes out, if you want it.',
  },
  {
    wish: 'A legend of layers and arrows',
    threads: [1, 4, 67, 85, 109, 131, 134],
    answer: '`legend: true`: it lists what the figure has, and finds its place.',
  },
  {
    wish: 'Skips, sums and concatenations without writing TikZ; arrows in any direction, not slanted',
    threads: [20, 24, 35, 48, 83, 90, 93, 102, 128],
    answer: '`residual:`, `add`, `concat`; the routes follow from the network.',
  },
  {
    wish: 'Labels of sizes beside their edges, and a way to hide them',
    threads: [37, 84, 115, 122, 163],
    answer:
      'They stand in the middle of their edges and clear of other texts. An empty label leaves them out.',
  },
  {
    wish: 'Another size of the text',
    threads: [43, 57, 99, 105],
    answer: '`fontSize`, `arrowFontSize`; the font is that of the page.',
  },
  {
    wish: 'Several inputs, branches side by side, two heads',
    threads: [61, 97, 154],
    answer: '`inputs:` with several names; a branch is a list in a merge.',
  },
  {
    wish: 'Other layers: normalizations, 1-D convolutions, pyramids, pixel shuffles, dense blocks',
    threads: [33, 68, 120, 130, 136, 149, 156],
    answer:
      'All [operations](/docs/reference/operations); what PlotNeuralNet has no colour for has that of its kind in nnfig.',
  },
  {
    wish: 'U-Net in the shape of a U',
    threads: [5],
    answer: '`layout: u`; nested skips choose it by themselves.',
  },
  {
    wish: 'Images at the input and the output, in more formats',
    threads: [25, 100, 119, 155],
    answer: '`image`, `outputImage`: PNG, JPEG, GIF, WebP; not mirrored.',
  },
  {
    wish: 'SVG and raster images, in documents and on pages',
    threads: [64, 95, 138],
    answer: 'SVG in the page; [`nnfig render`](/docs/guides/command-line) writes files.',
  },
  {
    wish: 'The dashed frustum of an upsampling; no stray dots; facts that are true',
    threads: [8, 117, 135],
    answer:
      '`frusta`; nothing is drawn for a caption that is not there; channels and sizes are worked out from the layers.',
  },
  {
    wish: 'To know what the numbers mean',
    threads: [141],
    answer:
      'Under a part stand its channels, along the slanted edge its width, at the left its height. [Labels](/docs/guides/labels) change them.',
  },
];

/**
 * The figures that are hardest to make with PlotNeuralNet, and what their files hold.
 *
 * @typedef {object} Counts
 * @property {number} lines
 * @property {number} heads
 * @property {number} dashed Hidden edges.
 *
 * @typedef {object} PairEntry
 * @property {string} fixture Name in `tests/fixtures/plotneuralnet`.
 * @property {string} title
 * @property {string} file Its file in `examples/` of PlotNeuralNet.
 * @property {string} shows What the original shows, in a sentence.
 * @property {readonly [width: number, height: number]} picture Size of the picture, in `static/img/plotneuralnet`.
 * @property {boolean} [wide] Whether the two are too wide to stand side by side; they are unless it is false.
 * @property {Counts} counts What the original has.
 * @property {Readonly<Partial<Record<keyof Counts, string>>>} why Why a count differs.
 * @property {readonly string[]} better What differs on purpose, in Markdown.
 */

/** @type {readonly PairEntry[]} */
export const pairs = [
  {
    fixture: 'fcn-8s',
    picture: [1312, 515],
    title: 'FCN-8s',
    file: 'fcn8s/fcn8.pdf',
    shows:
      'A photo, five banded blocks with their poolings, two score boxes below, two green balls with a plus, two blue boxes of deconvolution and one more before the softmax.',
    counts: { lines: 16, heads: 20, dashed: 81 },
    why: {
      lines: 'Two more: the arrows of input and output.',
      heads: 'These two.',
    },
    better: [
      'Each sum has its two branches in full view: no line runs over the face of a box that it does not belong to.',
      'Channels are right: 128 in the second block, where the original says 64.',
      'The photo is left out of both, since its license is not known; `image:` puts yours there, not mirrored.',
    ],
  },
  {
    fixture: 'u-net',
    picture: [1400, 524],
    title: 'U-Net in a line',
    file: 'Unet/Unet.pdf',
    shows:
      'Encoder, bottleneck and decoder in a row, with grey copies in the decoder and four nested arches over the top.',
    counts: { lines: 13, heads: 21, dashed: 105 },
    why: {
      lines: 'Two more: the arrows of input and output.',
      heads: 'These two. Each of the four arches has its three heads, as there.',
      dashed: 'The last convolution, to two channels.',
    },
    better: [
      'Boxes stand clear of one another but for their edges, so that colours hardly mix.',
      'The last convolution, to two channels, is in the figure: without it, the softmax would have 64.',
    ],
  },
  {
    fixture: 'u-net-u',
    picture: [1200, 1138],
    title: 'U-Net in a U',
    file: 'Unet_Ushape/Unet_ushape.pdf',
    shows:
      'The encoder goes down on the left, the decoder up on the right, with level skips into balls and a box of upsampling below each.',
    counts: { lines: 17, heads: 25, dashed: 93 },
    why: {
      lines:
        'Six more: the arrows of input and output, and those into the four upsamplings, for which there is no room there.',
      heads:
        'These six, less the four at the start of the ways down: each begins on the skip that it leaves.',
      dashed: 'The last convolution, to two channels.',
    },
    better: [
      'The boxes of the right limb do not cover one another.',
      'Only skips have the colour of skips. There, ways up and into the boxes have it, too.',
      'Skips are level with their balls, whatever the sizes.',
    ],
  },
  {
    fixture: 'hed',
    picture: [1400, 851],
    title: 'HED',
    file: 'HED/HED.pdf',
    shows:
      'A backbone with four branches that run towards the viewer to score boxes, and back into a stack of slabs in a grey envelope.',
    counts: { lines: 18, heads: 26, dashed: 84 },
    why: {
      lines:
        'Four fewer, since the poolings are glued to what they pool; two more, the arrows of input and output.',
      heads: 'By the same two. Slanted pieces have their heads, as there.',
      dashed: 'The stack has one slab more, for each of its five maps one.',
    },
    better: [
      'No score box covers another box or its texts.',
      'Branches leave from the middle of the face that is turned to the viewer, not from inside of a line.',
      'The caption breaks at a word, not within one.',
    ],
  },
  {
    fixture: 'vgg-16',
    picture: [1400, 592],
    title: 'VGG-16',
    file: 'VGG16/vgg16.pdf',
    shows:
      'Five blocks with their poolings, a dashed frustum, and three long bars, the last one glued to a softmax.',
    counts: { lines: 8, heads: 8, dashed: 66 },
    why: {
      lines: 'One more: the arrow of the input.',
      heads: 'This one.',
    },
    better: [
      'The bars follow their units by a stated scale, and the frustum ends in the square where its line enters.',
      'Sizes stand in the middle of their edges; in newer builds of the original they fall onto the channels.',
    ],
  },
  {
    fixture: 'softmax-loss',
    picture: [800, 513],
    wide: false,
    title: 'SoftmaxLoss',
    file: 'SoftmaxLoss/SoftmaxLoss.pdf',
    shows: 'One box with arrows both ways at both sides, and large formulas at each.',
    counts: { lines: 4, heads: 4, dashed: 3 },
    why: {},
    better: [
      'Formulas have the colour of the text, not seen through, and are as large as `arrowFontSize` says.',
      'They stand closer to their arrows, so that it is plain which belongs to which.',
    ],
  },
];
