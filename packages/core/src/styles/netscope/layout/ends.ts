/** Gives each connection its place on the sides of the boxes that it joins. */
import type { Vertex, Wire } from './flow.js';
import { cornerInset, portGap, spread } from './ports.js';

/**
 * Places the ends of the connections of a vertex below it.
 *
 * @param vertex The vertex, in its place.
 * @param gapBetween Room between two outputs side by side.
 */
export function placeOutputs(
  vertex: Vertex,
  gapBetween: (before: number, after: number) => number,
): void {
  const { outWires } = vertex;
  for (const wire of outWires) wire.fromX = wire.exit ? wire.exit.x : vertex.x + vertex.shift;
  if (vertex.kind !== 'box' || outWires.length < 2) return;
  const ports = new Map<number, { lanes: number[]; port: number }>();
  for (const wire of outWires) {
    const found = ports.get(wire.port);
    if (found) found.lanes.push(laneBelow(wire));
    else ports.set(wire.port, { lanes: [laneBelow(wire)], port: wire.port });
  }
  if (ports.size < 2) return;
  const sorted = [...ports.values()].map(({ lanes, port }) => ({
    lane: lanes.reduce((sum, lane) => sum + lane, 0) / lanes.length - vertex.x,
    port,
  }));
  sorted.sort((a, b) => a.lane - b.lane || a.port - b.port);
  const places = spread(
    sorted.map(({ lane }) => lane),
    sorted.slice(1).map(({ port }, index) => gapBetween(sorted[index]?.port ?? 0, port)),
    vertex.half - cornerInset,
  );
  const placeOf = new Map(sorted.map(({ port }, index) => [port, places[index] ?? 0]));
  for (const wire of outWires) wire.fromX = vertex.x + (placeOf.get(wire.port) ?? 0);
}

/**
 * Places the ends of the connections of a vertex above it, in the order in which they come.
 *
 * @param vertex The vertex, in its place; outputs of what is before it have theirs.
 */
export function placeInputs(vertex: Vertex): void {
  const { inWires } = vertex;
  for (const wire of inWires) wire.toX = wire.entry ? wire.entry.x : vertex.x;
  if (vertex.kind !== 'box' || inWires.length < 2) return;
  const sorted = inWires.map((wire) => ({ wire, lane: laneAbove(wire) - vertex.x }));
  sorted.sort((a, b) => a.lane - b.lane);
  const places = spread(
    sorted.map(({ lane }) => lane),
    sorted.slice(1).map(() => portGap),
    vertex.half - cornerInset,
  );
  sorted.forEach(({ wire }, index) => {
    wire.toX = vertex.x + (places[index] ?? 0);
  });
}

/** Where a connection goes from what it leaves. */
const laneBelow = (wire: Wire): number =>
  wire.direct ? (wire.entry ?? wire.to).x : wire.lane + wire.offset;

/** From where a connection comes to what it enters. */
function laneAbove(wire: Wire): number {
  if (wire.direct) return wire.fromX;
  let lane = wire.lane + wire.offset;
  for (const { by } of wire.bends ?? []) lane += by;
  return lane;
}
