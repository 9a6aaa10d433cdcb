/** Draws connections: straight lanes, and smooth turns in the channels between boxes. */
import type { PathCommand } from '../../../scene/scene.js';
import type { Wire } from './flow.js';

/** A place across and along the flow. */
type Point = (across: number, along: number) => readonly [number, number];

/** A gap in a line, where a label stands on it. */
export interface Gap {
  readonly start: number;
  readonly end: number;
}

/**
 * The way of a connection from box to box.
 *
 * @param wires Its pieces, one for each region that it goes through.
 * @param gap Where a label interrupts it.
 * @param point Makes a place of coordinates across and along.
 * @returns Its commands.
 */
export function route(wires: readonly Wire[], gap: Gap | undefined, point: Point): PathCommand[] {
  const first = wires[0] as Wire;
  let x = first.fromX;
  let y = first.from.y + first.from.along;
  const commands: PathCommand[] = [['M', ...point(x, y)]];
  if (gap) {
    commands.push(['L', ...point(x, gap.start)], ['M', ...point(x, gap.end)]);
    y = gap.end;
  }
  const turn = (start: number, end: number, lane: number) => {
    if (Math.abs(lane - x) < 0.05) return;
    if (start > y + 0.01) commands.push(['L', ...point(x, start)]);
    const middle = (start + end) / 2;
    commands.push(['C', ...point(x, middle), ...point(lane, middle), ...point(lane, end)]);
    x = lane;
    y = end;
  };
  for (const wire of wires) {
    const { from, to } = wire;
    const start = from.y + from.along + from.outStart;
    const end = to.y - to.inStart;
    if (wire.direct) {
      turn(start, end, wire.toX);
      continue;
    }
    turn(start, start + from.outLength, wire.lane);
    for (const bend of wire.bends ?? []) turn(bend.start, bend.end, bend.x);
    turn(end - to.inLength, end, wire.toX);
  }
  commands.push(['L', ...point(x, (wires.at(-1) as Wire).to.y)]);
  return commands;
}
