/** Whose conventions operations are counted by. */
import type { WorkCounts } from '../ops/work.js';

/** The conventions by name, ours first. */
export const countings = ['nnfig', 'netscope'] as const;

/** One of the conventions. */
export type Counting = (typeof countings)[number];

/** What conventions differ in, for one layer. */
export interface Counts {
  /** Trainable numbers. */
  readonly params: number;
  /** Multiply-accumulates. */
  readonly macs: number;
  readonly work: WorkCounts;
  /** Numbers in its outputs. */
  readonly activations: number;
}
