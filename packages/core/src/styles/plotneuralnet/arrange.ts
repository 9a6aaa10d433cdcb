/** From a network to where everything stands. */
import type { LayerAnalysis } from '../../analysis/analysis.js';
import type { Network } from '../../network/network.js';
import type { TextNode } from '../../scene/scene.js';
import { blockGraph } from '../blocks/build.js';
import { chooseLayout, type LayoutName } from '../blocks/choose.js';
import { layoutLine } from '../blocks/line.js';
import type { BlockGraph, BlockOptions, Part } from '../blocks/model.js';
import { type Placement, type SizedBlock, type Spacing, sizedBlock } from '../blocks/placement.js';
import { type Size, sizeParts } from '../blocks/sizes.js';
import { layoutU } from '../blocks/u.js';
import { wrapLine } from '../blocks/wrap.js';
import { figuresById } from '../labels.js';
import type { DrawContext, DrawOverride } from '../style.js';
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
}

/** Width at which a figure is broken into rows: what a page can shrink and still be read. */
const widest = 1900;

/**
 * Lays a network out.
 *
 * @param network The network.
 * @param options The style's options.
 * @param context Labels and overrides.
 * @returns The figure; nothing after a report.
 */
export function arrange(
  network: Network,
  options: Options,
  context: DrawContext,
): Figure | undefined {
  const build = (layout: LayoutName) => {
    const made = blockGraph(network, blockOptions(options, layout, false));
    // An input that several blocks take from, or that has an image, is shown.
    const several = made.entries.length > 1;
    return several || options.input || options.image !== undefined
      ? blockGraph(network, blockOptions(options, layout, true))
      : made;
  };
  const line = build('line');
  const layout = options.layout === 'auto' ? chooseLayout(line) : options.layout;
  const graph = layout === 'line' ? line : build(layout);

  const figures = figuresById(context.analysis);
  const known = new Map<string, DrawOverride>();
  const overrideOf = (layer: string): DrawOverride => {
    const override = known.get(layer) ?? context.override(layer);
    known.set(layer, override);
    return override;
  };
  const texts = textsOf(graph.blocks, overrideOf, figures, options, context);
  const written = graph.blocks.map((block, index) => texts.of(block, index === firstBox(graph)));
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
    gap: options.gap * unit,
    margin: unit,
    rowGap: options.rowGap * unit,
    ...(options.wrap !== 'never' && { wrap: options.wrap === 'auto' ? widest : options.wrap }),
  };
  const placement =
    (layout === 'u' ? layoutU(graph, sized, spacing) : undefined) ??
    wrapLine(layoutLine(graph, sized, spacing), sized, spacing);
  return { graph, sized, labels, placement, texts, figures, overrideOf, slabGap };
}

function firstBox({ blocks }: BlockGraph): number {
  return blocks.findIndex(
    ({ kind, boxes }) => kind === 'boxes' && boxes[0]?.parts[0]?.kind !== 'input',
  );
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
