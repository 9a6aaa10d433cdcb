/** What the legend of a figure lists. */

import type { Category } from '../../ops/operation.js';
import type { LegendEntry } from '../../scene/legend.js';
import { type KindUse, kindsLegend, type LineUse, ownName } from '../kinds.js';
import type { DrawContext } from '../style.js';
import type { Figure } from './arrange.js';
import { shownRoutes } from './draw.js';
import { type ClassicRole, classicRole, cuboidLook } from './looks.js';
import type { Options } from './options.js';

/** What the colours of tikz_cnn mean, in the order of the legend. */
const classicKinds: Readonly<Record<ClassicRole, { category: Category; label: string }>> = {
  input: { category: 'input', label: 'Input' },
  layer: { category: 'convolution', label: 'Layer' },
  branch: { category: 'dense', label: 'Layer of a branch' },
  merge: { category: 'merge', label: 'Merge' },
  output: { category: 'other', label: 'Output' },
};

/**
 * Lists what is in a figure.
 *
 * @param figure The figure.
 * @param options The style's options.
 * @param context Palette and overrides.
 * @returns The entries.
 */
export function legendOf(figure: Figure, options: Options, context: DrawContext): LegendEntry[] {
  const { graph, roles, line, overrideOf } = figure;
  const { ink } = context.palette;
  const kinds = graph.blocks.flatMap(({ boxes }, index) => {
    const role = classicRole(roles[index] ?? 'layer', line.branched.has(index));
    return boxes.flatMap(({ parts }) =>
      parts.map((part): KindUse => {
        const override = overrideOf(part.layer);
        const { fill, opacity } = cuboidLook(part, role, override, context);
        const own = ownName(part.labelled.layer, override);
        const classic = context.paletteName === 'classic';
        return {
          category: classic ? classicKinds[role].category : part.category,
          ...(classic && { label: classicKinds[role].label }),
          sample: {
            kind: 'box',
            fill,
            outline: ink,
            ...(opacity < 1 && { fillOpacity: opacity }),
          },
          ...(own && { own }),
        };
      }),
    );
  });
  const lines = shownRoutes(figure, options).map(
    ({ kind }): LineUse => ({
      kind: kind === 'skip' ? 'skip' : 'flow',
      sample: { kind: 'line', stroke: ink, width: options.lineWidth, head: 'none' },
    }),
  );
  // Both kinds of line look alike: only what goes past layers is told.
  return kindsLegend(
    kinds,
    lines.filter(({ kind }) => kind === 'skip'),
  );
}
