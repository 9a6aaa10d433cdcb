/** What the analysis of a network says, per layer and in total. */
import type { Layer } from '../network/network.js';
import type { Shape } from '../ops/operation.js';
import type { WorkCounts } from '../ops/work.js';
import type { Counting } from './counting.js';

/** Receptive field of one spatial axis. */
export interface AxisField {
  /** Extent on the input, in input positions (pixels). */
  readonly size: number;
  /** Distance on the input between neighbouring outputs. */
  readonly stride: number;
}

/** The figures of one layer. */
export interface LayerAnalysis {
  readonly layer: Layer;
  readonly shape: Shape;
  /** Trainable numbers it owns; 0 when it shares another layer's. */
  readonly params: number;
  /** Numbers it keeps but does not train. */
  readonly buffers: number;
  /** Multiply-accumulates for the whole batch. */
  readonly macs: number;
  /** Comparisons, additions and so on beside them, for the whole batch. */
  readonly work: WorkCounts;
  /** Numbers in its outputs, for the whole batch; at 32 bit each is four bytes. */
  readonly activations: number;
  /** One entry a spatial axis of the input; `global` when it sees all of it, nothing when there is no such axis. */
  readonly field?: readonly AxisField[] | 'global';
}

/** Sums over all layers; inputs are left out, but for their activations as Netscope has them. */
export interface Totals {
  readonly layers: number;
  readonly params: number;
  readonly buffers: number;
  readonly macs: number;
  /** Twice the MACs. */
  readonly flops: number;
  readonly work: WorkCounts;
  /** Numbers in the outputs of all layers. */
  readonly activations: number;
  /** Layers whose parameters and MACs nobody says, so that the sums are only of the others; none unless given. */
  readonly uncounted?: number;
  /** Set when a sum is beyond the whole numbers that are held exactly, and was cut off there. */
  readonly inexact?: true;
}

/** The analysis of a network. */
export interface Analysis {
  /** Whose conventions the counts follow. */
  readonly counting: Counting;
  /** One entry a layer, in the network's order, inputs included. */
  readonly layers: readonly LayerAnalysis[];
  readonly totals: Totals;
}
