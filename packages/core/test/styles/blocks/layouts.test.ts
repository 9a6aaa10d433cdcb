import { describe, expect, test } from 'vitest';
import { overlaps } from '../../../src/scene/overlap.js';
import { moved } from '../../../src/styles/blocks/clearance.js';
import { gapBetween, reachOf } from '../../../src/styles/blocks/gaps.js';
import { layoutLine } from '../../../src/styles/blocks/line.js';
import type { BlockGraph } from '../../../src/styles/blocks/model.js';
import { type Point, project, slant } from '../../../src/styles/blocks/oblique.js';
import type { Placement, Route, SizedBlock } from '../../../src/styles/blocks/placement.js';
import { layoutSides } from '../../../src/styles/blocks/sides.js';
import { layoutU } from '../../../src/styles/blocks/u.js';
import { wrapLine } from '../../../src/styles/blocks/wrap.js';
import { handGraph, sizedBlocks, spacing } from './shown.js';

const line = (graph: BlockGraph) => layoutLine(graph, sizedBlocks(graph), spacing);

const round = (value: number) => Math.round(value * 100) / 100 + 0;
const xy = ({ x, y }: Point) => [round(x), round(y)];
const corners = ({ points }: Route) => points.map(xy);

const chain = (count: number) =>
  Array.from({ length: count - 1 }, (_, index) => `${index}>${index + 1}`).join(' ');

/** How far a box of 40 px of depth is seen beyond its faces. */
const reach = (slant * 40) / 2;
/** From the east of such a box to the west of the next. */
const step = reach + spacing.gap + 0.3 * reach;

function outlines({ wests }: Placement, sized: readonly SizedBlock[], index: number) {
  const at = project(wests[index] as Point);
  return sized[index]?.outlines.map((shape) => moved(shape, at.x, at.y)) ?? [];
}

/** Pairs of blocks of different heights that cover one another. */
function covering(placement: Placement, sized: readonly SizedBlock[]): string[] {
  return [...sized.keys()].flatMap((a) =>
    [...sized.keys()]
      .filter((b) => {
        const [one, other] = [placement.wests[a], placement.wests[b]];
        const apart = one?.y !== other?.y || one?.z !== other?.z;
        return b > a && (apart || !sized[a]?.boxes.length || !sized[b]?.boxes.length);
      })
      .filter((b) =>
        outlines(placement, sized, a).some((one) =>
          outlines(placement, sized, b).some((other) => overlaps(one, other, 0.5)),
        ),
      )
      .map((b) => `${a} | ${b}`),
  );
}

describe('gaps', () => {
  const sized = sizedBlocks(handGraph('11+', ''));
  const [a, b, ball] = sized as [SizedBlock, SizedBlock, SizedBlock];
  const none = { out: false, in: false };

  test('show an arrow between what is seen of two boxes', () => {
    expect(reachOf(a)).toEqual({ left: reach, right: expect.closeTo(reach, 10) });
    expect(gapBetween(a, b, none, spacing)).toBeCloseTo(7.7 + 24 + 2.31, 10);
  });

  test('are free of all of a box beside a ball', () => {
    expect(gapBetween(a, ball, none, spacing)).toBeCloseTo(7.7 + 24 + reachOf(ball).left, 10);
    expect(reachOf(ball).left).toBeLessThan(1.5);
  });

  test('have room for the lines that run up and down in them', () => {
    const tight = { ...spacing, gap: 10 };
    const out = gapBetween(a, b, { out: true, in: false }, tight);
    const both = gapBetween(a, b, { out: true, in: true }, tight);
    expect(out).toBeCloseTo(7.7 + 6 + 12 + 7.7, 10);
    expect(both - out).toBeCloseTo(12, 10);
  });

  test('grow until texts are apart by the margin', () => {
    const text = [
      { x: -40, y: 50 },
      { x: 60, y: 50 },
      { x: 60, y: 60 },
      { x: -40, y: 60 },
    ];
    const wide = { ...a, labels: [text] };
    const gap = gapBetween(wide, wide, none, spacing);
    // Texts of 100 px at the same places.
    expect(20 + gap).toBeCloseTo(106, 10);
  });
});

