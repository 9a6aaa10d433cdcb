/** From a network to where everything stands. */
import type { LayerAnalysis } from '../../analysis/analysis.js';
import type { Network } from '../../network/network.js';
import type { TextNode } from '../../scene/scene.js';
import { blockGraph } from '../blocks/build.js';
import { chooseLayout, type LayoutName } from '../blocks/choose.js';
import { findLanes } from '../blocks/lanes.js';
import { layoutLine } from '../blocks/line.js';
import type { Block, BlockGraph, BlockOptions, Part } from '../blocks/model.js';
import { type Placement, type SizedBlock, type Spacing, sizedBlock } from '../blocks/placement.js';
import { layoutSides } from '../blocks/sides.js';
import { type Size, sizeParts } from '../blocks/sizes.js';
import { layoutU } from '../blocks/u.js';
import { wrapLine } from '../blocks/wrap.js';
import { extentOf } from '../extent.js';
import { loadImage } from '../image-file.js';
import { figuresById } from '../labels.js';
import type { DrawContext, DrawOverride } from '../style.js';
import { headLength } from './arrows.js';
import { labelNodes, labelShapes, leastWidth } from './labels.js';
import type { Options } from './options.js';
import { type Texts, textsOf } from './texts.js';

/** A figure, ready to be drawn. */
export interface Figure {
  readonly graph: BlockGraph;
  readonly sized: readonly SizedBlock[];
  readonly labels: readonly (readonly TextNode[])[];
  readonly placement: Placement;
  readonly texts: Texts;
  readonly figures: ReadonlyMap<string, LayerAnalysis>;
  readonly overrideOf: (layer: string) => DrawOverride;
  /** Room around the slabs of a stack. */
  readonly slabGap: number;
  /** Images on planes, by the id of their block. */
  readonly images: ReadonlyMap<string, string>;
}

/** Id of the plane of an image after the last box. */
const outputId = 'output image';

/** Width at which a figure is broken into rows: what a page can shrink and still be read. */
const widest = 1900;

/**
 * Lays a network out.
 *
 * @param network The network.
 * @param options The style's options.
 * @param context Labels and overrides.
 * @returns The figure, in a line where another layout does not suit the network.
 */
export function arrange(network: Network, options: Options, context: DrawContext): Figure {
  const line = build(network, options, 'line');
  const layout = options.layout === 'auto' ? chooseLayout(line) : options.layout;
  const images = {
    input: options.image && loadImage(options.image, ['image'], context),
    output: options.outputImage && loadImage(options.outputImage, ['outputImage'], context),
  };
  const other = layout === 'line' ? undefined : build(network, options, layout);
  return (
    (other && figureOf(other, layout, images, options, context)) ??
    (figureOf(line, 'line', images, options, context) as Figure)
  );
}

/** The blocks of a layout. An input that several blocks take from, or that has an image, is shown. */
function build(network: Network, options: Options, layout: LayoutName): BlockGraph {
  const made = blockGraph(network, blockOptions(options, layout, false));
  const shown = made.entries.length > 1 || options.input || options.image !== undefined;
  return shown ? blockGraph(network, blockOptions(options, layout, true)) : made;
}

/** Images of the planes of input and output, as data URLs. */
interface Images {
  readonly input: string | undefined;
  readonly output: string | undefined;
}

