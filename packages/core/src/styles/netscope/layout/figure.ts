/** Everything in its place, across (x) and along (y) the flow, and the same turned into the direction of the figure. */
import type { PathCommand } from '../../../scene/scene.js';
import { titlePad } from './frames.js';
import type { Graph, PlacedEdge, PlacedFrame, PlacedLabel, Placement } from './types.js';

/** A rectangle across and along the flow. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly across: number;
  readonly along: number;
}

/** Everything in its place. */
export interface Figure {
  readonly boxes: readonly Rect[];
  readonly labels: readonly (Rect & { readonly node: number; readonly port: number })[];
  readonly frames: readonly (Rect & { readonly frame: number; readonly continued: boolean })[];
  /** The line of each edge. */
  readonly lines: readonly (readonly PathCommand[])[];
}

/**
 * Turns what is across and along the flow into what is beside and below.
 *
 * @param figure Everything in its place.
 * @param graph What it shows.
 * @param down Whether the flow goes down, and not to the right.
 * @returns The same in x to the right and y down.
 */
export function directed(figure: Figure, graph: Graph, down: boolean): Placement {
  const corner = ({ x, y }: Rect) => (down ? { x, y } : { x: y, y: x });
  return {
    nodes: figure.boxes.map(corner),
    edges: figure.lines.map(
      (commands): PlacedEdge => ({ commands: down ? commands : commands.map(mirrored) }),
    ),
    labels: figure.labels.map(
      (label): PlacedLabel => ({ node: label.node, port: label.port, ...corner(label) }),
    ),
    frames: figure.frames.map((frame): PlacedFrame => {
      const { x, y } = corner(frame);
      return {
        id: graph.frames[frame.frame]?.id ?? '',
        x,
        y,
        width: down ? frame.across : frame.along,
        height: down ? frame.along : frame.across,
        titleX: x + titlePad,
        titleY: y + titlePad,
        continued: frame.continued,
      };
    }),
  };
}

function mirrored(command: PathCommand): PathCommand {
  switch (command[0]) {
    case 'Z':
      return command;
    case 'C': {
      const [, a, b, c, d, x, y] = command;
      return ['C', b, a, d, c, y, x];
    }
    default:
      return [command[0], command[2], command[1]];
  }
}