describe('a line', () => {
  test('has its boxes level, from left to right', () => {
    const { wests, routes, order } = line(handGraph('111', chain(3)));
    expect(wests.map(xy)).toEqual([
      [0, 0],
      [round(20 + step), 0],
      [round(2 * (20 + step)), 0],
    ]);
    expect(order).toEqual([0, 1, 2]);
    expect(routes.map(({ kind, before }) => [kind, before])).toEqual([
      ['flow', 1],
      ['flow', 2],
    ]);
    expect(corners(routes[0] as Route)).toEqual([
      [20, 0],
      [round(20 + step), 0],
    ]);
  });

  test('has arches over it, from the middle of the top of one box to that of another, level between', () => {
    const { routes } = line(handGraph('1111', `${chain(4)} 0>3`));
    const [arch] = routes.filter(({ kind }) => kind === 'skip') as [Route];
    const pitch = 20 + step;
    // Over the far upper edges, by twice the margin and the half px of a line.
    const top = -(30 + reach + 12 + 1);
    expect(corners(arch)).toEqual([
      [10, -30],
      [10, round(top)],
      [round(3 * pitch + 10), round(top)],
      [round(3 * pitch + 10), -30],
    ]);
  });

  test('nests arches, the shorter ones under the longer ones', () => {
    const { routes } = line(handGraph('111111', `${chain(6)} 0>5 1>4 2>4`));
    const tops = routes
      .filter(({ kind }) => kind === 'skip')
      .map(({ link, points }) => [link?.from.block, points[1]?.y as number] as const);
    expect(tops.map(([from]) => from)).toEqual([2, 1, 0]);
    const ys = tops.map(([, y]) => y);
    for (const [index, y] of ys.slice(1).entries()) {
      expect((ys[index] as number) - y).toBeGreaterThanOrEqual(2 * spacing.margin);
    }
  });

  test('has arches at one height where they are beside one another', () => {
    const { routes } = line(handGraph('111111', `${chain(6)} 0>2 3>5`));
    const tops = routes.filter(({ kind }) => kind === 'skip').map(({ points }) => points[1]?.y);
    expect(tops[0]).toBe(tops[1]);
  });

  test('has arches come to balls and leave them beside one another', () => {
    const { routes } = line(handGraph('1+1+1', `${chain(5)} 0>1 0>3 1>3`));
    const feet = routes
      .filter(({ kind, link }) => kind === 'skip' && link)
      .flatMap(({ link, points }) => [
        ...(link?.from.block === 1 ? [points[0]?.x] : []),
        ...(link?.to.block === 1 ? [points.at(-1)?.x] : []),
      ]);
    expect(new Set(feet).size).toBe(feet.length);
  });

  test('has other chains beside it, clear of all', () => {
    const graph = handGraph('1111+1', '0>1 1>2 0>3 2>4 3>4 4>5');
    const placement = line(graph);
    const sized = sizedBlocks(graph);
    expect(placement.wests.map(({ y }) => Math.sign(y))).toEqual([0, 0, 0, 1, 0, 0]);
    expect(covering(placement, sized)).toEqual([]);
    const [down, up] = placement.routes.filter(
      ({ link }) => link?.to.block === 3 || link?.from.block === 3,
    ) as [Route, Route];
    // It begins on the line, where that goes on.
    expect(down.points).toHaveLength(3);
    expect(down.points[0]?.y).toBe(0);
    expect(down.points[0]?.x).toBeGreaterThan(20 + reach);
    expect(up.points).toHaveLength(3);
    // To the lower rim of the ball.
    expect(up.points.at(-1)?.y).toBeCloseTo(15, 10);
    for (const { points } of [down, up]) {
      points.slice(1).forEach(({ x, y }, index) => {
        const before = points[index] as Point;
        expect(x === before.x || y === before.y).toBe(true);
      });
    }
  });

  test('has chains between the same two blocks below and above by turns', () => {
    const graph = handGraph('111111+', '0>1 1>2 0>3 0>4 0>5 2>6 3>6 4>6 5>6');
    const { wests } = line(graph);
    expect([3, 4, 5].map((index) => Math.sign(wests[index]?.y ?? 0))).toEqual([1, -1, 1]);
    expect(covering(line(graph), sizedBlocks(graph))).toEqual([]);
  });

  test('paints from left to right', () => {
    const { wests, order } = line(handGraph('1111+1', '0>1 1>2 0>3 2>4 3>4 4>5'));
    const xs = order.map((index) => wests[index]?.x ?? 0);
    expect([...xs].sort((a, b) => a - b)).toEqual(xs);
  });
});

