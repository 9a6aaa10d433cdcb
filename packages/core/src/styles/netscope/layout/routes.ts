/** Draws connections: straight lanes, and smooth turns in the channels between boxes. */
import type { PathCommand } from '../../../scene/scene.js';
import type { Channel, Turn } from './channels.js';
import { appended, type Wire } from './flow.js';

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
 * @returns Its commands, across and along the flow.
 */
export function route(wires: readonly Wire[], gap: Gap | undefined): PathCommand[] {
  const first = wires[0] as Wire;
  let x = first.fromX;
  let y = first.from.y + first.from.along;
  const commands: PathCommand[] = [['M', x, y]];
  if (gap) {
    commands.push(['L', x, gap.start], ['M', x, gap.end]);
    y = gap.end;
  }
  const follow = ({ start, end, to }: Turn) => {
    if (start > y + 0.01) commands.push(['L', x, start]);
    const middle = (start + end) / 2;
    commands.push(['C', x, middle, to, middle, to, end]);
    x = to;
    y = end;
  };
  for (const { turns } of wires) for (const turn of turns) follow(turn);
  commands.push(['L', x, (wires.at(-1) as Wire).to.y]);
  return commands;
}

/** Ways nearer to each other than this are one. */
const same = 0.05;

/**
 * Finds the turns of connections, which are placed with the others in their channels.
 *
 * @param wires The connections, with their lanes and ends.
 */
export function turn(wires: readonly Wire[]): void {
  for (const wire of wires) {
    let x = wire.fromX;
    const to = (lane: number, channel: Channel | undefined) => {
      if (!channel || Math.abs(lane - x) < same) return;
      const made: Turn = { from: x, to: lane, start: 0, end: 0 };
      channel.turns.push(made);
      wire.turns = appended(wire.turns, made);
      x = lane;
    };
    if (wire.direct) {
      to(wire.toX, wire.from.below);
      continue;
    }
    let lane = wire.lane + wire.offset;
    to(lane, wire.from.below);
    for (const { channel, by } of wire.bends ?? []) {
      lane += by;
      to(lane, channel);
    }
    to(wire.toX, wire.to.above);
  }
}
