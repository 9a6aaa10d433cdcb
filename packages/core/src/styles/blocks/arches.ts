/** Connections past blocks of one lane: up, across, down. */
import type { Heights } from './heights.js';
import type { End, Link } from './model.js';
import type { Point } from './oblique.js';
import type { Route, SizedBlock } from './placement.js';
import type { LineDraft } from './trunks.js';

/** How far from the middle of a ball arches stand that come and leave, in radii. */
const besideShare = 0.5;

/** All routes of a line. */
export interface LineRoutes {
  /** The direct ones, moved aside on balls that arches leave from. */
  readonly routes: readonly Route[];
  readonly arches: readonly Route[];
}

/**
 * Leads links over what is between their ends, the shorter ones under the longer ones.
 *
 * @param skips The links.
 * @param direct Routes of the other links.
 * @param draft Where blocks stand along the line.
 * @param heights Where blocks stand above one another; arches over the line itself are added.
 * @returns Routes of all links.
 */
export function archesOver(
  skips: readonly Link[],
  direct: readonly Route[],
  draft: LineDraft,
  { y, skyline, tops }: Heights,
): LineRoutes {
  const leaving = new Set(skips.map(({ from }) => from.block));
  const above = direct.filter(comesFromAbove);
  const coming = new Set([
    ...skips.map(({ to }) => to.block),
    ...above.map(({ before }) => before),
  ]);
  const foot = (end: End, leaves: boolean) => {
    // On a ball that one line comes to from above and another leaves from, they stand beside each other.
    const both = leaving.has(end.block) && coming.has(end.block);
    return footOf(end, leaves, both ? besideShare : 0, draft, y);
  };
  const arches = skips
    .map((link) => ({ link, from: foot(link.from, true), to: foot(link.to, false) }))
    .sort((a, b) => a.to.x - a.from.x - (b.to.x - b.from.x))
    .map(({ link, from, to }): Route => {
      const rail = { left: from.x, right: to.x, top: 0, bottom: 1 };
      const own = tops.get(link);
      const top =
        own === undefined
          ? skyline.above([rail], 2 * draft.spacing.margin)
          : (y[link.to.block] ?? 0) + own;
      skyline.add({ ...rail, top, bottom: top + 1 });
      return {
        kind: 'skip',
        points: [from, { ...from, y: top }, { ...to, y: top }, to],
        before: link.to.block,
        link,
      };
    });
  const aside = new Set(above.filter(({ before }) => leaving.has(before)));
  const routes = direct.map((route): Route => {
    if (!aside.has(route)) return route;
    const end = foot({ block: route.before, box: 0 }, false);
    const corner = route.points.at(-2) as Point;
    return { ...route, points: [...route.points.slice(0, -2), { ...corner, x: end.x }, end] };
  });
  return { routes, arches };
}

/** Whether a route ends on top of a ball. */
function comesFromAbove({ points }: Route): boolean {
  const [before, end] = points.slice(-2);
  return points.length > 2 && before?.x === end?.x && (before?.y ?? 0) < (end?.y ?? 0);
}

/** Where an arch stands: the middle of the top of a part, or on top of a ball. */
function footOf(
  { block, box }: End,
  leaves: boolean,
  share: number,
  { sized, x }: LineDraft,
  y: readonly number[],
): Point {
  const { boxes, radius } = sized[block] as SizedBlock;
  const west = x[block] ?? 0;
  const middle = y[block] ?? 0;
  const own = boxes[box];
  if (!own) {
    const aside = share * radius * (leaves ? 1 : -1);
    return { x: west + radius + aside, y: middle - Math.sqrt(radius ** 2 - aside ** 2), z: 0 };
  }
  const copy = own.parts.find(({ part }) => part.kind === 'copy');
  const part = leaves ? own.parts.at(-1) : copy;
  const { x: start, width } = part ?? { x: 0, width: own.width };
  return { x: west + own.x + start + width / 2, y: middle - own.height / 2, z: 0 };
}
