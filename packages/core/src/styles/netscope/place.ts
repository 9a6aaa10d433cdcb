/** Where everything stands: the layout of the graph, in as many columns as suit it. */
import { measureText } from '../../scene/text.js';
import type { Contents } from './contents.js';
import { titleSize } from './draw.js';
import {
  type Graph,
  type GraphNode,
  layoutGraph,
  type Placement,
  type Size,
} from './layout/index.js';
import type { NetscopeOptions } from './options.js';

/** A graph that is longer than this breaks into columns, or rows. */
const longest = { down: 1500, right: 1400 } as const;
/** How much longer along the flow than across a figure should be. */
const proportion = { down: 1.15, right: 1.8 } as const;
/** About what columns have between them. */
const between = 60;

/**
 * Sees what is drawn as a graph that can be laid out.
 *
 * @param contents Boxes, labels and frames.
 * @returns The graph, in sizes alone.
 */
export function graphOf({
  drawing: { model, boxes, titles, fontSize },
  labelSizes,
}: Pick<Contents, 'drawing' | 'labelSizes'>): Graph {
  const size = fontSize * titleSize;
  return {
    nodes: model.boxes.map(({ stage, frame }, index): GraphNode => {
      const { width, height } = boxes[index] as Size;
      return {
        id: stage.id,
        width,
        height,
        ...(frame !== undefined && { frame }),
        labels: labelSizes[index] ?? [],
      };
    }),
    edges: model.connections,
    frames: model.frames.map(({ id, parent }) => {
      const text = titles.get(id) ?? '';
      const title = text
        ? { width: measureText(text, size, 'bold'), height: size * 1.2 }
        : { width: 0, height: 0 };
      return { id, ...(parent !== undefined && { parent }), title };
    }),
  };
}

/**
 * Places a graph.
 *
 * @param graph The graph.
 * @param options Direction, gaps and columns.
 * @returns Where everything stands.
 */
export function place(
  graph: Graph,
  options: Pick<NetscopeOptions, 'direction' | 'columns' | 'nodeGap' | 'rankGap'>,
): Placement {
  const { direction, nodeGap, rankGap } = options;
  return layoutGraph(graph, {
    direction,
    nodeGap,
    rankGap,
    wrap({ across, along }) {
      const columns = columnsFor(across, along, options);
      return columns < 2 ? Number.POSITIVE_INFINITY : along / columns + 1;
    },
  });
}

/** How many columns a graph breaks into. */
function columnsFor(
  across: number,
  along: number,
  { direction, columns }: Pick<NetscopeOptions, 'direction' | 'columns'>,
): number {
  if (columns !== 'auto') return columns;
  if (along <= longest[direction]) return 1;
  return Math.round(Math.sqrt(along / ((across + between) * proportion[direction])));
}
