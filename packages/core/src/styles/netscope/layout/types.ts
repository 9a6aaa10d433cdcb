/** What is laid out, and what comes out of it: sizes in, places out, in px, x to the right, y down. */
import type { PathCommand } from '../../../scene/scene.js';
import type { XY } from '../../../scene/shapes.js';

/** Room of a text. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A box. */
export interface GraphNode {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Id of the innermost frame around it. */
  readonly frame?: string;
  /** Room of the label of each output, which stands on its connections just after they leave the box. */
  readonly labels?: readonly (Size | undefined)[];
}

/** A connection. */
export interface GraphEdge {
  /** Index of the node that it leaves. */
  readonly from: number;
  /** Which output of that node it is. */
  readonly port: number;
  /** Index of the node that it enters. */
  readonly to: number;
  /** Which input of that node it is. */
  readonly input: number;
}

/** A frame around boxes and other frames. */
export interface GraphFrame {
  readonly id: string;
  /** Id of the frame around it. */
  readonly parent?: string;
  readonly title: Size;
}

/** A graph without cycles. */
export interface Graph {
  /** In the order in which they are written: a node stands after all that it takes from. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Outer ones before those in them. */
  readonly frames: readonly GraphFrame[];
}

/** How it is laid out. */
export interface LayoutOptions {
  /** Where the data flow. */
  readonly direction: 'down' | 'right';
  /** Least gap between boxes side by side. */
  readonly nodeGap: number;
  /** Least gap between boxes one after the other. */
  readonly rankGap: number;
  /**
   * Length along the flow after which it breaks into the next column (row, if to the right);
   * `Infinity` for never. Or what says it, once it is known how far the whole flow reaches.
   */
  readonly wrap: number | ((extent: FlowExtent) => number);
}

/** How far a whole flow reaches. */
export interface FlowExtent {
  readonly across: number;
  readonly along: number;
}

/** A connection in its place. */
export interface PlacedEdge {
  /** From the outline of one box to that of the other, where the tip of an arrow is. Interrupted where a label stands on it. */
  readonly commands: readonly PathCommand[];
}

/** The label of an output in its place. */
export interface PlacedLabel {
  /** Index of the node. */
  readonly node: number;
  /** Which of its outputs. */
  readonly port: number;
  /** Top left of the room of the label. */
  readonly x: number;
  readonly y: number;
}

/** A frame in its place. */
export interface PlacedFrame {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Top left of the room of the title. */
  readonly titleX: number;
  readonly titleY: number;
  /** Whether it goes on from a piece before it, which has the title. */
  readonly continued: boolean;
}

/** Where everything stands. */
export interface Placement {
  /** Top left of each box. */
  readonly nodes: readonly XY[];
  /** In the order of the edges of the graph. */
  readonly edges: readonly PlacedEdge[];
  readonly labels: readonly PlacedLabel[];
  /** A frame has several pieces where the flow breaks in it, or where a box outside stands between its boxes. */
  readonly frames: readonly PlacedFrame[];
}
