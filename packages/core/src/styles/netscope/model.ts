/** What is drawn: boxes of stacked layers, the tensors between them, frames around blocks. */
import { coalesce, type Stage } from '../../network/coalesce.js';
import { asItem, fold, type Item } from '../../network/fold.js';
import type { Layer, Network } from '../../network/network.js';
import { categoryOf } from '../labels.js';
import type { NetscopeOptions } from './options.js';

/** A box: a layer, and those stacked below it. */
export interface Box {
  readonly stage: Stage;
  /** Its layers, from the top. */
  readonly layers: readonly Layer[];
  /** Id of the innermost frame around it. */
  readonly frame?: string;
}

/** A tensor that runs from one box to another. */
export interface Connection {
  /** Which box it leaves, by its place in the list. */
  readonly from: number;
  /** Which output of that box it is. */
  readonly port: number;
  readonly to: number;
  /** Which input of that box it is. */
  readonly input: number;
}

/** A frame around a block. */
export interface Frame {
  readonly id: string;
  readonly name: string;
  /** How many copies it stands for. */
  readonly count: number;
  readonly parent?: string;
}

/** The whole graph. */
export interface Model {
  /** Each after those that it takes from. */
  readonly boxes: readonly Box[];
  readonly connections: readonly Connection[];
  readonly frames: readonly Frame[];
}

/** Layers of these kinds work on each number by itself, with the exceptions below. */
const elementwise: ReadonlySet<string> = new Set(['activation', 'regularization']);
/** What compares the numbers of a tensor with one another, although it is of those kinds. */
const comparing: ReadonlySet<string> = new Set(['softmax', 'logsoftmax']);
/** What scales and shifts each channel. */
const affine: ReadonlySet<string> = new Set(['batchnorm', 'scale', 'bias']);

/** Which layers stand in the box of the layer before them. */
function joining({ stack }: Pick<NetscopeOptions, 'stack'>): (layer: Layer) => boolean {
  if (stack === 'none') return () => false;
  const inPlace = ({ unit, id }: Layer) => unit !== id;
  if (stack === 'in-place') return inPlace;
  return (layer) =>
    inPlace(layer) ||
    affine.has(layer.op) ||
    (elementwise.has(categoryOf(layer)) && !comparing.has(layer.op));
}

/**
 * Finds what to draw of a network.
 *
 * @param network The network.
 * @param options What is stacked, collapsed and framed.
 * @returns Boxes, connections and frames. Linear time for a bounded depth of groups.
 */
export function modelOf(
  network: Network,
  options: Pick<NetscopeOptions, 'stack' | 'collapse' | 'frames'>,
): Model {
  const stages = coalesce(network, joining(options));
  const boxes: Box[] = [];
  const frames: Frame[] = [];
  /** Which drawn stage stands for one that is not drawn. */
  const standIn = new Map<string, string>();

  const visit = (item: Item, frame: string | undefined): void => {
    if (item.kind === 'stage') {
      const { layer, attached } = item.stage;
      boxes.push({
        stage: item.stage,
        layers: [layer, ...attached],
        ...(frame !== undefined && { frame }),
      });
      return;
    }
    if (item.end !== item.exit) standIn.set(item.end, item.exit);
    const named = item.group === 'block' || item.group === 'group';
    const framed = options.frames && (item.count > 1 || (named && item.inner.length > 1));
    if (framed) {
      const { id, count } = item;
      // The frame of a repeated layer need not say again what the box in it says.
      const name = item.inner.length > 1 ? item.name : '';
      frames.push({ id, name, count, ...(frame !== undefined && { parent: frame }) });
    }
    for (const inner of item.inner) visit(inner, framed ? item.id : frame);
  };
  const items = itemsOf(network, stages, options);
  for (const item of items) visit(item, undefined);
  return { boxes, connections: connectionsOf(boxes, stages, standIn), frames };
}

/** What stands in the graph: stages, and groups of them. */
function itemsOf(
  network: Network,
  stages: readonly Stage[],
  { collapse, frames }: Pick<NetscopeOptions, 'collapse' | 'frames'>,
): readonly Item[] {
  const repeated = network.groups.some(({ repeat }) => repeat && repeat.count > 1);
  if ((repeated && collapse) || (frames && network.groups.length > 0)) {
    const source = collapse ? network : withoutRepeats(network);
    return fold(source, stages, { manyEntries: true });
  }
  return stages.map(asItem);
}

/** The same groups, none of them a copy of another. */
function withoutRepeats(network: Network): Network {
  return {
    ...network,
    groups: network.groups.map(({ repeat: _, ...group }) => group),
  };
}

function connectionsOf(
  boxes: readonly Box[],
  stages: readonly Stage[],
  standIn: ReadonlyMap<string, string>,
): Connection[] {
  const boxOf = new Map(boxes.map(({ stage }, index) => [stage.id, index]));
  const stageOf = new Map(
    stages.flatMap(({ id, layer, attached }) =>
      [layer, ...attached].map((each) => [each.id, id] as const),
    ),
  );
  return boxes.flatMap(({ stage }, to): Connection[] => {
    const seen = new Set<string>();
    return stage.layer.inputs.flatMap(({ layer, port }, input): Connection[] => {
      const source = stageOf.get(layer) ?? '';
      const from = boxOf.get(standIn.get(source) ?? source);
      const key = `${from}:${port}`;
      if (from === undefined || from === to || seen.has(key)) return [];
      seen.add(key);
      return [{ from, port, to, input }];
    });
  });
}
