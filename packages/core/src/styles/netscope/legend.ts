/** What the legend of a layered graph lists. */
import type { LegendEntry } from '../../scene/legend.js';
import { type KindUse, kindsLegend, type LineUse, ownName } from '../kinds.js';
import { categoryOf } from '../labels.js';
import type { DrawContext } from '../style.js';
import type { Contents } from './contents.js';
import { edgeWidth, frameDash } from './draw.js';
import { costNames } from './heat.js';
import type { BoxKind, BoxLook } from './looks.js';

/**
 * Lists what is in a graph: kinds or costs, sources and sinks, connections and frames.
 *
 * @param contents Boxes with their kinds and looks, and the heat map, if there is one.
 * @param showEnds Whether sources and sinks have colours of their own.
 * @param context Palette and overrides.
 * @returns The entries.
 */
export function legendOf(
  { drawing: { model, edge }, kinds, looks, heat }: Contents,
  showEnds: boolean,
  { palette, override }: DrawContext,
): LegendEntry[] {
  const lines: LineUse[] = [
    { kind: 'flow', sample: { kind: 'line', stroke: edge, width: edgeWidth, head: 'end' } },
  ];
  if (model.frames.length > 0) {
    const repeated = model.frames.every(({ count }) => count > 1);
    lines.push({
      kind: 'block',
      sample: { kind: 'box', outline: palette.edge, dash: frameDash },
      ...(repeated && { label: 'Repeated block' }),
    });
  }
  if (heat) {
    return [{ label: costNames[heat.cost], sample: heat.scale.sample }, ...kindsLegend([], lines)];
  }
  const ends = new Map<string, LegendEntry>();
  const uses = model.boxes.flatMap(({ stage: { layer } }, index): KindUse[] => {
    const { isSource, isSink, category } = kinds[index] as BoxKind;
    const { fill, outline } = looks[index] as BoxLook;
    const sample = { kind: 'box', fill, outline } as const;
    const own = ownName(layer, override(layer.id));
    if (!own && showEnds && (isSource || isSink)) {
      const label = isSink ? 'Output' : 'Input';
      ends.set(label, { label, sample });
      return [];
    }
    return [{ category: category ?? categoryOf(layer), sample, ...(own && { own }) }];
  });
  const named = ['Input', 'Output'].flatMap((label) => ends.get(label) ?? []);
  return [...named, ...kindsLegend(uses, lines)];
}
