/**
 * Everything that Netscope and the Netscope CNN Analyzer offer, and what says the
 * same in a block; their presets with what both count; what their users ask for;
 * and their figures beside nnfig's.
 *
 * @typedef {object} Row
 * @property {string} theirs What it is called there, in Markdown.
 * @property {readonly string[]} [options] Options of the style, as YAML: a name, or a name and a value.
 * @property {readonly string[]} [settings] Settings of a block, as YAML: a name, or a name and a value.
 * @property {string} [notation] Markdown of what is said elsewhere.
 * @property {string} [note] A sentence of Markdown on what differs.
 *
 * @typedef {object} RowTable
 * @property {string} title
 * @property {readonly Row[]} rows
 */

/** @type {readonly RowTable[]} */
export const rowTables = [
  {
    title: 'Netscope',
    rows: [
      {
        theirs: '`#/preset/…`',
        notation: 'a block with the text, or `from: ./net.prototxt`',
        note: 'The [presets](#the-presets) stand in the [gallery](/docs/gallery/netscope), each in a few lines.',
      },
      {
        theirs: '`#/gist/…`, `#/url/…`',
        notation: '`from: ./net.prototxt`',
        note: 'The file stands beside the page. Nothing is fetched, neither when the site is built nor when it is read.',
      },
      {
        theirs: '`#/editor`, Shift+Enter',
        notation: '`npx nnfig render net.prototxt`',
        note: 'A development server draws anew whenever the page or the file is saved.',
      },
      {
        theirs: 'boxes of errors and warnings',
        notation: '[problems](/docs/reference/problems)',
        note: 'All at once, each with its line and column and with what to do.',
      },
      {
        theirs: 'the name as heading, `_` as space',
        settings: ['title', 'caption'],
        note: 'The name of the network is the title unless another is given.',
      },
      {
        theirs: 'layers of the training phase, always',
        settings: ['phase: train', 'phase: test'],
        note: 'By itself, a file that declares its inputs is one for testing. `exclude`, stages and levels count too.',
      },
      {
        theirs: 'in-place layers in the box of their producer',
        options: ['stack: in-place'],
        note: 'By itself, a ReLU, a dropout or a normalization joins the box whether it works in place or not.',
      },
      {
        theirs: 'tooltip with every parameter',
        notation: 'the title of each layer',
        note: 'It is in the figure, for screen readers too; [the optional script](/docs/guides/interaction) shows it as a panel.',
      },
      {
        theirs: '`blob shapes` in the tooltip',
        options: ['shapes'],
        note: 'They stand on the connections.',
      },
      {
        theirs: 'green sources, purple sinks',
        options: ['ends'],
      },
      {
        theirs: 'colours by the type of layer',
        settings: ['palette: classic'],
        note: 'Its palette has three colours and one for all others; that of nnfig has one for each kind of operation.',
      },
      {
        theirs: '`rankdir`, `ranksep`, `nodesep` of its layout',
        options: ['direction: right', 'rankGap', 'nodeGap'],
      },
      {
        theirs: 'one long column',
        options: ['columns: 3', 'collapse', 'frames'],
        note: 'Long networks break into columns, and repeated blocks are drawn once, with ×N.',
      },
      {
        theirs: 'an SVG that needs the page around it',
        notation: '[SVG, PNG, PDF, LaTeX, slides](/docs/guides/export)',
        note: 'Texts are texts: no HTML within the SVG.',
      },
    ],
  },
  {
    title: 'Netscope CNN Analyzer',
    rows: [
      {
        theirs: '`96ch ⋅ 55×55 (×10)` on connections',
        options: ['shapes'],
        settings: ['batch: 10'],
        note: 'The batch is 1 unless asked for, whatever the file says.',
      },
      {
        theirs: 'Summary',
        settings: ['table: summary'],
        note: 'A row for each block or box; it sorts with the optional script.',
      },
      {
        theirs: 'Details',
        settings: ['table: layers'],
        note: 'A row for each layer.',
      },
      {
        theirs: 'a click on a name scrolls to its box',
        notation: '[the optional script](/docs/guides/interaction)',
      },
      {
        theirs: 'macc, comp, add, div, exp',
        settings: ['counting: netscope'],
        note: 'The [convention of nnfig](/docs/reference/analysis) is another, and the default.',
      },
      {
        theirs: '“Excel-compatible Analysis Results”',
        notation: '`npx nnfig analyze net.prototxt --csv`',
        note: 'Also as JSON, and as a table in Markdown.',
      },
      {
        theirs: 'memory of an accelerator (“variants”)',
        notation: '`npx nnfig analyze net.prototxt --json`',
        note: 'nnfig does not estimate it: it depends on the chip. The sizes that it follows from are in the JSON.',
      },
      {
        theirs: '`(edit)`',
        settings: ['source: true'],
        note: 'The text stands under the figure.',
      },
      {
        theirs: 'nothing',
        options: ['heat: macs'],
        note: 'Boxes coloured by what they cost.',
      },
    ],
  },
];

