/** The colours of tikz_cnn's figure, and those of the kinds of operation. */
import type { Colour } from '../../scene/scene.js';
import type { Part } from '../blocks/model.js';
import { colour } from '../palette.js';
import type { DrawContext, DrawOverride } from '../style.js';
import type { Role } from './sizes.js';

/** How a cuboid is painted. */
export interface CuboidLook {
  readonly fill: Colour;
  readonly opacity: number;
}

/** What a colour of tikz_cnn means. */
export type ClassicRole = Role | 'branch';

/** `gray!80`, `red!40`, `blue!50`, `green!50` and white, as xcolor mixes them. */
export const classicColours: Readonly<Record<ClassicRole, Colour>> = {
  input: colour('tikz-input', '#999999', '#6e6e73'),
  output: colour('tikz-output', '#ff9999', '#8f3b3b'),
  merge: colour('tikz-merge', '#8080ff', '#4545a8'),
  branch: colour('tikz-branch', '#80ff80', '#2c7a36'),
  layer: colour('tikz-layer', '#ffffff', '#2c2c30'),
};

/**
 * What a block is to tikz_cnn's colours.
 *
 * @param role What it is to the figure.
 * @param branched Whether it stands in a branch.
 * @returns The role by which it is coloured.
 */
export function classicRole(role: Role, branched: boolean): ClassicRole {
  return role === 'layer' && branched ? 'branch' : role;
}

/**
 * The look of a part.
 *
 * @param part The part.
 * @param role What its block is.
 * @param override What `draw:` says of it.
 * @param context The palette.
 * @returns One colour for all its faces.
 */
export function cuboidLook(
  part: Part,
  role: ClassicRole,
  { color, opacity = 1 }: DrawOverride,
  { palette, paletteName }: Pick<DrawContext, 'palette' | 'paletteName'>,
): CuboidLook {
  if (color !== undefined) return { fill: { light: color, dark: color }, opacity };
  const fill = paletteName === 'classic' ? classicColours[role] : palette.category[part.category];
  return { fill, opacity };
}