describe('a U', () => {
  /** Boxes of 32, 16 and 8, then up over two balls. */
  const graph = handGraph('421+2+4', '0>1 1>2 2>3 1>3 3>4 4>5 0>5 5>6');
  const sized = sizedBlocks(graph);
  const placement = layoutU(graph, sized, spacing) as Placement;
  const y = (index: number) => placement.wests[index]?.y ?? Number.NaN;

  test('goes down with each smaller map and up with each merge', () => {
    expect(y(0)).toBe(0);
    expect(y(1)).toBeGreaterThan(0);
    expect(y(2)).toBeGreaterThan(y(1));
    expect([3, 4, 5, 6].map(y)).toEqual([y(1), y(1), 0, 0]);
  });

  test('has its skips level, from the source to the middle of the ball', () => {
    const skips = placement.routes.filter(({ kind }) => kind === 'skip');
    expect(skips.map(({ link }) => [link?.from.block, link?.to.block])).toEqual([
      [1, 3],
      [0, 5],
    ]);
    for (const { points, link } of skips) {
      expect(points).toHaveLength(2);
      expect(points.map((point) => point.y)).toEqual([
        y(link?.from.block ?? 0),
        y(link?.to.block ?? 0),
      ]);
    }
  });

  test('has lines down from its skips, and straight up from the middle of a box to the ball over it', () => {
    const route = (from: number, to: number) =>
      placement.routes.find(({ link }) => link?.from.block === from && link.to.block === to);
    const down = route(0, 1)?.points ?? [];
    expect(down).toHaveLength(3);
    expect(down[0]?.y).toBe(0);
    expect(down[0]?.x).toBe(down[1]?.x);
    expect(down[1]?.y).toBe(down[2]?.y);
    const up = route(2, 3)?.points ?? [];
    expect(up).toHaveLength(2);
    expect(up[0]?.x).toBe(up[1]?.x);
    // From the top of a box of 60 px to the lower rim of a ball.
    expect(up.map((point) => point.y)).toEqual([y(2) - 30, y(3) + 15]);
  });

  test('covers nothing', () => {
    expect(covering(placement, sized)).toEqual([]);
  });

  test('goes down although nothing stands above a level', () => {
    const slope = handGraph('421', chain(3));
    const { wests, routes } = layoutU(slope, sizedBlocks(slope), spacing) as Placement;
    const heights = wests.map((west) => west.y);
    expect(heights[0]).toBe(0);
    expect(heights[1]).toBeGreaterThan(10);
    expect(heights[2]).toBeGreaterThan((heights[1] as number) + 10);
    for (const { points } of routes) expect(points).toHaveLength(4);
  });

  test('is not made where a block stands beside the path, or in the way of a skip', () => {
    const beside = handGraph('1111+1', '0>1 1>2 0>3 2>4 3>4 4>5');
    expect(layoutU(beside, sizedBlocks(beside), spacing)).toBeUndefined();
    const residual = handGraph('111+1', `${chain(5)} 0>3`);
    expect(layoutU(residual, sizedBlocks(residual), spacing)).toBeUndefined();
  });
});

describe('side branches', () => {
  /** Boxes of 32, 16 and 8 with a branch from each of the first two to a slab of the stack. */
  const graph = handGraph('421s111', '0>1 1>2 2>3 0>4 4>3.2 1>5 5>3.1 3>6');
  const sized = sizedBlocks(graph);
  const placement = layoutSides(graph, sized, spacing);

  test('run towards the viewer, the last to leave the nearest', () => {
    const depth = (index: number) => placement?.wests[index]?.z ?? Number.NaN;
    expect([0, 1, 2, 3, 6].map(depth)).toEqual([0, 0, 0, 0, 0]);
    expect(depth(5)).toBeGreaterThan(0);
    expect(depth(4)).toBeGreaterThan(depth(5));
  });

  test('leave and end on the middles of near faces, at 45°', () => {
    const routes = placement?.routes ?? [];
    const leaving = routes.find(({ link }) => link?.to.block === 4)?.points.map(project) ?? [];
    const [start, corner, end] = leaving as [Point, Point, Point];
    // 160 px deep, in the middle of a width of 20.
    expect(xy(start as Point)).toEqual([round(10 - slant * 80), round(slant * 80)]);
    expect(corner.x - start.x).toBeCloseTo(-(corner.y - start.y), 8);
    expect(end.y).toBeCloseTo(corner.y, 8);
    const back = routes.find(({ link }) => link?.from.block === 4)?.points.map(project) ?? [];
    const [, turn, stop] = back as [Point, Point, Point];
    expect(turn.y - stop.y).toBeCloseTo(stop.x - turn.x, 8);
  });

  test('cover nothing, and are painted in front', () => {
    if (!placement) throw new Error('there is room');
    expect(covering(placement, sized)).toEqual([]);
    const place = (index: number) => placement.order.indexOf(index);
    expect(place(4)).toBeGreaterThan(place(5));
    expect(place(5)).toBeGreaterThan(place(6));
  });

  test('are not made where one does not begin and end on the line', () => {
    const dead = handGraph('1111', '0>1 1>2 0>3');
    expect(layoutSides(dead, sizedBlocks(dead), spacing)).toBeUndefined();
    const skip = handGraph('1111', `${chain(4)} 0>3`);
    expect(layoutSides(skip, sizedBlocks(skip), spacing)).toBeUndefined();
  });
});