/**
 * Why a total is another in the convention of the analyzer: what it is about, and what it does.
 *
 * @type {Readonly<Record<Reason, {about: string, does: string}>>}
 * @typedef {'lrn' | 'scale' | 'deconvolution' | 'normalize' | 'proposals' | 'cycle'} Reason
 */
export const reasons = {
  lrn: {
    about: 'LRN',
    does: 'gives each LRN two parameters, and each of its numbers as many MACs as the window has channels.',
  },
  scale: { about: 'Scale', does: 'counts the multiplication of each Scale as a MAC.' },
  deconvolution: {
    about: 'Deconvolution',
    does: 'counts transposed convolutions by their outputs, with taps that fall outside of the input.',
  },
  normalize: {
    about: 'Normalize',
    does: 'gives it two parameters for its 512, and each of its numbers a MAC.',
  },
  proposals: { about: 'Regions', does: 'estimates MACs of proposing and of pooling them.' },
  cycle: {
    about: 'Cycle',
    does: 'finds one where there is none, since it wires layers by their names.',
  },
};

/**
 * @typedef {object} Preset
 * @property {string} preset Name there.
 * @property {string} fixture File in `tests/fixtures/netscope`.
 * @property {number} params As nnfig counts.
 * @property {number} macs As nnfig counts.
 * @property {{params: number, macs: number}} [theirs] What the analyzer counts; nothing where it draws nothing.
 * @property {readonly Reason[]} [why] Reasons where the two differ.
 * @property {readonly [number, number]} graph Boxes and connections of the file in Netscope.
 */

/**
 * What the analyzer counts is for one image, without its mistake about `crop_size`.
 *
 * @type {readonly Preset[]}
 */
