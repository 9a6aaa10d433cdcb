/** What the legend of a figure lists. */
import type { Category } from '../../ops/operation.js';
import type { LegendEntry } from '../../scene/legend.js';
import type { PictureSample } from '../../scene/legend-samples.js';
import { type KindUse, kindsLegend, ownName } from '../kinds.js';
import type { DrawContext } from '../style.js';
import type { Cuboid } from './cuboids.js';
import { drawFaces } from './draw.js';
import { facesOf } from './faces.js';
import { type CuboidLook, type Role, roleOf } from './looks.js';
import type { Options } from './options.js';

/** What ConvNetDraw's colours mean, where they say something else than the kind. */
const classicKinds: Partial<Record<Role, { category: Category; label: string }>> = {
  softmax: { category: 'activation', label: 'Softmax' },
  generic: { category: 'other', label: 'Other' },
};

/**
 * Lists what is in a figure; nothing of a black and white one.
 *
 * @param cuboids The cuboids.
 * @param looks What each is painted with.
 * @param options The options.
 * @param context Palette and overrides.
 * @returns The entries.
 */
export function legendOf(
  cuboids: readonly Cuboid[],
  looks: readonly CuboidLook[],
  options: Options,
  context: DrawContext,
): LegendEntry[] {
  const uses = cuboids.map((cuboid, index): KindUse => {
    const own = ownName(cuboid.labelled.layer, context.override(cuboid.id));
    const classic = context.paletteName === 'classic' ? classicKinds[roleOf(cuboid)] : undefined;
    return {
      category: cuboid.category,
      ...classic,
      sample: sampleOf(looks[index] as CuboidLook, options),
      ...(own && { own }),
    };
  });
  return kindsLegend(options.blackAndWhite ? uses.filter(({ own }) => own) : uses);
}

const little = { width: 13, height: 9, depth: 7 } as const;
const slant = { right: 0.7, up: 0.6 } as const;

/** A small cuboid. */
function sampleOf(look: CuboidLook, { edgeWidth }: Options): PictureSample {
  const height = little.height + slant.up * little.depth;
  const sample = {
    kind: 'picture',
    width: little.width + slant.right * little.depth,
    height,
    // Samples are told apart by what they hold.
    look,
    draw: (x: number, y: number) =>
      drawFaces(facesOf(little, { x, y: y + height }, slant), look, Math.min(edgeWidth, 1)),
  } as const;
  return sample;
}
