/** What is taken of a drawing, so that the next thing finds room above or below it. */
import type { XY } from '../../scene/shapes.js';

/** An upright rectangle. */
export interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * The smallest area around points.
 *
 * @param points The points.
 * @returns The area.
 */
export function areaOf(points: readonly XY[]): Area {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}

/** Width of the columns that areas are sorted into, in px. */
const column = 64;

/** Areas that are taken, by columns, so that asking costs what the answer spans. */
export class Skyline {
  readonly #columns = new Map<number, Area[]>();

  /** @param area What is taken from now on. */
  add(area: Area): void {
    for (let at = key(area.left); at <= key(area.right); at++) {
      const known = this.#columns.get(at);
      if (known) known.push(area);
      else this.#columns.set(at, [area]);
    }
  }

  /**
   * @param areas What shall stand below everything that is above it.
   * @param margin Room between.
   * @returns How far down they move.
   */
  below(areas: readonly Area[], margin: number): number {
    return this.#most(areas, margin, (taken, area) => taken.bottom - area.top + margin);
  }

  /**
   * @param areas What shall stand above everything that is below it.
   * @param margin Room between.
   * @returns How far down they move: a negative number.
   */
  above(areas: readonly Area[], margin: number): number {
    return -this.#most(areas, margin, (taken, area) => area.bottom - taken.top + margin);
  }

  #most(
    areas: readonly Area[],
    margin: number,
    distance: (taken: Area, area: Area) => number,
  ): number {
    let most = 0;
    for (const area of areas) {
      for (let at = key(area.left - margin); at <= key(area.right + margin); at++) {
        for (const taken of this.#columns.get(at) ?? []) {
          if (taken.right + margin <= area.left || taken.left - margin >= area.right) continue;
          most = Math.max(most, distance(taken, area));
        }
      }
    }
    return most;
  }
}

const key = (x: number) => Math.floor(x / column);
