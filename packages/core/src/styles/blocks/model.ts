/**
 * What styles of blocks in space show: cuboids of layers that lie side by side,
 * balls where paths merge, and connections between them.
 */
import type { Category } from '../../ops/operation.js';
import type { Extent } from '../extent.js';
import type { Labelled } from '../labels.js';

/** What a part does, for its look. */
export type PartKind =
  | 'convolution'
  | 'pooling'
  | 'unpooling'
  | 'deconvolution'
  | 'dense'
  | 'softmax'
  | 'copy'
  | 'input'
  | 'other';

/** One layer of a box: a slab across the way of the data. */
export interface Part {
  /** Id of the stage, or of the group that it folds. */
  readonly id: string;
  /** Id of the layer that its tooltip and its colour go by. */
  readonly layer: string;
  readonly kind: PartKind;
  readonly category: Category;
  readonly labelled: Labelled;
  /** Whether an activation follows, which the band at its right shows. */
  readonly banded: boolean;
  readonly extent: Extent;
  /** Whether its size is written under it. */
  readonly silent?: boolean;
}

/** Parts of one height and depth that share their faces. */
export interface Box {
  readonly parts: readonly Part[];
}

/** Sign of a merge. */
export type Sign =
  | 'plus'
  | 'times'
  | 'minus'
  | 'divide'
  | 'concat'
  | 'max'
  | 'min'
  | 'mean'
  | 'other';

/** Boxes glued one to the right of the other, a ball, or a stack of slabs. */
export interface Block {
  readonly kind: 'boxes' | 'ball' | 'stack';
  /** Id of its first stage. */
  readonly id: string;
  /** Glued from left to right; none for a ball, one for each slab of a stack. */
  readonly boxes: readonly Box[];
  /** Of a ball. */
  readonly sign?: Sign;
  /** Text under it, as the description names it. */
  readonly caption?: string;
  /** Names that the description gives to what is in it. */
  readonly names: readonly string[];
  /** Ids of the layers in it, the last one whose output leaves. */
  readonly layers: readonly string[];
  /** What the tooltip of a ball names. */
  readonly labelled: Labelled;
  /** Id of the group whose caption it takes part in. */
  readonly group?: string;
}

/** One end of a connection. */
export interface End {
  /** Index of the block. */
  readonly block: number;
  /** Index of the box in it. */
  readonly box: number;
}

/** A connection between blocks. */
export interface Link {
  readonly from: End;
  readonly to: End;
}

/** Everything that is shown. */
export interface BlockGraph {
  /** Each after those that it takes from. */
  readonly blocks: readonly Block[];
  readonly links: readonly Link[];
  /** Blocks that take from an input of the network that is not drawn. */
  readonly entries: readonly number[];
  /** Blocks that give out an output of the network. */
  readonly exits: readonly End[];
}

/** What decides what is shown. */
export interface BlockOptions {
  /** Whether blocks of the description stand as one box. */
  readonly fold: 'auto' | 'always' | 'never';
  /** How joined maps are shown. */
  readonly concat: 'ball' | 'copy' | 'stack';
  /** Where a pooling is glued to: what it pools, or what it feeds; or it stands alone. */
  readonly pooling: 'after' | 'before' | 'apart';
  /** Whether convolutions of one size stand side by side in one box. */
  readonly join: boolean;
  /** Whether the input is shown. */
  readonly input: boolean;
}
