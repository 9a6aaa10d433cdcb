/** What the legend lists: kinds of boxes and balls, and of lines. */
import type { LegendEntry } from '../../scene/legend.js';
import type { Block, Part, PartKind, Sign } from '../blocks/model.js';
import type { RouteKind } from '../blocks/placement.js';
import { type KindUse, kindsLegend, type LineUse, ownName } from '../kinds.js';
import type { DrawContext, DrawOverride } from '../style.js';
import type { Figure } from './arrange.js';
import { ballColours, ballOpacity, lineColours, partLook } from './looks.js';
import type { Options } from './options.js';

const partNames: Readonly<Partial<Record<PartKind, string>>> = {
  unpooling: 'Upsampling',
  deconvolution: 'Transposed convolution',
  softmax: 'Softmax',
  copy: 'Copied features',
};

const signNames: Readonly<Record<Sign, readonly [name: string, symbol: string]>> = {
  plus: ['Sum', '+'],
  minus: ['Difference', '−'],
  times: ['Product', '×'],
  concat: ['Concatenation', '‖'],
  divide: ['Quotient', '÷'],
  max: ['Maximum', '∨'],
  min: ['Minimum', '∧'],
  mean: ['Mean', 'x̄'],
  other: ['Merge', '·'],
};

/**
 * Lists what is in a figure.
 *
 * @param figure The figure.
 * @param frusta Whether any link has a frustum.
 * @param options The style's options.
 * @param context The palette.
 * @returns Entries for the legend.
 */
export function legendOf(
  { graph, placement, overrideOf }: Figure,
  frusta: boolean,
  options: Options,
  context: DrawContext,
): LegendEntry[] {
  const { ink } = context.palette;
  const kinds = graph.blocks.flatMap((block): KindUse[] =>
    block.kind === 'ball'
      ? [ballUse(block, overrideOf(block.labelled.layer.id))]
      : block.boxes.flatMap(({ parts }) =>
          parts.filter(({ kind }) => kind !== 'input').map((part) => partUse(part)),
        ),
  );
  const present = new Set(placement.routes.map(({ kind }) => kind));
  const lines = (['flow', 'skip'] as const)
    .filter((kind) => present.has(kind))
    .map((kind) => lineUse(kind));
  if (frusta) {
    const sample = {
      kind: 'line',
      stroke: ink,
      width: options.edgeWidth,
      dash: [4, 3],
      head: 'none',
    } as const;
    lines.push({ kind: 'projection', label: 'Projection', sample });
  }
  return kindsLegend(kinds, lines);

  function partUse(part: Part): KindUse {
    const override = overrideOf(part.layer);
    const { fill, opacity, band } = partLook(part, override, options, context);
    const own = ownName(part.labelled.layer, override);
    const name = partNames[part.kind];
    const banded = band !== undefined && part.kind !== 'copy';
    const base = name ?? { convolution: 'Convolution', dense: 'Dense' }[part.kind as string];
    const label = base && (banded ? `${base} + activation` : base);
    return {
      category: part.category,
      sample: { kind: 'box', fill, fillOpacity: opacity, outline: ink, ...(band && { band }) },
      ...(label && { label }),
      ...(own && { own }),
    };
  }

  function ballUse({ sign = 'other', labelled }: Block, override: DrawOverride): KindUse {
    const kind = sign === 'concat' ? 'concat' : 'sum';
    const [label, symbol] = signNames[sign];
    const { color } = override;
    const own = ownName(labelled.layer, override);
    return {
      category: 'merge',
      label,
      sample: {
        kind: 'ball',
        fill: color === undefined ? ballColours[kind] : { light: color, dark: color },
        fillOpacity: ballOpacity[kind],
        outline: ink,
        symbol,
      },
      ...(own && { own }),
    };
  }

  function lineUse(kind: RouteKind): LineUse {
    const head = options.heads;
    return {
      kind,
      sample: {
        kind: 'line',
        stroke: lineColours[kind],
        width: options.lineWidth,
        head,
        ...(head !== 'none' && { headShape: 'stealth' as const }),
      },
    };
  }
}
