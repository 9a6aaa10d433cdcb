/** What eyes check in a layout, checked by numbers: all that is wrong with a placement. */
import type { PathCommand } from '../../../../src/scene/scene.js';
import type {
  Graph,
  LayoutOptions,
  Placement,
} from '../../../../src/styles/netscope/layout/types.js';

/** Of an edge from a box that is none of its ends. */
const clearance = 6;
/** Of ends from each other and from corners, and of lanes side by side. */
const [portGap, cornerInset, laneGap] = [12, 8, 10];
/** Straight piece at least, before a tip. */
const tip = 10;
const tolerance = 0.01;

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A straight piece of an edge. */
interface Piece {
  readonly edge: number;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Things by the strips along y that they touch, so that only what is near is compared. */
class Strips<T> {
  readonly #strips = new Map<number, T[]>();
  readonly #height = 40;

  add(from: number, to: number, thing: T): void {
    const last = Math.floor(to / this.#height);
    for (let strip = Math.floor(from / this.#height); strip <= last; strip++) {
      const things = this.#strips.get(strip);
      if (things) things.push(thing);
      else this.#strips.set(strip, [thing]);
    }
  }

  near(from: number, to: number): Set<T> {
    const found = new Set<T>();
    const last = Math.floor(to / this.#height);
    for (let strip = Math.floor(from / this.#height); strip <= last; strip++) {
      for (const thing of this.#strips.get(strip) ?? []) found.add(thing);
    }
    return found;
  }

  strips(): Iterable<readonly T[]> {
    return this.#strips.values();
  }
}

/** Straight pieces of the lines of all edges; curves in sixteen each. */
function piecesOf(placement: Placement): Piece[] {
  const pieces: Piece[] = [];
  placement.edges.forEach(({ commands }, edge) => {
    let [x, y] = [0, 0];
    const to = (nextX: number, nextY: number) => {
      pieces.push({ edge, x1: x, y1: y, x2: nextX, y2: nextY });
      [x, y] = [nextX, nextY];
    };
    for (const command of commands) {
      if (command[0] === 'M') [, x, y] = command;
      else if (command[0] === 'L') to(command[1], command[2]);
      else if (command[0] === 'C') {
        const [, x1, y1, x2, y2, x3, y3] = command;
        const [x0, y0] = [x, y];
        for (let step = 1; step <= 16; step++) {
          const t = step / 16;
          const [a, b, c, d] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
          to(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3);
        }
      }
    }
  });
  return pieces;
}

/** Whether a straight piece comes into a rectangle. */
function enters({ x1, y1, x2, y2 }: Piece, { x, y, width, height }: Rect, margin: number): boolean {
  const [left, top] = [x - margin + tolerance, y - margin + tolerance];
  const [right, bottom] = [x + width + margin - tolerance, y + height + margin - tolerance];
  let [from, to] = [0, 1];
  const [dx, dy] = [x2 - x1, y2 - y1];
  for (const [p, q] of [
    [-dx, x1 - left],
    [dx, right - x1],
    [-dy, y1 - top],
    [dy, bottom - y1],
  ] as const) {
    if (p === 0) {
      if (q < 0) return false;
    } else if (p < 0) from = Math.max(from, q / p);
    else to = Math.min(to, q / p);
  }
  return from < to;
}

const overlaps = (a: Rect, b: Rect, margin = 0): boolean =>
  a.x < b.x + b.width + margin - tolerance &&
  b.x < a.x + a.width + margin - tolerance &&
  a.y < b.y + b.height + margin - tolerance &&
  b.y < a.y + a.height + margin - tolerance;

/**
 * Lists all that is wrong with a placement, crossings of edges apart.
 *
 * @param graph What was placed.
 * @param placement Where.
 * @param options How.
 * @returns A sentence for each.
 */
export function problemsOf(graph: Graph, placement: Placement, options: LayoutOptions): string[] {
  const found: string[] = [];
  const down = options.direction === 'down';
  const nameOf = (node: number) => graph.nodes[node]?.id ?? '?';
  const edgeName = (edge: number) => {
    const { from, to } = graph.edges[edge] ?? { from: -1, to: -1 };
    return `${nameOf(from)} → ${nameOf(to)}`;
  };
  const boxes = graph.nodes.map(({ width, height }, node): Rect => {
    const { x, y } = placement.nodes[node] ?? { x: Number.NaN, y: Number.NaN };
    return { x, y, width, height };
  });
  const pieces = piecesOf(placement);
  const numbers = [
    ...boxes.flatMap(({ x, y }) => [x, y]),
    ...pieces.flatMap(({ x1, y1, x2, y2 }) => [x1, y1, x2, y2]),
    ...placement.frames.flatMap(({ x, y, width, height, titleX, titleY }) => [
      ...[x, y, width, height, titleX, titleY],
    ]),
    ...placement.labels.flatMap(({ x, y }) => [x, y]),
  ];
  if (!numbers.every(Number.isFinite)) return ['Not all numbers are finite.'];
  if (placement.edges.length !== graph.edges.length) return ['Not all edges are placed.'];

  const boxStrips = new Strips<number>();
  boxes.forEach(({ y, height }, node) => {
    boxStrips.add(y, y + height, node);
  });
  boxes.forEach((box, node) => {
    for (const other of boxStrips.near(box.y, box.y + box.height)) {
      if (other > node && overlaps(box, boxes[other] as Rect, 8)) {
        found.push(`${nameOf(node)} is on ${nameOf(other)}.`);
      }
    }
  });

  const reported = new Set<string>();
  const report = (text: string) => {
    if (reported.has(text)) return;
    reported.add(text);
    found.push(text);
  };
  for (const piece of pieces) {
    const { from, to } = graph.edges[piece.edge] ?? { from: -1, to: -1 };
    const [low, high] = [Math.min(piece.y1, piece.y2), Math.max(piece.y1, piece.y2)];
    for (const node of boxStrips.near(low - clearance, high + clearance)) {
      const own = node === from || node === to;
      if (enters(piece, boxes[node] as Rect, own ? -tolerance : clearance)) {
        report(`${edgeName(piece.edge)} touches ${nameOf(node)}.`);
      }
    }
  }

  placement.edges.forEach(({ commands }, edge) => {
    for (const text of shapeOf(commands, down)) report(`${edgeName(edge)} ${text}`);
  });
  checkEnds();
  checkLanes();
  checkLabels();
  checkFrames();
  return found;

  /** Ends lie on the right sides, away from corners and from each other. */
  function checkEnds(): void {
    const ends = new Map<string, Map<number, number>>();
    graph.edges.forEach(({ from, port, to }, edge) => {
      const commands = placement.edges[edge]?.commands ?? [];
      const [start, end] = [commands[0], commands.at(-1)];
      if (start?.[0] !== 'M' || end?.[0] !== 'L') return;
      for (const [node, along, across, side, key] of [
        [from, down ? start[2] : start[1], down ? start[1] : start[2], 'end', port],
        [to, down ? end[2] : end[1], down ? end[1] : end[2], 'start', edge],
      ] as const) {
        const box = boxes[node] as Rect;
        const first = down ? box.y : box.x;
        const side0 = side === 'start' ? first : first + (down ? box.height : box.width);
        if (Math.abs(along - side0) > tolerance) {
          report(`${edgeName(edge)} does not meet ${nameOf(node)}.`);
        }
        const low = down ? box.x : box.y;
        const high = low + (down ? box.width : box.height);
        if (across < low + cornerInset - tolerance || across > high - cornerInset + tolerance) {
          report(`${edgeName(edge)} meets ${nameOf(node)} at a corner.`);
        }
        const at = `${node} ${side}`;
        const places = ends.get(at) ?? new Map<number, number>();
        ends.set(at, places);
        const known = places.get(key);
        if (known !== undefined && Math.abs(known - across) > tolerance) {
          report(`Edges of one output of ${nameOf(node)} leave from two points.`);
        }
        places.set(key, across);
      }
    });
    for (const [at, places] of ends) {
      const sorted = [...places.values()].sort((a, b) => a - b);
      sorted.forEach((place, index) => {
        const before = sorted[index - 1];
        if (before !== undefined && place - before < portGap - tolerance) {
          report(`Edges meet ${nameOf(Number(at.split(' ')[0]))} too near to each other.`);
        }
      });
    }
  }

  /** Straight lines along the flow keep apart, unless they leave one output. */
  function checkLanes(): void {
    const lanes = new Strips<{ piece: Piece; at: number; from: number; to: number }>();
    for (const piece of pieces) {
      const straight = down ? piece.x1 === piece.x2 : piece.y1 === piece.y2;
      if (!straight) continue;
      const at = down ? piece.x1 : piece.y1;
      const [a, b] = down ? [piece.y1, piece.y2] : [piece.x1, piece.x2];
      lanes.add(Math.min(a, b), Math.max(a, b), {
        piece,
        at,
        from: Math.min(a, b),
        to: Math.max(a, b),
      });
    }
    for (const strip of lanes.strips()) {
      const sorted = [...strip].sort((a, b) => a.at - b.at);
      sorted.forEach((lane, index) => {
        for (let next = index + 1; next < sorted.length; next++) {
          const other = sorted[next] as (typeof sorted)[number];
          if (other.at - lane.at >= laneGap - tolerance) break;
          if (other.piece.edge === lane.piece.edge) continue;
          const together = Math.min(lane.to, other.to) - Math.max(lane.from, other.from);
          if (together < 12) continue;
          const [a, b] = [graph.edges[lane.piece.edge], graph.edges[other.piece.edge]];
          if (a?.from === b?.from && a?.port === b?.port) continue;
          report(`${edgeName(lane.piece.edge)} runs along ${edgeName(other.piece.edge)}.`);
        }
      });
    }
  }

  function checkLabels(): void {
    const labels = placement.labels.map(({ node, port, x, y }) => {
      const size = graph.nodes[node]?.labels?.[port] ?? { width: 0, height: 0 };
      return { node, port, rect: { x, y, ...size } };
    });
    const expected = new Set(
      graph.edges.flatMap(({ from, port }) =>
        graph.nodes[from]?.labels?.[port] ? [`${from} ${port}`] : [],
      ),
    );
    if (labels.length !== expected.size) found.push('Not all labels are placed.');
    const strips = new Strips<(typeof labels)[number]>();
    for (const label of labels) strips.add(label.rect.y, label.rect.y + label.rect.height, label);
    for (const label of labels) {
      const { rect } = label;
      for (const node of boxStrips.near(rect.y, rect.y + rect.height)) {
        if (overlaps(rect, boxes[node] as Rect)) {
          report(`The label of ${nameOf(label.node)} is on ${nameOf(node)}.`);
        }
      }
      for (const other of strips.near(rect.y, rect.y + rect.height)) {
        if (other !== label && overlaps(rect, other.rect)) {
          report(`The labels of ${nameOf(label.node)} and ${nameOf(other.node)} overlap.`);
        }
      }
    }
    for (const piece of pieces) {
      const edge = graph.edges[piece.edge];
      for (const label of strips.near(Math.min(piece.y1, piece.y2), Math.max(piece.y1, piece.y2))) {
        if (!enters(piece, label.rect, -tolerance)) continue;
        const own = edge?.from === label.node && edge.port === label.port;
        report(
          `${edgeName(piece.edge)} is on ${own ? 'its label' : `the label of ${nameOf(label.node)}`}.`,
        );
      }
    }
  }

  function checkFrames(): void {
    const parents = new Map(graph.frames.map(({ id, parent }) => [id, parent]));
    const holds = (frame: string, node: number): boolean => {
      let at = graph.nodes[node]?.frame;
      while (at !== undefined && at !== frame) at = parents.get(at);
      return at === frame;
    };
    const isWithin = (inner: string, outer: string): boolean => {
      let at: string | undefined = inner;
      while (at !== undefined && at !== outer) at = parents.get(at);
      return at === outer;
    };
    const pieceStrips = new Strips<Piece>();
    if (placement.frames.length > 0) {
      for (const piece of pieces) {
        pieceStrips.add(Math.min(piece.y1, piece.y2), Math.max(piece.y1, piece.y2), piece);
      }
    }
    boxes.forEach((box, node) => {
      const frame = graph.nodes[node]?.frame;
      if (frame === undefined || !parents.has(frame)) return;
      const around = placement.frames.filter(
        ({ id, x, y, width, height }) =>
          id === frame &&
          box.x >= x + 6 &&
          box.y >= y + 6 &&
          box.x + box.width <= x + width - 6 &&
          box.y + box.height <= y + height - 6,
      );
      if (around.length !== 1) found.push(`${nameOf(node)} is not in its frame.`);
    });
    placement.frames.forEach((frame, index) => {
      for (const node of boxStrips.near(frame.y, frame.y + frame.height)) {
        if (!holds(frame.id, node) && overlaps(frame, boxes[node] as Rect, 4)) {
          report(`${nameOf(node)} is in the frame ${frame.id}.`);
        }
      }
      for (const piece of pieceStrips.near(frame.y, frame.y + frame.height)) {
        const { from, to } = graph.edges[piece.edge] ?? { from: -1, to: -1 };
        if (holds(frame.id, from) || holds(frame.id, to)) continue;
        if (enters(piece, frame, 0)) report(`${edgeName(piece.edge)} is in the frame ${frame.id}.`);
      }
      placement.frames.forEach((other, at) => {
        if (at <= index || !overlaps(frame, other)) return;
        if (isWithin(other.id, frame.id) && frame.id !== other.id) {
          const inside =
            other.x >= frame.x &&
            other.y >= frame.y &&
            other.x + other.width <= frame.x + frame.width &&
            other.y + other.height <= frame.y + frame.height;
          if (inside) return;
        }
        report(`The frames ${frame.id} and ${other.id} overlap.`);
      });
      if (frame.continued) return;
      const size = graph.frames.find(({ id }) => id === frame.id)?.title ?? { width: 0, height: 0 };
      const title = { x: frame.titleX, y: frame.titleY, ...size };
      if (title.x < frame.x || title.x + title.width > frame.x + frame.width) {
        report(`The title of ${frame.id} is too long for it.`);
      }
      for (const node of boxStrips.near(title.y, title.y + title.height)) {
        if (overlaps(title, boxes[node] as Rect)) {
          report(`The title of ${frame.id} is on ${nameOf(node)}.`);
        }
      }
      for (const piece of pieceStrips.near(title.y, title.y + title.height)) {
        if (enters(piece, title, 0)) {
          report(`${edgeName(piece.edge)} is on the title of ${frame.id}.`);
        }
      }
    });
  }
}

/** What is wrong with the shape of a line: kinks, and tips that are not straight. */
function shapeOf(commands: readonly PathCommand[], down: boolean): string[] {
  const found: string[] = [];
  let [x, y] = [0, 0];
  let direction: number | undefined;
  const last = commands.at(-1);
  for (const command of commands) {
    if (command[0] === 'Z') continue;
    if (command[0] === 'M') {
      [, x, y] = command;
      direction = undefined;
      continue;
    }
    const points = command.slice(1) as number[];
    const [endX, endY] = points.slice(-2) as [number, number];
    const [firstX, firstY] = points as [number, number];
    const [beforeX, beforeY] =
      command[0] === 'C' ? (points.slice(2, 4) as [number, number]) : [x, y];
    const starts = Math.atan2(firstY - y, firstX - x);
    if (direction !== undefined) {
      const turn = Math.abs(Math.atan2(Math.sin(starts - direction), Math.cos(starts - direction)));
      if (turn > 0.02) found.push('has a kink.');
    }
    direction = Math.atan2(endY - beforeY, endX - beforeX);
    if (command === last) {
      const straight = command[0] === 'L' && (down ? endX === x : endY === y);
      const length = down ? endY - y : endX - x;
      if (!straight || length < tip - tolerance) found.push('has no straight tip.');
    }
    [x, y] = [endX, endY];
  }
  return found;
}

/**
 * Counts the crossings of edges; edges of one output are one where they run together.
 *
 * @param graph What was placed.
 * @param placement Where.
 * @returns The pairs of edges that cross, each as often as it does.
 */
export function crossingsOf(graph: Graph, placement: Placement): string[] {
  const found: string[] = [];
  const strips = new Strips<Piece>();
  const seen = new Set<string>();
  for (const piece of piecesOf(placement)) {
    strips.add(Math.min(piece.y1, piece.y2), Math.max(piece.y1, piece.y2), piece);
  }
  const side = (a: Piece, x: number, y: number) =>
    (a.x2 - a.x1) * (y - a.y1) - (a.y2 - a.y1) * (x - a.x1);
  for (const strip of strips.strips()) {
    const sorted = [...strip].sort((a, b) => Math.min(a.x1, a.x2) - Math.min(b.x1, b.x2));
    sorted.forEach((a, index) => {
      const right = Math.max(a.x1, a.x2);
      for (let next = index + 1; next < sorted.length; next++) {
        const b = sorted[next] as Piece;
        if (Math.min(b.x1, b.x2) > right) break;
        if (a.edge === b.edge) continue;
        const [p, q] = [side(a, b.x1, b.y1), side(a, b.x2, b.y2)];
        const [r, s] = [side(b, a.x1, a.y1), side(b, a.x2, a.y2)];
        // A crossing at the end of one piece is the start of the next, and counts once.
        if (!((p > 0 && q <= 0) || (p < 0 && q >= 0))) continue;
        if (!((r > 0 && s <= 0) || (r < 0 && s >= 0))) continue;
        const key = [a, b]
          .map(({ edge, x1, y1 }) => `${edge} ${x1} ${y1}`)
          .sort()
          .join(' ');
        if (seen.has(key)) continue;
        seen.add(key);
        const [first, second] = [graph.edges[a.edge], graph.edges[b.edge]];
        if (first?.from === second?.from && first?.port === second?.port) {
          // The turn out of a common stub begins for both at the same place.
          const stub = Math.abs(p) < tolerance || Math.abs(r) < tolerance;
          if (stub) continue;
        }
        const name = (edge: typeof first) =>
          `${graph.nodes[edge?.from ?? -1]?.id} → ${graph.nodes[edge?.to ?? -1]?.id}`;
        found.push(`${name(first)} × ${name(second)}`);
      }
    });
  }
  return found;
}