export const presets = [
  {
    preset: 'alexnet',
    fixture: 'alexnet',
    params: 60_965_224,
    macs: 724_406_816,
    theirs: { params: 60_965_228, macs: 726_791_936 },
    why: ['lrn'],
    graph: [15, 15],
  },
  {
    preset: 'caffenet',
    fixture: 'caffenet',
    params: 60_965_224,
    macs: 724_406_816,
    theirs: { params: 60_965_228, macs: 724_973_056 },
    why: ['lrn'],
    graph: [15, 15],
  },
  {
    preset: 'nin',
    fixture: 'nin',
    params: 7_595_176,
    macs: 1_100_188_800,
    theirs: { params: 7_595_176, macs: 1_100_188_800 },
    graph: [18, 18],
  },
  {
    preset: 'vgg-16',
    fixture: 'vgg-16',
    params: 138_357_544,
    macs: 15_470_264_320,
    theirs: { params: 138_357_544, macs: 15_470_264_320 },
    graph: [23, 22],
  },
  {
    preset: 'googlenet',
    fixture: 'googlenet',
    params: 6_998_552,
    macs: 1_582_671_872,
    theirs: { params: 6_998_556, macs: 1_586_685_952 },
    why: ['lrn'],
    graph: [85, 111],
  },
  {
    preset: 'fcn-8s-pascal',
    fixture: 'fcn-8s',
    params: 134_489_759,
    macs: 181_529_034_048,
    why: ['cycle'],
    graph: [32, 36],
  },
  {
    preset: 'fcn-16s',
    fixture: 'fcn-16s',
    params: 134_815_994,
    macs: 89_362_522_176,
    theirs: { params: 134_815_994, macs: 89_382_991_632 },
    why: ['deconvolution'],
    graph: [29, 30],
  },
  {
    preset: 'squeezenet',
    fixture: 'squeezenet-1.0',
    params: 1_248_424,
    macs: 861_339_936,
    theirs: { params: 1_248_424, macs: 861_339_936 },
    graph: [40, 47],
  },
  {
    preset: 'squeezenet_v11',
    fixture: 'squeezenet-1.1',
    params: 1_235_496,
    macs: 387_747_520,
    theirs: { params: 1_235_496, macs: 387_747_520 },
    graph: [40, 47],
  },
  {
    preset: 'zynqnet',
    fixture: 'zynqnet',
    params: 2_528_800,
    macs: 529_301_504,
    theirs: { params: 2_528_800, macs: 529_301_504 },
    graph: [39, 47],
  },
  {
    preset: 'resnet-50',
    fixture: 'resnet-50',
    params: 25_557_096,
    macs: 3_857_973_248,
    theirs: { params: 25_557_096, macs: 3_868_560_384 },
    why: ['scale'],
    graph: [74, 89],
  },
  {
    preset: 'resnet-152',
    fixture: 'resnet-152',
    params: 60_192_808,
    macs: 11_282_415_616,
    theirs: { params: 60_192_808, macs: 11_304_442_880 },
    why: ['scale'],
    graph: [210, 259],
  },
  {
    preset: 'inceptionv3',
    fixture: 'inception-v3',
    params: 23_834_568,
    macs: 5_713_216_096,
    theirs: { params: 23_834_568, macs: 5_713_216_096 },
    graph: [217, 251],
  },
  {
    preset: 'inceptionv4',
    fixture: 'inception-v4',
    params: 42_711_400,
    macs: 12_253_974_624,
    theirs: { params: 42_711_400, macs: 12_269_063_808 },
    why: ['scale'],
    graph: [191, 245],
  },
  {
    preset: 'inceptionv4_resnet',
    fixture: 'inception-resnet-v2',
    params: 31_614_424,
    macs: 9_190_937_184,
    theirs: { params: 31_614_424, macs: 9_208_028_592 },
    why: ['scale'],
    graph: [186, 238],
  },
  {
    preset: 'YOLO',
    fixture: 'yolo-v1',
    params: 271_703_550,
    macs: 20_285_153_280,
    theirs: { params: 271_703_550, macs: 20_285_153_280 },
    graph: [31, 30],
  },
  {
    preset: 'SSD300',
    fixture: 'ssd300',
    params: 26_285_486,
    macs: 31_373_537_792,
    theirs: { params: 26_284_976, macs: 31_374_277_120 },
    why: ['normalize'],
    graph: [78, 98],
  },
  {
    preset: 'fasterRCNN_VGG',
    fixture: 'faster-rcnn-vgg',
    params: 137_078_239,
    macs: 99_351_244_800,
    theirs: { params: 137_078_239, macs: 99_351_392_400 },
    why: ['proposals'],
    graph: [32, 33],
  },
  {
    preset: 'fasterRCNN_ResNet',
    fixture: 'faster-rcnn-resnet',
    params: 30_394_927,
    macs: 17_352_442_592,
    theirs: { params: 30_394_927, macs: 17_395_172_080 },
    why: ['scale', 'proposals'],
    graph: [85, 102],
  },
];

/**
 * A wish, where it was said, and what there is of it. Threads of Netscope are
 * numbers, those of the analyzer have an `a` before theirs.
 *
 * @type {readonly {wish: string, threads: readonly (number | `a${number}`)[], answer: string}[]}
 */