/** The figure of a layout; nothing when the layout does not suit the blocks. */
function figureOf(
  plain: BlockGraph,
  layout: LayoutName,
  { input, output }: Images,
  options: Options,
  context: DrawContext,
): Figure | undefined {
  const images = new Map<string, string>();
  const inputs = plain.blocks.filter(({ boxes }) => boxes[0]?.parts[0]?.kind === 'input');
  if (input) for (const { id } of inputs) images.set(id, input);
  if (output) images.set(outputId, output);
  const graph = output ? withOutput(plain) : plain;

  const figures = figuresById(context.analysis);
  const known = new Map<string, DrawOverride>();
  const overrideOf = (layer: string): DrawOverride => {
    const override = known.get(layer) ?? context.override(layer);
    known.set(layer, override);
    return override;
  };
  const texts = textsOf(graph.blocks, overrideOf, figures, options, context);
  const first = firstBox(graph);
  const written = graph.blocks.map((block, index) => {
    const made = texts.of(block, index === first);
    return images.has(block.id) ? { ...made, channels: new Map<string, string>(), size: '' } : made;
  });
  const sizes = sizeParts(graph.blocks, options, (part) => overrideOf(part.layer));
  const sizeOf = (part: Part, index: number): Size => {
    const size = sizes.get(part) ?? { width: 0, height: 0, depth: 0 };
    const text = written[index]?.channels.get(part.id) ?? '';
    return { ...size, width: Math.max(size.width, leastWidth(text, options.fontSize)) };
  };
  const { unit } = options;
  const slabGap = 1.5 * unit;
  const bare = graph.blocks.map((block, index) =>
    sizedBlock(block, (part) => sizeOf(part, index), options.ball * unit, slabGap),
  );
  const look = { fontSize: options.fontSize, palette: context.palette };
  const labels = bare.map((block, index) =>
    labelNodes(block, written[index] as (typeof written)[number], look),
  );
  const sized = bare.map((block, index) => ({
    ...block,
    labels: labelShapes(labels[index] ?? []),
  }));
  const spacing: Spacing = {
    // A head has room in every gap.
    gap: Math.max(options.gap * unit, headLength(options.lineWidth) + unit),
    margin: unit,
    rowGap: options.rowGap * unit,
    ...(options.wrap !== 'never' && { wrap: options.wrap === 'auto' ? widest : options.wrap }),
  };
  const placement = place(layout, graph, sized, spacing);
  return (
    placement && { graph, sized, labels, placement, texts, figures, overrideOf, slabGap, images }
  );
}

function place(
  layout: LayoutName,
  graph: BlockGraph,
  sized: readonly SizedBlock[],
  spacing: Spacing,
): Placement | undefined {
  if (layout === 'u') return layoutU(graph, sized, spacing);
  if (layout === 'sides') return layoutSides(graph, sized, spacing);
  return wrapLine(layoutLine(graph, sized, spacing), sized, spacing);
}

/** Adds a plane after the first output. */
function withOutput(graph: BlockGraph): BlockGraph {
  const [from] = graph.exits;
  const source = from && graph.blocks[from.block];
  if (!from || !source) return graph;
  const part: Part = {
    id: outputId,
    layer: source.labelled.layer.id,
    kind: 'input',
    category: 'input',
    labelled: source.labelled,
    banded: false,
    extent: source.boxes.at(-1)?.parts.at(-1)?.extent ?? extentOf(source.labelled),
    silent: true,
  };
  const plane: Block = {
    kind: 'boxes',
    id: outputId,
    boxes: [{ parts: [part] }],
    names: [],
    layers: [],
    labelled: source.labelled,
  };
  const to = { block: graph.blocks.length, box: 0 };
  return {
    ...graph,
    blocks: [...graph.blocks, plane],
    links: [...graph.links, { from, to }],
    exits: graph.exits.slice(1),
  };
}

/** The first box of the main path that is no input. */
function firstBox(graph: BlockGraph): number | undefined {
  return findLanes(graph).spine.find((index) => {
    const block = graph.blocks[index];
    return block?.kind === 'boxes' && block.boxes[0]?.parts[0]?.kind !== 'input';
  });
}

function blockOptions(options: Options, layout: LayoutName, input: boolean): BlockOptions {
  const concat = { line: 'copy', u: 'ball', sides: 'stack' } as const;
  return {
    fold: options.fold,
    join: options.join,
    input,
    concat: options.concat === 'auto' ? concat[layout] : options.concat,
    pooling: options.pooling === 'auto' ? (layout === 'u' ? 'before' : 'after') : options.pooling,
  };
}
