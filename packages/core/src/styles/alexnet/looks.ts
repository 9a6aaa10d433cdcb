/** Which colours the tensors, kernels and pyramids have. */
import type { Colour } from '../../scene/scene.js';
import type { Column } from '../chain.js';
import { colour } from '../palette.js';
import { mix } from '../shade.js';
import type { DrawContext, DrawOverride } from '../style.js';
import type { Options } from './options.js';

/** Colours of one tensor, and of the kernel and pyramid that lead to it. */
export interface TensorLook {
  readonly fill: Colour;
  /** The sides, when they are shaded: a little and clearly darker than the top. */
  readonly shades: readonly [Colour, Colour];
  readonly outline: Colour;
  readonly kernel: Colour;
  readonly kernelOutline: Colour;
  readonly pyramid: Colour;
}

/** The colours of NN-SVG in light mode, and what they become in the dark. */
const classic = {
  tensor: colour('classic-tensor', '#eeeeee', '#56565c'),
  kernel: colour('classic-kernel', '#99ddff', '#1d7fb0'),
  pyramid: colour('classic-pyramid', '#ffbbbb', '#b05555'),
  line: colour('classic-tensor-line', '#000000', '#d6d6da'),
};

function own(given: string | undefined): Colour | undefined {
  return given === undefined ? undefined : { light: given, dark: given };
}

/**
 * Chooses the colours of a tensor.
 *
 * @param column The tensor.
 * @param override What `draw:` says of it.
 * @param options The options.
 * @param context Palette.
 * @returns Its colours.
 */
export function tensorLook(
  { category }: Column,
  override: DrawOverride | undefined,
  options: Options,
  { palette, paletteName }: DrawContext,
): TensorLook {
  const isClassic = paletteName === 'classic';
  const outline = isClassic ? classic.line : palette.outline[category];
  const fill =
    own(override?.color ?? options.color) ??
    (isClassic ? classic.tensor : palette.category[category]);
  const strong = mix(palette.category[category], palette.outline[category], 0.55, 'kernel');
  const kernel = own(options.kernelColor) ?? (isClassic ? classic.kernel : strong);
  return {
    fill,
    shades: [mix(fill, outline, 0.12, 'shade'), mix(fill, outline, 0.26, 'shadow')],
    outline,
    kernel,
    kernelOutline: outline,
    pyramid:
      own(options.pyramidColor) ??
      (isClassic ? classic.pyramid : mix(kernel, palette.surface, 0.35, 'pale')),
  };
}