describe('rows', () => {
  const rowsOf = ({ wests }: Placement, sized: readonly SizedBlock[]) => {
    const rows = new Map<number, { left: number; right: number; blocks: number[] }>();
    wests.forEach(({ x, y }, index) => {
      const row = rows.get(y) ?? { left: x, right: x, blocks: [] };
      const right = Math.max(row.right, x + (sized[index]?.width ?? 0));
      rows.set(y, { left: Math.min(row.left, x), right, blocks: [...row.blocks, index] });
    });
    return [...rows.entries()].sort(([a], [b]) => a - b).map(([, row]) => row);
  };
  const wrapped = (graph: BlockGraph, wrap: number) => {
    const sized = sizedBlocks(graph);
    const placement = wrapLine(layoutLine(graph, sized, spacing), sized, { ...spacing, wrap });
    return { placement, sized, rows: rowsOf(placement, sized) };
  };
  const twenty = handGraph('1'.repeat(20), chain(20));

  test('are one where the line fits, or is never broken', () => {
    const sized = sizedBlocks(twenty);
    const whole = layoutLine(twenty, sized, spacing);
    expect(wrapLine(whole, sized, spacing)).toBe(whole);
    expect(wrapped(twenty, 2000).rows).toHaveLength(1);
  });

  test.each([250, 262, 290, 310, 345, 400, 525, 530, 600, 1000])(
    'are no wider than %d px, full, and about equally long',
    (wrap) => {
      const { rows } = wrapped(twenty, wrap);
      const widths = rows.map(({ left, right }) => right - left);
      expect(rows.length).toBeGreaterThan(1);
      expect(Math.max(...widths)).toBeLessThanOrEqual(wrap);
      expect(rows.flatMap(({ blocks }) => blocks)).toEqual([...Array(20).keys()]);
      const counts = rows.map(({ blocks }) => blocks.length);
      // The last row has what is left.
      expect(Math.max(...counts) - Math.min(...counts.slice(0, -1))).toBeLessThanOrEqual(1);
      expect(Math.min(...counts)).toBeGreaterThanOrEqual(Math.max(...counts) / 3);
    },
  );

  test('are joined by a line around the end and back, clear of both', () => {
    const { placement, sized } = wrapped(twenty, 400);
    const joining = placement.routes.filter(({ points }) => points.length === 6);
    expect(joining).toHaveLength(new Set(placement.wests.map(({ y }) => y)).size - 1);
    for (const { points, link } of joining) {
      const ends = [link?.from.block, link?.to.block];
      for (const index of sized.keys()) {
        if (ends.includes(index)) continue;
        for (const outline of outlines(placement, sized, index)) {
          points.slice(1).forEach((to, at) => {
            const piece = [points[at] as Point, to].map(project);
            expect(overlaps(piece, outline, 0.5)).toBe(false);
          });
        }
      }
    }
  });

  test('are broken only where the line alone crosses', () => {
    const graph = handGraph('1'.repeat(12), `${chain(12)} 2>5 6>9`);
    const { rows, placement } = wrapped(graph, 300);
    const rowOf = (index: number) => rows.findIndex(({ blocks }) => blocks.includes(index));
    expect(rows.length).toBeGreaterThan(1);
    expect(rowOf(2)).toBe(rowOf(5));
    expect(rowOf(6)).toBe(rowOf(9));
    for (const { kind, points } of placement.routes) {
      if (kind !== 'skip') continue;
      expect(points).toHaveLength(4);
      expect(points[1]?.y).toBe(points[2]?.y);
    }
  });

  test('are painted from the top, and cover nothing', () => {
    const { placement, sized, rows } = wrapped(twenty, 400);
    expect(placement.order).toEqual(rows.flatMap(({ blocks }) => blocks));
    expect(covering(placement, sized)).toEqual([]);
  });
});
