/** What the legend of a graph lists. */
import type { LegendEntry } from '../../scene/legend.js';
import { type KindUse, kindsLegend, type LineUse, ownName } from '../kinds.js';
import { operationTitle } from '../labels.js';
import type { DrawContext } from '../style.js';
import { edgeWidth, frameDash, type NodeLook } from './draw.js';
import { type Frame, leading, type Node, nodeCategory } from './model.js';

const symbols = { plus: '+', times: '×' } as const;

/**
 * Lists what is in a graph. Skips are arrows as all others are, so they have no
 * entry. The greys of `classic` are shared by many kinds, and tell none.
 *
 * @param nodes The nodes.
 * @param looks What each is painted with.
 * @param frames The frames.
 * @param context Palette and overrides.
 * @returns The entries.
 */
export function legendOf(
  nodes: readonly Node[],
  looks: readonly NodeLook[],
  frames: readonly Frame[],
  { palette, paletteName, override }: DrawContext,
): LegendEntry[] {
  const tellsKinds = paletteName !== 'classic';
  const kinds = nodes.flatMap((node, index): KindUse[] => {
    const { fill, outline } = looks[index] as NodeLook;
    const layer = leading(node);
    const own = ownName(layer, override(layer.id));
    const category = nodeCategory(node);
    const more = own && { own };
    if (node.sign) {
      const sample = { kind: 'ball', fill, outline, symbol: symbols[node.sign] } as const;
      return [{ category, sample, label: operationTitle(layer), ...more }];
    }
    return tellsKinds
      ? [{ category, sample: { kind: 'box', fill, outline } as const, ...more }]
      : [];
  });
  const lines: LineUse[] = [
    {
      kind: 'flow',
      sample: { kind: 'line', stroke: palette.edge, width: edgeWidth, head: 'end' },
    },
  ];
  if (frames.length > 0) {
    const repeated = frames.every(({ count }) => count > 1);
    lines.push({
      kind: 'block',
      sample: { kind: 'box', outline: palette.edge, dash: frameDash },
      ...(repeated && { label: 'Repeated block' }),
    });
  }
  return kindsLegend(kinds, lines);
}
