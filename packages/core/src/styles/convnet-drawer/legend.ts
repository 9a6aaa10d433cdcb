/** What the legend of a figure lists. */
import type { LegendEntry } from '../../scene/legend.js';
import type { PictureSample, Sample } from '../../scene/legend-samples.js';
import type { Colour } from '../../scene/scene.js';
import { polyline } from '../../scene/shapes.js';
import { type KindUse, kindsLegend, type LineUse, ownName } from '../kinds.js';
import type { Figure } from './arrange.js';
import { drawShape } from './lines.js';
import { overrideColour } from './looks.js';
import type { Options } from './options.js';
import { extremes, type Shape } from './shapes.js';

/**
 * Lists what is in a figure: kernels, full connections and other lines; the
 * kinds of layers where they have colours of their own.
 *
 * @param figure The figure.
 * @param options The style's options.
 * @returns The entries.
 */
export function legendOf(
  { maps, overrides, looks, layout: { ties, skips } }: Figure,
  options: Options,
): LegendEntry[] {
  const coloured = options.layerColors === 'kinds' && options.lineColorLayer === undefined;
  // Of a kind that all looks alike, an entry would say nothing.
  const own = new Set(
    maps.flatMap(({ category }, index) =>
      overrides[index]?.color === undefined ? [] : [category],
    ),
  );
  const kinds = maps.flatMap(({ category, labelled }, index): KindUse[] => {
    const override = overrides[index] ?? {};
    // Kernels and lines say what a kind looks like, where they tell kinds.
    if (!own.has(category) || (coloured && override.color === undefined)) return [];
    const outline = overrideColour(override) ?? looks.map;
    const name = ownName(labelled.layer, override);
    return [{ category, sample: { kind: 'box', outline }, ...(name && { own: name }) }];
  });
  const lines = ties.flatMap(({ link }, index): (KindUse | LineUse)[] => {
    const map = maps[index + 1];
    if (!map || link.lines.length === 0) return [];
    const stroke = looks.layer(map.category);
    const sample = sampleOf(link.kind, stroke, options);
    if (coloured) return [{ category: map.category, sample }];
    return [{ kind: lineKind[link.kind], sample }];
  });
  const skipSample: Sample = {
    kind: 'line',
    stroke: looks.skip,
    width: options.lineWidth,
    head: 'end',
  };
  return kindsLegend(
    [...kinds, ...lines.filter((use) => 'category' in use)],
    [
      ...lines.filter((use) => 'kind' in use),
      ...(skips.length > 0 ? [{ kind: 'skip', sample: skipSample } as const] : []),
    ],
  );
}

const lineKind = { kernel: 'kernel', dense: 'full', arrow: 'flow', text: 'flow' } as const;

const width = 30;
const height = 12;

function sampleOf(kind: keyof typeof lineKind, stroke: Colour, options: Options): Sample {
  const thin = { stroke, width: options.lineWidth } as const;
  if (kind === 'kernel') return kernelSample(stroke, options);
  if (kind === 'dense') return { kind: 'line', ...thin, dash: [2, 2], head: 'none' };
  return { kind: 'line', ...thin, head: 'end' };
}

/** A kernel with its two lines. */
function kernelSample(stroke: Colour, options: Options): PictureSample {
  const { lineWidth } = options;
  return {
    kind: 'picture',
    width,
    height,
    draw(x, y) {
      const shape: Shape = {
        kind: 'box',
        left: x,
        y: y + height / 2,
        height: height - 3.5,
        width: { x: 6, y: 3.5 },
        channels: 4,
      };
      const { left, right, top, bottom } = extremes(shape);
      const end = { x: x + width, y };
      const paint = { stroke, strokeWidth: lineWidth };
      return [
        ...drawShape(shape, stroke, options),
        polyline([{ x: left + shape.channels, y: top }, end], paint),
        polyline([{ x: right, y: bottom }, end], paint),
      ];
    },
  };
}
