/** What the style draws: boxes and circles, arrows between them, frames around blocks. */
import { coalesce, type Stage } from '../../network/coalesce.js';
import { fold, type Item } from '../../network/fold.js';
import type { Layer, Network } from '../../network/network.js';
import { categoryOf } from '../labels.js';

/** Merges that stand as a small circle with a sign. */
export type Sign = 'plus' | 'times';

/** What one node shows. */
export interface Node {
  readonly id: string;
  /** The stage; for what follows a merge, the merge's. */
  readonly stage: Stage;
  /** A box with texts, a circle for a merge, or a small box of what follows a merge. */
  readonly kind: 'box' | 'circle' | 'after';
  /** Sign in a circle. */
  readonly sign?: Sign;
  /** Layers whose names it lists. */
  readonly attached: readonly Layer[];
  /** Innermost frame around it. */
  readonly frame?: string;
}

/** An arrow. */
export interface Edge {
  readonly from: string;
  readonly to: string;
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
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  readonly frames: readonly Frame[];
}

/** What decides what is in the graph. */
export interface ModelOptions {
  /** Whether a repeated block stands there once. */
  readonly collapse: boolean;
  readonly frames: boolean;
}

/** A graph of more nodes than this draws a block whose copies only add channels once. */
const longest = 150;

const signs: Readonly<Record<string, Sign>> = { add: 'plus', mul: 'times' };

/**
 * Finds what to draw of a network.
 *
 * @param network The network.
 * @param options What to leave out.
 * @returns Boxes, arrows and frames.
 */
export function modelOf(network: Network, options: ModelOptions): Model {
  const model = build(network, options, false);
  return model.nodes.length > longest ? build(network, options, true) : model;
}

function build(network: Network, options: ModelOptions, growing: boolean): Model {
  const stages = coalesce(network);
  const nodes: Node[] = [];
  const frames: Frame[] = [];
  /** Which drawn stage stands for one that is not drawn. */
  const standIn = new Map<string, string>();

  const visit = (item: Item, frame: string | undefined): void => {
    if (item.kind === 'stage') {
      nodes.push(...nodesOf(item.stage, frame));
      return;
    }
    if (item.end !== item.exit) standIn.set(item.end, item.exit);
    const framed = options.frames && (item.count > 1 || isNamed(item));
    if (framed) {
      const { id, count } = item;
      // The frame of a repeated layer need not say again what the box in it says.
      const name = item.inner.length > 1 ? item.name : '';
      frames.push({ id, name, count, ...(frame !== undefined && { parent: frame }) });
    }
    for (const inner of item.inner) visit(inner, framed ? item.id : frame);
  };
  const items = options.collapse
    ? fold(network, stages, { manyEntries: true, growing })
    : undefined;
  if (items) for (const item of items) visit(item, undefined);
  else for (const stage of stages) nodes.push(...nodesOf(stage, undefined));
  return { nodes, edges: edgesOf(nodes, standIn), frames };
}

/** Residuals and branches show themselves by their arrows. */
function isNamed(item: Item): boolean {
  return item.kind === 'fold' && (item.group === 'block' || item.group === 'group');
}

function nodesOf(stage: Stage, frame: string | undefined): Node[] {
  const inFrame = frame === undefined ? {} : { frame };
  const sign = signs[stage.layer.op];
  if (!sign) return [{ id: stage.id, stage, kind: 'box', attached: stage.attached, ...inFrame }];
  const circle: Node = { id: stage.id, stage, kind: 'circle', sign, attached: [], ...inFrame };
  const [first] = stage.attached;
  if (!first) return [circle];
  return [circle, { id: first.id, stage, kind: 'after', attached: stage.attached, ...inFrame }];
}

function edgesOf(nodes: readonly Node[], standIn: ReadonlyMap<string, string>): Edge[] {
  const leaves = new Map<string, string>();
  for (const node of nodes) leaves.set(node.stage.id, node.id);
  return nodes.flatMap((node): Edge[] => {
    if (node.kind === 'after') return [{ from: node.stage.id, to: node.id }];
    const sources = node.stage.inputs.map((id) => leaves.get(standIn.get(id) ?? id));
    return [...new Set(sources)].flatMap((from) =>
      from === undefined || from === node.id ? [] : [{ from, to: node.id }],
    );
  });
}

/**
 * The layer that a node's colour and name come from.
 *
 * @param node The node.
 * @returns The merge for a circle, the first layer for what follows one.
 */
export function leading(node: Node): Layer {
  return node.kind === 'after' ? (node.attached[0] ?? node.stage.layer) : node.stage.layer;
}

/**
 * @param node The node.
 * @returns What it does, for its colour.
 */
export function nodeCategory(node: Node) {
  return categoryOf(leading(node));
}
