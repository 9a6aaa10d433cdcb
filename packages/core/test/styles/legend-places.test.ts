import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { render } from '../../src/render.js';
import {
  type Bounds,
  boundsOf,
  growBounds,
  imageCorners,
  textCorners,
} from '../../src/scene/bounds.js';
import type { LegendPlace } from '../../src/scene/legend.js';
import { overlaps } from '../../src/scene/overlap.js';
import type { GroupNode, PathNode, Scene } from '../../src/scene/scene.js';
import type { XY } from '../../src/scene/shapes.js';
import { leaves, outside, overlappingTexts, segmentsOf } from '../geometry.js';

/** A legend of every figure of every style, wherever it may stand: it touches nothing. */
const folder = fileURLToPath(new URL('../../../../tests/fixtures/', import.meta.url));
const places: readonly LegendPlace[] = ['auto', 'below', 'above', 'left', 'right', 'inside'];

/** What `auto` keeps from all that is painted, less than a cell of its grid. */
const margins: Readonly<Partial<Record<LegendPlace, number>>> = { auto: 12, inside: 6 };

const cornersOf = ({ left, top, right, bottom }: Bounds): XY[] => [
  { x: left, y: top },
  { x: right, y: top },
  { x: right, y: bottom },
  { x: left, y: bottom },
];

/** Whether a point lies within what a path encloses: by how often a ray to the right crosses it. */
function encloses(node: PathNode, { x, y }: XY): boolean {
  const crossings = segmentsOf(node).filter(([a, b]) => {
    if (a.y > y === b.y > y) return false;
    return x < a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y);
  });
  return crossings.length % 2 === 1;
}

/** What of a drawing touches a rectangle. */
function touching(scene: Scene, bounds: Bounds): string[] {
  const corners = cornersOf(bounds);
  const middle = { x: (bounds.left + bounds.right) / 2, y: (bounds.top + bounds.bottom) / 2 };
  return leaves(scene).flatMap(({ node }) => {
    switch (node.kind) {
      case 'text':
        return overlaps(corners, textCorners(node)) ? [node.text] : [];
      case 'image':
        return overlaps(corners, imageCorners(node)) ? [node.kind] : [];
      case 'circle': {
        const x = Math.max(bounds.left, Math.min(bounds.right, node.x));
        const y = Math.max(bounds.top, Math.min(bounds.bottom, node.y));
        return Math.hypot(node.x - x, node.y - y) < node.radius ? [node.kind] : [];
      }
      default: {
        const crossed = segmentsOf(node).some((segment) => overlaps(corners, segment));
        return crossed || (node.paint.fill && encloses(node, middle)) ? [node.kind] : [];
      }
    }
  });
}

function legendOf({ children }: Scene): { legend: GroupNode | undefined; rest: Scene } {
  const isLegend = (node: Scene['children'][number]): node is GroupNode =>
    node.kind === 'group' && node.role === 'legend';
  return {
    legend: children.find(isLegend),
    rest: { children: children.filter((node) => !isLegend(node)) },
  };
}

for (const style of readdirSync(folder).sort()) {
  const files = readdirSync(`${folder}${style}`).filter((file) => file.endsWith('.nn'));
  describe.runIf(files.length > 0)(style, () => {
    test.each(files.sort())('%s', (file) => {
      const text = readFileSync(`${folder}${style}/${file}`, 'utf8');
      for (const place of places) {
        const { scene, diagnostics } = render(text, {}, { legend: place });
        expect(diagnostics.filter(({ rule }) => rule !== 'legend-moved')).toEqual([]);
        if (!scene) throw new Error('nothing drawn');
        const { legend, rest } = legendOf(scene);
        if (!legend) continue;
        expect(outside(scene)).toEqual([]);
        expect(overlappingTexts({ children: [legend] })).toEqual([]);
        const around = growBounds(boundsOf(legend), margins[place] ?? 15);
        expect([place, touching(rest, around)]).toEqual([place, []]);
      }
    });
  });
}
