/** How an inline drawing fits the column that it stands in. */
import type { Scene, SceneNode } from '../scene/scene.js';

/** Size below which text is not legible, in px: a drawing shrinks to its column, but no further. */
const legible = 7.5;

/**
 * How an inline drawing fits its column: it shrinks with it until its smallest
 * text is at the limit of legibility, and from there on its figure scrolls.
 *
 * @param scene The scene.
 * @param width Width of the drawing, in its own units.
 * @param shown Width that it is shown at.
 * @returns CSS of the root.
 */
export function fitStyle(scene: Scene, width: number, shown: number): string {
  const smallest = smallestText(scene.children);
  const least = Number.isFinite(smallest) ? Math.ceil((width * legible) / smallest) : 0;
  return `max-width: 100%; min-width: ${Math.min(least, Math.floor(shown))}px; height: auto`;
}

function smallestText(nodes: readonly SceneNode[]): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (const node of nodes) {
    if (node.kind === 'text') smallest = Math.min(smallest, node.size);
    else if (node.kind === 'group') smallest = Math.min(smallest, smallestText(node.children));
  }
  return smallest;
}
