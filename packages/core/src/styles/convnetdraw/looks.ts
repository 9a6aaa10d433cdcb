/** Which colours the faces of cuboids have. */
import type { Category } from '../../ops/operation.js';
import type { Colour } from '../../scene/scene.js';
import { colour } from '../palette.js';
import { mix } from '../shade.js';
import type { DrawContext, DrawOverride } from '../style.js';
import type { Cuboid } from './cuboids.js';
import type { Options } from './options.js';

/** Colours of the faces that are seen, and of all edges. */
export interface CuboidLook {
  readonly front: Colour;
  readonly right: Colour;
  readonly top: Colour;
  readonly edge: Colour;
}

/** What ConvNetDraw's colours mean. */
export type Role = 'input' | 'conv' | 'relu' | 'pool' | 'fullyconn' | 'softmax' | 'generic';

/** ConvNetDraw's colours in light mode, and what they become in the dark. */
const classic: Readonly<Record<Role, Colour>> = {
  input: colour('convnetdraw-input', '#00c8fa', '#067a99'),
  conv: colour('convnetdraw-conv', '#5bc3c4', '#2f7c7d'),
  relu: colour('convnetdraw-relu', '#ffc33f', '#96690c'),
  pool: colour('convnetdraw-pool', '#f9e3b4', '#857449'),
  fullyconn: colour('convnetdraw-fullyconn', '#fe4d66', '#a52a40'),
  softmax: colour('convnetdraw-softmax', '#ff4d66', '#b0283f'),
  generic: colour('convnetdraw-input', '#00c8fa', '#067a99'),
};

const roles: Partial<Record<Category, Role>> = {
  input: 'input',
  convolution: 'conv',
  activation: 'relu',
  pooling: 'pool',
  dense: 'fullyconn',
};

/** What ConvNetDraw adds to red, green and blue: 2.55 times −10, 10 and 20, rounded. */
const shades = { front: -25, right: 26, top: 51 } as const;

const plain = {
  front: colour('convnetdraw-shadow', '#e6e6e6', '#3d3d42'),
  right: colour('convnetdraw-white', '#ffffff', '#1b1b1d'),
  top: colour('convnetdraw-white', '#ffffff', '#1b1b1d'),
};

/** What tops are paler with; in the dark, white would take their colour away. */
const pale: Colour = { light: '#ffffff', dark: '#a9a9b0' };

/** Edges of ConvNetDraw's own colours. */
const line = colour('convnetdraw-line', '#000000', '#e4e4e8');

/**
 * What a cuboid is to ConvNetDraw.
 *
 * @param cuboid The cuboid.
 * @returns The keyword that it would be written with.
 */
export function roleOf({ category, labelled: { layer } }: Cuboid): Role {
  const { op, attributes } = layer;
  const name = op === 'op' ? String(attributes.name).toLowerCase() : op;
  return name === 'softmax' ? 'softmax' : (roles[category] ?? 'generic');
}

/**
 * Chooses the colours of a cuboid.
 *
 * @param cuboid The cuboid.
 * @param override What `draw:` says of it.
 * @param options The options.
 * @param context Palette.
 * @returns Its colours.
 */
export function lookOf(
  cuboid: Cuboid,
  { color }: DrawOverride,
  { blackAndWhite }: Pick<Options, 'blackAndWhite'>,
  { palette, paletteName }: Pick<DrawContext, 'palette' | 'paletteName'>,
): CuboidLook {
  const isClassic = paletteName === 'classic';
  const edge = isClassic || blackAndWhite ? line : palette.outline[cuboid.category];
  if (color !== undefined) return { ...added({ light: color, dark: color }), edge };
  if (blackAndWhite) return { ...plain, edge };
  if (isClassic) return { ...added(classic[roleOf(cuboid)]), edge };
  const fill = palette.category[cuboid.category];
  // In the dark, outlines are light, and would make fronts the lightest of the faces.
  const shadow: Colour = { light: palette.outline[cuboid.category].light, dark: '#000000' };
  return {
    front: mix(fill, shadow, 0.22, 'front'),
    right: fill,
    top: mix(fill, pale, 0.35, 'top'),
    edge,
  };
}

/** The faces of a colour as ConvNetDraw shades them. */
function added(base: Colour): Omit<CuboidLook, 'edge'> {
  const face = (name: keyof typeof shades): Colour => ({
    ...(base.variable !== undefined && { variable: `${base.variable}-${name}` }),
    light: lighten(base.light, shades[name]),
    dark: lighten(base.dark, shades[name]),
  });
  return { front: face('front'), right: face('right'), top: face('top') };
}

function lighten(hex: string, by: number): string {
  const channels = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) + by;
    return Math.max(0, Math.min(255, value)).toString(16).padStart(2, '0');
  });
  return `#${channels.join('')}`;
}