export const wishes = [
  {
    wish: 'a figure as SVG or PDF',
    threads: [2, 'a39'],
    answer:
      'A figure is an SVG, with its texts as texts; [files](/docs/guides/export) of every kind are a command away.',
  },
  {
    wish: 'shapes on every layer',
    threads: [7, 10, 13],
    answer: 'On the connections, and in the title of each layer.',
  },
  {
    wish: 'Reshape, Flatten, Slice, Power, Interp, depthwise convolutions, and whatever comes next',
    threads: [23, 24, 34, 36, 'a9', 'a16', 'a25', 'a33', 'a37', 'a43'],
    answer:
      'All of them have their rules. A layer that nobody knows is drawn, and [`shapes:`](/docs/guides/caffe#layers-that-nobody-knows) says what it gives.',
  },
  {
    wish: 'right counts: groups, dilation, batches, nothing twice',
    threads: ['a7', 'a11', 'a14', 'a15', 'a29'],
    answer:
      'Counts are exact, for one image unless another batch is asked for, and [what is counted](/docs/reference/analysis) is written down.',
  },
  {
    wish: 'volumes: blobs of five axes',
    threads: ['a8'],
    answer: 'Any number of axes.',
  },
  {
    wish: 'lists such as `[1, 2]` in the text',
    threads: [1],
    answer: 'The whole text format of protocol buffers.',
  },
  {
    wish: 'graph and analysis in one tool',
    threads: [31],
    answer: 'One block: `table` and `heat` are settings of the figure.',
  },
  {
    wish: 'weights in the tooltip',
    threads: ['a1'],
    answer:
      'No: a prototxt has none. The style [`fcnn`](/docs/styles/fcnn) shows weights from a file.',
  },
];

/**
 * @typedef {object} PairEntry
 * @property {string} title
 * @property {string} fixture File in `tests/fixtures/netscope`.
 * @property {string} image Picture in `static/img/netscope`.
 * @property {string} tool What made it.
 * @property {readonly [number, number]} size Width and height of the picture in px.
 * @property {string} shows What is in the picture.
 * @property {'wide' | 'tall'} [form] Whether the figures are wide, one below the other, or the picture
 *   is a narrow one beside the other; of about one width unless given.
 * @property {readonly string[]} better What differs, in sentences of Markdown.
 */

/** @type {readonly PairEntry[]} */
export const pairs = [
  {
    title: 'AlexNet',
    fixture: 'alexnet',
    image: 'alexnet',
    tool: 'Netscope',
    size: [440, 970],
    shows: 'The first layers of AlexNet in a column, with the tooltip of a normalization.',
    better: [
      'Boxes say what a layer does, and connections the shape of what runs along them: no need to hover over each.',
      'A kind of operation has its colour: pooling, normalization and merges are all orange there.',
    ],
  },
  {
    title: 'GoogLeNet',
    fixture: 'googlenet',
    image: 'googlenet',
    tool: 'Netscope',
    size: [480, 897],
    shows: 'The first half of GoogLeNet, with kinked connections around its modules.',
    form: 'wide',
    better: [
      'Each module has a frame with its name.',
      'Its branches stand side by side around one axis, with one way in and one way out.',
    ],
  },
  {
    title: 'FCN-8s',
    fixture: 'fcn-8s',
    image: 'fcn-8s',
    tool: 'Netscope',
    size: [224, 2003],
    shows: 'FCN-8s in a long column, with three skips; the outermost is cut at the edge.',
    form: 'tall',
    better: [
      'Skips keep clear of what they pass, and none is cut.',
      'Cropping is what a sum does: it has no boxes of its own, and no second line to each.',
    ],
  },
  {
    title: 'ResNet-50',
    fixture: 'resnet-50',
    image: 'resnet-50',
    tool: 'Netscope',
    size: [440, 980],
    shows: 'The first block of ResNet-50 in its column of 8856 px.',
    form: 'tall',
    better: [
      'Sixteen blocks are four stages with ×N, in columns.',
      '`collapse: false` draws every one of them.',
    ],
  },
  {
    title: 'SqueezeNet, with shapes',
    fixture: 'squeezenet-1.0',
    image: 'squeezenet',
    tool: 'the Netscope CNN Analyzer',
    size: [400, 1100],
    shows: 'The first modules of SqueezeNet, with shapes that touch the connections.',
    form: 'tall',
    better: ['Shapes stand clear of lines, of boxes and of one another.'],
  },
];
