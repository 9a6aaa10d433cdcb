/** The colours of convnet-drawer, and what they become in the dark. */
import type { Category } from '../../ops/operation.js';
import type { Colour } from '../../scene/scene.js';
import { colour } from '../palette.js';
import type { DrawContext, DrawOverride } from '../style.js';
import type { Options } from './options.js';

/** Which colour everything has. */
export interface Looks {
  /** Edges of maps. */
  readonly map: Colour;
  /** Kernel and lines of a layer that does this. */
  layer(category: Category): Colour;
  readonly mapText: Colour;
  readonly layerText: Colour;
  /** Lines past maps. */
  readonly skip: Colour;
}

/** `line_color_layer`. */
const blue = colour('drawer-layer', '#0000ff', '#93a1ff');

const own = (hex: string | undefined): Colour | undefined =>
  hex === undefined ? undefined : { light: hex, dark: hex };

/**
 * Chooses the colours of a figure.
 *
 * @param options The style's options.
 * @param context The palette.
 * @returns The colours.
 */
export function looksOf(options: Options, { palette }: Pick<DrawContext, 'palette'>): Looks {
  const layer = own(options.lineColorLayer);
  return {
    map: own(options.lineColorFeatureMap) ?? palette.ink,
    layer: (category) =>
      layer ?? (options.layerColors === 'kinds' ? palette.outline[category] : blue),
    mapText: own(options.textColorFeatureMap) ?? palette.ink,
    layerText: own(options.textColorLayer) ?? palette.ink,
    skip: palette.edge,
  };
}

/**
 * The colour that `draw:` gives the edges of a map.
 *
 * @param override What it says.
 * @returns The colour of both themes; nothing when there is none.
 */
export function overrideColour({ color }: DrawOverride): Colour | undefined {
  return color === undefined ? undefined : { light: color, dark: color };
}
