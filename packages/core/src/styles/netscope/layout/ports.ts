/** Where connections meet the side of a box. */
import type { Size } from './types.js';

/** Least room between two ends on a side. */
export const portGap = 12;
/** Least room between an end and a corner. */
export const cornerInset = 8;
/** Ends are no further apart than this, unless their lanes are. */
const widestPitch = 20;
/** Inputs beside the one in the middle for which there is room on either side of it. */
const fewInputs = 2;
/** Lanes this near to the middle of a side are straight ways through the box. */
const onAxis = 0.5;
/** Room between a line to the right and the label above it. */
export const labelRise = 3;
/** Between labels of two outputs of a box. */
export const labelGap = 8;

/**
 * The least length of the side of a box at which its connections meet it, so
 * that their ends and labels find room: its width where data flow down, its
 * height where they flow to the right.
 *
 * @param inputs How many connections enter.
 * @param outputs How many outputs have connections.
 * @param labels Room of the label of each output.
 * @param direction Where the data flow.
 * @returns The length in px.
 */
export function leastWidth(
  inputs: number,
  outputs: number,
  labels: readonly (Size | undefined)[] = [],
  direction: 'down' | 'right' = 'down',
): number {
  // Outputs stand in the order in which their connections go, so there is room for any order.
  const rooms: number[] = [];
  for (let port = 0; port < outputs; port++) {
    const label = labels[port];
    if (direction === 'down') rooms.push((label?.width ?? 0) / 2);
    else rooms.push(Math.max(portGap, label ? label.height + labelRise + labelGap : 0));
  }
  rooms.sort((a, b) => a - b);
  const sum = rooms.reduce((all, room) => all + room, 0);
  const [least = 0, second = 0] = rooms;
  // Centred rooms count for both of their neighbours, but the outer two only once.
  const between =
    direction === 'down'
      ? 2 * sum - least - second + portGap * Math.max(outputs - 1, 0)
      : sum - least;
  // All of a few may come from one side, beside what comes straight down the middle.
  const before = Math.max(inputs - 1, 0);
  const enter = portGap * Math.max(before, 2 * Math.min(before, fewInputs));
  return 2 * cornerInset + Math.max(enter, between);
}

/**
 * Room between two outputs side by side, for their labels.
 *
 * @param before Room of the label of the first.
 * @param after Room of the label of the second.
 * @param direction Where the data flow.
 * @returns The least gap between them.
 */
export function outputGap(
  before: Size | undefined,
  after: Size | undefined,
  direction: 'down' | 'right',
): number {
  // Labels are centred below outputs, but stand above lines to the right.
  const room =
    direction === 'down'
      ? ((before?.width ?? 0) + (after?.width ?? 0)) / 2
      : after && after.height + labelRise;
  return Math.max(portGap, room ? room + labelGap : 0);
}

/**
 * Spreads ends along the side of a box, in their order: each where its lane is
 * if that is at the box, the others as near to each other as they may be.
 *
 * @param lanes Where the connections come from or go to, seen from the middle of the side, in order.
 * @param gaps Least gap between each and the one after it.
 * @param reach How far from the middle ends may be.
 * @returns Where the ends are.
 */
export function spread(lanes: readonly number[], gaps: readonly number[], reach: number): number[] {
  const count = lanes.length;
  const room = Math.max(2 * reach, 0);
  // What has too little room is pressed together rather than put beside the box.
  const needed = gaps.reduce((sum, gap) => sum + gap, 0);
  const press = needed > room ? room / needed : 1;
  const offsets = [0];
  for (const gap of gaps) offsets.push((offsets.at(-1) as number) + gap * press);
  const last = offsets.at(-1) ?? 0;
  const straight = lanes.findIndex((lane) => Math.abs(lane) < onAxis);
  const middle = straight < 0 ? (count - 1) / 2 : straight;
  const pitch = Math.min(widestPitch, room / Math.max(count - 1, 1));
  // Blocks of ends that push each other; each stands where its members want it on average.
  const blocks: { sum: number; weight: number; count: number }[] = [];
  lanes.forEach((lane, index) => {
    const wanted = Math.abs(lane) <= reach ? lane : (index - middle) * pitch;
    const weight = index === straight ? 1000 : 1;
    let block = { sum: weight * (wanted - (offsets[index] as number)), weight, count: 1 };
    for (let before = blocks.at(-1); before; before = blocks.at(-1)) {
      if (before.sum / before.weight < block.sum / block.weight) break;
      blocks.pop();
      block = {
        sum: before.sum + block.sum,
        weight: before.weight + block.weight,
        count: before.count + block.count,
      };
    }
    blocks.push(block);
  });
  const places: number[] = [];
  for (const { sum, weight, count: members } of blocks) {
    const at = Math.max(-reach, Math.min(reach - last, sum / weight));
    for (let member = 0; member < members; member++)
      places.push(at + (offsets[places.length] ?? 0));
  }
  return places;
}
