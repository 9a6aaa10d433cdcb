/**
 * Every control of NN-SVG's three pages, and what says the same in a block.
 *
 * @typedef {object} Control
 * @property {string} control What it is called there, in Markdown.
 * @property {readonly string[]} options Options of the style, as YAML: a name, or a name and a value.
 * @property {string} [notation] Markdown of what is said elsewhere in the block.
 * @property {string} [note] A sentence of Markdown on what differs.
 *
 * @typedef {object} ControlPage
 * @property {string} style The style that draws what the page draws.
 * @property {string} title
 * @property {readonly Control[]} controls
 */

/** @type {readonly ControlPage[]} */
export const controlPages = [
  {
    style: 'fcnn',
    title: 'FCNN',
    controls: [
      {
        control: 'Edge width proportional to weights (`edgeWidthProportional`)',
        options: ['edgeWidthBy: weight'],
      },
      { control: 'Edge width (`edgeWidth`)', options: ['edgeWidth'] },
      {
        control: 'Edge opacity proportional to weights (`edgeOpacityProportional`)',
        options: ['edgeOpacityBy: weight'],
        note: '`edgeOpacity` still holds: it is that of the strongest edge.',
      },
      { control: 'Edge opacity (`edgeOpacity`)', options: ['edgeOpacity'] },
      {
        control: 'Edge colour proportional to weights (`edgeColorProportional`)',
        options: ['edgeColorBy: weight'],
        note: 'It is on when there are `weights`, unless width or opacity tell them.',
      },
      {
        control:
          'Colours of negative and positive edges (`negativeEdgeColor`, `positiveEdgeColor`)',
        options: ['negativeEdgeColor', 'positiveEdgeColor', 'zeroEdgeColor'],
        note: 'The middle of the scale can be chosen, too.',
      },
      { control: 'Default edge colour (`defaultEdgeColor`)', options: ['edgeColor'] },
      {
        control: 'Bézier curves (`bezierCurves`)',
        options: ['edgeCurve: bezier'],
        note: 'Curves follow the direction.',
      },
      { control: 'Node diameter (`nodeDiameter`)', options: ['nodeDiameter'] },
      {
        control: 'Colours of nodes and their borders (`nodeColor`, `nodeBorderColor`)',
        options: ['nodeFill', 'nodeOutline', 'nodeOutlineWidth'],
        note: 'For all circles, for layers, or for single circles; the width of the border, too.',
      },
      {
        control: 'Spacing between layers (`betweenLayers`)',
        options: ['layerGap'],
        note: 'One number, or one for each gap.',
      },
      {
        control: 'Direction (`nnDirection`)',
        options: ['direction'],
        note: '“Horizontal” is `right`, “vertical” is `down`; there are `left` and `up`, too.',
      },
      {
        control: 'Show bias units (`showBias`)',
        options: ['showBias: true', 'biasLabel'],
        note: 'Bias units are added to those of the layer and marked; the label keeps the true size.',
      },
      {
        control: 'Show layer labels (`showLabels`)',
        options: ['showLabels'],
        notation: '`labels:` for the texts',
      },
      {
        control: 'Show arrowheads, and their style (`showArrowheads`, `arrowheadStyle`)',
        options: ['arrowheads: open', 'arrowheads: solid', 'arrowheadSize'],
        note: '“Empty” is `open`.',
      },
      {
        control: 'Layers and their neurons (`numberOfNodes`, +, −)',
        options: ['maxNodes', 'elide'],
        notation: '`layers: 16 -> 12 -> 10 -> 1`',
        note: 'Layers of more than 16 show dots in their middle unless told otherwise.',
      },
      {
        control: 'Spacing between the nodes of a layer (`betweenNodesInLayer`)',
        options: ['nodeGap'],
        note: 'One number, or one for each layer.',
      },
      {
        control: 'New random weights (`newRandomWeights`)',
        options: ['weights: random', 'seed: 2'],
        note: 'The same seed gives the same figure. `weights` takes the true ones, too, with `biases` and `weightRange`.',
      },
      {
        control: 'Press a node to see its edges',
        options: ['highlight'],
        note: 'For print and for pages without scripts, the unit is named: `highlight: {layer: 1, unit: 2}`.',
      },
      {
        control: 'Zoom and pan',
        options: [],
        notation: 'not needed',
        note: 'The figure is cropped to the drawing and scales with its page.',
      },
      {
        control: 'Counter of nodes and edges',
        options: [],
        notation: 'the description that screen readers read',
        note: 'It has parameters and MACs; `nnfig analyze` prints them.',
      },
      {
        control: 'Download SVG',
        options: [],
        notation: '`nnfig render net.nn`',
        note: 'On a page there is nothing to download: the figure is in its HTML.',
      },
    ],
  },
  {
    style: 'lenet',
    title: 'LeNet',
    controls: [
      {
        control: 'Two colours (`color1`, `color2`)',
        options: ['mapColors: ["#a0a0a0", "#e0e0e0"]', 'vectorColor'],
        notation: '`draw:` for single layers',
        note: '`color2` is the first of the two. `palette: classic` has these greys.',
      },
      { control: 'Filter opacity (`rectOpacity`)', options: ['opacity'] },
      {
        control: 'Border width (`borderWidth`)',
        options: ['borderWidth', 'borderColor', 'lineWidth', 'lineColor'],
        note: 'Lines between stacks have a width and a colour of their own.',
      },
      { control: 'Spacing between filters (`betweenSquares`)', options: ['mapGap'] },
      {
        control: 'Show labels (`showLabels`)',
        options: ['showLabels', 'showSizes', 'showOperations', 'showDetails', 'fontSize'],
        note: 'All texts, or each kind by itself.',
      },
      {
        control: 'Square root length of vectors (`sqrtLength`)',
        options: ['vectorLength: sqrt'],
      },
      {
        control: 'Vector length scale (`lengthScale`)',
        options: ['vectorScale', 'minVector', 'maxVector', 'vectorWidth'],
        note: 'Percent, as there: 100 is 1 px a unit.',
      },
      {
        control: 'Depth, height and width of a layer',
        options: ['scale', 'mapSize', 'minSize', 'maxMaps', 'elide'],
        notation: '`input: 8x128x128`, and what its layers make of it',
        note: 'Shapes follow from the layers; the options say how large they are drawn.',
      },
      {
        control: 'Filter height and width of a layer',
        options: ['kernels', 'kernelX', 'kernelY', 'kernelPlaces', 'seed'],
        notation: '`conv 24 5x5`, `maxpool 2`',
        note: 'Kernels stand where the options say, not somewhere else after every edit.',
      },
      {
        control: 'Text of the operation',
        options: ['operations'],
        notation: '`labels: {operation: …}`',
        note: 'The operation names itself unless another text is given.',
      },
      {
        control: 'Spacing after a layer',
        options: ['spacing', 'vectorSpacing'],
        note: 'One number, or one for each gap; 0 is 0.',
      },
      {
        control: 'Length of a vector (`vectorLength`)',
        options: [],
        notation: '`dense 256`',
      },
      { control: 'Layers: +, −', options: ['fold', 'wrap'], notation: 'a line under `layers:`' },
    ],
  },
  {
    style: 'alexnet',
    title: 'AlexNet',
    controls: [
      {
        control: 'Renderer: WebGL or SVG (`rendererType`)',
        options: [],
        notation: 'not needed',
        note: 'It is always SVG, with text as text.',
      },
      {
        control: 'Three colours (`color1`, `color2`, `color3`)',
        options: ['color', 'kernelColor', 'pyramidColor'],
        notation: '`draw:` for single layers',
        note: '`palette: classic` has NN-SVG’s own.',
      },
      { control: 'Tensor opacity (`rectOpacity`)', options: ['opacity'] },
      { control: 'Filter opacity (`filterOpacity`)', options: ['kernelOpacity'] },
      { control: 'Spacing between layers (`betweenLayers`)', options: ['layerGap'] },
      {
        control: 'Input image, its opacity and mirror (`inputImage`, `imageOpacity`, `imageFlip`)',
        options: ['image', 'imageOpacity', 'imageFlip'],
        note: 'On the first face, and in the SVG.',
      },
      {
        control: 'Depth scale, logarithmic or not (`logDepth`, `depthScale`)',
        options: ['depthScale: log', 'depthFactor: 10'],
        note: 'A depth of 1 has the thickness `minSize`.',
      },
      {
        control: 'Width scale, logarithmic or not (`logWidth`, `widthScale`)',
        options: ['sideScale: log', 'sideFactor: 10', 'vectorScale', 'vectorFactor', 'minSize'],
        note: 'Vectors have a scale of their own.',
      },
      {
        control: 'Filter scale, logarithmic or not (`logConvSize`, `convScale`)',
        options: ['kernelScale: linear', 'kernelFactor: 1'],
      },
      {
        control: 'Show tensor dimensions (`showDims`)',
        options: ['showLabels'],
        notation: '`labels:` for the texts',
      },
      {
        control: 'Show filter dimensions (`showConvDims`)',
        options: ['kernelLabels: sides', 'kernelLabels: size'],
        note: 'Beside the sides of the kernel, or one text under its pyramid.',
      },
      { control: 'Font size (`fontScale`)', options: ['fontSize'] },
      {
        control: 'Height, width and depth of a layer',
        options: ['showPooling'],
        notation: '`input: 3x224x224`, and what its layers make of it',
        note: 'There, poolings are left out; here, they are when `showPooling` is `false`.',
      },
      {
        control: 'Filter height and width of a layer',
        options: ['kernels', 'kernelPlace', 'kernelX', 'kernelY', 'seed'],
        notation: '`conv 96 11x11 /4`',
        note: 'Places follow from a seed, or are given.',
      },
      {
        control: 'Length of a vector (`vectorLength`)',
        options: [],
        notation: '`dense 2048`',
      },
      {
        control: 'Drag to turn',
        options: ['view', 'azimuth', 'elevation', 'projection', 'distance'],
        note: 'A named view, or any other by its angles; perspective, too.',
      },
      {
        control: 'Wheel and right button: zoom and pan',
        options: ['zoom'],
        note: 'There is nothing to pan: the figure is cropped to the drawing.',
      },
    ],
  },
];
