/** From a network to where everything stands. */
import type { LayerAnalysis } from '../../analysis/analysis.js';
import type { Network } from '../../network/network.js';
import type { XY } from '../../scene/shapes.js';
import { moved } from '../blocks/clearance.js';
import type { BlockGraph, Part } from '../blocks/model.js';
import type { Placement, SizedBlock, Spacing } from '../blocks/placement.js';
import type { Size } from '../blocks/sizes.js';
import { wrapLine } from '../blocks/wrap.js';
import { figuresById } from '../labels.js';
import type { DrawContext, DrawOverride } from '../style.js';
import { cuboidGraph } from './cuboids.js';
import { blockGap, type Distances } from './gaps.js';
import { imagesOf } from './images.js';
import { type CuboidLine, layoutCuboids } from './layout.js';
import type { Options } from './options.js';
import { type Role, rolesOf, sizesOf } from './sizes.js';
import { textsOf } from './texts.js';
import { faceOf, sameFace, sizedCuboids, unitOf } from './units.js';

/** A figure, ready to be drawn. */
export interface Figure {
  readonly graph: BlockGraph;
  readonly roles: readonly Role[];
  readonly sized: readonly SizedBlock[];
  readonly line: CuboidLine;
  readonly placement: Placement;
  readonly figures: ReadonlyMap<string, LayerAnalysis>;
  readonly overrideOf: (layer: string) => DrawOverride;
  /** Image of each block that has one. */
  readonly images: ReadonlyMap<number, string>;
}

/** Width at which a figure is broken into rows: what a page can shrink and still be read. */
const widest = 1900;

/** Least room between two texts, in font sizes. */
const textGap = 0.6;

/** Seen of a connector between layers that follow each other, in units. */
const seen = 4;

/**
 * Lays a network out.
 *
 * @param network The network.
 * @param options The style's options.
 * @param context Labels and overrides.
 * @returns The figure.
 */
export function arrange(network: Network, options: Options, context: DrawContext): Figure {
  const graph = cuboidGraph(network, options);
  const roles = rolesOf(graph);
  const figures = figuresById(context.analysis);
  const known = new Map<string, DrawOverride>();
  const overrideOf = (layer: string): DrawOverride => {
    const override = known.get(layer) ?? context.override(layer);
    known.set(layer, override);
    return override;
  };
  const { unit } = options;
  const distances: Distances = {
    pairGap: options.pairGap * unit,
    gap: options.gap * unit,
    endGap: options.endGap * unit,
    branchGap: options.branchGap * unit,
    branchSpread: options.branchSpread * unit,
    margin: unit / 2,
    textGap: Math.max(unit / 2, textGap * options.fontSize),
    seen: options.connectors === 'all' ? seen * unit : 0,
  };
  const sizes = sizesOf(graph, roles, options, overrideOf);
  const sizeOf = (part: Part): Size => sizes.get(part) ?? { width: 0, height: 0, depth: 0 };
  const sized = graph.blocks.map((block) => sizedCuboids(block, sizeOf, distances.pairGap));
  const texts = textsOf(graph.blocks, overrideOf, figures, context);
  const images = imagesOf(graph, roles, options, context);
  const gaps = { sized, roles, distances, pictures: new Set(images.keys()) };
  const faces = sized.map(faceOf);
  const line = layoutCuboids(graph, {
    ...gaps,
    alike(before, after) {
      const [a, b] = [texts[before], texts[after]];
      const [first, second] = [faces[before], faces[after]];
      if (!a || !b || !first || !second || options.repeatLabels) return false;
      const same = a.label !== '' && a.label === b.label && a.caption === b.caption;
      return same && roles[before] === roles[after] && sameFace(first, second);
    },
    unit(blocks) {
      const [first = 0, second] = blocks;
      const text = texts[first] ?? { label: '', caption: '' };
      const gap = second === undefined ? 0 : blockGap(first, second, gaps);
      return unitOf(blocks, sized, text, gap, {
        fontSize: options.fontSize,
        palette: context.palette,
      });
    },
  });
  const spacing: Spacing = {
    gap: distances.gap,
    margin: unit,
    rowGap: options.rowGap * unit,
    ...(options.wrap !== 'never' && { wrap: options.wrap === 'auto' ? widest : options.wrap }),
  };
  const placement = wrapLine(line, withTexts(sized, line), spacing);
  return { graph, roles, sized, line, placement, figures, overrideOf, images };
}

/** Each block with the texts of its unit, which hang on its first block. */
function withTexts(sized: readonly SizedBlock[], { units, wests }: CuboidLine): SizedBlock[] {
  const labels = new Map(
    units.map(({ unit, at }) => {
      const first = unit.blocks[0]?.block ?? 0;
      const west: XY = wests[first] ?? { x: 0, y: 0 };
      return [first, unit.labels.map((shape) => moved(shape, at.x - west.x, at.y - west.y))];
    }),
  );
  return sized.map((block, index) => ({ ...block, labels: labels.get(index) ?? [] }));
}
